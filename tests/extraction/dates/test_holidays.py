import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction.dates import holidays


@pytest.mark.parametrize(
    "day", ["1954-04-18", "1961-04-02", "2000-04-23", "2016-03-27", "2024-03-31", "2038-04-25"]
)
def test_easter(day: str) -> None:
    known = datetime.date.fromisoformat(day)
    assert holidays.easter(known.year) == known


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = holidays.easter(year)
    assert day.isoweekday() == 7
    assert datetime.date(year, 3, 22) <= day <= datetime.date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Christmas Eve", "2024-12-24"),
        ("New Year’s Day", "2025-01-01"),
        ("Thanksgiving", "2024-11-28"),
        ("Memorial Day", "2024-05-27"),
        ("Memorial Day", "2021-05-31"),
        ("Good Friday", "2024-03-29"),
        ("Whit Monday", "2024-05-20"),
    ],
)
def test_a_holiday_falls_on_its_day(name: str, day: str) -> None:
    known = datetime.date.fromisoformat(day)
    assert holidays.date(name, known.year) == known
