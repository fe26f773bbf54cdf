"""Sums that an editor works out in the text, in figures: "40 × 12 = 480"."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from operator import add, mul, sub, truediv

from msgspec import Struct

from sourced.extraction.numbers import numbers
from sourced.extraction.numbers.grammar import product
from sourced.model import Span

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
# "5m" is five million where it is money, else five metres.
_SCALE = r"[ \u00a0]?(?:hundred|thousand|lakh|million|crore|billion|bn|trillion|tn)\b"
_NUMBER = rf"(?:(?<=[$€£]){_DIGITS}m\b|{_DIGITS}(?:{_SCALE})?)"
_UNIT = r"(?:[ \u00a0]?(?:%|[^\W\d_]+[²³23]?)(?:[ \u00a0][^\W\d_]+)?)?"
_TERM = rf"[$€£]?{_NUMBER}{_UNIT}"
_MOST = 20  # terms behind the first; keeps the search linear
_SUM = re.compile(rf"(?<![\w.,])({_TERM}(?:\s*[×*+−–÷/-]\s*{_TERM}){{1,{_MOST}}})\s*([=≈])\s*({_TERM})")
_PART = re.compile(rf"[×*+−–÷/-]|(?<![^\W\d_]){_NUMBER}")
_FIRST: Mapping[str, Callable[[float, float], float]] = {"×": mul, "*": mul, "÷": truediv, "/": truediv}
_THEN: Mapping[str, Callable[[float, float], float]] = {"+": add, "−": sub, "–": sub, "-": sub}
# How far the result of "≈" may be off: it is rounded, not guessed.
_ROUNDED = 0.05


class Sum(Struct, frozen=True):
    """A sum: where it stands, its terms, where its result stands, and whether the result is right."""

    span: Span
    terms: tuple[tuple[Span, float], ...]
    result: Span
    worked_out: float
    right: bool


def find(text: str) -> Iterator[Sum]:
    """The sums in a text, in its order. Products come before sums, as everywhere."""
    for match in _SUM.finditer(text):
        parts = [(part[0], part.start()) for part in _PART.finditer(text, match.start(1), match.end(1))]
        values = [(Span(at, at + len(number)), _value(number)) for number, at in parts[::2]]
        worked_out = _work_out([value for _, value in values], [sign for sign, _ in parts[1::2]])
        given = re.compile(_NUMBER).search(text, match.start(3), match.end(3))
        if worked_out is None or given is None:
            continue
        start = given.start()
        told = _value(given[0])
        near = math.isclose(told, worked_out, rel_tol=_ROUNDED if match[2] == "≈" else 1e-9)
        yield Sum(Span(*match.span()), tuple(values), Span(start, start + len(given[0])), worked_out, near)


def _value(number: str) -> float:
    digits = re.match(_DIGITS, number)
    assert digits is not None  # noqa: S101  # what is matched begins with digits
    word = number[digits.end() :].strip().replace("\u00a0", "")
    times = numbers.scale("million" if word == "m" else word) if word else 1
    return product(float(digits[0].replace(",", "")), times)


def _work_out(values: list[float], signs: list[str]) -> float | None:
    """The result, None where it is divided by nothing."""
    if len(values) != len(signs) + 1:
        return None
    total = [values[0]]
    added = []
    for sign, value in zip(signs, values[1:], strict=True):
        if sign in _FIRST:
            if not value and _FIRST[sign] is truediv:
                return None
            total[-1] = _FIRST[sign](total[-1], value)
        else:
            added.append(sign)
            total.append(value)
    result = total[0]
    for sign, value in zip(added, total[1:], strict=True):
        result = _THEN[sign](result, value)
    return result
