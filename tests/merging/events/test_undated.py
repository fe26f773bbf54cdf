"""The date of a document, of a thing, of a number or of what somebody denies is that of no event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def test_dates_of_no_event(undated_case: Mapping[str, Any], wrong: Callable[..., object]) -> None:
    assert wrong(undated_case) == []
