from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.publishing import dates

CASES: dict[str, str] = yaml.safe_load((Path(__file__).parent / "dates.yml").read_text("utf-8"))
DAY = datetime.date(2024, 8, 6)


@pytest.mark.parametrize(("value", "words"), CASES.items())
def test_a_value_in_words(value: str, words: str) -> None:
    assert dates.words(value) == words


def test_a_day_and_its_weekday() -> None:
    assert (dates.day(DAY), dates.weekday(DAY)) == ("6 August 2024", "Tuesday")


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2024-08-06", "6 August 2024"),
        ("2024-08-09", "6–9 August 2024"),
        ("2024-09-01", "6 August – 1 September 2024"),
        ("2025-01-01", "6 August 2024 – 1 January 2025"),
    ],
)
def test_from_one_day_to_another(last: str, words: str) -> None:
    assert dates.span(DAY, datetime.date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    ("value", "attribute"),
    [
        ("2024-08-06", "2024-08-06"),
        ("2024-08-06TEV", "2024-08-06"),
        ("2024-08", "2024-08"),
        ("2024", "2024"),
        ("2024-W32", "2024-W32"),
        ("2024-08-06/2024-08-07", "2024-08-06"),
    ],
)
def test_what_html_calls_a_date(value: str, attribute: str) -> None:
    assert dates.machine(value, DAY) == attribute


@given(st.from_regex(r"[0-9XWQPTF/-]{0,12}", fullmatch=True) | st.text())
def test_any_value_has_words_or_none(value: str) -> None:
    assert isinstance(dates.words(value), str)


@pytest.mark.parametrize(
    ("value", "part", "told"),
    [
        ("2024-09", "START", "early September 2024"),
        ("2024", "MID", "mid-2024"),
        ("199", "END", "the late 1990s"),
        ("2024-09-03", "END", "3 September 2024"),
        ("2024-09", None, "September 2024"),
    ],
)
def test_a_part_of_a_month_or_year_is_told(value: str, part: str | None, told: str) -> None:
    assert dates.words(value, part) == told
