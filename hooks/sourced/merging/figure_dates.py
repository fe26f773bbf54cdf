"""What day or time a figure is said of, where its own clause tells: "By Wednesday, 45 had been found"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sourced.model import Figure, Span, TimeExpression

_REACH = 80  # characters between a figure and its date
# What ends the figure's own clause, and what makes a date the bound or the measure of something else.
_BREAK = re.compile(
    r"[,;:()\[\]“”\"—–]|\s-\s|\b(?:that|which|who|whose|whom|built|born|founded|but|while|whereas|since|until|after|before)\b"
)
_OTHER = re.compile(
    r"\b(?:since|until|till|from|than|before|after|unlike|like|compared\s(?:with|to))\s(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
# What may stand between the beginning of a clause and a date that opens it.
_OPENING = re.compile(
    r"(?:(?:and|but|also|then|meanwhile|however|overall|so\sfar),?\s+)?"
    r"(?:(?:on|in|by|at|during|over|as\sof|late|early|earlier|late\son|early\son)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_WHEN = re.compile(r",?\s(?:when|in\swhich|during\swhich)\s")
_PAIR = re.compile(r"\sand\s(?:(?:another|a\sfurther|the\sother|some)\s)?$")
_CLAUSE = re.compile(r"(?:,|;|—|–)\s+(?:and|but|while|then)?\s*|\s(?:and|but|while)\s+")


def own(
    text: str, region: Span, figure: Figure, figures: Sequence[Span], dates: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The date of ``figure`` in ``region``, the sentence or speech that it stands in.

    ``figures`` are those of the article and ``dates`` those that may date it, both in text order:
    when the speech itself was made is no date of what it says.
    """
    near = [date for date in dates if region.covers(date) and date.type in {"DATE", "TIME"}]
    return _after(text, figure, figures, near) or _before(text, region, figure, figures, near)


def _after(
    text: str, figure: Figure, figures: Sequence[Span], near: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The date that follows with neither another figure nor a clause between: "54% in April".

    One that closes a pair is of both: "14 died and 300 homes were lost on Sunday".
    """
    date = next((date for date in near if date.start >= figure.end), None)
    if date is None or date.start - figure.end > _REACH:
        return None
    between = _between(figures, figure.end, date.start)
    if between > 1 or (between and not _paired(text, figure, figures)):
        return None
    if _BREAK.search(text, figure.end, date.start) or _OTHER.search(text, figure.end, date.start):
        return None
    return date


def _before(
    text: str,
    region: Span,
    figure: Figure,
    figures: Sequence[Span],
    near: Sequence[TimeExpression],
) -> TimeExpression | None:
    """The date that opens the figure's clause, or the sentence: "In April, 54% ... and 40% ...".

    So does one before "when": "the worst since 1998, when 43 died".
    """
    earlier = [date for date in near if date.end <= figure.start]
    if not earlier:
        return None
    last = earlier[-1]
    if figure.start - last.end <= _REACH and _WHEN.match(text, last.end):
        return last
    if figure.start - last.end <= _REACH and not _between(figures, last.end, figure.start):
        begins = max(
            (m.end() for m in _CLAUSE.finditer(text, region.start, last.start)), default=region.start
        )
        if _OPENING.fullmatch(text, begins, last.start) and not _OTHER.search(text, begins, last.start):
            return last
    first = earlier[0]
    return first if first is last and _OPENING.fullmatch(text, region.start, first.start) else None


def _paired(text: str, figure: Figure, figures: Sequence[Span]) -> bool:
    """Whether "and" joins the next figure to this one, with no verb between the two words."""
    following = figures[bisect_left(figures, figure.end, key=lambda span: span.start)]
    return _PAIR.search(text, figure.end, following.start) is not None


def _between(figures: Sequence[Span], start: int, end: int) -> int:
    """How many figures begin in the stretch."""
    first = bisect_left(figures, start, key=lambda span: span.start)
    return max(0, bisect_right(figures, end - 1, key=lambda span: span.start) - first)
