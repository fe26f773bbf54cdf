"""S003: a number that stands in no passage cited there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sourced.citing import reread, sums
from sourced.citing.blocks import Block
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.citing.typography import normal
from sourced.merging.measures import written
from sourced.model import Figure, Finding, Span

CODE = "S003"
# What the page itself counts: "the two accounts". Where it cites something, "two" is a claim.
_ONE, _TWO = frozenset({"one"}), frozenset({"one", "two", "of", "the"})
_DIGITS = re.compile(r"(?<![\w.,-])(?:[^\W\d_]+-)?[^\W_]*\d[\w.,:/-]*(?<![.,:/-])")


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each number that no passage gives so which its block cites, and each wrong sum."""
    for block in page.blocks:
        passages = [text for key in page.cited_for(block) for text in ground.passages(key)]
        for span, message in _wrong(block, passages):
            yield page.finding(block, span.start, CODE, message)


def _wrong(block: Block, passages: list[str]) -> Iterator[tuple[Span, str]]:
    text = block.line
    worked_out = list(sums.find(text))
    for one in worked_out:
        if not one.right:
            yield one.result, f"{one.span.surface(text)}: it is {written(one.worked_out)}"
        for span, value in one.terms:
            if not any(known.value == value for passage in passages for known in reread.numbers(passage)[0]):
                yield span, _message(span.surface(text), passages)
    here, when = reread.numbers(text)
    for figure in here:
        if any(one.span.overlaps(figure) for one in worked_out) or _own_count(figure, text, block):
            continue
        if not any(_given(figure, text, passage) for passage in passages):
            yield figure, _message(figure.surface(text), passages, figure)
    covered = [*here, *when, *(one.span for one in worked_out)]
    for match in _DIGITS.finditer(text):
        token = Span(*match.span())
        if any(token.overlaps(span) for span in covered):
            continue
        if not any(_stands(match[0], passage) for passage in passages):
            yield token, _message(match[0], passages)


def _own_count(figure: Figure, text: str, block: Block) -> bool:
    return figure.unit is None and set(figure.surface(text).lower().split()) <= (
        _ONE if block.cited else _TWO
    )


def _given(figure: Figure, text: str, passage: str) -> bool:
    return any(_same(figure, text, known, passage) for known in reread.numbers(passage)[0])


def _same(figure: Figure, text: str, known: Figure, passage: str) -> bool:
    """Whether a page's figure is one of a passage: value, bound, unit and whole."""
    if figure.value is None or known.value is None:
        return figure.value == known.value and _head(figure, text) == _head(known, passage)
    return (
        figure.value == known.value
        and figure.bound == known.bound
        and (figure.of is None or figure.of == known.of)
        and (figure.unit is None or figure.unit == known.unit)
    )


def _head(figure: Figure, text: str) -> str:
    """The word that stands for the number of an indefinite: "dozens"."""
    return figure.surface(text).lower().split(" of ")[0].split()[-1]


def _stands(token: str, passage: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(normal(token).text)}(?!\w)", normal(passage).text))


def _message(number: str, passages: Sequence[str], figure: Figure | None = None) -> str:
    if not passages:
        return f'"{number}" cites nothing: a number needs the passage that gives it'
    known = [] if figure is None else [one for passage in passages for one in _near(figure, passage)]
    return f'"{number}" stands in no passage cited here' + (f": the source has {known[0]}" if known else "")


def _near(figure: Figure, passage: str) -> Iterator[str]:
    """The passage's figures that come near: those of the same value first, then those of the same unit."""
    for same_value in (True, False):
        for known in reread.numbers(passage)[0]:
            alike = known.value == figure.value if same_value else known.unit == figure.unit
            if alike:
                yield f'"{known.surface(passage)}"'
