"""Numbers in digits, in words and in both: "1,200", "two and a half", "1.2 million", "a dozen"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sourced import wordlists
from sourced.extraction.numbers import numerals
from sourced.extraction.numbers.grammar import Lexeme, Parser, Shape

# The first two take what is plain at once: a word or a few digits with blanks around.
_TOKEN = re.compile(
    r"(?P<word>[A-Za-z]++(?= ))|(?P<plain>(?<=[a-z] )[0-9]{1,3}(?= [a-wyz]))"
    rf"|(?P<none>{numerals.NO_NUMBER})|(?P<numeral>{numerals.NUMERAL})|(?P<other>[^\W\d_]+|&)"
)
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


def scale(word: str) -> float:
    """What a word of scale multiplies by ("million", "bn"). Raises KeyError for any other word."""
    kind, times = _words()[word]
    if kind not in ("hundred", "scale"):
        raise KeyError(word)
    return times


def scan(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """The numbers in ``text[start:end]``, in order, not overlapping; ranks ("twenty-first") are left out."""
    known = _words()
    found: list[Number] = []
    run: list[Lexeme] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        if not run and match.lastgroup == "word" and match[0].lower() not in known:
            continue
        lexeme = _lexeme(match, known, run)
        if run and (lexeme is None or text[run[-1].end : lexeme.start].strip() not in ("", "-", "‑")):
            _parse(run, found)
            run = []
        if lexeme:
            run.append(lexeme)
    _parse(run, found)
    return tuple(found)


def _lexeme(match: re.Match[str], known: dict[str, tuple[str, float]], run: list[Lexeme]) -> Lexeme | None:
    shape = match.lastgroup
    if shape == "none":
        return None
    if shape == "plain":
        return _numeral(match, float(match[0]))
    if shape == "numeral":
        number = numerals.value(match)
        return None if number is None else _numeral(match, number)
    word = match[0]
    entry = known.get(word) or known.get(word.lower())
    if entry is None:
        return None
    if entry[0] == "suffix":
        if not run or run[-1].kind != "numeral" or run[-1].end != match.start():
            return None
        return Lexeme(match.start(), match.end(), "scale", entry[1])
    if entry[0] == "minus" and match.string.endswith("or ", 0, match.start()):
        return None  # "plus or minus three"
    return Lexeme(match.start(), match.end(), *entry)


def _numeral(match: re.Match[str], number: float) -> Lexeme:
    text, start = match.string, match.start()
    dashed = text[max(0, start - 2) : start] in ("- ", "− ")
    if dashed and _SPACED_MINUS.search(text, max(0, start - 12), start):
        return Lexeme(start - 2, match.end(), "numeral", -number)
    return Lexeme(start, match.end(), "numeral", number)


def _parse(run: list[Lexeme], found: list[Number]) -> None:
    """Add the numbers of a run to those found."""
    if len(run) == 1 and run[0].kind == "numeral":
        found.append(Number(run[0].start, run[0].end, run[0].value, "digits"))
        return
    if all(lexeme.kind in _LONE for lexeme in run):
        return
    parser, position = Parser(run), 0
    while position < len(run):
        step = parser.number(position)
        if step.value is not None or step.shape == "many":
            last = run[step.next - 1]
            found.append(Number(run[position].start, last.end, step.value, step.shape))
        position = step.next
