"""The timeline: what happened or is planned on which day, in the sources' words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from sourced.model import Dossier, Event

Case = Mapping[str, Any]
Merged = Callable[[Case], Dossier]
Timeline = Callable[[Iterable[tuple[str, datetime.date, str]]], tuple[Event, ...]]


def seed(text: str, dates: list[dict[str, Any]], **more: object) -> Case:
    return {"key": "herald", "date": None, "text": text, "dates": dates, **more}


def listed(found: Dossier) -> list[tuple[str, str, bool]]:
    return [(event.date, event.text, event.planned) for event in found.events]


def test_the_clause_that_tells_it(events_case: Case, merged: Merged) -> None:
    wrong = []
    for case in events_case["cases"]:
        dates = [{"words": case["date"], "value": case["value"], "type": case.get("type", "DATE")}]
        dates += [{"words": words, "value": value} for words, value in case.get("and", [])]
        made = merged({"seeds": [{**seed(case["text"], dates), "date": events_case["date"]}]})
        value = str(case.get("covers", case["value"]))
        told = [] if case["told"] is None else [(value, case["told"], case.get("planned", False))]
        if listed(made) != told:
            wrong.append((case["text"], listed(made)))
    assert wrong == []


def test_what_the_sentences_of_an_article_give_a_timeline(timeline_case: Case, timeline: Timeline) -> None:
    wrong = []
    for case in timeline_case["cases"]:
        told = timeline_of(timeline, case["text"], timeline_case["date"])
        if told != case["events"]:
            wrong.append((case["text"], told))
    assert wrong == []


def timeline_of(timeline: Timeline, text: str, day: datetime.date) -> list[dict[str, Any]]:
    """The events of a text as the case files write them."""
    return [
        {"date": event.date, "told": event.text}
        | ({"planned": True} if event.planned else {})
        | ({"by": event.attribution} if event.attribution else {})
        for event in timeline([("herald", day, text)])
    ]


def test_a_date_of_the_speech_verb_makes_no_event_and_dates_what_is_said(merged: Merged) -> None:
    text = "Rosa Hartmann said on Tuesday that the gates stay shut."
    found = merged(
        {
            "seeds": [
                seed(
                    text,
                    [{"words": "Tuesday", "value": "2024-08-13"}],
                    entities=[{"name": "Rosa Hartmann"}],
                    quotations=[
                        {
                            "content": "the gates stay shut",
                            "source": "Rosa Hartmann",
                            "cue": "said",
                            "name": "Rosa Hartmann",
                        }
                    ],
                )
            ]
        }
    )
    assert listed(found) == []
    assert [q.date for q in found.quotations] == ["2024-08-13"]


def test_speech_that_is_the_news_is_an_event(merged: Merged) -> None:
    text = "The mayor declared a state of emergency on Wednesday."
    found = merged(
        {
            "seeds": [
                seed(
                    text,
                    [{"words": "Wednesday", "value": "2024-08-14"}],
                    quotations=[
                        {"content": "a state of emergency", "source": "The mayor", "cue": "declared"}
                    ],
                )
            ]
        }
    )
    assert listed(found) == [("2024-08-14", "The mayor declared a state of emergency on Wednesday", False)]


def test_what_somebody_tells_of_a_day_is_an_event_with_its_teller(merged: Merged) -> None:
    text = "Police said the bridge fell on Monday."
    found = merged(
        {
            "seeds": [
                seed(
                    text,
                    [{"words": "Monday", "value": "2024-08-12"}],
                    entities=[{"name": "Police", "kind": "body"}],
                    quotations=[
                        {
                            "content": "the bridge fell on Monday",
                            "source": "Police",
                            "cue": "said",
                            "name": "Police",
                        }
                    ],
                )
            ]
        }
    )
    assert [(event.text, event.speaker) for event in found.events] == [
        ("the bridge fell on Monday", "police")
    ]


def two(one: str, other: str, day: str = "Monday") -> Case:
    dates = [{"words": day, "value": "2024-08-12"}]
    return {"seeds": [seed(one, dates), {**seed(other, dates), "key": "post"}]}


def test_one_event_that_two_sources_tell_is_one_entry_with_both_passages(merged: Merged) -> None:
    found = merged(
        two(
            "A bridge collapsed in the town of Elm on Monday.", "On Monday, the bridge of Elm town collapsed."
        )
    )
    assert [[p.source for p in event.evidence] for event in found.events] == [["herald", "post"]]


def test_two_events_of_one_day_stay_two(merged: Merged) -> None:
    found = merged(two("A bridge collapsed in Elm on Monday.", "Voters in Oak chose a mayor on Monday."))
    assert len(found.events) == 2


def test_the_same_event_with_another_number_stays_apart(merged: Merged) -> None:
    found = merged(
        two(
            "Rescuers saved 14 people from the river on Monday.",
            "Rescuers saved 20 people from the river on Monday.",
        )
    )
    assert len(found.events) == 2


def test_events_stand_in_the_order_of_their_days(merged: Merged) -> None:
    text = "The port opened again on Tuesday. The port had closed on Monday. Three ships had sunk last year."
    dates = [
        {"words": "Tuesday", "value": "2024-08-13"},
        {"words": "Monday", "value": "2024-08-12"},
        {"words": "last year", "value": "2023"},
    ]
    assert [event.date for event in merged({"seeds": [seed(text, dates)]}).events] == [
        "2023",
        "2024-08-12",
        "2024-08-13",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The mine opened in 1990 and closed in 2005.",
            ["The mine opened in 1990", "The mine … closed in 2005"],
        ),
        (
            "The firm was founded in 1990, moved to Elm in 2005.",
            ["The firm was founded in 1990", "The firm … moved to Elm in 2005"],
        ),
        (
            "The mill burned in 1990 and rebuilding began in 2005.",
            ["The mill burned in 1990", "rebuilding began in 2005"],
        ),
        (
            "The bridge, which collapsed in 1990, reopened in 2005.",
            ["The bridge, which collapsed in 1990", "The bridge … reopened in 2005"],
        ),
    ],
)
def test_a_date_tells_no_more_than_what_came_to_pass_by_then(
    merged: Merged, text: str, told: list[str]
) -> None:
    dates = [{"words": year, "value": year} for year in ("1990", "2005")]
    assert [event.text for event in merged({"seeds": [seed(text, dates)]}).events] == told


def test_what_follows_a_length_of_time_is_no_part_of_the_event(merged: Merged) -> None:
    text = "The court fined the firm on Tuesday, a year after the spill."
    found = merged({"seeds": [seed(text, [{"words": "Tuesday", "value": "2024-08-13"}])]})
    assert [event.text for event in found.events] == ["The court fined the firm on Tuesday"]
