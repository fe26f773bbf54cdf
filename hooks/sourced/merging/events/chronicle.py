"""The timeline of all seeds: each event once, with all the passages that tell it."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from sourced.merging import keys
from sourced.merging.events import coreference, events
from sourced.merging.events.coreference import Matter
from sourced.merging.evidence import Reading
from sourced.model import Event, Passage

# By how many days an "about" may be off, and from how many days on a time is vague.
_ABOUT = datetime.timedelta(days=3)
_LONG, _SHORT = 0, -1  # no months: where the vague and the other events of a year are kept
_Time = tuple[int, int]  # a year and a month, or one of these two
_OFF = 2  # days that a source may be off
_VAGUE = datetime.timedelta(days=31)


class Chronicle:
    """The events of the seeds read so far; ``register`` gives them their keys.

    An event that a later seed tells joins the first one, which keeps its key. A day wins over a month
    that it lies in, what happened over what was planned for the day.
    """

    def __init__(self, register: keys.Register) -> None:
        self.register = register
        self._found: list[Event] = []
        self._tellings: list[list[Event]] = []
        self._matters: list[Matter] = []
        self._telling: dict[tuple[_Time, str], list[int]] = defaultdict(list)

    def add(self, reading: Reading) -> None:
        """Take in the events of one more seed."""
        for event, matter in events.find(reading):
            self._take(event, matter)

    def events(self) -> tuple[Event, ...]:
        """All events in the order of their days; a year stands before its months, a month before its days."""
        by_day = self._by_day()
        return in_order(
            msgspec.structs.replace(event, otherwise=tuple(self._otherwise(number, by_day)))
            for number, event in enumerate(self._found)
        )

    def _by_day(self) -> dict[tuple[datetime.date, str], list[int]]:
        """The events of each single day, by the head of their subjects."""
        found: dict[tuple[datetime.date, str], list[int]] = defaultdict(list)
        for number, (event, matter) in enumerate(zip(self._found, self._matters, strict=True)):
            if event.first == event.last:
                found[event.first, matter.head].append(number)
        return found

    def _otherwise(
        self, number: int, by_day: Mapping[tuple[datetime.date, str], Sequence[int]]
    ) -> Iterator[str]:
        """The keys of events that other sources tell so of a day near by: one of the days may be wrong."""
        event, matter = self._found[number], self._matters[number]
        if event.first != event.last:
            return
        sources = {passage.source for passage in event.evidence}
        days = (event.first.toordinal() + off for off in range(-_OFF, _OFF + 1) if off)
        near = (datetime.date.fromordinal(day) for day in days if 0 < day <= datetime.date.max.toordinal())
        for n in sorted(n for day in near for n in by_day.get((day, matter.head), ())):
            other = self._found[n]
            apart = sources.isdisjoint(passage.source for passage in other.evidence)
            if apart and other.planned == event.planned and coreference.surely_one(matter, self._matters[n]):
                yield other.key

    def tellings(self) -> dict[str, tuple[Event, ...]]:
        """Each event as each of its passages tells it, by the event's key."""
        pairs = zip(self._found, self._tellings, strict=True)
        return {event.key: tuple(told) for event, told in pairs}

    def _take(self, event: Event, matter: Matter) -> None:
        number = next((n for n in self._alike(event, matter) if self._is(n, event, matter)), None)
        if number is None:
            number = len(self._found)
            self._found.append(msgspec.structs.replace(event, key=self.register.take(event.key)))
            self._tellings.append([event])
            self._matters.append(matter)
            self._keep(number, event, matter.stems)
            return
        self._tellings[number].append(event)
        self._keep(number, self._found[number], matter.stems - self._matters[number].stems)
        self._found[number] = _merged(self._found[number], event)
        self._matters[number] = coreference.joined(self._matters[number], matter)

    def _keep(self, number: int, event: Event, stems: Iterable[str]) -> None:
        """Note what an event says, to be found by its time and any word of it."""
        year = event.first.year
        times = [(year, _LONG)] if _is_vague(event) else [*_months(event), (year, _SHORT)]
        for stem in stems:
            for time in times:
                self._telling[time, stem].append(number)

    def _alike(self, event: Event, matter: Matter) -> Iterator[int]:
        """The numbers of the events of about the same time that may be this one, those of its days first.

        They share a kind of event, or three words, or all that one of them says. Only these are compared:
        on a day of many events each would else be compared with all.
        """
        times = [*_months(event), (event.first.year, _LONG)]
        times += [(event.first.year, _SHORT)] if _is_vague(event) else []
        shared: dict[int, int] = {}
        for time in times:
            told = (self._telling.get((time, stem), ()) for stem in matter.stems)
            for number, count in Counter(chain.from_iterable(told)).items():
                shared[number] = max(count, shared.get(number, 0))
        likely = [
            number
            for number, count in shared.items()
            if count >= coreference.SHARED
            or count == min(len(matter.stems), len(self._matters[number].stems))
            or not matter.kinds.isdisjoint(self._matters[number].kinds)
        ]
        days = (event.first, event.last)
        return iter(sorted(likely, key=lambda n: ((self._found[n].first, self._found[n].last) != days, n)))

    def _is(self, number: int, event: Event, matter: Matter) -> bool:
        known, said = self._found[number], self._matters[number]
        apart = all(passage.source != event.passage.source for passage in known.evidence)
        if (known.first, known.last) == (event.first, event.last):
            if known.planned == event.planned and not apart and coreference.retold(said, matter):
                return True
            if known.planned and apart and coreference.fulfils(said, matter):
                return True
            if known.planned and event.planned and apart and coreference.fulfils(matter, said):
                return True
        elif not (apart and _may_be_one_time(known, event)):
            return False
        elif _is_vague(known) or _is_vague(event):
            return coreference.much_alike(said, matter)
        return coreference.one_event(said, matter, apart=apart)


def in_order(found: Iterable[Event]) -> tuple[Event, ...]:
    """Events in the order of their days; a longer time before a shorter one that begins with it."""
    return tuple(sorted(found, key=lambda event: (event.first, -event.last.toordinal())))


def _merged(known: Event, other: Event) -> Event:
    """Two tellings of one event as one, which has the key of the first."""
    finer = other.last - other.first < known.last - known.first or (
        known.approximate and not other.approximate
    )
    if finer:
        known = msgspec.structs.replace(
            known,
            date=other.date,
            first=other.first,
            last=other.last,
            approximate=other.approximate,
            part=other.part,
        )
    if known.planned and not other.planned:
        return msgspec.structs.replace(
            other,
            key=known.key,
            date=known.date,
            first=known.first,
            last=known.last,
            approximate=known.approximate,
            part=known.part,
            evidence=_all(other.evidence, known.evidence),
        )
    return msgspec.structs.replace(known, evidence=_all(known.evidence, other.evidence))


def _all(one: tuple[Passage, ...], other: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _may_be_one_time(one: Event, other: Event) -> bool:
    """Whether two dates, of which one at least is vague, may be one: a day in its month, "about" a day."""
    if one.approximate or other.approximate:
        return one.first - _ABOUT <= other.last and other.first - _ABOUT <= one.last
    return (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )


def _is_vague(event: Event) -> bool:
    return event.last - event.first > _VAGUE


def _months(event: Event) -> list[tuple[int, int]]:
    """The months from a little before its first day to a little after its last, the ends of a longer time."""
    days = (event.first, event.last)
    around = [*days, *((day - _ABOUT) for day in days if day > datetime.date.min + _ABOUT)]
    around += [(day + _ABOUT) for day in days if day < datetime.date.max - _ABOUT]
    return list(dict.fromkeys((day.year, day.month) for day in around))
