"""Places that a text says belong to a country."""

from __future__ import annotations

from sourced.merging.sides import placings
from sourced.reading import article


def test_a_text_tells_whose_a_place_is() -> None:
    text = "It rained in Italy’s Veneto region. The Spanish port city of Vigo was dry."
    assert placings.find([article.read(text)]) == {"Veneto": "IT", "Vigo": "ES"}


def test_a_place_that_two_countries_are_said_to_have_is_nobodys() -> None:
    texts = ("Peru’s Puno region flooded.", "Bolivia’s Puno region flooded.")
    assert placings.find(map(article.read, texts)) == {}
