"""Which words of a clause say that something happens."""

from __future__ import annotations

import pytest

from sourced.merging.events import verbs


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("the bridge fell", True),
        ("an armed man", False),
        ("two wounded soldiers", False),
        ("the talks", False),
    ],
)
def test_a_participle_before_its_noun_is_no_verb(words: str, verb: bool) -> None:
    assert verbs.has_verb(words) is verb
