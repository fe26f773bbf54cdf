"""Words without their surface."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.merging import words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Kasčiūnas", "kasciunas"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ærøskøbing", "aeroskobing"),
        ("Вячеслав Гладков", "vyacheslav gladkov"),
        ("Київ", "kyiv"),
        ("Йошкар-Ола", "yoshkar-ola"),
        ("Μητσοτάκης", "mitsotakis"),
        ("km²", "km2"),
    ],
)
def test_plain_letters(text: str, plain: str) -> None:
    assert words.plain(text) in {plain, plain.replace("kyiv", "kiyiv")}


def test_inflected_forms_share_a_stem() -> None:
    assert len({words.stem(w) for w in ("declare", "declares", "declared", "declaring")}) == 1
    assert len({words.stem(w) for w in ("settlement", "settlements")}) == 1
    assert len({words.stem(w) for w in ("city", "cities")}) == 1
    assert words.stem("crisis") != words.stem("cries")


def test_the_words_that_carry_the_matter() -> None:
    assert words.content("He said that the bridge’s 1,200 bolts were old") == [
        "bridge",
        "1200",
        "bolts",
        "old",
    ]


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    assert all(words.split(text))
    assert len(words.content(text)) <= len(words.split(text))
