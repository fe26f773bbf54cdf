"""Whether two spellings are one person's name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.merging import spelling

Case = Mapping[str, list[list[str]]]


def test_pairs_of_names(spelling_case: Case) -> None:
    wrong = [
        (one, other, spelling.compare(one, other))
        for verdict, pairs in spelling_case.items()
        for one, other in pairs
        if (found := spelling.compare(one, other)) != verdict
        and not (verdict == "different" and found == "unsure")
    ]
    assert wrong == []


def test_the_order_of_two_names_does_not_matter(spelling_case: Case) -> None:
    pairs = [pair for listed in spelling_case.values() for pair in listed]
    assert all(spelling.compare(a, b) == spelling.compare(b, a) for a, b in pairs)


def test_two_spellings_of_one_person_are_found_under_one_index(spelling_case: Case) -> None:
    assert [
        pair for pair in spelling_case.get("same", []) if len({spelling.index(n) for n in pair}) > 1
    ] == []


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Gov. Gavin Newsom", "Gavin Newsom"),
        ("Lt. Gen. Mark Hertling", "Mark Hertling"),
        ("Zelensky’s", "Zelensky"),
        ("President", "President"),
        ("Mrs Theresa May's", "Theresa May"),
    ],
)
def test_titles_and_possessive_endings_are_no_part_of_a_name(written: str, bare: str) -> None:
    assert spelling.bare(written) == bare


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert spelling.compare(one, other) == spelling.compare(other, one)
    spelling.index(one)
    spelling.bare(one)


@given(st.text(max_size=40))
def test_a_name_is_never_different_from_itself(name: str) -> None:
    assert spelling.compare(name, name) != "different"


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ursula von der Leyen", "von der Leyen"),
        ("von der Leyen", "von der Leyen"),
        ("Ben Carson", "Carson"),
        ("GLADKOV, Vyacheslav", "gladkov"),
        ("William Ford Jr.", "Ford"),
        ("Maria Lvova-Belova", "Lvova-Belova"),
        ("Conor O’Brien", "O’Brien"),
    ],
)
def test_the_surname_of_a_name(name: str, surname: str) -> None:
    assert spelling.surname(name) == surname
