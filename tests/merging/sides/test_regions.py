"""First-level regions of countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced import wordlists
from sourced.merging.sides import regions


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Texas governor", [{"US"}]),
        ("the New Mexico senator", [{"US"}]),
        ("governor of Kursk", [{"RU"}]),
        ("the Kharkiv prosecutor", [{"UA"}]),
        ("mayor of Odesa", [{"UA"}]),
        ("Bavarian and Tuscan ministers", [{"DE"}, {"IT"}]),
        ("Knesset member", [{"IL"}]),
        ("Punjab police", [{"IN", "PK"}]),
        ("Northern Command", []),
        ("Crimea", []),
        ("texas", []),
        ("", []),
    ],
)
def test_what_a_phrase_names(phrase: str, found: list[set[str]]) -> None:
    assert [set(region.countries) for region in regions.find(phrase.split())] == found


def test_the_tables_have_a_country_in_each_line() -> None:
    for name in ("regions.tsv", "institutions.tsv"):
        codes = [row[0] for row in wordlists.rows("sourced.merging.sides", name)]
        assert all(len(code) == 2 or code == "-" for code in codes)


@given(st.lists(st.sampled_from("the New Mexico York Texas of North Rhine-Westphalia Kursk".split())))
def test_regions_stand_in_order_and_apart(tokens: list[str]) -> None:
    end = 0
    for region in regions.find(tokens):
        assert end <= region.start < region.end <= len(tokens)
        end = region.end
