"""Measures of figures for comparing them: units of one kind, what values a figure leaves open, areas."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from babel.numbers import format_decimal
from babel.units import format_unit

from sourced.merging import words
from sourced.model import Amount

Interval = tuple[float, float]
Pair = tuple[Amount, Amount]

_ABOUT = 0.1
_WIDTHS = frozenset({"wide", "broad", "long", "across", "in width", "in length", "width", "length"})
_DEPTHS = frozenset({"deep", "in depth", "depth", "wide", "broad", "in width", "width"})


@cache
def _factors() -> dict[str, tuple[str, float]]:
    """Unit -> the unit that its kind is measured in here, and how many of that it is."""
    rows = (line.split("\t") for line in words.lines("conversions.tsv"))
    return {unit: (base, float(factor)) for unit, base, factor in rows}


def same_kind(unit: str, other: str) -> bool:
    """Whether two units measure the same: miles and kilometers do."""
    return unit == other or base(unit) == base(other)


def base(unit: str) -> str:
    """The unit that the kind of ``unit`` is measured in here; ``unit`` itself where it has no other."""
    return _factors().get(unit, (unit, 1.0))[0]


def is_area(unit: str) -> bool:
    """Whether the unit measures an area."""
    return base(unit) == "square meter"


def interval(claim: Amount) -> Interval | None:
    """The values that a figure leaves open, in the base unit; None for an indefinite ("dozens")."""
    if claim.value is None:
        return None
    low, high = claim.value if isinstance(claim.value, tuple) else (claim.value, claim.value)
    if claim.bound == ">":
        high = math.inf
    elif claim.bound == "<":
        low = -math.inf
    elif claim.bound == "~":
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    factor = _factors().get(claim.unit or "", ("", 1.0))[1]
    return low * factor, high * factor


def pairs(claims: Iterable[Amount]) -> list[Pair]:
    """A width and a depth (or length) of one sentence, in one unit of length: an area, worked out."""
    by_passage: dict[tuple[str, int], list[Amount]] = defaultdict(list)
    for claim in claims:
        if (
            claim.dimension
            and claim.unit
            and base(claim.unit) == "meter"
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
    except ValueError:
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
