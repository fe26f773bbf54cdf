"""S003 for dates: a day, month or year that no passage cited there gives.

The passages' dates are those that their articles' own dates resolve: "13 August 2024" stands where a source
of that August says "last Tuesday". A date may be coarser on the page than in the source, never finer.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from babel.dates import get_day_names
from msgspec import Struct

from sourced.citing import reread
from sourced.citing.blocks import Block
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.extraction.dates import timex
from sourced.model import Evidence, Finding, Source, TimeExpression
from sourced.publishing.dates import weekday

CODE = "S003"
_ANY_YEAR = re.compile(r"XXXX-(?P<day>\d{2}(?:-\d{2})?)$")
_CALENDAR = re.compile(r"\d{2,4}$|\d{4}-(?:\d{2}(?:-\d{2})?|[QH]\d|S[PU]|FA|WI)$")
_CLOCK = re.compile(r".*T(\d{2}):(\d{2})")
_HALF_DAY = re.compile(r"[ap]\.?m|noon|midnight", re.IGNORECASE)
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<weekday>[1-7])")

_OF = " of a passage cited here"

_Days = tuple[datetime.date, datetime.date]


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each date of a page that is none of those in the passages cited in its block."""
    for block in page.blocks:
        text = block.line
        told = [date for date in reread.numbers(text)[1] if _may_be_wrong(date, block)]
        known = [days for key in page.cited_for(block) for days in _known(key, ground)] if told else []
        for date in told:
            message = _wrong(date, text, block, known, ground)
            if message:
                yield page.finding(block, date.start, CODE, message)


def apart(page: Page, ground: Ground) -> frozenset[int]:
    """How many days lie between any two dates of what a page cites."""
    keys = {one.key for block in page.blocks for _, one in block.cited}
    days = {day for key in keys for known in _known(key, ground) for day in known}
    return frozenset(abs((one - other).days) for one in days for other in days)


def _may_be_wrong(date: TimeExpression, block: Block) -> bool:
    """Whether a calendar could contradict it, as it could not "later" or, without a citation, "Tuesday"."""
    told = (_CALENDAR, _ANY_YEAR, *((_WEEKDAY, _CLOCK) if block.cited else ()))
    return any(one.match(date.value) for one in told)


def _wrong(date: TimeExpression, text: str, block: Block, known: list[_Days], ground: Ground) -> str | None:
    told = date.surface(text)
    if time := _time(date, text):
        if any(time.same(one) for _, cited in block.cited for one in _times(cited.key, ground)):
            return None
        return f'"{told}" ' + ("is no time" + _OF if block.cited else "cites nothing")
    if not block.cited:
        # What the page says of its own sources: "two reports of 14 August".
        known = known + [(one.date, one.date) for one in ground.dossier.sources if one.date]
    fitting = [days for days in known if _fits(date.value, days)]
    if not fitting:
        return f'"{told}" ' + ("is no date" + _OF if block.cited else "cites nothing")
    day = _named_weekday(told)
    if day is not None and all(first == last and first.weekday() != day for first, last in fitting):
        return f'"{told}": that day is a {weekday(fitting[0][0])}'
    return None


def _fits(value: str, days: _Days) -> bool:
    """Whether all of a source's days are what the page says: the same day, or one in its month or year."""
    if match := _WEEKDAY.fullmatch(value):
        return days[0] == days[1] and days[0].isoweekday() == int(match["weekday"])
    if match := _ANY_YEAR.match(value):
        return all(f"{day:%m-%d}".startswith(match["day"]) for day in days)
    within = timex.days(value)
    return bool(within and within[0] <= days[0] and days[1] <= within[1])


def _known(key: str, ground: Ground) -> Iterator[_Days]:
    """The days of the dates in what a key leads to, of when it was said, and of its publication."""
    for passage in ground.cited(key):
        for date in ground.dates.get(passage.source, ()):
            found = timex.days(date.value)
            if found and passage.start <= date.start < passage.end:
                yield found
    record = ground.index.get(key)
    if isinstance(record, Evidence) and record.date and (found := timex.days(record.date)):
        yield found
    if isinstance(record, Source) and record.date:
        yield record.date, record.date


class _Time(Struct, frozen=True):
    """A time of day; ``half`` tells whether its words say which half of the day it is of."""

    hour: int
    minute: int
    half: bool

    def same(self, other: _Time) -> bool:
        hours = 24 if self.half and other.half else 12
        return self.minute == other.minute and (self.hour - other.hour) % hours == 0


def _time(date: TimeExpression, text: str) -> _Time | None:
    """The time of day that words of a text tell; None for a date, or a time like "this morning"."""
    match = _CLOCK.match(date.value)
    if match is None:
        return None
    hour, minute = map(int, match.groups())
    return _Time(hour, minute, hour > 12 or bool(_HALF_DAY.search(date.surface(text))))


def _times(key: str, ground: Ground) -> Iterator[_Time]:
    """The times of day in what a key leads to."""
    for passage in ground.cited(key):
        for date in ground.dates.get(passage.source, ()):
            time = _time(date, ground.articles[passage.source].text)
            if time and passage.start <= date.start < passage.end:
                yield time


def _named_weekday(told: str) -> int | None:
    """The day of the week that a date names, Monday 0."""
    return next(
        (_weekdays()[word] for word in re.findall(r"[a-z]+", told.lower()) if word in _weekdays()), None
    )


@cache
def _weekdays() -> dict[str, int]:
    return {name.lower(): number for number, name in get_day_names(locale="en").items()}
