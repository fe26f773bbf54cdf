"""Whether what is dated happened, is still to happen, or neither: called off, or never known to have come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from sourced import wordlists
from sourced.merging import words
from sourced.merging.events import verbs
from sourced.merging.events.datings import Dating
from sourced.model import Span


class Outlook(Enum):
    """How what is dated stands to the day of the article."""

    HAPPENED = "happened"
    PLANNED = "planned"
    NEITHER = "neither"


_PART = re.compile(r",|;|\b(?:and|but|which|who)\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|\w{2,}ed|began|held|took|made|set|due|to be)\b"
)
_PAST = re.compile(
    r"(?<!be )(?<!to )\b(?!(?:need|planned|scheduled|expected|supposed|slated|proposed)\b)"
    r"(?:[a-z]{2,}ed|said|told|went|took|made|came|won|lost|began|met|held|gave|fell|rose)\b"
)
_A_PLAN = re.compile(r"\b(?:an?|the|its|his|her|their|no|any|this|that) $", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|till|through) (?:the )?$", re.IGNORECASE)
# "had been due on Monday": what follows is that it did not come. "as planned" is no plan.
_BEFORE = re.compile(
    r"\b(?:had (?:originally |initially |first )?been\s+(?:\w+ly\s+)?"
    r"(?:due|set|scheduled|planned|expected|supposed|meant|slated|billed)"
    r"|(?:was|were) (?:due )?to have|(?:was|were) to (?!have|be\b)[a-z]+)\b"
)
_PLANNED_FOR = re.compile(
    r"\b(?:due|set|scheduled|planned|expected|supposed|slated|billed)\b(?:\s[\w’'-]+){0,8}\s*$"
)
_AS_PLANNED = re.compile(r"\bas (?:had been )?(?:planned|expected|scheduled)\b")
_CALLED_OFF = re.compile(
    r"\b(?:cancell?ed|called off|postponed|delayed|scrapped|put off|put back|shelved|abandoned|rescheduled"
    r"|moved)\b"
)
_LATER = re.compile(r"\bwould (?:later|eventually|go on)\b")
_FIXED = re.compile(r"[a-z]+")


def outlook(
    text: str,
    clause: Span,
    dating: Dating,
    sentence: Span,
    published: datetime.date | None,
    *,
    reported: bool,
) -> Outlook:
    """How what ``clause`` tells of the date stands, by the words around the date and by the article's day."""
    first, last = dating.days
    before = text[clause.start : dating.span.start]
    if _BEFORE.search(before) and not _AS_PLANNED.search(before):
        return Outlook.NEITHER
    if _PLANNED_FOR.search(before) and _CALLED_OFF.search(text, dating.span.end, sentence.end):
        return Outlook.NEITHER
    marks = set(_marks(text, _told(text, clause, dating.span), dating.span))
    if not reported or _LATER.search(before):
        marks.discard("would")
    if published is None:
        return Outlook.PLANNED if marks else Outlook.HAPPENED
    if last < published:
        return Outlook.NEITHER if _governing(marks, text, clause, dating.span) else Outlook.HAPPENED
    if first > published or (last > published and _BY.search(before[-10:])):
        return Outlook.PLANNED
    if first == last and not marks:
        return Outlook.PLANNED if is_fixture(text, clause) else Outlook.HAPPENED
    return Outlook.PLANNED if marks or (reported and "would" in marks) else Outlook.HAPPENED


def is_deadline(text: str, date: Span) -> bool:
    """Whether the date is the last day for it: "by Friday", "until Friday"."""
    return bool(_BY.search(text, max(0, date.start - 12), date.start))


def _told(text: str, clause: Span, date: Span) -> Span:
    """The part of the clause around the date, between commas and the like; all of it if that has no verb."""
    start = max((m.end() for m in _PART.finditer(text, clause.start, date.start)), default=clause.start)
    after = _PART.search(text, date.end, clause.end)
    part = Span(start, after.start() if after else clause.end)
    return part if _VERB.search(part.surface(text)) else clause


def _governing(marks: set[str], text: str, clause: Span, date: Span) -> bool:
    """Whether the words of a plan stand before the date and nothing came of it there."""
    if not marks or _AS_PLANNED.search(text, clause.start, clause.end):
        return False
    told = _told(text, clause, date)
    return any(mark.end() <= date.start for mark in _planned().finditer(text, told.start, told.end))


def is_fixture(text: str, clause: Span) -> bool:
    """Whether it is told in the present, as what a calendar has: "workers vote today"."""
    verb = verbs.first_verb(text, clause)
    word = _FIXED.match(text, verb) if verb is not None else None
    return bool(word and word[0] in words.listed("events/fixtures.txt"))


@cache
def _planned() -> re.Pattern[str]:
    entries = (re.escape(line).replace(r"\+", r"\s+") for line in wordlists.lines(__package__, "planned.txt"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)", re.IGNORECASE)


def _marks(text: str, told: Span, date: Span) -> Iterator[str]:
    """The words of ``told`` that say that it is to happen on the date.

    Those before a past tense ("a plan to ... failed on Friday") are about something else, and so are
    those after the date where one stands before it ("announced on Friday that it will ...").
    """
    past = max((m.end() for m in _PAST.finditer(text, told.start, date.start)), default=-1)
    for mark in _planned().finditer(text, told.start, told.end):
        noun = _A_PLAN.search(text, max(told.start, mark.start() - 8), mark.start())
        other = past >= 0 and (mark.end() <= past or mark.start() >= date.end)
        if not other and not (noun and mark[0].lower().startswith("plan")):
            yield " ".join(mark[0].lower().split())
