"""A person's name taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.merging.people import name_parts


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Gov. Gavin Newsom", "Gavin Newsom"),
        ("Lt. Gen. Mark Hertling", "Mark Hertling"),
        ("Zelensky’s", "Zelensky"),
        ("President", "President"),
        ("Vice President Kamala Harris", "Kamala Harris"),
        ("Attorney General Merrick Garland", "Merrick Garland"),
        ("Major League", "League"),
        ("Don Lemon", "Don Lemon"),
        ("Vice Ganda", "Vice Ganda"),
        ("Mrs Theresa May's", "Theresa May"),
    ],
)
def test_titles_and_possessive_endings_are_no_part_of_a_name(written: str, bare: str) -> None:
    assert name_parts.bare(written) == bare


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
        ("Xi Jinping", "Xi"),
        ("Kim Jong-un", "Kim"),
        ("Yoon Suk Yeol", "Yoon"),
        ("Kim Kardashian", "Kardashian"),
        ("Lee Marvin", "Marvin"),
        ("Jack Ma", "Ma"),
    ],
)
def test_the_surname_of_a_name(name: str, surname: str) -> None:
    assert name_parts.surname(name) == surname


@given(st.text(max_size=40))
def test_any_text_can_be_taken_apart(name: str) -> None:
    name_parts.parse(name)
    name_parts.bare(name)
    name_parts.surname(name)
