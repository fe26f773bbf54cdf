from pathlib import Path

import pytest
import yaml

from sourced.citing import pages, quoted_words
from sourced.citing.ground import Ground

TOLD = yaml.safe_load(Path(__file__).with_name("quoted_words").joinpath("told.yml").read_text("utf-8"))


def found(markdown: str, ground: Ground) -> list[str]:
    return [str(finding) for finding in quoted_words.check(pages.parse("p.md", markdown), ground)]


@pytest.mark.parametrize(
    "page",
    [
        "“Nobody should steer a ship alone”, she says.[^lindqvist-nobody-should]",
        "She says that “nobody should steer” and means “a ship alone.”[^lindqvist-nobody-should]",
        "*“Nobody* should **steer**”[^lindqvist-nobody-should]",
        "- “a ship alone”[^lindqvist-nobody-should]\n- more",
        "| “a ship alone” | Lindqvist[^lindqvist] |\n|---|---|\n",
        "“Ferry crews strike”[^post] and “412 crew members”[^412-crew-members]",
        "## “Ferry crews strike”\n\nSo it is told.[^ferry-crews-strike]",
        '!!! note "She counts “412 crew members”"\n    It is so.[^crew-members-on-strike]',
        "`“code”` and the mast is 6 foot 2 long.",
        "<!-- “nobody says this” -->",
    ],
)
def test_words_of_a_passage_that_is_cited_there_cost_nothing(page: str, ground: Ground) -> None:
    assert found(page, ground) == []


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case["about"])
def test_other_words_are_found_where_they_stand_with_the_way_out(
    case: dict[str, str], ground: Ground
) -> None:
    assert found(case["page"], ground) == [case["told"].strip()]
