"""Holidays that fall on one day of the Gregorian calendar each year.

``holidays.tsv`` lists them. Those by another calendar (Ramadan, Diwali), and those whose day is another in
another country, are no certain day and are left out.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from sourced import wordlists

_FIXED = re.compile(r"\d\d-\d\d")


@cache
def _days() -> dict[str, str]:
    return dict(wordlists.rows(__package__, "holidays.tsv"))


def pattern() -> str:
    """A regular expression for their names, the longest first."""
    names = sorted(_days(), key=len, reverse=True)
    return "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s") for name in names)


def month_and_day(name: str) -> str | None:
    """The "MM-DD" of a holiday that has the same each year."""
    when = _when(name)
    return when if _FIXED.fullmatch(when) else None


def date(name: str, year: int) -> datetime.date:
    """The day of a holiday in a year."""
    when = _when(name)
    if _FIXED.fullmatch(when):
        return datetime.date.fromisoformat(f"{year:04}-{when}")
    month, *numbers = when.split()
    if month == "Easter":
        return easter(year) + datetime.timedelta(days=int(numbers[0]))
    return _weekday(year, int(month), int(numbers[0]), int(numbers[1]))


def _when(name: str) -> str:
    return _days()[" ".join(name.replace("’", "'").split())]


def _weekday(year: int, month: int, weekday: int, which: int) -> datetime.date:
    """The ``which``-th of a weekday in a month; the last one for -1."""
    if which > 0:
        first = datetime.date(year, month, 1)
        ahead = (weekday - first.isoweekday()) % 7
        return first + datetime.timedelta(days=ahead + 7 * (which - 1))
    last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> datetime.date:
    """Easter Sunday of the western churches, by the Gregorian computus (Meeus 1991, after Butcher 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, skew = century // 4, century % 4
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - lunar + 15) % 30
    weekday = (32 + 2 * skew + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
