"""What an article tells of itself, case by case."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.editing import told

CASES = sorted(Path(__file__).with_name("told").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_an_article_tells_of_itself(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    found = told.read(case["text"])
    assert {
        "title": found.title,
        "publisher": found.publisher,
        "address": found.address,
        "date": found.date,
        "inferred": found.inferred,
        "words": found.date_words,
    } == {name: case.get(name) for name in ("title", "publisher", "address", "date", "inferred", "words")}


@given(st.text())
def test_any_text_tells_something_or_nothing(text: str) -> None:
    found = told.read(text)
    assert found.title is None or found.title.split()
    assert found.date is None or isinstance(found.date, datetime.date)
