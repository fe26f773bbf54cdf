"""TIMEX3 values: how they are written, and which days a date value covers.

The notation is that of TimeML's TIMEX3 (Pustejovsky et al. 2003), with ISO 8601 under it: a decade is its
first three digits ("198"), a century its first two ("19").
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Literal, NamedTuple

Type = Literal["DATE", "TIME", "DURATION", "SET"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{4}|\d{3}X?|\d\d(?:XX)?")
# First month and length in months. Seasons are the meteorological ones of the northern half of the globe.
_MONTHS = {
    **{f"Q{n}": (3 * n - 2, 3) for n in range(1, 5)},
    **{f"H{n}": (6 * n - 5, 6) for n in (1, 2)},
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
}
_HALVES = {"D": "PT12H", "Y": "P6M", "TH": "PT30M", "TM": "PT30S", "DE": "P5Y", "CE": "P50Y"}


class Meaning(NamedTuple):
    """A TIMEX3 type and value, and the modifier where there is one."""

    type: Type
    value: str
    mod: str | None = None


def days(value: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that a TIMEX3 date value covers.

    None for durations, references, sets and values that leave the year open.
    """
    first, slash, last = value.partition("/")
    try:
        if not slash:
            return _days(value)
        start, end = _days(first), _days(last)
    except ValueError:  # a day or a year that no calendar has
        return None
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _days(value: str) -> tuple[datetime.date, datetime.date] | None:
    if match := _DAY.fullmatch(value):
        day = datetime.date(*map(int, match.groups()))
        return day, day
    if match := _WEEK.fullmatch(value):
        year, week, part = int(match[1]), int(match[2]), match[3]
        first, last = (6, 7) if part == "WE" else (int(part), int(part)) if part else (1, 7)
        return datetime.date.fromisocalendar(year, week, first), datetime.date.fromisocalendar(
            year, week, last
        )
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _PART.fullmatch(value):
        return _months(int(match[1]), *_MONTHS[match[2]])
    if _YEARS.fullmatch(value):
        digits = value.rstrip("X")
        low, high = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
        return datetime.date(low, 1, 1), datetime.date(high, 12, 31)
    return None


def _months(year: int, month: int, length: int) -> tuple[datetime.date, datetime.date]:
    last_year, last_month = shift_month(year, month, length - 1)
    last_day = calendar.monthrange(last_year, last_month)[1]
    return datetime.date(year, month, 1), datetime.date(last_year, last_month, last_day)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month ``by`` months on, or back where it is negative."""
    years, rest = divmod(month - 1 + by, 12)
    return year + years, rest + 1


def period(day: datetime.date, unit: str) -> str:
    """The value of the day, week, weekend, month, quarter, year, decade or century that a day lies in."""
    iso = day.isocalendar()
    match unit:
        case "D":
            return day.isoformat()
        case "W":
            return f"{iso.year:04}-W{iso.week:02}"
        case "WE":
            return f"{iso.year:04}-W{iso.week:02}-WE"
        case "M":
            return f"{day.year:04}-{day.month:02}"
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "DE":
            return f"{day.year // 10:03}"
        case "CE":
            return f"{day.year // 100:02}"
        case _:
            return f"{day.year:04}"


def unknown(unit: str) -> str:
    """The value of a period of which nothing is known but its kind."""
    return {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "DE": "XXX",
        "CE": "XX",
    }.get(unit, "XXXX")


def duration(amount: float | None, unit: str) -> str:
    """The value of a duration; ``amount`` None is an unknown one ("several years": PXY).

    ``unit`` is D, W, WE, M, Q, Y, DE, CE, or TH, TM, TS for hours, minutes and seconds.
    """
    if amount is not None and amount == 1 / 2 and unit in _HALVES:
        return _HALVES[unit]
    number = "X" if amount is None else f"{amount:.10g}"
    return f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


def shift(day: datetime.date, amount: float, unit: str) -> datetime.date | None:
    """The day ``amount`` units on, or back where it is negative; None outside the calendar."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    hours = {"W": 168.0, "WE": 168.0, "TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}.get(unit, 24.0)
    try:
        if months is None:
            return day + datetime.timedelta(days=int(amount * hours / 24))
        year, month = shift_month(day.year, day.month, round(amount * months))
        return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None
