"""What expressions that stand side by side tell of each other: a time of day its day, a range its years."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from sourced.extraction.dates import timex
from sourced.model import TimeExpression

_JOIN = re.compile(r"\s+(?:(?:on|at)\s+)?")
_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)(?:T\D|$)")
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?|\s*[–—-]\s*")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_LONGEST = 14  # characters of such a link
_CALENDAR = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


class Found(NamedTuple):
    """An expression, the rule that found it, the number of its sentence, whether its year is told."""

    rule: str
    sentence: int
    item: TimeExpression
    with_year: bool


def in_order(text: str, found: Sequence[Found], today: datetime.date | None) -> list[Found]:
    """Give both ends of a range the year that one is told with, and let the second follow the first.

    As in "July to September 2023", "Dec. 28-Jan. 2", "from Monday to Friday".
    """
    items = list(found)
    for n, (one, other) in enumerate(pairwise(found)):
        if not _is_range(text, one.item, other.item):
            continue
        if one.rule == other.rule == "weekday":
            items[n : n + 2] = _weekdays(items[n], other, today)
        elif {one.rule, other.rule} <= {"date", "month"}:
            items[n : n + 2] = _years(items[n], other)
    return items


def _is_range(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    between = text[one.end : min(other.start, one.end + _LONGEST)]
    if _AND.fullmatch(between):
        return bool(_BETWEEN.search(text, max(0, one.start - _LONGEST), one.start))
    return bool(_TO.fullmatch(between))


def _weekdays(one: Found, other: Found, today: datetime.date | None) -> tuple[Found, Found]:
    first, last = timex.days(one.item.value), timex.days(other.item.value)
    if today is None or first is None or last is None or first[0] <= last[0]:
        return one, other
    if first[0] > today:
        return one, _moved(other, last[0] + datetime.timedelta(days=7))
    return _moved(one, first[0] - datetime.timedelta(days=7)), other


def _moved(one: Found, day: datetime.date) -> Found:
    return one._replace(item=replace(one.item, value=day.isoformat() + one.item.value[10:]))


def _years(one: Found, other: Found) -> tuple[Found, Found]:
    first, last = one.item.value, other.item.value
    if not (_CALENDAR.fullmatch(first) and _CALENDAR.fullmatch(last)):
        return one, other
    if other.with_year and not one.with_year:
        year = int(last[:4]) - (first[4:] > last[4:])
        return one._replace(item=replace(one.item, value=f"{year:04}{first[4:]}")), other
    if last < first and not other.with_year:
        year = int(first[:4]) + (last[4:] < first[4:])
        return one, other._replace(item=replace(other.item, value=f"{year:04}{last[4:]}"))
    return one, other


def joined(text: str, found: Sequence[Found]) -> Iterator[TimeExpression]:
    """Give each time of day the day that stands with it in the sentence.

    Side by side the two are one expression: "10 a.m. on Monday".
    """
    taken = -1  # the last one that has gone into a time of day
    for n, (rule, _, item, _) in enumerate(found):
        if n == taken:
            continue
        if rule != "time":
            following = found[n + 1 : n + 2]
            if not (following and following[0].rule == "time" and _adjoining(text, item, following[0].item)):
                yield item
            continue
        whole = item
        for m in _days_near(found, n):
            if m == taken:
                continue
            day = found[m].item
            whole = _dated(item, day)
            if _adjoining(text, *sorted((item, day))):
                taken = m
                start, end = min(item.start, day.start), max(item.end, day.end)
                whole = TimeExpression(start, end, "TIME", whole.value, whole.mod)
                break
        yield whole


def _days_near(found: Sequence[Found], n: int) -> list[int]:
    """The days of its sentence beside a time of day, or beside the next: "from 2 to 3 a.m. on Monday"."""
    places = [n - 1, n + 2] if found[n + 1 : n + 2] and found[n + 1].rule == "time" else [n - 1, n + 1]
    return [
        m
        for m in places
        if 0 <= m < len(found)
        and found[m].sentence == found[n].sentence
        and found[m].rule != "time"
        and _DAY.match(found[m].item.value)
    ]


def _adjoining(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether a day and a time of day stand side by side."""
    days = sum(bool(_DAY.match(item.value)) for item in (first, second))
    return days == 1 and bool(_JOIN.fullmatch(text, first.end, second.start))


def _dated(time: TimeExpression, day: TimeExpression) -> TimeExpression:
    value = f"{day.value.partition('T')[0]}T{time.value.partition('T')[2]}"
    return TimeExpression(time.start, time.end, "TIME", value, time.mod)
