"""Languages whose names each paper romanises its own way."""

from __future__ import annotations

import pytest

from sourced import wordlists
from sourced.merging.people import families, name_parts


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Denys Shmyhal", {"slavic"}),
        ("Дмитро Кулеба", {"slavic"}),
        ("Aleksandar Vučić", {"slavic", "south"}),
        ("Sviatlana Tsikhanouskaya", {"slavic", "belarusian"}),
        ("Kyriakos Mitsotakis", {"greek"}),
        ("Bashar al-Assad", {"arabic"}),
        ("Anna Smith", set()),
        ("Mark Clarke", set()),
    ],
)
def test_a_name_shows_what_language_it_is_of(name: str, of: set[str]) -> None:
    assert set(families.of(name_parts.parse(name))) == of


def test_every_line_of_the_tables_names_families_that_exist() -> None:
    known = {row[0] for row in wordlists.rows("sourced.merging.people", "families.tsv")}
    told = {f for row in wordlists.rows("sourced.merging.people", "sounds.tsv") for f in row[0].split()}
    assert told <= known | {"pinyin", "wade", "korean"}  # these are told by the surname, which comes first
    kinds = [
        line.split()[0].partition(":")
        for line in wordlists.lines("sourced.merging.people", "given_names.txt")
    ]
    assert {gender for gender, _, _ in kinds} <= {"m", "f", "-"}
    assert {family for _, _, family in kinds} - {""} <= known
