"""The side of each speaker, from the words of an article to the quotation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from sourced.extraction import extract
from sourced.merging import dossier
from sourced.model import Dossier, Editorial, Passage, Seed, Source
from sourced.reading import article

UNION = {"key": "union", "name": "Dock Workers’ League", "also": ["DWL", "the union"]}
PORT = {"key": "port", "name": "Brattvik Harbour Ltd", "also": ["Brattvik"]}
NORWAY = {"key": "norway", "name": "Norway"}
SWEDEN = {"key": "sweden", "name": "Sweden", "countries": ["SE"]}


def merged(editorial: Mapping[str, Any], *texts: str) -> Dossier:
    seeds = [
        Seed(
            Source(
                f"s{n}",
                f"s{n}.txt",
                "",
                None,
                None,
                None,
                "en",
                "",
                "cited",
                True,
                Passage(f"s{n}", 0, 0, ""),
            ),
            article.read(text),
        )
        for n, text in enumerate(texts)
    ]
    pairs = tuple((seed, extract.extract(seed.article)) for seed in seeds)
    return dossier.merge(pairs, msgspec.convert(editorial, Editorial))


def side(editorial: Mapping[str, Any], *texts: str) -> tuple[str | None, str | None]:
    """The side of the one person that the texts name, and why it is none."""
    [person] = merged(editorial, *texts).people
    return person.side, person.side_doubt


def test_speakers(speakers_case: Mapping[str, Any]) -> None:
    found = {}
    for _, text in speakers_case["sentences"]:
        said = merged(speakers_case["editorial"], text).quotations
        found[text] = {one.side for one in said if one.attribution}
    assert found == {text: {wanted} for wanted, text in speakers_case["sentences"]}


def test_two_sources_that_tell_two_sides_tell_none_and_the_person_says_why() -> None:
    texts = ("DWL negotiator Kari Moe said no.", "Kari Moe, a director of Brattvik, said yes.")
    assert side({"sides": [UNION, PORT]}, *texts) == (
        None,
        "“DWL negotiator” and “director of Brattvik” are not of one side",
    )


def test_an_office_that_another_source_says_is_over_tells_no_side() -> None:
    texts = ("Brattvik director Kari Moe said yes.", "Former Brattvik director Kari Moe said no.")
    assert side({"sides": [UNION, PORT]}, *texts) == (
        None,
        "“Brattvik director” is over elsewhere: “Former Brattvik director”",
    )
    texts = ("Brattvik director Kari Moe said yes.", "Kari Moe, who left Brattvik in May, said no.")
    assert side({"sides": [UNION, PORT]}, *texts) == (
        None,
        "“Brattvik director” is over elsewhere: “left Brattvik in May”",
    )


def test_who_left_one_office_for_another_of_the_same_side_stays_on_it() -> None:
    texts = (
        "Former Norwegian finance minister Kari Moe spoke.",
        "Prime minister of Norway Kari Moe said yes.",
    )
    assert side({"sides": [NORWAY, SWEDEN]}, *texts) == ("norway", None)


@pytest.mark.parametrize("sides", [[UNION, PORT], [PORT, UNION]])
def test_a_nation_that_is_no_side_takes_nobody_off_a_union(sides: list[Mapping[str, Any]]) -> None:
    texts = ("Norwegian sailor Kari Moe said no.", "DWL president Kari Moe said no.")
    assert side({"sides": sides}, *texts) == ("union", None)


def test_where_somebody_is_from_weighs_less_than_for_whom_they_speak() -> None:
    text = "Swedish lawyer Kari Moe, who represents Brattvik, said no."
    assert side({"sides": [SWEDEN, PORT]}, text) == ("port", None)
    text = "Swedish minister Kari Moe, who represents Brattvik, said no."
    assert side({"sides": [SWEDEN, PORT]}, text)[0] is None


def test_the_editor_decides_whatever_the_sources_tell() -> None:
    texts = ("DWL negotiator Kari Moe said no.", "Kari Moe, a director of Brattvik, said yes.")
    people = [{"name": "Kari Moe", "side": "port"}]
    assert side({"sides": [UNION, PORT], "people": people}, *texts) == ("port", None)


def test_a_side_called_by_its_country_has_its_people() -> None:
    assert side({"sides": [NORWAY, SWEDEN]}, "Norwegian minister Kari Moe said no.")[0] == "norway"
    assert side({"sides": [NORWAY, SWEDEN]}, "Swedish minister Kari Moe said no.")[0] == "sweden"


def test_two_sides_of_one_country_are_not_told_apart_by_it() -> None:
    sides = [
        {"key": "left", "name": "Venstre", "countries": ["NO"]},
        {"key": "right", "name": "Høyre", "countries": ["NO"]},
    ]
    assert side({"sides": sides}, "Norwegian minister Kari Moe said no.")[0] is None
    assert side({"sides": sides}, "Norway’s Høyre leader Kari Moe said no.")[0] == "right"
