"""Who stands on which side, by what the text says they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sourced.merging.sides.sides import Sides
from sourced.model import Editorial, SideEntry
from sourced.reading import article


def sides(case: Mapping[str, Any]) -> Sides:
    return Sides(
        msgspec.convert(case["editorial"], Editorial), [article.read(text) for text in case["texts"]]
    )


def test_phrases(sides_case: Mapping[str, Any]) -> None:
    known = sides(sides_case)
    assert {phrase: known.of_phrase(phrase) for phrase in sides_case["phrases"]} == sides_case["phrases"]


def test_without_sides_no_phrase_tells_one() -> None:
    assert Sides(Editorial(), []).of_phrase("Ukrainian President") is None


@given(st.text())
def test_any_phrase_can_be_asked_about(phrase: str) -> None:
    known = Sides(Editorial(sides=(SideEntry("a", "A"), SideEntry("b", phrase, countries=("FR",)))), [])
    assert known.of_phrase(phrase) in {None, "", "a", "b"}
