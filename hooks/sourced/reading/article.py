"""An article: a text and its date, cut into paragraphs and sentences."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sourced.model import Article, Paragraph, Span
from sourced.reading import datelines, segments


def read(text: str, date: datetime.date | None = None) -> Article:
    """Cut ``text`` up. ``date`` is the day it was published, None where that is not known.

    A dateline ("OSLO, March 4 (Agency) -") is a sentence of its own: it is no part of what is told.
    """
    paragraphs = segments.paragraphs(text)
    return Article(
        text=text,
        date=date,
        paragraphs=paragraphs,
        sentences=tuple(s for paragraph in paragraphs for s in _sentences(text, paragraph)),
    )


def _sentences(text: str, paragraph: Paragraph) -> Iterator[Span]:
    dateline = None if paragraph.heading else datelines.find(text, paragraph)
    if dateline is None:
        yield from segments.sentences(text, paragraph)
    else:
        yield Span(dateline.start, dateline.start + len(dateline.surface(text).rstrip()))
        yield from segments.sentences(text, Span(dateline.end, paragraph.end))
