"""Multiples in one word: "twice", "double the rate", "tenfold"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sourced import wordlists
from sourced.model import Span

_REACH = 16  # characters in which the word before stands
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_DETERMINER = re.compile(
    r"\s(?:the|that|those|this|these|its|his|her|their|our|your|my|what|last|an?|as many|as much|\w+[’']s?)\s"
)
# Words before a multiple that take it for something else, by where the multiple stands: "once or twice"
# leaves it open, "will double the rate" is a verb, "the reason is twofold" has two parts.
_ELSE = {
    "anywhere": frozenset("or think thinking thought".split()),
    "before": frozenset("to can may will would could should might must not".split()),
    "fold": frozenset("is are was were be".split()),
}


class Multiple(NamedTuple):
    """A word that says how many times."""

    span: Span
    value: float


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    known = {
        f"{word}fold" if place == "fold" else word: (place, float(value))
        for value, place, words in wordlists.rows(__package__, "multiples.tsv")
        for word in words.split()
    }
    return re.compile(rf"(?<![\w-])(?:{'|'.join(known)})(?![\w-])", re.IGNORECASE), known


def find(text: str, start: int, end: int) -> list[Multiple]:
    """The multiples of ``text[start:end]`` in order."""
    pattern, known = _table()
    found = []
    for match in pattern.finditer(text, start, end):
        place, value = known[match[0].lower()]
        before = _WORD_BEFORE.search(text, max(start, match.start() - _REACH), match.start())
        other = before is not None and before[1].lower() in _ELSE[place]
        if not other and (place != "before" or _DETERMINER.match(text, match.end())):
            found.append(Multiple(Span(*match.span()), value))
    return found
