"""The words beside an expression, and the lists in ``time_contexts.tsv`` that they are looked up in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sourced import wordlists
from sourced.extraction.dates.expressions import Expression

_WHOLE = ("day", "ary", "March", "April", "May", "June", "July", "August", "ber")  # what is no abbreviation
STOPS = frozenset((",", ".", ";", ":", ")", ""))
_MARKS = frozenset("\"'“”‘’«»`")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return wordlists.classes(__package__, "time_contexts.tsv")


def listed(word: str, name: str) -> bool:
    """Whether a word is in a list."""
    return word.lower() in _lists()[name]


class Place(NamedTuple):
    """An expression and two words on each side of it; they are empty at the ends of a paragraph."""

    rule: str
    parts: dict[str, str]
    words: str
    earlier: str
    before: str
    after: str
    beyond: str

    @property
    def title_like(self) -> bool:
        """Whether it ends in a capital and goes on with one: "Winter Olympics"."""
        return self.words.split()[-1][0].isupper() and self.after[:1].isupper()

    @property
    def in_marks(self) -> bool:
        """Whether quotation marks hold it alone: a title."""
        return self.before in _MARKS and (
            self.after in _MARKS or (self.after in (",", ".") and self.beyond in _MARKS)
        )


def beside(text: str, expression: Expression) -> Place:
    """An expression among the words beside it; a full stop after a whole name is none of its own."""
    tokens, first, last = expression.tokens, expression.first, expression.last
    stopped = last - first > 1 and tokens[last - 1].value == "."
    if stopped and text[tokens[last - 2].start : tokens[last - 2].end].endswith(_WHOLE):
        last -= 1
    words = [
        text[tokens[n].start : tokens[n].end] if 0 <= n < len(tokens) else ""
        for n in (first - 2, first - 1, last, last + 1)
    ]
    return Place(expression.rule, expression.parts, expression.span.surface(text), *words)
