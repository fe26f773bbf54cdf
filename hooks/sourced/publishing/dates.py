"""Dates in words."""

from __future__ import annotations

import datetime
import re
from functools import cache

from babel import Locale
from babel.dates import format_date

# British order: "14 August 2024".
_LOCALE = Locale("en", "GB")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d\d)(?:XX)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_PARTS = {
    "Q1": "the first quarter of",
    "Q2": "the second quarter of",
    "Q3": "the third quarter of",
    "Q4": "the fourth quarter of",
    "H1": "the first half of",
    "H2": "the second half of",
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
}


def day(date: datetime.date) -> str:
    """A day: "14 August 2024"."""
    return format_date(date, "long", locale=_LOCALE)


def weekday(date: datetime.date) -> str:
    """The day of the week: "Wednesday"."""
    return format_date(date, "EEEE", locale=_LOCALE)


def span(first: datetime.date, last: datetime.date) -> str:
    """From one day to another: "13–14 August 2024"."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{format_date(first, 'd MMMM', locale=_LOCALE)} – {day(last)}"
    return f"{first.day}–{day(last)}"


_PART_WORDS = {"START": "early ", "MID": "mid-", "END": "late "}


@cache
def words(value: str, part: str | None = None) -> str:
    """A TIMEX3 value as a reader says it; empty where the value names no day, month or year.

    ``part`` is the modifier of "early March": START, MID or END. A day has none to tell.

    "2024-08-06" is "6 August 2024", "2024-W32" "the week of 5 August 2024", "2024-08" "August
    2024", "202" "the 2020s", "18" "the 19th century", "2024-08-13/2024-08-14" "13–14 August 2024",
    "2008/2020" "2008–2020".
    """
    try:
        told = _words(value)
    except ValueError:  # a month 13, a week 54
        return ""
    long = any(known.fullmatch(value) for known in (_MONTH, _YEAR, _DECADE))
    if part is None or not long or not told:
        return told
    article = "the " if told.startswith("the ") else ""
    return f"{article}{_PART_WORDS[part]}{told.removeprefix(article)}"


def _words(value: str) -> str:
    first, slash, last = value.partition("/")
    if slash:
        return _between(first, last)
    if match := _DAY.fullmatch(value):
        return day(_date(match))
    if match := _WEEK.fullmatch(value):
        begins = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return f"the {'weekend' if match[3] else 'week'} of {day(begins)}"
    if match := _MONTH.fullmatch(value):
        return format_date(datetime.date(int(match[1]), int(match[2]), 1), "MMMM y", locale=_LOCALE)
    if _YEAR.fullmatch(value):
        return value
    if match := _PART.fullmatch(value):
        return f"{_PARTS[match[2]]} {match[1]}"
    if match := _DECADE.fullmatch(value):
        return f"the {match[1]}0s"
    if match := _CENTURY.fullmatch(value):
        return f"the {_ordinal(int(match[1]) + 1)} century"
    return ""


def _between(first: str, last: str) -> str:
    """From one value to another, what they share told once."""
    a, b = _DAY.fullmatch(first), _DAY.fullmatch(last)
    if a and b:
        return span(_date(a), _date(b))
    one, other = _words(first), _words(last)
    if not one or not other:
        return ""
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(last):
        return f"{one}–{other}"
    if _MONTH.fullmatch(first) and _MONTH.fullmatch(last) and first[:4] == last[:4]:
        return f"{one.split()[0]}–{other}"
    return f"{one} – {other}"


def _ordinal(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _date(match: re.Match[str]) -> datetime.date:
    return datetime.date(int(match[1]), int(match[2]), int(match[3]))


def machine(value: str, first: datetime.date) -> str:
    """A TIMEX3 value for HTML's ``datetime``: itself where HTML knows its form, else its first day."""
    week = _WEEK.fullmatch(value)
    if week and not week[3]:
        return value
    known = _DAY.fullmatch(value) or _MONTH.fullmatch(value) or _YEAR.fullmatch(value)
    return value[:10] if known else first.isoformat()
