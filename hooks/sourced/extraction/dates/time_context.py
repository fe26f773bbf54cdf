"""What time expressions are resolved against, and the choices that go with it.

What the context leaves open stays open in the value ("XXXX-08-06"): nothing is made up.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from sourced.extraction.dates import timex
from sourced.extraction.dates.tense import Direction

Parts = Mapping[str, str]
Told = Callable[[str], str]  # from a year to the value there: "{}-08-06".format

# How many years, weeks or days each of these words goes on, or back.
STEP = {"last": -1, "previous": -1, "past": -1, "this": 0, "that": 0, "same": 0, "next": 1, "following": 1}

_RECENT, _SOON, _RARE = 14, 60, 300  # days
_YEAR_TURNS = 210  # days
_DAY = len("XXXX-08-06")


class Context(NamedTuple):
    """What an expression is resolved against.

    ``today`` is the article's date; ``spoken`` the day ("D"), month ("M") and year ("Y") last spoken of,
    each by its first day; ``spoken_year`` the year that the words just before have named; ``agreed`` the
    years that months have where the article tells; ``direction`` whether the clause looks back (-1),
    ahead (1) or neither (0); ``recent`` whether this sentence or the one before has named a day;
    ``complement`` whether words follow that say after or before what ("two days after the vote").
    """

    today: datetime.date | None
    spoken: Mapping[str, datetime.date] = MappingProxyType({})
    spoken_year: str | None = None
    agreed: Mapping[str, str] = MappingProxyType({})
    direction: Direction = 0
    recent: bool = False
    complement: bool = False


def year_of(told: Told, context: Context) -> str:
    """The year that is meant when none is given, XXXX if unknown."""
    today = context.today
    if today is None:
        return "XXXX"
    if context.spoken_year:
        return _spoken_year(context.spoken_year, told, context)
    if context.direction == 0 and (agreed := context.agreed.get(told("XXXX")[5:7])):
        return agreed
    spans = _around(told, today)
    behind = [year for year, (first, _) in spans.items() if first <= today][-1:]
    ahead = [year for year, (_, last) in spans.items() if last >= today][:1]
    if behind and ahead and behind != ahead:
        # What is about a year off is told with its year: "is to run from" a day last week is last week.
        since, until = (today - spans[behind[0]][1]).days, (spans[ahead[0]][0] - today).days
        if context.direction > 0 and since <= _RECENT and until > _RARE:
            return behind[0]
        if context.direction < 0 and until <= _SOON and since > _RARE and len(told("XXXX")) == _DAY:
            return ahead[0]
    if context.direction < 0 and behind:
        return behind[0]
    if context.direction > 0 and ahead:
        return ahead[0]
    return min(spans, key=lambda year: _distance(spans[year], today), default="XXXX")


def _spoken_year(year: str, told: Told, context: Context) -> str:
    """The year that the words before have named, or the next: "in December 2019", and then "in January"."""
    spoken, days = anchor(context, "M"), timex.days(told(year))
    return str(int(year) + 1) if days and spoken and (spoken - days[1]).days > _YEAR_TURNS else year


def _distance(days: tuple[datetime.date, datetime.date], today: datetime.date) -> int:
    """How far off some days are. News looks back: what is ahead counts three times as far."""
    return max(3 * (days[0] - today).days, (today - days[1]).days, 0)


def year_by(deixis: str | None, told: Told, context: Context) -> str:
    """The year of "last September" or "next spring"; without such a word, as ``year_of``."""
    today = context.today
    if today is None or deixis is None:
        return year_of(told, context)
    spans = _around(told, today)
    if STEP[deixis] < 0:
        return max((year for year, (_, last) in spans.items() if last < today), default="XXXX")
    if STEP[deixis] > 0:
        return min((year for year, (first, _) in spans.items() if first > today), default="XXXX")
    current = [year for year, (first, last) in spans.items() if first <= today <= last]
    return current[0] if current else f"{today.year:04}"


def _around(told: Told, today: datetime.date) -> dict[str, tuple[datetime.date, datetime.date]]:
    """The days that it comes to in the years around today's."""
    years = (f"{today.year + step:04}" for step in (-2, -1, 0, 1, 2) if 1 <= today.year + step <= 9999)
    return {year: days for year in years if (days := timex.days(told(year)))}


def year_named(parts: Parts, context: Context) -> str | None:
    """The year that the words name: "2009", "of last year"."""
    if "year" in parts:
        return parts["year"]
    if "yearspan" in parts:
        return parts["yearspan"][:4]  # "the winter of 2022-23"
    if parts.get("deixis") == "that":
        spoken = anchor(context, "Y")
        return f"{spoken.year:04}" if spoken else None
    if "yearof" in parts:
        return str(context.today.year + STEP[parts["yearof"]]) if context.today else "XXXX"
    return None


def anchor(context: Context, unit: str = "D") -> datetime.date | None:
    """The day, month or year last spoken of, by its first day; the article's own date without one."""
    spoken = context.spoken.get(unit if unit in ("M", "Y") else "D", context.today)
    if spoken and context.today and spoken > context.today and context.direction < 0:
        return context.today  # what has happened by noon did not happen on a day to come
    return spoken


def anchor_of_later(context: Context, unit: str = "D") -> datetime.date | None:
    """As ``anchor``, for what comes after it; told of the past, that was not after the article's day."""
    known = unit != "D" or "D" in context.spoken or context.direction > 0
    return anchor(context, unit) if known else None


def modifier(parts: Parts) -> str | None:
    """The TIMEX3 modifier of "early", "mid-", "the end of", "later", "the first half of"."""
    if "nthhalf" in parts:
        return "START" if parts["nthhalf"] in ("1", "1st") else "END"
    mod = parts.get("mod")
    if mod in ("earlier", "later"):
        return "APPROX"
    return mod if mod in ("START", "MID", "END") else parts.get("edge")


def ordinal(rank: str) -> int:
    """The number in "6", "6th", "Q3". "Second" is a word for a time too, and comes without a digit."""
    return int(re.sub(r"\D", "", rank) or 2)
