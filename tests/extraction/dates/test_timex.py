import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction.dates import timex


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-08-06", "2024-08-06", "2024-08-06"),
        ("2024-08-06T10:30", "2024-08-06", "2024-08-06"),
        ("2024-08-06TNI", "2024-08-06", "2024-08-06"),
        ("2024-08-13/2024-08-14", "2024-08-13", "2024-08-14"),
        ("2024-W32", "2024-08-05", "2024-08-11"),
        ("2024-W32-WE", "2024-08-10", "2024-08-11"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-SU", "2024-06-01", "2024-08-31"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2023/2024", "2023-01-01", "2024-12-31"),
        ("202", "2020-01-01", "2029-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_date_covers_days(value: str, first: str, last: str) -> None:
    assert timex.days(value) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    (
        "P2Y PT30M P1D PXY PAST_REF PRESENT_REF FUTURE_REF XXXX-08-06 XXXX XXXX-WXX-3 "
        "2024-02-30 2024-13 0000 2024/2023"
    ).split(),
)
def test_what_is_no_certain_date_covers_none(value: str) -> None:
    assert timex.days(value) is None


@given(st.text(alphabet="0123456789-/XWQHTPSUFAWIE:", max_size=15))
def test_any_value_is_read_without_an_error(value: str) -> None:
    covered = timex.days(value)
    assert covered is None or covered[0] <= covered[1]


@given(st.dates(), st.sampled_from(["D", "W", "WE", "M", "Q", "Y"]))
def test_a_day_lies_in_its_period(day: datetime.date, unit: str) -> None:
    covered = timex.days(timex.period(day, unit))
    if covered:
        assert covered[0] <= day <= covered[1] or unit == "WE"


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [(2, "Y", "P2Y"), (2.5, "Y", "P2.5Y"), (0.5, "TH", "PT30M"), (None, "D", "PXD"), (90, "TM", "PT90M")],
)
def test_a_duration_is_written(amount: float | None, unit: str, value: str) -> None:
    assert timex.duration(amount, unit) == value
