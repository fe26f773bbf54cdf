"""Measures of figures for comparing them: what values a figure leaves open, areas, ratios."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from babel.numbers import format_decimal
from babel.units import format_unit

from sourced.extraction.figures import unit_table
from sourced.merging.comparisons import conversion
from sourced.model import Amount

# What an indefinite number is at the least: hundreds are more than one and a half.
_AT_LEAST = {"millions": 1.5e6, "thousands": 1500.0, "hundreds": 150.0}
_TIMES = {"tens": 10, "hundreds": 100}

Interval = tuple[float, float]
Pair = tuple[Amount, Amount]

_ABOUT = 0.1
_CLDR = {"time": "duration"}  # what CLDR calls a kind that we call otherwise
_WIDTHS = frozenset({"wide", "broad", "long", "across", "in width", "in length", "width", "length"})
_DEPTHS = frozenset({"deep", "in depth", "depth", "wide", "broad", "in width", "width"})


def is_area(unit: str) -> bool:
    """Whether the unit measures an area."""
    return _dimension(unit) == "area"


def _dimension(unit: str) -> str | None:
    known = unit_table.known(unit)
    return known.dimension if known else None


def told(claim: Amount) -> Interval | None:
    """The lower and upper value that a figure tells, in SI units; None for an indefinite ("dozens")."""
    if claim.value is None:
        return None
    low, high = claim.value if isinstance(claim.value, tuple) else (claim.value, claim.value)
    return (_in_base(low, claim.unit), _in_base(high, claim.unit)) if claim.unit else (low, high)


def interval(claim: Amount) -> Interval | None:
    """The values that a figure and its bound leave open, in SI units; None for an indefinite."""
    if claim.value is None:
        return None
    low, high = claim.value if isinstance(claim.value, tuple) else (claim.value, claim.value)
    if claim.bound == ">":
        high = math.inf
    elif claim.bound == "<":
        low = -math.inf
    elif claim.bound == "~":
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    if claim.unit is None:
        return low, high
    return _in_base(low, claim.unit), _in_base(high, claim.unit)


def _in_base(value: float, unit: str) -> float:
    return conversion.in_base(value, unit) if math.isfinite(value) else value


def pairs(claims: Iterable[Amount]) -> list[Pair]:
    """A width and a depth (or length) of one sentence, in one unit of length: an area, worked out."""
    by_passage: dict[tuple[str, int], list[Amount]] = defaultdict(list)
    for claim in claims:
        if (
            claim.dimension
            and claim.unit
            and _dimension(claim.unit) == "length"
            and isinstance(claim.value, float | int)
        ):
            by_passage[claim.passage.source, claim.passage.start].append(claim)
    found = []
    for group in by_passage.values():
        if len(group) == 2 and group[0].unit == group[1].unit and group[0].dimension != group[1].dimension:
            first, second = group
            if first.dimension in _WIDTHS and second.dimension in _DEPTHS:
                found.append((first, second))
    return found


def product(pair: Pair) -> Interval | None:
    """The area of a width and a depth, in square meters."""
    one, other = interval(pair[0]), interval(pair[1])
    return (one[0] * other[0], one[1] * other[1]) if one and other and min(*one, *other) >= 0 else None


def open_to(claim: Amount) -> Interval | None:
    """The values that a figure leaves open once it is known that round numbers were rounded.

    A number of three digits or more that ends in noughts was rounded to two digits, or to the last one
    that is no nought: "12,000" may be 12,345, "100" may be 98. A dozen may be 11.
    """
    found = interval(claim)
    if claim.value is None:
        return _indefinite(claim.selector.exact.lower().split())
    if found is None or claim.bound != "=" or isinstance(claim.value, tuple) or not claim.value:
        return found
    half = claim.value / 12 if "dozen" in claim.selector.exact.lower() else _rounding(claim.value) / 2
    if claim.unit:
        half = abs(_in_base(half, claim.unit) - _in_base(0.0, claim.unit))
    return found[0] - half, found[1] + half


def _indefinite(said: Sequence[str]) -> Interval | None:
    """What "hundreds" and "tens of thousands" are at the least; of dozens a reader knows too little."""
    least = next((least for word, least in _AT_LEAST.items() if word in said), None)
    if least is None:
        return None
    times = next((times for word, times in _TIMES.items() if f"{word} of" in " ".join(said)), 1)
    return (least * times if least >= 1500 else least), math.inf


def _rounding(value: float) -> float:
    """What the last digit counts that a round number tells; 0 where it is not round."""
    whole = abs(int(value)) if math.isfinite(value) and value == int(value) else 0
    digits = str(whole)
    noughts = len(digits) - len(digits.rstrip("0")) if whole else 0
    return float(10 ** min(noughts, len(digits) - 2)) if noughts and len(digits) > 2 else 0.0


def from_base(value: float, unit: str | None) -> float:
    """A value of SI units in a unit, to three digits: it was converted, and is not exact."""
    if unit is None:
        return value
    zero = _in_base(0.0, unit)
    found = (value - zero) / (_in_base(1.0, unit) - zero)
    return float(f"{found:.3g}")


def converted(told: float, unit: str, value: float, other: str) -> str:
    """A value in another unit, as a line: "62 mi ≈ 99.8 km"."""
    return f"{_short(told, unit)} ≈ {_short(from_base(value, other), other)}"


def worked_out(pair: Pair) -> str:
    """The product as a line: "40 km × 12 km = 480 km²"."""
    one, other = (float(claim.value) for claim in pair if isinstance(claim.value, float | int))
    unit = str(pair[0].unit)
    return f"{_short(one, unit)} × {_short(other, unit)} = {_short(one * other, f'square {unit}')}"


def _short(value: float, unit: str | None) -> str:
    if unit is None or unit == "percent":
        return written(value) + ("%" if unit else "")
    kind = _dimension(unit) or ""
    name = unit.rpartition(" ")[2].lower() if kind == "temperature" else unit.replace(" ", "-")
    try:
        named = f"{_CLDR.get(kind, kind)}-{name}".replace("inches", "inch")
        return str(format_unit(value, named, length="short", locale="en"))
    except (ValueError, OverflowError):  # no such unit; a number beyond what a float holds
        head, per, rest = unit.partition(" per ")
        return f"{written(value)} {head}{'' if value == 1 else 's'}{per}{rest}"


def written(value: float) -> str:
    """The number as English writes it: 1,000."""
    return str(format_decimal(value, locale="en"))


def ratio(high: float, low: float, unit: str | None = None, *, or_more: bool = False) -> str | None:
    """The larger of two values over the smaller, as a line: "74 ÷ 28 ≈ 2.6".

    None where there is none: of nothing, of what is less than nothing, of two temperatures.
    """
    if low <= 0 or not math.isfinite(high / low) or (unit and _dimension(unit) == "temperature"):
        return None
    # Of what all count in one unit the bare numbers are enough.
    return f"{written(high)} ÷ {written(low)} ≈ {high / low:.1f}{' or more' if or_more else ''}"
