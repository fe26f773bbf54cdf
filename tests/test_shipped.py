"""The shipped seeds against what a person found in them by hand (tests/shipped/expected.json)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sourced import pipeline
from sourced.extraction import extract
from sourced.model import Amount, Dossier, Party, Seed, Selector, Statement
from sourced.reading import seeds

ROOT = Path(__file__).resolve().parent.parent
EXPECTED: dict[str, Any] = json.loads(
    Path(__file__).with_name("shipped").joinpath("expected.json").read_text("utf-8")
)
# The two spellings of this body's name in the seeds are one body here.
BODIES = {"ukrainian-armed-forces": "armed-forces-of-ukraine"}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return pipeline.make(ROOT / "seeds").dossier


@pytest.fixture(scope="module")
def read() -> dict[str, Seed]:
    return {seed.source.file.removesuffix(".txt"): seed for seed in seeds.read_folder(ROOT / "seeds")[1]}


def named(case: dict[str, Any]) -> str:
    return f"{case['start']}-{case['text'][:30]}"


def words(text: str) -> str:
    return text.strip(" .,;:“”")


def spans(statement: Statement) -> Iterator[Selector]:
    yield statement.selector
    yield from statement.quoted


@pytest.mark.parametrize("case", EXPECTED["quotes"], ids=named)
def test_each_quotation_has_its_speaker(
    case: dict[str, Any], dossier: Dossier, read: dict[str, Seed]
) -> None:
    source = read[case["seed"]].source.key
    found = [
        statement
        for statement in (*dossier.quotations, *dossier.terms)
        if statement.passage.source == source
        and any(
            case["start"] <= part.start <= part.end <= case["end"]
            and words(part.exact) == words(case["text"])
            for part in spans(statement)
        )
    ]
    assert [statement.speaker for statement in found] == [case["speaker"]]
    assert [statement.kind == "term" for statement in found] == [case["kind"] == "term"]


@pytest.mark.parametrize("case", EXPECTED["statements"], ids=named)
def test_each_reported_statement_has_its_speaker_and_cue(
    case: dict[str, Any], dossier: Dossier, read: dict[str, Seed]
) -> None:
    source = read[case["seed"]].source.key
    found = [
        (statement.speaker, (statement.cue or "").lower())
        for statement in dossier.quotations
        if statement.passage.source == source and case["start"] <= statement.selector.start < case["end"]
    ]
    assert (BODIES.get(case["speaker"], case["speaker"]), case["cue"].lower()) in found


@pytest.mark.parametrize("case", EXPECTED["figures"], ids=named)
def test_each_figure_is_whole_and_has_its_claimant(
    case: dict[str, Any], dossier: Dossier, read: dict[str, Seed]
) -> None:
    source = read[case["seed"]].source.key
    [found] = [
        figure
        for figure in dossier.figures
        if figure.passage.source == source
        and (figure.selector.start, figure.selector.end) == (case["start"], case["end"])
    ]
    value = tuple(case["value"]) if isinstance(case["value"], list) else case["value"]
    assert (found.value, found.of, found.dimension) == (value, case.get("of"), case.get("dimension"))
    assert case["unit"].replace("-", " ") in {found.unit, found.counted}
    assert found.speaker == BODIES.get(case.get("claimed_by"), case.get("claimed_by"))
    assert found.side == case.get("side")


@pytest.mark.parametrize("case", EXPECTED["dates"], ids=named)
def test_each_date_is_resolved(case: dict[str, Any], read: dict[str, Seed]) -> None:
    found = extract.extract(read[case["seed"]].article).dates
    assert (case["start"], case["end"], case["value"]) in [(d.start, d.end, d.value) for d in found]


def test_no_more_figures_are_found_than_there_are(dossier: Dossier) -> None:
    assert len(dossier.figures) == len(EXPECTED["figures"])


@pytest.mark.parametrize("case", EXPECTED["people"], ids=lambda case: str(case["key"]))
def test_each_person_is_one_entry(case: dict[str, Any], dossier: Dossier) -> None:
    found: Party = next(person for person in dossier.people if person.key == case["key"])
    assert set(found.names) == set(case["names"])
    assert set(found.roles) == set(case["roles"])
    # Lithuania is no party to this dispute: dossier.yml names two.
    assert found.side == (case["side"] if case["side"] in {"ukraine", "russia"} else None)


def test_nobody_else_is_taken_for_a_person(dossier: Dossier) -> None:
    assert {person.key for person in dossier.people} == {case["key"] for case in EXPECTED["people"]}


def test_the_accounts_are_set_side_by_side_and_different_things_are_not(dossier: Dossier) -> None:
    claimed: dict[str, Amount | Statement] = {e.key: e for e in (*dossier.figures, *dossier.quotations)}
    found = [
        ({claimed[key].selector.exact for key in one.claims}, one.relation) for one in dossier.comparisons
    ]
    for case in EXPECTED["comparisons"]:
        claims = {*case.get("ukraine", ()), *case.get("russia", ())}
        together = [relation for words, relation in found if claims <= words]
        if case["relation"].startswith("different"):
            assert not together
        elif case.get("russia") != ["extremely difficult and tense"]:
            assert together == [case["relation"].split()[0]]
    assert [relation for _, relation in found].count("same words") == 1
