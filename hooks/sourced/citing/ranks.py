"""Ranks in a text, in words and in figures: "the third round", "the 21st attack"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sourced import wordlists
from sourced.extraction import numbers
from sourced.model import Span

_IN_FIGURES = r"(?<![\w.,])(?P<figures>\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th)\b"
# Fractions that are no ranks.
_PARTS = frozenset({"half", "quarter"})
# Alone they put things in order more often than they count them; "twenty-first" counts.
_LOW = {"first": 1, "second": 2}


@lru_cache(maxsize=4096)  # most passages and blocks stay as they are
def find(text: str) -> tuple[tuple[Span, int], ...]:
    """Where each rank stands, and which it is; a fraction ("a third of them") looks like one."""
    return tuple(_find(text))


def _find(text: str) -> Iterator[tuple[Span, int]]:
    for match in _pattern().finditer(text):
        span = Span(*match.span())
        if match["figures"]:
            yield span, int(match["figures"].replace(",", ""))
        else:
            tens = _values("tens").get((match["tens"] or "").lower(), 0)
            rank = (_LOW | _ranks())[match["word"].lower()]
            if tens or rank not in _LOW.values():
                yield span, tens + rank


@cache
def _pattern() -> re.Pattern[str]:
    tens, ranks = "|".join(_values("tens")), "|".join((*_LOW, *_ranks()))
    words = rf"(?<![\w-])(?:(?P<tens>{tens})[- ])?(?P<word>{ranks})\b(?!-)"
    return re.compile(f"{_IN_FIGURES}|{words}", re.IGNORECASE)


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for word, rank in _values("part").items() if word not in _PARTS}


@cache
def _values(kind: str) -> dict[str, int]:
    """The words of one kind in the table of number words, and their values."""
    rows = wordlists.rows(numbers.__name__, "number_words.tsv")
    return {word: int(value) for name, value, words in rows if name == kind for word in words.split()}
