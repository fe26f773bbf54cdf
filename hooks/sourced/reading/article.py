"""An article: a text and its date, cut into paragraphs and sentences."""

from __future__ import annotations

import datetime

from sourced.model import Article
from sourced.reading import segments


def read(text: str, date: datetime.date | None = None) -> Article:
    """Cut ``text`` up. ``date`` is the day it was published, None where that is not known."""
    paragraphs = segments.paragraphs(text)
    return Article(
        text=text,
        date=date,
        paragraphs=paragraphs,
        sentences=tuple(s for paragraph in paragraphs for s in segments.sentences(text, paragraph)),
    )
