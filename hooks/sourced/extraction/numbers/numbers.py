"""Numbers in digits, in words and in both: "1,200", "two and a half", "1.2 million", "a dozen"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from sourced import wordlists
from sourced.extraction.numbers import numerals

Shape = Literal["digits", "words", "part", "many"]

_TOKEN = re.compile(rf"(?P<none>{numerals.NO_NUMBER})|(?P<numeral>{numerals.NUMERAL})|(?P<word>[^\W\d_]+|&)")
# A minus that a token's blank parts from its digits: a dash does not follow a preposition or "is".
_SPACED_MINUS = re.compile(
    r"\b(?:to|at|of|from|between|and|or|by|near|below|above|is|was|are|were|reached|hit|convert)\s[-−] $"
)
_COUNTS_BY = frozenset(("hundred", "scale", "dozen"))
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


class _Lexeme(NamedTuple):
    start: int
    end: int
    kind: str
    value: float


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
    run: list[_Lexeme] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        lexeme = _lexeme(match, known, run)
        if run and (lexeme is None or text[run[-1].end : lexeme.start].strip() not in ("", "-", "‑")):
            found += _parse(run)
            run = []
        if lexeme:
            run.append(lexeme)
    found += _parse(run)
    return tuple(found)


def _lexeme(match: re.Match[str], known: dict[str, tuple[str, float]], run: list[_Lexeme]) -> _Lexeme | None:
    if match["none"]:
        return None
    if match["numeral"]:
        number = numerals.value(match)
        return None if number is None else _numeral(match, number)
    entry = known.get(match[0])
    if entry and entry[0] == "suffix":
        if not run or run[-1].kind != "numeral" or run[-1].end != match.start():
            return None
        return _Lexeme(match.start(), match.end(), "scale", entry[1])
    entry = entry or known.get(match[0].lower())
    if entry and entry[0] == "minus" and match.string.endswith("or ", 0, match.start()):
        return None  # "plus or minus three"
    return _Lexeme(match.start(), match.end(), *entry) if entry else None


def _numeral(match: re.Match[str], number: float) -> _Lexeme:
    text, start = match.string, match.start()
    dashed = text[max(0, start - 2) : start] in ("- ", "− ")
    if dashed and _SPACED_MINUS.search(text, max(0, start - 12), start):
        return _Lexeme(start - 2, match.end(), "numeral", -number)
    return _Lexeme(start, match.end(), "numeral", number)


def _parse(run: list[_Lexeme]) -> list[Number]:
    if all(lexeme.kind in _LONE for lexeme in run):
        return []
    found = []
    position = 0
    while position < len(run):
        step = _Parser(run).number(position)
        if step.value is not None or step.shape == "many":
            last = run[step.next - 1]
            found.append(Number(run[position].start, last.end, step.value, step.shape))
        position = step.next
    return found


class _Step(NamedTuple):
    """What was read: its value (None for nothing, or for "many") and where to go on."""

    value: float | None
    next: int
    shape: Shape = "words"


class _Parser:
    """A grammar of English numbers over one run of number words; it looks a few words ahead at most."""

    def __init__(self, run: list[_Lexeme]) -> None:
        self.run = run

    def kind(self, at: int) -> str:
        return self.run[at].kind if at < len(self.run) else ""

    def number(self, at: int) -> _Step:
        if self.kind(at) == "minus":
            step = (
                self.number(at + 1) if self.kind(at + 1) not in ("minus", "many", "") else _Step(None, at + 1)
            )
            return step._replace(value=-step.value) if step.value is not None else _Step(None, at + 1)
        return self.many(at) or self.part(at) or self.mixed(at) or _Step(None, at + 1)

    def many(self, at: int) -> _Step | None:
        """What leaves it open: "dozens", "tens of thousands", "several hundred", "a couple of thousand"."""
        vague = at + (self.kind(at) == "article")
        if self.kind(vague) == "vague":
            after = vague + 1 + (self.kind(vague + 1) == "of")
            end = after
            while self.kind(end) in _COUNTS_BY or self.kind(end) == "many":
                end += 1
            return _Step(None, end, "many") if end > after else None
        if self.kind(at) != "many":
            return None
        after = at + 1
        while self.kind(after) == "of" and self.kind(after + 1) == "many":
            after += 2
        return _Step(None, after, "many")

    def part(self, at: int) -> _Step | None:
        """Fractions: "a third", "two-thirds", "half a million", "three quarters of a million"."""
        step = self._fraction(at)
        if step is None or step.value is None:
            return None
        after = self._whole(step.next)
        if after is not None:
            return _Step(step.value * self.run[after].value, after + 1)
        return step

    def _fraction(self, at: int) -> _Step | None:
        kind = self.kind(at)
        if kind == "part" and self.run[at].value in (2, 4):
            # Bare: only "half", and "quarter" where it divides a number ("quarter million").
            if self.run[at].value == 2 or self._whole(at + 1) is not None:
                return _Step(1 / self.run[at].value, at + 1, "part")
            return None
        if kind == "article" or (kind == "digit" and self.run[at].value == 1):
            if self.kind(at + 1) == "part":
                return _Step(1 / self.run[at + 1].value, at + 2, "part")
            return None
        if kind in ("digit", "teen", "tens", "numeral"):
            step = _Step(self.run[at].value, at + 1) if kind == "numeral" else self._small(at)
            if step and step.value is not None and self.kind(step.next) == "parts":
                return _Step(step.value / self.run[step.next].value, step.next + 1, "part")
        return None

    def _whole(self, at: int) -> int | None:
        """Where "million" stands in "million", "a million", "of a million" after a fraction."""
        if self.kind(at) == "of" and self.kind(at + 1) == "article":
            at += 1
        if self.kind(at) == "article":
            at += 1
        return at if self.kind(at) in _COUNTS_BY else None

    def mixed(self, at: int) -> _Step | None:
        """A whole number with what may follow it: a fraction, decimals."""
        whole = self.cardinal(at)
        if whole is None or whole.value is None:
            return whole
        number, after = whole.value, whole.next
        fraction = self._fraction(after + 1) if self.kind(after) == "and" else None
        if fraction and fraction.value is not None:
            last = self.run[after - 1]
            unit = last.value if last.kind == "scale" else 1
            scale = self.kind(fraction.next) == "scale"
            if scale and unit > 1:
                number += fraction.value * self.run[fraction.next].value
            elif scale:
                number = (number + fraction.value) * self.run[fraction.next].value
            else:
                number += fraction.value * unit
            return _Step(number, fraction.next + scale, whole.shape)
        if self.kind(after) == "point":
            return self._decimals(whole)
        return whole

    def _decimals(self, whole: _Step) -> _Step:
        digits, at = "", whole.next + 1
        while self.kind(at) in ("digit", "teen", "tens", "numeral"):
            step = self._small(at) or _Step(self.run[at].value, at + 1)
            digits += f"{step.value:.0f}"
            at = step.next
        if not digits or whole.value is None:
            return whole
        number = whole.value + float(f"0.{digits}")
        if self.kind(at) == "scale":
            return _Step(number * self.run[at].value, at + 1, whole.shape)
        return _Step(number, at, whole.shape)

    def cardinal(self, at: int) -> _Step | None:
        """Groups of falling size: "two hundred and two thousand", "twenty-one trillion three hundred"."""
        total, ceiling, after = 0.0, float("inf"), at
        shape: Shape = "words"
        while True:
            joined = self.kind(after) == "and" and after > at
            group = self._group(after + joined)
            if group is None or group.value is None:
                break
            if joined and self.kind(group.next) in ("part", "parts"):
                break
            if after > at and (group.value >= ceiling or not self._joins(after, group.next, joined=joined)):
                break
            total, after = total + group.value, group.next
            if any(lexeme.kind == "numeral" for lexeme in self.run[at:after][:1]):
                shape = "digits"
            scale = self.run[after - 1]
            if scale.kind != "scale":
                break
            ceiling = scale.value
        if after == at:
            return None
        if shape == "words" and self._is_rank(after):
            return _Step(None, after + 1)
        return _Step(total, after, shape)

    def _joins(self, at: int, end: int, *, joined: bool) -> bool:
        """Whether a further group belongs to the number: "two million five" may be two numbers."""
        kinds = {lexeme.kind for lexeme in self.run[at:end]}
        big = bool(kinds & {"hundred", "scale"})
        return big or (joined and "numeral" not in kinds)

    def _is_rank(self, at: int) -> bool:
        """Whether what ends before ``at`` is part of a rank: "twenty-first", "two hundredth"."""
        before = self.run[at - 1]
        if before.kind in ("hundred", "scale"):
            at += self.kind(at) == "and"
            at += self.kind(at) == "tens"
            return self.kind(at) in ("rank", "part") and self.run[at].value != 2  # not a half
        if self.kind(at) == "part" and self.run[at].value >= 100:
            return before.value > 1
        return before.kind == "tens" and self.kind(at) in ("rank", "part") and self.run[at].value < 10

    def _group(self, at: int) -> _Step | None:
        """Hundreds with their scale: "three hundred and five thousand", "1.2 million", "a dozen"."""
        step = self._hundreds(at)
        if step is None or step.value is None:
            return None
        number, after = step.value, step.next
        for _ in range(2):  # "three lakh crore", "a million million"
            if self.kind(after) in ("scale", "dozen"):
                number *= self.run[after].value
                after += 1
        if self.kind(after) == "many" and self.run[after].value == 12:
            return _Step(number * 12, after + 1)
        return _Step(number, after)

    def _hundreds(self, at: int) -> _Step | None:
        kind = self.kind(at)
        if kind == "article" and self.kind(at + 1) in _COUNTS_BY:
            step = _Step(1, at + 1)
        elif kind == "hundred" and self.kind(at + 1) == "scale":
            return _Step(100, at + 1)
        elif kind == "numeral":
            step = _Step(self.run[at].value, at + 1)
        else:
            small = self._small(at)
            if small is None:
                return None
            step = small
        if self.kind(step.next) != "hundred" or step.value is None:
            return step
        hundreds, after = step.value * 100, step.next + 1
        rest_at = after + (self.kind(after) == "and")
        rest = self._small(rest_at)
        if rest is None and kind == "numeral" and self.kind(rest_at) == "numeral":
            rest = _Step(self.run[rest_at].value, rest_at + 1)
        if rest is None or rest.value is None or self.kind(rest.next) in ("hundred", "part", "parts"):
            return _Step(hundreds, after)
        if 0 < rest.value < 100 and rest.value.is_integer():
            return _Step(hundreds + rest.value, rest.next)
        return _Step(hundreds, after)

    def _small(self, at: int) -> _Step | None:
        """A number word below a hundred."""
        kind = self.kind(at)
        if kind in ("digit", "teen"):
            return _Step(self.run[at].value, at + 1)
        if kind == "tens":
            if self.kind(at + 1) == "digit" and self.run[at + 1].value > 0:
                return _Step(self.run[at].value + self.run[at + 1].value, at + 2)
            return _Step(self.run[at].value, at + 1)
        return None
