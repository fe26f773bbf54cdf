"""S003: a number that stands in no passage cited there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from sourced import wordlists
from sourced.citing import ranks, reread, stated_dates, sums
from sourced.citing.blocks import Block
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.citing.typography import normal
from sourced.merging.comparisons.measures import written
from sourced.model import Figure, Finding, Span

CODE = "S003"
# What the page itself counts: "the two accounts". Where it cites something, "two" is a claim.
_SHORT = frozenset(
    {("point", "percentage point"), ("degree", "degree Celsius")}
)  # what a unit may be called for short
_ONE, _TWO = frozenset({"one"}), frozenset({"one", "two", "of", "the"})
_LATER = re.compile(r" (?:later|earlier|after|before|on)\b")
_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}
_PAIR = re.compile(r"(?<![\w.,:/-])(\d+)(?:[-–]| to )(\d+)(?![\w/-]|[.,:]\d)")
# A letter right before a digit, or a capital right behind it, makes a name: "A4", "S001", "5G". What is a
# unit has been read as one.
_NUMBER = re.compile(r"\d+")
_NAMED = re.compile(r"[^\W\d_]\d|\d[^\W\da-z_]")
_DIGITS = re.compile(r"(?<![\w.,-])(?:[^\W\d_]+-)?[^\W_]*\d[\w.,:/-]*(?<![.,:/-])")


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each number that no passage gives so which its block cites, and each wrong sum."""
    for block in page.blocks:
        passages = [text for key in page.cited_for(block) for text in ground.passages(key)]
        for span, message in _wrong(block, passages):
            if not _is_later(span, block, page, ground):
                yield page.finding(block, span.start, CODE, message)


def _wrong(block: Block, passages: list[str]) -> Iterator[tuple[Span, str]]:
    """What is wrong with the numbers of a block. Who reads a number first has judged it."""
    judged: list[Span] = []
    for read in (_sums, _scores, _figures, _dates, _ranks, _others):
        found = [one for one in read(block, passages) if not any(map(one[0].overlaps, judged))]
        judged += (span for span, _ in found)
        yield from ((span, message) for span, message in found if message)


_Judged = Iterator[tuple[Span, str | None]]


def _sums(block: Block, passages: list[str]) -> _Judged:
    for one in sums.find(block.line):
        for span, value in one.terms:
            known = any(
                figure.value == value for passage in passages for figure in reread.numbers(passage)[0]
            )
            yield span, None if known else _message(span.surface(block.line), passages)
        told = f"{one.span.surface(block.line)}: it is {written(one.worked_out)}"
        yield one.result, None if one.right else told


def _scores(block: Block, passages: list[str]) -> _Judged:
    """Scores that a passage has, one way round or the other: "52-48", "52 to 48"."""
    known = [pair for passage in passages for pair in _pairs(passage)]
    for match in _PAIR.finditer(block.line):
        here = match.groups()
        if here in known or here[::-1] in known:
            yield Span(*match.span()), None if here in known else _message(match[0], passages)


def _dates(block: Block, passages: list[str]) -> _Judged:  # noqa: ARG001  # all readers take them
    yield from ((date, None) for date in reread.numbers(block.line)[1])


def _figures(block: Block, passages: list[str]) -> _Judged:
    text = block.line
    for figure in reread.numbers(text)[0]:
        given = _own_count(figure, text, block) or any(_given(figure, text, passage) for passage in passages)
        yield figure, None if given else _message(figure.surface(text), passages, figure)


def _ranks(block: Block, passages: list[str]) -> _Judged:
    known = {rank for passage in passages for _, rank in ranks.find(passage)}
    for span, rank in ranks.find(block.line):
        yield span, None if rank in known else _message(span.surface(block.line), passages)


def _others(block: Block, passages: list[str]) -> _Judged:
    """Numbers in names and the like stand as they are.

    A name is no number, and is wrong only where a passage has another of its kind: "G7" for "G20".
    """
    for match in _DIGITS.finditer(block.line):
        known = not _is_to_stand(match[0], passages) or any(
            _stands(match[0], passage) for passage in passages
        )
        yield Span(*match.span()), None if known else _message(match[0], passages)


def _is_to_stand(token: str, passages: list[str]) -> bool:
    """Whether a token with digits is to stand in a passage: a number is, a name if others of its kind do."""
    if not _NAMED.search(token):
        return True
    kind = _NUMBER.sub("#", token)
    return any(_NUMBER.sub("#", one[0]) == kind for text in passages for one in _DIGITS.finditer(text))


@lru_cache(maxsize=4096)
def _pairs(passage: str) -> tuple[tuple[str | None, ...], ...]:
    """The scores of a passage: two numbers that are no range of anything."""
    ranges = [figure for figure in reread.numbers(passage)[0] if isinstance(figure.value, tuple)]
    return tuple(
        match.groups()
        for match in _PAIR.finditer(passage)
        if not any(map(Span(*match.span()).overlaps, ranges))
    )


def _is_later(span: Span, block: Block, page: Page, ground: Ground) -> bool:
    """Whether a page only tells how one of its sources' dates follows another: "two days later"."""
    later = _LATER.match(block.line, span.end) if isinstance(span, Figure) and span.unit in _DAYS else None
    if not later or not isinstance(span, Figure) or not isinstance(span.value, float):
        return False
    unit = _DAYS[str(span.unit)]
    return any(abs(days - span.value * unit) < max(1, unit / 2) for days in stated_dates.apart(page, ground))


def _own_count(figure: Figure, text: str, block: Block) -> bool:
    return figure.unit is None and set(figure.surface(text).lower().split()) <= (
        _ONE if block.cited else _TWO
    )


def _given(figure: Figure, text: str, passage: str) -> bool:
    if figure.bound == "=" and figure.unit is None and figure.surface(text) in sum(_pairs(passage), ()):
        return True  # one side of a score
    return any(_same(figure, text, known, passage) for known in reread.numbers(passage)[0])


def _same(figure: Figure, text: str, known: Figure, passage: str) -> bool:
    """Whether a page's figure is one of a passage: value, bound, unit and whole."""
    if figure.value is None or known.value is None:
        return figure.value == known.value and _head(figure, text) == _head(known, passage)
    return (
        figure.value == known.value
        and figure.bound == known.bound
        and (figure.bound == "=" or _closeness(figure, text) <= _closeness(known, passage))
        and (figure.of is None or figure.of == known.of)
        and (figure.unit is None or _same_unit(figure.unit, known.unit or ""))
    )


def _same_unit(unit: str, known: str) -> bool:
    """Whether a unit is the passage's, or short for it: "5 points" of percentage, "3 rupees" of India."""
    national = known[:1].isupper() and known.endswith(f" {unit}")
    return unit == known or national or (unit, known) in _SHORT


def _closeness(figure: Figure, text: str) -> int:
    """How close the bound of a figure holds its number; see ``bounds.tsv``."""
    words = figure.surface(text).lower()
    usual = 0 if figure.bound == "~" else 1
    return next((level for phrase, level in _bounds().items() if phrase in words), usual)


@cache
def _bounds() -> dict[str, int]:
    return {phrase: int(level) for level, phrase in wordlists.rows(__package__, "bounds.tsv")}


def _head(figure: Figure, text: str) -> str:
    """The words that stand for the number of an indefinite: "dozens", "hundreds of thousands"."""
    return figure.surface(text).lower().removeprefix("many ").removeprefix("a ")


def _stands(token: str, passage: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(normal(token).text)}(?!\w)", normal(passage).text))


def _message(number: str, passages: Sequence[str], figure: Figure | None = None) -> str:
    if not passages:
        return f'"{number}" cites nothing: a number needs the passage that gives it'
    known = [] if figure is None else [one for passage in passages for one in _near(figure, passage)]
    return f'"{number}" stands in no passage cited here' + (f": the source has {known[0]}" if known else "")


def _near(figure: Figure, passage: str) -> Iterator[str]:
    """The passage's figures that come near: those of the same value, then those of the same unit."""
    for same_value in (True, False):
        for known in reread.numbers(passage)[0]:
            alike = known.value == figure.value if same_value else known.unit == figure.unit
            if alike and (known.unit or _as_large(known, figure)):
                yield f'"{known.surface(passage)}"'


def _as_large(known: Figure, figure: Figure) -> bool:
    """Whether neither of two numbers has ten times the other; of a range or "dozens" that is not asked."""
    one, other = known.value, figure.value
    return not (isinstance(one, float) and isinstance(other, float)) or one < 10 * other < 100 * one
