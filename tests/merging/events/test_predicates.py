"""A clause with two dates tells two things, each with its own verb and the subject or noun it is told of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def test_the_predicate_of_a_date(predicates_case: Mapping[str, Any], wrong: Callable[..., object]) -> None:
    assert wrong(predicates_case) == []
