"""What an editor puts right in dossier.yml, and what that changes: this and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourced.merging import dossier
from sourced.model import Amount, Comparison, Dossier, Editorial, Event, Party, PersonEntry, Statement
from sourced.reading import contradictions

Case = Mapping[str, Any]
Built = Callable[[Case], tuple[Any, Editorial]]

PORT: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("corrections").joinpath("port.yml").read_text("utf-8")
)


def told(record: Statement | Amount | Party | Event | Comparison) -> str:
    """A record in a line, as the case file writes it."""
    match record:
        case Statement():
            parts = [record.kind, record.speaker or record.attribution or "nobody", record.side, record.date]
        case Amount():
            parts = ["figure", record.speaker or record.attribution or "nobody", record.side, record.date]
        case Party():
            parts = [
                ", ".join(record.names),
                *record.roles,
                record.side,
                f"{len(record.mentions)}x in {' and '.join(record.sources)}",
            ]
        case Event():
            sources = " and ".join(passage.source for passage in record.evidence)
            planned = "planned" if record.planned else None
            who = record.speaker or record.attribution
            parts = [record.headline, record.date, record.text, who, planned, sources]
        case Comparison():
            parts = [record.relation, *record.claims]
    return "; ".join(filter(None, parts))


def records(made: Dossier) -> dict[str, str]:
    parts = (made.quotations, made.terms, made.figures, made.people, made.bodies, made.events)
    return {record.key: told(record) for part in (*parts, made.comparisons) for record in part}


def merged(build: Built, corrections: list[Case]) -> tuple[Dossier, tuple[Any, ...]]:
    pairs, editorial = build(PORT)
    entries = msgspec.convert({"corrections": corrections}, Editorial).corrections
    return dossier.merge_and_correct(pairs, msgspec.structs.replace(editorial, corrections=entries))


@pytest.mark.parametrize("case", PORT["cases"], ids=lambda case: case["what"])
def test_a_correction_changes_what_it_says_and_nothing_else(case: Case, built: Built) -> None:
    before = records(merged(built, [])[0])
    made, misfits = merged(built, case["corrections"])
    after = records(made)
    changes = {key: after.get(key, "gone") for key in before | after if before.get(key) != after.get(key)}
    assert changes == case["changes"]
    assert misfits == ()


MANY = [entry for case in PORT["cases"] for entry in case["corrections"]]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_in_which_order_corrections_stand_does_not_matter(data: st.DataObject, built: Built) -> None:
    some = data.draw(st.lists(st.sampled_from(MANY), min_size=2, max_size=4, unique_by=repr))
    entries = msgspec.convert({"corrections": some}, Editorial)
    if list(contradictions.find(msgspec.structs.replace(built(PORT)[1], corrections=entries.corrections))):
        return
    made, misfits = merged(built, some)
    again, others = merged(built, data.draw(st.permutations(some)))
    assert bool(misfits) == bool(others)
    # Of two splits that take out the same, the first one does.
    assert misfits or records(made) == records(again)


def test_an_event_that_is_dated_otherwise_stands_at_its_day(built: Built) -> None:
    made, _ = merged(built, [{"change": "2025-03-18-called-offer-soup", "date": "2025-03"}])
    [event] = [event for event in made.events if event.date == "2025-03"]
    assert made.events[0] is event
    assert (event.first.isoformat(), event.last.isoformat()) == ("2025-03-01", "2025-03-31")


def test_every_spelling_can_be_split_off(built: Built) -> None:
    corrections = [{"split": "smith", "names": ["J. Smith"]}]
    pairs, editorial = built(PORT)
    people = msgspec.convert([{"name": "Ann Smith", "also": ["J. Smith"]}], tuple[PersonEntry, ...])
    entries = msgspec.convert({"corrections": corrections}, Editorial).corrections
    told_one = msgspec.structs.replace(editorial, people=people, corrections=entries)
    found = records(dossier.merge(pairs, told_one))
    assert found["smith"].startswith("Ann Smith; secretary of the union; director of the company; 2x")
    assert found["j-smith"] == "J. Smith; 2x in post"
    assert found["smith-thin-soup"] == "mixed; j-smith"


@pytest.mark.parametrize("case", PORT["misfits"], ids=lambda case: case["says"])
def test_what_fits_nothing_is_said_and_done_nothing_about(case: Case, built: Built) -> None:
    made, misfits = merged(built, [case["correction"]])
    assert [(misfit.path[-1], misfit.message) for misfit in misfits] == [(case["at"], case["says"])]
    assert records(made) == records(merged(built, [])[0])
    assert made.corrections == ()


def test_what_was_there_before_and_the_reason_are_kept(built: Built) -> None:
    made, _ = merged(
        built,
        [
            {"drop": "90-ships", "reason": "These are no ships."},
            {"change": "smith-counted-412", "speaker": "horn", "date": "2025-03-17"},
            {"merge": ["smith", "j-smith"]},
        ],
    )
    assert [(one.entry, one.kind, one.keys, one.gone, one.was) for one in made.corrections] == [
        (0, "drop", (), ("90-ships",), "90 ships"),
        (1, "speaker", ("smith-counted-412", "412-crew-members"), (), "Ann Smith"),
        (1, "date", ("smith-counted-412",), (), None),
        (2, "merge", ("smith",), ("j-smith",), "J. Smith"),
    ]
    assert made.corrections[0].reason == "These are no ships."
