"""Units of one kind are converted, by Pint; units of two kinds never are."""

from __future__ import annotations

from collections import defaultdict

import pytest

from sourced.extraction.figures import unit_table
from sourced.merging.comparisons import conversion

# Kinds whose units have no common measure: a pixel is no byte, a percentage point no percent.
MIXED = {"information", "share"}
# Those that nothing converts: a night is no day, and a mach depends on the air.
ALONE = {"night", "mach"}


@pytest.mark.parametrize(
    ("value", "unit", "other", "converted"),
    [
        (5, "mile", "kilometer", 8.04672),
        (1000, "square kilometer", "square mile", 386.102),
        (1, "nautical mile", "meter", 1852),
        (1, "square nautical mile", "square kilometer", 3.429904),
        (9_900, "acre", "hectare", 4006.4),
        (1, "barrel", "liter", 158.987),
        (3, "kiloton", "tonne", 3000),
        (2, "ton", "pound", 4000),
        (1, "stone", "kilogram", 6.35029),
        (2, "quarter", "month", 6),
        (1, "century", "decade", 10),
        (18, "month of age", "year of age", 1.5),
        (25, "basis point", "percentage point", 0.25),
        (5, "per mille", "percent", 0.5),
        (100, "knot", "kilometer per hour", 185.2),
        (1, "barrel per day", "liter per hour", 6.62447),
        (10, "US dollar per pound", "US dollar per kilogram", 22.0462),
        (2, "gigabit per second", "megabit per second", 2000),
    ],
)
def test_a_value_in_another_unit(value: float, unit: str, other: str, converted: float) -> None:
    assert conversion.same_kind(unit, other)
    assert conversion.in_base(value, unit) == pytest.approx(conversion.in_base(converted, other), rel=1e-4)


def test_scales_of_temperature_have_zeros_of_their_own() -> None:
    fahrenheit = conversion.in_base(212, "degree Fahrenheit")
    assert fahrenheit == pytest.approx(conversion.in_base(100, "degree Celsius"))
    assert fahrenheit == pytest.approx(conversion.in_base(373.15, "kelvin"))


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("mile", "square mile"),
        ("US dollar", "euro"),
        ("US dollar per barrel", "euro per barrel"),
        ("US dollar per barrel", "US dollar per ton"),
        ("percent", "percentage point"),
        ("year", "year of age"),
        ("byte", "percent"),
        ("gray", "sievert"),
        ("joule", "newton meter"),
        ("point", "percentage point"),
        ("count per day", "hertz"),
        ("times", "percent"),
        ("US dollar per share", "US dollar"),
    ],
)
def test_units_that_measure_other_things(unit: str, other: str) -> None:
    assert not conversion.same_kind(unit, other)


def test_a_unit_may_be_written_in_any_of_its_spellings() -> None:
    assert conversion.same_kind("sq mi", "square kilometres")
    assert conversion.same_kind("sq km", "hectares")


def test_what_nothing_converts_stays_as_it_is() -> None:
    assert conversion.in_base(7, "US dollar") == 7
    assert conversion.in_base(7, "settlement") == 7


def test_all_units_of_a_dimension_are_of_one_kind() -> None:
    table = unit_table.table()
    kinds = defaultdict(set)
    for unit in {*table.words.values(), *table.symbols.values(), *table.inner.values()}:
        if unit.dimension not in {"money", *MIXED} and unit.name not in ALONE:
            kinds[unit.dimension].add(conversion.kind(unit.name))
    assert {dimension: found for dimension, found in kinds.items() if len(found) > 1} == {}


def test_every_name_given_to_pint_is_a_unit_of_the_table() -> None:
    assert [name for name in conversion._names() if unit_table.known(name) is None] == []
