"""The timeline of one short text, a line an event, as the case files of this folder write it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from sourced.model import Event

Lines = Callable[[Mapping[str, Any]], list[tuple[str, list[str]]]]


@pytest.fixture
def wrong(timeline: Callable[[Iterable[tuple[str, datetime.date, str]]], tuple[Event, ...]]) -> Lines:
    """The texts of a case file that give other events than they are to, and which.

    An event is its day, "planned" if it is, and its words.
    """

    def find(case: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
        told = {text: timeline([("herald", case["date"], text)]) for text in case["texts"]}
        lines = {
            text: [f"{e.date} {'planned ' if e.planned else ''}{e.text}" for e in found]
            for text, found in told.items()
        }
        return [(text, found) for text, found in lines.items() if found != (case["texts"][text] or [])]

    return find
