"""Numbers in digits, in words and in both: "1,200", "two and a half", "1.2 million", "a dozen"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sourced import wordlists
from sourced.extraction.numbers import numerals
from sourced.extraction.numbers.grammar import Lexeme, Parser, Shape

_TOKEN = re.compile(rf"(?P<none>{numerals.NO_NUMBER})|(?P<numeral>{numerals.NUMERAL})|(?P<word>[^\W\d_]+|&)")
# A minus that a token's blank parts from its digits: a dash does not follow a preposition or "is".
_SPACED_MINUS = re.compile(
    r"\b(?:to|at|of|from|between|and|or|by|near|below|above|is|was|are|were|reached|hit|convert)\s[-−] $"
)
_LONE = frozenset("article and of point minus suffix vague".split())


class Number(NamedTuple):
    """A number in a text.

    ``value`` is None for plurals that leave it open ("dozens", "tens of thousands"), whose shape is
    "many". "part" is a fraction in words ("a third"); "digits" has a numeral in it.
    """

    start: int
    end: int
    value: float | None
    shape: Shape


@cache
def _words() -> dict[str, tuple[str, float]]:
    rows = wordlists.rows(__package__, "number_words.tsv")
    return {word: (kind, float(value)) for kind, value, words in rows for word in words.split()}


def value(words: str) -> float | None:
    """The number that ``words`` are as a whole ("two and a half": 2.5), None when they are none."""
    stripped = words.strip()
    found = scan(stripped)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)):
        return found[0].value
    return None


def scan(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """The numbers in ``text[start:end]``, in order, not overlapping; ranks ("twenty-first") are left out."""
    known = _words()
    found: list[Number] = []
    run: list[Lexeme] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        lexeme = _lexeme(match, known, run)
        if run and (lexeme is None or text[run[-1].end : lexeme.start].strip() not in ("", "-", "‑")):
            found += _parse(run)
            run = []
        if lexeme:
            run.append(lexeme)
    found += _parse(run)
    return tuple(found)


def _lexeme(match: re.Match[str], known: dict[str, tuple[str, float]], run: list[Lexeme]) -> Lexeme | None:
    if match["none"]:
        return None
    if match["numeral"]:
        number = numerals.value(match)
        return None if number is None else _numeral(match, number)
    entry = known.get(match[0])
    if entry and entry[0] == "suffix":
        if not run or run[-1].kind != "numeral" or run[-1].end != match.start():
            return None
        return Lexeme(match.start(), match.end(), "scale", entry[1])
    entry = entry or known.get(match[0].lower())
    if entry and entry[0] == "minus" and match.string.endswith("or ", 0, match.start()):
        return None  # "plus or minus three"
    return Lexeme(match.start(), match.end(), *entry) if entry else None


def _numeral(match: re.Match[str], number: float) -> Lexeme:
    text, start = match.string, match.start()
    dashed = text[max(0, start - 2) : start] in ("- ", "− ")
    if dashed and _SPACED_MINUS.search(text, max(0, start - 12), start):
        return Lexeme(start - 2, match.end(), "numeral", -number)
    return Lexeme(start, match.end(), "numeral", number)


def _parse(run: list[Lexeme]) -> list[Number]:
    if all(lexeme.kind in _LONE for lexeme in run):
        return []
    found = []
    position = 0
    while position < len(run):
        step = Parser(run).number(position)
        if step.value is not None or step.shape == "many":
            last = run[step.next - 1]
            found.append(Number(run[position].start, last.end, step.value, step.shape))
        position = step.next
    return found
