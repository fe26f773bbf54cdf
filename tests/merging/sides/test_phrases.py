"""Noun phrases cut into parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.merging.sides import phrases


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("the union’s head of pay at Northern Rail", ["union head", "of pay", "at Northern Rail"]),
        ("counsel representing the port", ["counsel", "representing port"]),
        ("a lawyer suing the port", ["lawyer", "suing port"]),
        ("chief operating officer", ["chief operating officer"]),
        ("of the port authority", ["", "of port authority"]),
        ("U.S. senator", ["U.S. senator"]),
        ("", [""]),
    ],
)
def test_parts(phrase: str, parts: list[str]) -> None:
    assert [" ".join(filter(None, [p.link, *p.tokens])) for p in phrases.parse(phrase)] == parts


def test_a_name_is_not_cut() -> None:
    [part] = phrases.parse("Bank of Northland chief", [(0, 3)])
    assert part.tokens == ("Bank", "of", "Northland", "chief")


def test_who_owns_is_kept() -> None:
    [part] = phrases.parse("the dockers’ and")[:1]
    assert part.owners == {0}


@given(st.text())
def test_no_word_is_lost_but_articles(phrase: str) -> None:
    tokens, owners = phrases.tokens(phrase)
    kept = [token for part in phrases.parse(phrase) for token in (part.link, *part.tokens) if token]
    assert [t for t in kept if t.lower() not in phrases.ARTICLES] == [
        t for t in tokens if t.lower() not in phrases.ARTICLES
    ]
    assert all(0 <= at < len(tokens) for at in owners)
