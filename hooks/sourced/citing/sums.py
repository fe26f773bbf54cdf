"""Sums that an editor works out in the text, in figures: "40 × 12 = 480"."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from operator import add, mul, sub, truediv

from msgspec import Struct

from sourced.model import Span

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"(?:[ \u00a0]?(?:%|[^\W\d_]+[²³23]?)(?:[ \u00a0][^\W\d_]+)?)?"
_TERM = rf"[$€£]?{_NUMBER}{_UNIT}"
_SUM = re.compile(rf"(?<![\w.,])({_TERM}(?:\s*[×*+−–÷/-]\s*{_TERM})+)\s*([=≈])\s*({_TERM})")
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
        given = re.search(_NUMBER, match[3])
        if worked_out is None or given is None:
            continue
        start = match.start(3) + given.start()
        told = _value(given[0])
        near = math.isclose(told, worked_out, rel_tol=_ROUNDED if match[2] == "≈" else 1e-9)
        yield Sum(Span(*match.span()), tuple(values), Span(start, start + len(given[0])), worked_out, near)


def _value(number: str) -> float:
    return float(number.replace(",", ""))


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
