"""Countries by their names, people and capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced import wordlists
from sourced.merging.sides import countries


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Ukrainian President", [("UA", "demonym")]),
        ("the mayor of Kyiv", [("UA", "capital")]),
        ("South Korean and North Korean troops", [("KR", "demonym"), ("KP", "demonym")]),
        ("United States of America", [("US", "country")]),
        ("a Bosnia and Herzegovina official", [("BA", "country")]),
        ("two Americans", [("US", "demonym")]),
        ("pro-Russian and Ukrainian-born", []),
        ("polish the turkey", []),
    ],
)
def test_what_a_phrase_names(phrase: str, found: list[tuple[str, str]]) -> None:
    assert [(place.code, place.kind) for place in countries.find(phrase.split())] == found


def test_every_line_of_the_table_is_a_country_once() -> None:
    codes = [row[0] for row in wordlists.rows("sourced.merging.sides", "countries.tsv")]
    assert len(set(codes)) == len(codes)
    assert all(len(row) <= 4 for row in wordlists.rows("sourced.merging.sides", "countries.tsv"))


@given(st.lists(st.sampled_from("the Russian South Korea Korean of and New Delhi York Zealand".split())))
def test_places_stand_in_order_and_apart(tokens: list[str]) -> None:
    end = 0
    for place in countries.find(tokens):
        assert end <= place.start < place.end <= len(tokens)
        end = place.end
