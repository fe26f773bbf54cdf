"""The table of units: those of ``units.tsv`` with their squares and cubes, and the currencies.

The currencies are those of ISO 4217 as CLDR names them (through Babel), with their usual signs and
words in ``currencies.tsv``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.numbers import get_currency_name, list_currencies

from sourced import wordlists


class Unit(NamedTuple):
    """A unit of measure. ``ucum`` is its code in the Unified Code for Units of Measure.

    A currency's ``dimension`` is "money" and its ``ucum`` the ISO 4217 code in braces.
    """

    name: str
    plural: str
    ucum: str
    dimension: str


class Table(NamedTuple):
    """Where a unit is looked up, by how it is written."""

    words: dict[str, Unit]  # lower case, hyphens as blanks
    symbols: dict[str, Unit]  # as written
    inner: dict[str, Unit]  # symbols that are one only in compounds
    signs: dict[str, Unit]  # of money, before the number


COUNT = Unit("count", "counts", "{count}", "count")
_POWER_WORDS = ((2, ("square", "sq")), (3, ("cubic", "cu")))
_POWER_DIMENSIONS = {2: "area", 3: "volume"}


@cache
def table() -> Table:
    """The table, made once."""
    made = Table({}, {}, {}, {})
    for name, plural, words, symbols, ucum, dimension in wordlists.rows(__package__, "units.tsv"):
        unit = Unit(name, plural, ucum, dimension)
        spellings = [name, plural, *filter(None, words.split(","))]
        for spelling in spellings:
            _add(made, spelling, unit)
        for symbol in filter(None, symbols.split(",")):
            if symbol.startswith("("):
                made.inner[symbol[1:-1]] = unit
            else:
                made.symbols[symbol] = unit
        if dimension == "length":
            _add_powers(made, unit, spellings, symbols)
    _add_money(made)
    return made


def _add(into: Table, spelling: str, unit: Unit) -> None:
    key = spelling.lower().replace("-", " ")
    into.words.setdefault(key, unit)
    into.words.setdefault(key + "s", unit)


def _add_powers(into: Table, unit: Unit, spellings: list[str], symbols: str) -> None:
    for power, spelt in _POWER_WORDS:
        power_unit = raised(unit, power)
        for spelling in [*spellings, *filter(None, symbols.split(","))]:
            for prefix in spelt:
                if f"{prefix} {spelling}".lower() not in into.words:
                    _add(into, f"{prefix} {spelling}", power_unit)
            _add(into, f"{spelling} {'squared' if power == 2 else 'cubed'}", power_unit)


def raised(unit: Unit, power: int) -> Unit:
    """The unit to a power: the square kilometer of the kilometer."""
    word = {2: "square", 3: "cubic" if unit.dimension == "length" else "cube", 4: "quartic"}[power]
    dimension = _POWER_DIMENSIONS.get(power, "") if unit.dimension == "length" else f"{unit.dimension}{power}"
    return Unit(f"{word} {unit.name}", f"{word} {unit.plural}", f"{unit.ucum}{power}", dimension)


def _add_money(into: Table) -> None:
    signs = {symbol: code for code, symbol in Locale("en").currency_symbols.items() if symbol != code}
    units = {}
    for code in list_currencies(locale="en"):
        name, plural = (get_currency_name(code, count, locale="en") for count in (1, 2))
        units[code] = Unit(name, plural, f"{{{code}}}", "money")
        for spelling in (name, plural):
            into.words.setdefault(spelling.lower().replace("-", " ").replace("&", "and"), units[code])
        into.symbols.setdefault(code, units[code])
        if name != code:
            into.signs[code] = units[code]
    for code, written, words in wordlists.rows(__package__, "currencies.tsv"):
        name = code[1:]
        unit = (
            Unit(name, words.split(",")[1], f"{{{name}}}", "money") if code.startswith("=") else units[code]
        )
        for word in words.split(","):
            into.words.setdefault(word.lower().replace("-", " "), unit)
        signs |= dict.fromkeys(filter(None, written.split(",")), code)
        units[code] = unit
    for sign, code in signs.items():
        into.signs[sign] = into.symbols[sign] = units[code]


def known(written: str) -> Unit | None:
    """The unit that is written so ("square kilometres", "km", "US dollar"), None where there is none."""
    made = table()
    return made.words.get(written.lower().replace("-", " ")) or made.symbols.get(written)


def named(words: str) -> Unit:
    """The unit of that name. Raises KeyError where there is none."""
    return table().words[words.lower().replace("-", " ")]
