"""Multiples in one word: "twice", "double the rate", "tenfold"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sourced import wordlists
from sourced.model import Span

# "once or twice" leaves it open, "think twice" counts nothing, "is twofold" has two parts.
_BEFORE = "".join(rf"(?<!\b{word} )" for word in "or think thinking thought".split()) + r"(?<![\w-])"
_DETERMINED = (
    r"(?=\s(?:the|that|those|this|these|its|his|her|their|our|your|my|what|last|an?|as many|as much"
    r"|\w+[’']s?)\s)"
)
# "will double the rate": there it is a verb.
_NO_VERB = "".join(rf"(?<!\b{word} )" for word in "to can may will would could should might must not".split())
_NO_PARTS = "".join(rf"(?<!\b{word} )" for word in "is are was were be".split())


class Multiple(NamedTuple):
    """A word that says how many times."""

    span: Span
    value: float


@cache
def _table() -> tuple[re.Pattern[str], dict[str, float]]:
    rows = wordlists.rows(__package__, "multiples.tsv")
    values: dict[str, float] = {}
    spelt: dict[str, list[str]] = {"anywhere": [], "before": [], "fold": []}
    for value, place, words in rows:
        for word in words.split():
            key = f"{word}fold" if place == "fold" else word
            values[key] = float(value)
            spelt[place].append(word)
    anywhere, before, fold = ("|".join(spelt[place]) for place in ("anywhere", "before", "fold"))
    return (
        re.compile(
            rf"{_BEFORE}(?:(?:{anywhere})|{_NO_VERB}(?:{before}){_DETERMINED}|{_NO_PARTS}(?:{fold})fold)(?![\w-])",
            re.IGNORECASE,
        ),
        values,
    )


def find(text: str, start: int, end: int) -> list[Multiple]:
    """The multiples of ``text[start:end]`` in order."""
    pattern, values = _table()
    return [
        Multiple(Span(*match.span()), values[match[0].lower()])
        for match in pattern.finditer(text, start, end)
    ]
