"""What is planned or expected stands apart from what happened; what was called off is neither."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from sourced.merging.events import plans
from sourced.model import Span


def test_how_it_stands_on_the_day_of_the_article(
    plans_case: Mapping[str, Any], wrong: Callable[..., object]
) -> None:
    assert wrong(plans_case) == []


@pytest.mark.parametrize(
    ("before", "last"), [("Bids are due by ", True), ("It is shut until the ", True), ("It opens on ", False)]
)
def test_the_last_day_for_something(before: str, last: bool) -> None:
    text = f"{before}Friday."
    assert plans.is_deadline(text, Span(len(before), len(text) - 1)) is last
