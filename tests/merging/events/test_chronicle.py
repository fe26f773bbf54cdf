"""One timeline of many seeds: each event once, with all who tell it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from sourced.model import Event

Case = Mapping[str, Any]
Timeline = Callable[[Iterable[tuple[str, datetime.date, str]]], tuple[Event, ...]]
MONDAY = datetime.date(2025, 5, 12)


def test_what_several_papers_tell_comes_to_one_timeline(chronicle_case: Case, timeline: Timeline) -> None:
    found = timeline((seed["key"], seed["date"], seed["text"]) for seed in chronicle_case["seeds"])
    told = [
        {
            "date": event.date,
            "told": event.text,
            "sources": list(dict.fromkeys(passage.source for passage in event.evidence)),
        }
        | ({"planned": True} if event.planned else {})
        for event in found
    ]
    assert [case for case in chronicle_case["events"] if told.count(case) != 1] == []


def entries(timeline: Timeline, *texts: str) -> list[tuple[str, int]]:
    """The dates of the entries, and how many papers tell each, of one article a paper."""
    found = timeline((f"paper-{n}", MONDAY, text) for n, text in enumerate(texts))
    return [(event.date, len({passage.source for passage in event.evidence})) for event in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A bus overturned near Cuzco on Sunday, killing 11.",
            "Eleven died when a bus overturned near Cuzco on Sunday.",
        ),
        ("The mayor of Lyon resigned on Sunday.", "Lyon’s mayor stepped down on Sunday."),
        ("The union rejected the offer on Friday.", "On Friday the union turned down the offer."),
        ("Parliament approved the budget on Thursday.", "The budget was passed by parliament on Thursday."),
    ],
)
def test_other_words_for_one_event_are_one_entry(timeline: Timeline, one: str, other: str) -> None:
    assert [papers for _, papers in entries(timeline, one, other)] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police arrested two men in Leeds on Sunday.", "Police arrested three men in Bradford on Sunday."),
        ("The court convicted Anna Berg on Friday.", "The court acquitted Karl Lind on Friday."),
        ("A fire destroyed a mill in Lodz on Sunday.", "A fire destroyed a school in Graz on Sunday."),
        ("The talks did not resume on Friday.", "The talks resumed on Friday."),
        ("The results must be published by Friday.", "The results were published on Friday."),
        ("Workers at Arbour walked out on Thursday.", "Workers at Arbour walked out on Friday."),
    ],
)
def test_two_events_are_two_entries(timeline: Timeline, one: str, other: str) -> None:
    assert [papers for _, papers in entries(timeline, one, other)] == [1, 1]


def test_a_day_is_told_rather_than_the_month_that_another_paper_gives(timeline: Timeline) -> None:
    one = "The smelter at Halden closed in March."
    other = "The owner closed the Halden smelter on 12 March."
    assert entries(timeline, one, other) == entries(timeline, other, one) == [("2025-03-12", 2)]


def test_what_was_planned_and_then_happened_has_happened(timeline: Timeline) -> None:
    papers = [
        ("post", datetime.date(2025, 5, 8), "Teachers in Ghent will walk out on Friday."),
        ("echo", MONDAY, "Teachers in Ghent walked out on Friday."),
    ]
    (event,) = timeline(papers)
    assert not event.planned
    assert event.text == "Teachers in Ghent walked out on Friday"
    assert event.key.startswith("2025-05-09-walk")  # what pages cite stays


def test_a_longer_time_stands_before_a_shorter_one_that_begins_with_it(timeline: Timeline) -> None:
    text = (
        "The plant opened on 1 January 1990. Its first reactor was built in 1990."
        " The valley lost its fields in the 1990s. A second reactor was added in January 1990."
    )
    assert [date for date, _ in entries(timeline, text)] == ["199", "1990", "1990-01", "1990-01-01"]


def test_a_day_on_which_sources_differ_is_told_at_both_entries(timeline: Timeline) -> None:
    papers = [
        ("post", MONDAY, "Oscar Lund was arrested at a hotel in Geneva on Thursday."),
        ("echo", MONDAY, "Oscar Lund was arrested at his hotel in Geneva on Friday."),
        ("mail", MONDAY, "Oscar Lund visited a bank in Geneva on Thursday."),
    ]
    found = {event.key: event.otherwise for event in timeline(papers) if "arrested" in event.text}
    one, other = found
    assert found == {one: (other,), other: (one,)}
