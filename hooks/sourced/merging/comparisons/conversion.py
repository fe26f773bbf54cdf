"""Conversion of units of measure for comparing figures, by Pint (https://pint.readthedocs.io)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sourced import wordlists
from sourced.extraction.figures import unit_table

if TYPE_CHECKING:
    from pint import UnitRegistry

# Kinds that have no common measure, or whose names mean something else to Pint ("point", "times").
_NO_MEASURE = frozenset({"money", "multiple", "index", "level"})
# Kinds that are told by their physical dimension alone; bits and angles have none, doses share one.
_PHYSICAL = frozenset({"length", "area", "volume", "mass", "time", "speed"})
_POWERS = {"square": 2, "cubic": 3}


@cache
def _registry() -> UnitRegistry[Any]:
    # Pint takes a quarter of a second to load, and many dossiers compare no two units.
    import pint  # noqa: PLC0415

    registry: UnitRegistry[Any] = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    registry.load_definitions(wordlists.lines(__package__, "pint_units.txt"))
    return registry


@cache
def _names() -> dict[str, str]:
    rows = wordlists.rows(__package__, "pint_names.tsv")
    return {row[0]: row[1] for row in rows}


def same_kind(unit: str, other: str) -> bool:
    """Whether two units measure the same: miles and kilometers do."""
    if unit == other:
        return True
    one, two = unit_table.known(unit), unit_table.known(other)
    if one and two and "money" in (one.dimension, two.dimension):
        return one == two
    return kind(unit) == kind(other)


@cache
def kind(unit: str) -> str:
    """What a unit measures, the same for units that can be converted: "[length] ** 2".

    The unit itself where nothing converts it: a currency (no rate is known here), an index.
    """
    if parts := _rate(unit):
        return f"{kind(parts[0])} / {kind(parts[1])}"
    known, found = unit_table.known(unit), _quantity(unit)
    if known is None or found is None:
        return known.name if known else unit
    physical = _dimensions(found)
    return physical if known.dimension in _PHYSICAL else f"{known.dimension} {physical}"


def _dimensions(quantity: Any) -> str:  # noqa: ANN401  # see _quantity
    powers = sorted(quantity.dimensionality.items())
    above = [_power(name, power) for name, power in powers if power > 0]
    return " / ".join(
        [" * ".join(above) or "1", *(_power(name, -power) for name, power in powers if power < 0)]
    )


def _power(name: str, power: float) -> str:
    return name if power == 1 else f"{name} ** {power:g}"


@cache
def in_base(value: float, unit: str) -> float:
    """The value in the base unit of its kind (SI); the value itself where nothing converts it."""
    if parts := _rate(unit):
        return in_base(value, parts[0]) / in_base(1, parts[1])
    found = _quantity(unit)
    if found is None:
        return value
    # Not value times one in base units: scales of temperature have zeros of their own.
    return float((_registry().Quantity(value * found.magnitude, found.units)).to_base_units().magnitude)


def _rate(unit: str) -> tuple[str, str] | None:
    """The two units of a rate ("barrel per day"), None for a name that is none ("part per million")."""
    above, _, below = unit.partition(" per ")
    return (above, below) if below and unit not in _names() else None


@cache
def _quantity(unit: str) -> Any:  # noqa: ANN401  # Pint's own type is generic over what it was built from
    """One of the unit as Pint has it, None for a unit that it has not."""
    known = unit_table.known(unit)
    if known is None or known.dimension in _NO_MEASURE:
        return None
    from pint.errors import PintError  # noqa: PLC0415

    first, _, rest = known.name.partition(" ")
    if first in _POWERS:
        side = _quantity(rest)
        return None if side is None else side ** _POWERS[first]
    try:
        return _registry().Quantity(_names().get(known.name, known.name))
    except PintError:
        return None
