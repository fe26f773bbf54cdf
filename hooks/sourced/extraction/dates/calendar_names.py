"""What the names of days, months, quarters, seasons, years and longer times come to on the calendar."""

from __future__ import annotations

import datetime
import re

from sourced.extraction.dates import holidays, timex
from sourced.extraction.dates.time_context import (
    STEP,
    Context,
    Parts,
    Told,
    anchor,
    modifier,
    ordinal,
    year_by,
    year_named,
    year_of,
)
from sourced.extraction.dates.timex import Meaning


def iso(parts: Parts, _: Context) -> Meaning | None:
    """As in "2024-08-06"."""
    value = parts["iso"]
    if timex.days(value) is None:
        return None
    return Meaning("TIME" if "T" in value else "DATE", value)


def slashed(parts: Parts, context: Context) -> Meaning | None:
    """As in "7/8/07", "14.8.2024", "14-08-2024"."""
    first, second, last = map(int, re.split(r"[/.-]", parts["slash"]))
    year = last if last > 99 else 1900 + last if last > 68 else 2000 + last
    # 7/8/07 is 8 July in America and 7 August elsewhere: the one nearer to the article's date is meant.
    # A point or a dash between them is never American.
    orders = [(first, second), (second, first)] if "/" in parts["slash"] else [(second, first)]
    possible = [day for month, dom in orders if (day := _date(year, month, dom))]
    today = context.today
    nearest = min(possible, key=lambda day: abs(day - today) if today else datetime.timedelta(), default=None)
    return Meaning("DATE", nearest.isoformat()) if nearest else None


def _date(year: int, month: int, dom: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, dom)
    except ValueError:
        return None


def day(parts: Parts, context: Context) -> Meaning | None:
    """As in "Tuesday, August 6, 2024", "the sixth of August", "the morning of August 6"."""
    value, part = _day_of_month(parts, ordinal(parts["dom"]), context), parts.get("part")
    if value is None:
        return None
    return Meaning("TIME", f"{value}T{part}") if part else Meaning("DATE", value)


def week_of(parts: Parts, context: Context) -> Meaning | None:
    """As in "the week of August 5", "the weekend of 10 August"."""
    value = _day_of_month(parts, ordinal(parts["dom"]), context)
    days = timex.days(value) if value and parts["unit"] in ("W", "WE") else None
    return Meaning("DATE", timex.period(days[0], parts["unit"])) if days else None


def _day_of_month(parts: Parts, dom: int, context: Context) -> str | None:
    month, weekday = int(parts["month"]), parts.get("weekday")
    if _date(2024, month, dom) is None:
        return None
    if (year := year_named(parts, context)) and year.isdigit():
        day = _date(int(year), month, dom)
        return day.isoformat() if day else None
    if weekday and context.today:
        years = [context.today.year + step for step in (0, -1, 1)]
        days = [day for year in years if (day := _date(year, month, dom))]
        fitting = [day for day in days if day.isoweekday() == int(weekday)]
        if fitting:
            return fitting[0].isoformat()
    told = f"{{}}-{month:02}-{dom:02}".format
    return told(year_of(told, context))


def days(parts: Parts, context: Context) -> Meaning | None:
    """As in "August 6-8", "6 to 8 August"."""
    first = _day_of_month(parts, ordinal(parts["dom"]), context)
    last = _day_of_month(parts, ordinal(parts["to"]), context)
    return Meaning("DATE", f"{first}/{last}") if first and last and first < last else None


def weekday(parts: Parts, context: Context) -> Meaning:
    """As in "Friday", "next Friday", "Friday last week", "late on Friday night", "Friday week"."""
    number, part, mod = int(parts["weekday"]), parts.get("part"), modifier(parts)
    part = "NI" if part == "ON" else part
    today = anchor(context) if parts.get("deixis") in ("previous", "following") else context.today
    day = timex.shift(today, _to_weekday(number, today, parts, context), "D") if today else None
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    return Meaning("TIME", f"{value}T{part}", mod) if part else Meaning("DATE", value, mod)


def _to_weekday(number: int, today: datetime.date, parts: Parts, context: Context) -> int:
    """How many days on a weekday is. It is the last one, today included, where nothing points ahead."""
    deixis, ahead = parts.get("deixis"), (number - today.isoweekday()) % 7
    if "weekof" in parts:
        return 7 * STEP[parts["weekof"]] + number - today.isoweekday()
    if deixis in ("last", "previous"):
        return ahead - 7
    if deixis in ("next", "following"):
        return ahead or 7
    if "plus" in parts:
        return (ahead or 7) + 7
    this_week = deixis == "this" and context.direction == 0 and number > today.isoweekday()
    return ahead if ahead == 0 or this_week or (context.direction > 0 and deixis != "past") else ahead - 7


def overnight(parts: Parts, context: Context) -> Meaning | None:
    """As in "overnight into Tuesday"."""
    meaning = weekday({"weekday": parts["weekday"]}, context)
    days = timex.days(meaning.value)
    before = timex.shift(days[0], -1, "D") if days else None
    return Meaning("DATE", f"{before}/{meaning.value}") if before else None


def named(_: Parts, __: Context) -> Meaning:
    """As in "9/11", which is not 9 November, and "the Sept. 11 attacks"."""
    return Meaning("DATE", "2001-09-11")


def month(parts: Parts, context: Context) -> Meaning:
    """As in "August", "last August", "early August 2024", "August of next year"."""
    return _of_a_year(f"{{}}-{parts['month']}".format, parts, context)


def season(parts: Parts, context: Context) -> Meaning:
    """As in "the summer", "last summer", "summer 2024"."""
    return _of_a_year(f"{{}}-{parts['season']}".format, parts, context)


def holiday(parts: Parts, context: Context) -> Meaning:
    """As in "Christmas Day", "last Thanksgiving", "Easter 2016", "this year's May Day"."""
    name = parts["holiday"]

    def told(year: str) -> str:
        if year.isdigit():
            return holidays.date(name, int(year)).isoformat()
        return f"{year}-{holidays.month_and_day(name) or 'XX-XX'}"

    return _of_a_year(told, parts, context)


def _of_a_year(told: Told, parts: Parts, context: Context) -> Meaning:
    year = year_named(parts, context) or year_by(parts.get("deixis"), told, context)
    return Meaning("DATE", told(year), modifier(parts))


def quarter(parts: Parts, context: Context) -> Meaning | None:
    """As in "the third quarter", "Q3 2024", "the final quarter of last year", "the last quarter"."""
    year = year_named(parts, context)
    if "last" in parts and year is None:
        before = timex.shift(context.today, -1, "Q") if context.today else None
        return Meaning("DATE", timex.period(before, "Q") if before else timex.unknown("Q"), modifier(parts))
    number = 4 if "last" in parts or "final" in parts else ordinal(parts.get("nth") or parts["shortquarter"])
    told = f"{{}}-Q{number}".format
    value = told(year or year_of(told, context))
    return Meaning("DATE", value, modifier(parts)) if 1 <= number <= 4 else None


def half(parts: Parts, context: Context) -> Meaning | None:
    """As in "the first half of 2024", "the second half of last year", "first-half profit"."""
    number = ordinal(parts["nth"])
    if number not in (1, 2):
        return None
    told = f"{{}}-H{number}".format
    return Meaning("DATE", told(year_named(parts, context) or year_of(told, context)))


def year(parts: Parts, context: Context) -> Meaning:
    """As in "2024", "late 2024", "'82"."""
    if "year" in parts:
        return Meaning("DATE", parts["year"], modifier(parts))
    short = int(parts["shortyear"][1:])
    latest = (context.today.year if context.today else 2029) + 5
    return Meaning("DATE", str(next(y for y in range(latest, latest - 100, -1) if y % 100 == short)))


def years(parts: Parts, _: Context) -> Meaning | None:
    """As in "2023-24", "2023/24"; "2024-08" is a month."""
    first, last = int(parts["yearspan"][:4]), int(parts["yearspan"][5:])
    if first % 100 < last <= 99 and (last > 12 or last == first % 100 + 1 or "-" not in parts["yearspan"]):
        return Meaning("DATE", f"{first}/{first // 100 * 100 + last}")
    return Meaning("DATE", f"{first}-{last:02}") if 1 <= last <= 12 else None


def decade(parts: Parts, context: Context) -> Meaning:
    """As in "the 1980s", "the mid-'80s", "the eighties"; "the 1800s" are a century."""
    if "decadeword" in parts:
        digit, century = parts["decadeword"], None
    else:
        digits = re.sub(r"\D", "", parts["decade"])
        digit, century = digits[-2], digits[:-2] or None
        if century and digit == "0" and int(century) < 20:
            return Meaning("DATE", century, modifier(parts))
    if century is None:
        latest = (context.today.year if context.today else 2029) // 10
        century = str(next(d for d in range(latest, latest - 10, -1) if str(d)[-1] == digit) // 10)
    return Meaning("DATE", f"{century}{digit}", modifier(parts))


def century(parts: Parts, _: Context) -> Meaning | None:
    """As in "the 20th century"."""
    number = ordinal(parts["nth"])
    return Meaning("DATE", f"{number - 1:02}", modifier(parts)) if 1 < number <= 30 else None
