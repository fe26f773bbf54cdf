from pathlib import Path

import pytest
import yaml
from babel.core import get_global
from babel.numbers import get_currency_name

from sourced.extraction.figures import unit_table, units

CASES = yaml.safe_load(Path(__file__).with_name("units").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize(("unit", "spellings"), CASES["after"].items())
def test_all_spellings_after_a_number_are_one_unit(unit: str, spellings: list[str]) -> None:
    for spelling in spellings:
        text = f"5{spelling}"
        found = units.after(text, 1, len(text), one=False)
        assert found is not None, spelling
        assert (found.unit.name, found.end) == (unit, len(text)), spelling


@pytest.mark.parametrize(("unit", "signs"), CASES["before"].items())
def test_a_sign_of_money_before_a_number_is_read(unit: str, signs: list[str]) -> None:
    for sign in signs:
        found = units.before(f"{sign}5", len(sign))
        assert found is not None, sign
        assert (found.unit.name, found.start) == (unit, 0), sign


def in_use() -> list[str]:
    """The ISO 4217 codes of all money that is legal tender somewhere today, by CLDR."""
    rows = get_global("territory_currencies").values()
    return sorted({code for row in rows for code, _, end, tender in row if end is None and tender})


# Words for money that are rather other things where no country is said: a weight, a mark, gold.
OTHER_THINGS = {"pounds", "drams", "marks", "reals", "gold"}


@pytest.mark.parametrize("code", in_use())
def test_every_currency_in_use_is_read_by_its_names_and_its_code(code: str) -> None:
    names = [get_currency_name(code, count, locale="en").replace("&", "and") for count in (1, 2)]
    for name in {*names, *map(str.lower, names), code} - {"CUP"}:  # 5 CUP of flour
        text = f"5 {name}"
        found = units.after(text, 1, len(text), one=False)
        assert found is not None, name
        assert (found.unit.ucum, found.end) == (f"{{{code}}}", len(text)), name
    bare = names[1].lower().split()[-1]
    if bare not in OTHER_THINGS:
        text = f"5,000 {bare}"
        found = units.after(text, 5, len(text), one=False)
        assert found is not None, bare
        assert found.unit.dimension == "money", bare
    if code not in {"ALL", "TOP"}:  # "ALL 5,000 workers"
        found = units.before(f"{code} 5,000", len(code) + 1)
        assert found is not None
        assert found.unit.ucum == f"{{{code}}}"


@pytest.mark.parametrize("text", CASES["none after"])
def test_other_words_after_a_number_are_no_unit(text: str) -> None:
    assert units.after(text, 1, len(text), one=False) is None


@pytest.mark.parametrize("text", CASES["none before"])
def test_other_words_before_a_number_are_no_money(text: str) -> None:
    assert units.before(text + "5", len(text)) is None


def test_every_unit_of_the_table_has_a_code_and_a_dimension_and_is_found_by_its_name() -> None:
    table = unit_table.table()
    for unit in {*table.words.values(), *table.symbols.values()}:
        assert unit.ucum
        assert unit.dimension
    for name in ("kilometer", "square kilometer", "percentage point", "US dollar", "Ukrainian hryvnia"):
        assert unit_table.named(name).name == name
