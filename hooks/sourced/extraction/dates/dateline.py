"""The date that an article gives itself: in a line of its own, in a dateline, in its first sentences."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from sourced.extraction.dates import calendar_resolution, expressions, plausibility, tense, timex
from sourced.extraction.dates.expressions import Expression
from sourced.extraction.dates.time_context import Context
from sourced.model import Span
from sourced.reading import segments

_HEAD, _FOOT = 6, 3  # paragraphs at the top and at the end where articles say when they were published
_MONTHS = 12
_LEAD = 3  # paragraphs at the top that tell the news
_MARK = (
    r"(?:(?:first |last )?(?:published|updated|posted|modified|issued|released|dated?)"
    r"(?: at)?(?: \d{1,2}[:.]\d\d)?(?: on)?:?\s*)"
)
_BEFORE = re.compile(rf"{_MARK}?|.{{0,80}}\b{_MARK}|(?:by )?.{{2,60}}[|•·–—]\s*", re.IGNORECASE)
_AFTER = re.compile(r"[\s,|•·–—-]*(?:(?:at )?\d{1,2}[:.]\d\d.{0,12}|(?:by\s|[|•·–—]).{0,80})?[.\s]*")
_CHANGED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|[/.’']\d\d\b")
_PLACE = re.compile(r"[A-Z][^.!?]{1,40}[,(]\s*")
_DATELINE = re.compile(r"\s*(?:(?:\([^)]{1,40}\)|/[^/]{1,40}/)\s*)?(?:--?|[–—:]).*", re.DOTALL)


class _Day(NamedTuple):
    """A day that is written with its year, in one paragraph."""

    paragraph: Span
    expression: Expression
    day: datetime.date


class OwnDate(NamedTuple):
    """The date that an article gives itself, and the words that do.

    ``stated``: they stand there to date the article, and do not say that it was changed on that day.
    """

    day: datetime.date
    words: Span
    stated: bool


def published(text: str) -> datetime.date | None:
    """The date of an article that its own text fixes, None where it does not; see ``own_date``."""
    own = own_date(text)
    return own.day if own else None


def own_date(text: str) -> OwnDate | None:
    """The date that the text of an article fixes, None where it does not.

    It does by a line of its own ("Friday, July 21, 2017", "Ann Lee, July 21, 2017"), by a mark
    ("Published: 21 July 2017"), by a dateline ("LONDON, July 21, 2017 (Agency) -"), and by a day and its
    weekday together in the first sentences, unless these look ahead or the text goes on to later days. A
    weekday that is not the day's fixes nothing.
    """
    paragraphs = segments.paragraphs(text)
    lead = paragraphs[:_LEAD]
    days = [day for paragraph in paragraphs for day in _days(text, paragraph)]
    edges = {*paragraphs[:_HEAD], *paragraphs[-_FOOT:]}
    latest = max((each.day for each in days), default=None)
    for each in days:
        span = each.expression.span
        before, after = text[each.paragraph.start : span.start], text[span.end : each.paragraph.end]
        signed = each.paragraph in lead and each.day == latest and _PLACE.fullmatch(before) and not after
        if signed or (each.paragraph in edges and _stands_alone(before, after)):
            return OwnDate(each.day, span, stated=not (signed or _CHANGED.search(before)))
    for each in days:
        if each.paragraph in lead and each.day == latest and "weekday" in each.expression.parts:
            sentences = segments.sentences(text, each.paragraph)
            sentence = next(s for s in sentences if s.end >= each.expression.span.end)
            if tense.direction(text, each.expression, sentence) <= 0:
                return OwnDate(each.day, each.expression.span, stated=False)
    return None


def _stands_alone(before: str, after: str) -> bool:
    return bool(_BEFORE.fullmatch(before) and _AFTER.fullmatch(after)) or bool(
        _PLACE.fullmatch(before) and _DATELINE.fullmatch(after)
    )


def _days(text: str, paragraph: Span) -> Iterator[_Day]:
    """The days in a paragraph that are written with their year, and whose weekday, if any, is right."""
    if not _YEAR.search(text, paragraph.start, paragraph.end):
        return  # the time grammar is dear
    for found in expressions.find(text, paragraph, plausibility.plausible):
        if _is_full(found):
            meaning = calendar_resolution.resolve(found.rule, found.parts, Context(today=None))
            days = timex.days(meaning.value) if meaning else None
            if days and found.parts.get("weekday") in (None, str(days[0].isoweekday())):
                yield _Day(paragraph, found, days[0])


def _is_full(found: Expression) -> bool:
    """Whether it names a day with its year; of "08/09/2024" nobody knows which number is the month."""
    if found.rule == "slash":
        first, second, _ = re.split(r"[/.-]", found.parts["slash"])
        return "/" not in found.parts["slash"] or first == second or max(int(first), int(second)) > _MONTHS
    return found.rule == "iso" or (found.rule == "date" and "year" in found.parts)
