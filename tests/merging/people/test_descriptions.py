"""What the words beside a name say of a person."""

from __future__ import annotations

import pytest

from sourced.extraction import extract
from sourced.merging.people import descriptions
from sourced.reading import article


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Kari Moe of the Dock League said no.", "of the Dock League"),
        ("Kari Moe, who heads the union’s team, said no.", "head of the union’s team"),
        ("Kari Moe, who left the union in May, said no.", "left the union in May"),
        ("Kari Moe, representing the port, said no.", "representing the port"),
        ("Kari Moe is the port’s lawyer. “No,” Moe said.", "the port’s lawyer"),
        ("Counsel for the port, Kari Moe, said the talks were over.", "Counsel for the port"),
    ],
)
def test_phrases_beside_a_name(text: str, phrase: str) -> None:
    read = article.read(text)
    found = extract.extract(read)
    [person] = [entity for entity in found.entities if entity.kind == "person"]
    assert phrase in descriptions.find(text, person, found)


@pytest.mark.parametrize(
    "text",
    [
        "Kari Moe is wary of Norway. “No,” Moe said.",
        "Kari Moe, who worked for the port, said no.",
    ],
)
def test_what_says_nothing_of_them(text: str) -> None:
    found = extract.extract(article.read(text))
    [person] = [entity for entity in found.entities if entity.kind == "person"]
    assert not list(descriptions.find(text, person, found))
