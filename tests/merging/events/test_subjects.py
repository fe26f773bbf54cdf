"""Who a clause is about, where it says only "he", "it" or "the mayor"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from sourced.merging.events import subjects
from sourced.model import Span


def test_a_pronoun_is_told_with_what_it_means(
    subjects_case: Mapping[str, Any], wrong: Callable[..., object]
) -> None:
    assert wrong(subjects_case) == []


@pytest.mark.parametrize(
    ("clause", "date", "subject"),
    [
        ("On Monday the council resigned", "On Monday", "the council"),
        ("The council resigned on Monday", "Monday", "The council"),
        ("On Monday, it resigned", "On Monday", "it"),
    ],
)
def test_the_words_before_the_verb(clause: str, date: str, subject: str) -> None:
    at = clause.index(date)
    found = subjects.subject(clause, [Span(0, len(clause))], [Span(at, at + len(date))])
    assert found is not None
    assert found.surface(clause) == subject
    assert subjects.leans(clause, found) is (subject == "it")
