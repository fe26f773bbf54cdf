"""Measures of figures for comparing them: what values a figure leaves open, areas, ratios."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from babel.numbers import format_decimal
from babel.units import format_unit

from sourced.extraction.figures import unit_table
from sourced.merging import conversion
from sourced.model import Amount

Interval = tuple[float, float]
Pair = tuple[Amount, Amount]

_ABOUT = 0.1
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


def worked_out(pair: Pair) -> str:
    """The product as a line: "40 km × 12 km = 480 km²"."""
    one, other = (float(claim.value) for claim in pair if isinstance(claim.value, float | int))
    unit = str(pair[0].unit)
    return f"{_short(one, unit)} × {_short(other, unit)} = {_short(one * other, f'square {unit}')}"


def _short(value: float, unit: str) -> str:
    kind = "area" if unit.startswith("square ") else "length"
    name = unit.replace(" ", "-").replace("inches", "inch")
    try:
        return str(format_unit(value, f"{kind}-{name}", length="short", locale="en"))
    except (ValueError, OverflowError):  # no such unit; a number beyond what a float holds
        return f"{written(value)} {unit}s"


def written(value: float) -> str:
    """The number as English writes it: 1,000."""
    return str(format_decimal(value, locale="en"))


def ratio(values: Sequence[float]) -> str | None:
    """The larger of two values over the smaller, as a line: "74 ÷ 28 ≈ 2.6"."""
    low, high = sorted(values)
    if low <= 0 or not math.isfinite(high / low):
        return None
    return f"{written(high)} ÷ {written(low)} ≈ {high / low:.1f}"
