"""The names of sides that are no states, and the forms that papers make of them."""

from __future__ import annotations

import pytest

from sourced.merging.sides import phrases
from sourced.merging.sides.side_names import SideNames


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Acme Holdings plc", "Acme"),
        ("Acme Holdings plc", "Acme Holdings"),
        ("Labour Party", "Labour"),
        ("Liberals", "Liberal"),
        ("Social Democrats", "Social Democratic"),
        ("Democratic Party", "Democrats"),
        ("the families", "family"),
        ("the union", "Union"),
        ("Society of Engineers", "Society of Engineers"),
    ],
)
def test_forms_of_a_name(name: str, phrase: str) -> None:
    names = SideNames()
    names.add("side", [name])
    tokens, _ = phrases.tokens(phrase)
    assert [(hit.start, hit.end) for hit in names.find(tokens)] == [(0, len(tokens))]


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("the union", "Union Bank"),
        ("the union", "European Union"),
        ("People’s Party", "People"),
        ("the developer", "developers"),
        ("Labour Party", "labour"),
    ],
)
def test_what_only_looks_like_a_name(name: str, phrase: str) -> None:
    names = SideNames()
    names.add("side", [name])
    assert not list(names.find(phrases.tokens(phrase)[0]))
