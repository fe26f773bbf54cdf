"""A long timeline under headings: years, runs of years that have little, and the months of a full year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from sourced.model import Event
from sourced.publishing import dates

# From how many events on a timeline has headings, and a year its months; with how few years go together.
_LONG, _FULL, _FEW = 12, 12, 3


class Period(Struct, frozen=True):
    """Some years or a month, and the events in it. Without a ``title`` they need no heading."""

    title: str
    anchor: str
    level: int
    events: tuple[Event, ...]


def of(events: Sequence[Event]) -> tuple[Period, ...]:
    """The periods of a timeline, whose events stand in order."""
    if len(events) < _LONG:
        return (Period("", "", 2, tuple(events)),) if events else ()
    by_year = [(year, tuple(found)) for year, found in groupby(events, key=lambda event: event.first.year)]
    runs = _runs(by_year)
    if len(runs) == 1:
        return tuple(_months(runs[0], 2))
    return tuple(period for run in runs for period in _years(run))


_Years = list[tuple[int, tuple[Event, ...]]]


def _runs(by_year: Iterable[tuple[int, tuple[Event, ...]]]) -> list[_Years]:
    """Years one by one, those that follow one another with few events each together."""
    runs: list[_Years] = []
    for year, found in by_year:
        if runs and len(found) < _FEW and all(len(events) < _FEW for _, events in runs[-1]):
            runs[-1].append((year, found))
        else:
            runs.append([(year, found)])
    return runs


def _years(run: _Years) -> Iterator[Period]:
    first, last = run[0][0], run[-1][0]
    title = f"{first}" if first == last else f"{first}–{last}"
    events = tuple(event for _, found in run for event in found)
    if len(events) < _FULL or first != last:
        yield Period(title, f"in-{first}", 2, events)
        return
    vague = tuple(event for event in events if _is_vague(event))
    yield Period(title, f"in-{first}", 2, vague)
    yield from _months([(first, tuple(event for event in events if not _is_vague(event)))], 3)


def _months(run: _Years, level: int) -> Iterator[Period]:
    """The months of one year; what is dated by the year only stands before them, under no heading."""
    events = tuple(event for _, found in run for event in found)
    for month, found in groupby(events, key=lambda e: "" if _is_vague(e) else f"{e.first:%Y-%m}"):
        title = dates.words(month) if level == 2 or not month else dates.words(month).split()[0]
        yield Period(title, f"in-{month}" if month else "", level, tuple(found))


def _is_vague(event: Event) -> bool:
    return (event.last - event.first).days > 31
