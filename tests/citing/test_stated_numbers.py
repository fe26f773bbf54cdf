from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from sourced.citing import pages, stated_numbers
from sourced.citing.ground import Ground
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("stated_numbers").joinpath("cases.yml").read_text("utf-8"))


def found(page: str, ground: Ground, source: str = "") -> list[str]:
    if source:
        ground = msgspec.structs.replace(ground, articles={"post": article.read(source)})
    return [str(f).removeprefix("p.md:") for f in stated_numbers.check(pages.parse("p.md", page), ground)]


@pytest.mark.parametrize("case", CASES["right"], ids=lambda case: case[0])
def test_a_number_that_the_passage_gives_so_costs_nothing(case: list[Any], ground: Ground) -> None:
    _, source, page = case
    assert found(f"{page}[^post]", ground, source) == []


@pytest.mark.parametrize("case", CASES["wrong"], ids=lambda case: case[0])
def test_another_number_is_found_with_what_the_source_has(case: list[Any], ground: Ground) -> None:
    _, source, page, told = case
    assert found(f"{page}[^post]", ground, source) == [told]


def test_a_number_that_cites_nothing_is_found(ground: Ground) -> None:
    assert found("Some 300 people marched.", ground) == [
        '1:1: S003 "Some 300" cites nothing: a number needs the passage that gives it'
    ]


def test_what_a_page_itself_counts_needs_no_passage_where_it_cites_nothing(ground: Ground) -> None:
    assert found("## Two accounts\n\nOne of the two accounts differs.", ground) == []


def test_a_number_and_its_noun_may_stand_in_two_lines(ground: Ground) -> None:
    assert found("She counts 412\ncrew members.[^412-crew-members]", ground) == []
    assert found("A.\n\nShe counts\n413 crew members.[^412-crew-members]", ground) == [
        '4:1: S003 "413" stands in no passage cited here: the source has "412"'
    ]


def test_numbers_in_code_and_in_notation_are_no_claims(ground: Ground) -> None:
    assert found("`300` [x](y300.md){ width=300 }\n\n    300\n", ground) == []
