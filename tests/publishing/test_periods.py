"""A long timeline has headings to jump to; a short one none."""

from __future__ import annotations

import datetime

from sourced.model import Event, Passage
from sourced.publishing import periods

PASSAGE = Passage("herald", 0, 3, "It.")


def event(first: str, last: str | None = None) -> Event:
    return Event(
        key=f"{first}-event",
        date=first,
        first=datetime.date.fromisoformat(first),
        last=datetime.date.fromisoformat(last or first),
        approximate=False,
        planned=False,
        text="It closed",
        passage=PASSAGE,
        evidence=(PASSAGE,),
    )


def headings(*events: Event) -> list[tuple[int, str, str, int]]:
    return [
        (found.level, found.title, found.anchor, len(found.events)) for found in periods.of(sorted_(events))
    ]


def sorted_(events: tuple[Event, ...]) -> list[Event]:
    return sorted(events, key=lambda one: (one.first, -one.last.toordinal()))


def days(year: int, month: int, many: int) -> list[Event]:
    return [event(f"{year}-{month:02}-{day:02}") for day in range(1, many + 1)]


def test_a_short_timeline_has_no_heading() -> None:
    assert headings(*days(2024, 3, 5), event("2019-01-01")) == [(2, "", "", 6)]
    assert headings() == []


def test_years_with_little_go_together_and_a_full_year_has_its_months() -> None:
    found = headings(
        event("1988-01-01", "1988-12-31"),
        event("2011-05-02"),
        event("2024-01-01", "2024-12-31"),
        *days(2024, 2, 7),
        *days(2024, 9, 6),
        *days(2025, 1, 4),
    )
    assert found == [
        (2, "1988–2011", "in-1988", 2),
        (2, "2024", "in-2024", 1),
        (3, "February", "in-2024-02", 7),
        (3, "September", "in-2024-09", 6),
        (2, "2025", "in-2025", 4),
    ]


def test_a_timeline_within_one_year_has_the_months_only() -> None:
    found = headings(event("2024-01-01", "2024-12-31"), *days(2024, 2, 7), *days(2024, 3, 6))
    assert found == [
        (2, "", "", 1),
        (2, "February 2024", "in-2024-02", 7),
        (2, "March 2024", "in-2024-03", 6),
    ]
