"""Whether two spellings are one person's name."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from sourced.merging.people import spelling

Case = Mapping[str, list[list[str]]]


def test_pairs_of_names(spelling_case: Case) -> None:
    wrong = [
        (one, other, spelling.compare(one, other))
        for verdict, pairs in spelling_case.items()
        for one, other in pairs
        if (found := spelling.compare(one, other)) != verdict
        # Two people whom an editor is asked about are not merged; "beyond" is one person whom
        # nothing in the names shows to be one.
        and (verdict, found) not in {("different", "unsure"), ("beyond", "unsure"), ("beyond", "different")}
    ]
    assert wrong == []


def test_the_order_of_two_names_does_not_matter(spelling_case: Case) -> None:
    pairs = [pair for listed in spelling_case.values() for pair in listed]
    assert all(spelling.compare(a, b) == spelling.compare(b, a) for a, b in pairs)


def test_two_spellings_of_one_person_share_an_index(spelling_case: Case) -> None:
    pairs = spelling_case.get("same", [])
    assert [(a, b) for a, b in pairs if not spelling.indexes(a) & spelling.indexes(b)] == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert spelling.compare(one, other) == spelling.compare(other, one)
    spelling.indexes(one)


@given(st.text(max_size=40))
def test_a_name_is_never_different_from_itself(name: str) -> None:
    assert spelling.compare(name, name) != "different"
