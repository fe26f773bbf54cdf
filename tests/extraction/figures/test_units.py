from pathlib import Path

import pytest
import yaml

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
