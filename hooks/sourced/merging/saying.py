"""When something was said: the date that belongs to the speech verb, not to what is said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sourced.merging import passages
from sourced.model import Article, Quotation, Span, TimeExpression

# What may stand between a date and the verb or the speaker that it belongs to.
_NEAR = re.compile(
    r"[\s,]*(?:(?:also|late|early|earlier|on|in|at|by|during|reporters|journalists|it|was)[\s,]+)*[\s,]*"
)
_OPENING = re.compile(
    r"(?:(?:in|at|during)\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){0,3}(?:address|speech|statement|interview"
    r"|letter|message|video|post|briefing|conference|debate|hearing|report|note|memo|tweet)\s(?:\w+\s){0,4}?)?"
    r"(?:(?:also|but|and|then|later|earlier|late|early|on|in|at|by)\s+)*",
    re.IGNORECASE,
)
_REACH = 40
# Between a verb of saying and its date: to whom or where, with no other verb ("told a briefing in Oslo on").
_FARTHER = 90
_HEARD = re.compile(
    r"(?:\s+(?!who\b|which\b|that\b|when\b|as\b|after\b|before\b|while\b|since\b)[\w’'.&-]+){1,9}\s+"
)
_VERBAL = re.compile(r"(?!(?:briefing|meeting|hearing|gathering|evening|morning)s?\b)\b[a-z]{2,}(?:ed|ing)\b")
_RELATIVE = re.compile(r"\s*,?\s*\b(?:who|which|whose|whom)\b")


def date(article: Article, quotation: Quotation, dates: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time expression that says when ``quotation`` was said.

    It stands beside the cue or the source's words ("said on Tuesday", "Smith on Tuesday said"), or
    opens the sentence ("On Wednesday, the president added ..."). ``dates`` are those of the sentence, in
    text order.
    """
    if quotation.cue is None:
        return None
    sentence = passages.sentence(article, quotation.cue)
    text = article.text
    first = min(span.start for span in (quotation.cue, quotation.source) if span is not None)
    for found in _nearby(dates, quotation):
        if found.type not in {"DATE", "TIME"} or not sentence.covers(found) or quotation.overlaps(found):
            continue
        if quotation.source and _RELATIVE.match(text, quotation.source.end, found.start):
            continue  # "Smith, who resigned in May, said ...": the date of another verb
        if _beside(text, found, quotation.cue) or _after(text, found, quotation.source):
            return found
        if _heard(text, found, quotation):
            return found
        if found.end <= first and _OPENING.fullmatch(text, sentence.start, found.start):
            return found
    return None


def _nearby(dates: Sequence[TimeExpression], quotation: Quotation) -> list[TimeExpression]:
    """The first dates of the sentence, and those near the cue and the source."""
    near = set(range(min(len(dates), 2)))
    for span in (quotation.cue, quotation.source):
        if span is not None:
            first = bisect_left(dates, span.start - 2 * _REACH, key=lambda d: d.start)
            near.update(range(first, bisect_right(dates, span.end + _FARTHER, key=lambda d: d.start)))
    return [dates[at] for at in sorted(near)]


def _beside(text: str, found: Span, cue: Span) -> bool:
    start, end = (found.end, cue.start) if found.end <= cue.start else (cue.end, found.start)
    return start <= end <= start + _REACH and bool(_NEAR.fullmatch(text, start, end))


def _heard(text: str, found: Span, quotation: Quotation) -> bool:
    """Whether only to whom or where it was said stands between the verb and the date."""
    cue = quotation.cue
    if cue is None or not cue.end < found.start <= cue.end + _FARTHER:
        return False
    if cue.end <= quotation.start < found.start:
        return False
    between = text[cue.end : found.start]
    return bool(_HEARD.fullmatch(between)) and not _VERBAL.search(between)


def _after(text: str, found: Span, source: Span | None) -> bool:
    if source is None or not source.end <= found.start <= source.end + _REACH:
        return False
    return bool(_NEAR.fullmatch(text, source.end, found.start))
