"""From what was found in each seed to one dossier."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest

from sourced.merging import dossier
from sourced.model import Comparison, Dossier, Editorial, Event, Party, Seed, Source

Case = Mapping[str, Any]
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def party(one: Party) -> dict[str, Any]:
    return {
        "key": one.key,
        "names": list(one.names),
        "roles": list(one.roles),
        "side": one.side,
        "sources": list(one.sources),
    }


def event(one: Event) -> dict[str, Any]:
    told = {"date": one.date, "text": one.text, "sources": [p.source for p in one.evidence]}
    told |= {"speaker": one.speaker} if one.speaker else {}
    told |= {"planned": True} if one.planned else {}
    return told | ({"approximate": True} if one.approximate else {})


def comparison(one: Comparison) -> dict[str, Any]:
    told = {"topic": one.topic, "relation": one.relation, "claims": list(one.claims)}
    return told | ({"derived": one.derived} if one.derived else {})


def told(found: Dossier) -> dict[str, Any]:
    """A dossier as the case files write it."""
    return {
        "people": [party(p) for p in found.people],
        "bodies": {p.key: p.side for p in found.bodies},
        "quotations": {q.key: q.speaker for q in found.quotations},
        "terms": [t.key for t in found.terms],
        "figures": {f.key: [f.speaker, f.side] for f in found.figures},
        "events": [event(e) for e in found.events],
        "comparisons": [comparison(c) for c in found.comparisons],
    }


def test_the_seeds_come_to_the_dossier_of_the_case(
    dossier_case: Case, merged: Callable[[Case], Dossier]
) -> None:
    found = told(merged(dossier_case))
    assert {part: found[part] for part in dossier_case["expect"]} == dossier_case["expect"]


def keys(found: Dossier) -> list[str]:
    parts = (found.sources, found.quotations, found.terms, found.figures, found.people, found.bodies)
    records: list[Any] = [record for part in (*parts, found.events, found.comparisons) for record in part]
    return [record.key for record in records]


def test_every_key_is_one_record_and_safe_in_a_footnote_an_address_and_an_id(
    dossier_case: Case, merged: Callable[[Case], Dossier]
) -> None:
    found = keys(merged(dossier_case))
    assert len(set(found)) == len(found)
    assert all(KEY.fullmatch(key) and re.search("[a-z]", key) for key in found)


def test_every_passage_and_selector_is_the_text_itself(
    dossier_case: Case, built: Callable[[Case], tuple[Any, Editorial]]
) -> None:
    pairs, editorial = built(dossier_case)
    texts = {seed.source.key: seed.article.text for seed, _ in pairs}
    found = dossier.merge(pairs, editorial)
    for one in (*found.quotations, *found.terms, *found.figures):
        text, selector, passage = texts[one.passage.source], one.selector, one.passage
        assert text[selector.start : selector.end] == selector.exact
        assert text[: selector.start].endswith(selector.prefix)
        assert text[selector.end :].startswith(selector.suffix)
        assert passage.start <= selector.start <= selector.end <= passage.end
    for one in (*found.quotations, *found.figures, *found.people, *found.bodies, *found.events):
        assert texts[one.passage.source][one.passage.start : one.passage.end] == one.passage.text
    for one in found.events:
        assert one.text in one.passage.text
        assert one.passage == one.evidence[0]
    for one in (*found.people, *found.bodies):
        for selector, passage in zip(one.mentions, one.passages, strict=True):
            assert texts[passage.source][selector.start : selector.end] == selector.exact


def test_a_seed_that_comes_after_the_others_changes_none_of_their_keys(
    dossier_case: Case, built: Callable[[Case], tuple[Any, Editorial]]
) -> None:
    pairs, editorial = built(dossier_case)
    before = keys(dossier.merge(pairs, editorial))
    again = [
        (msgspec.structs.replace(seed, source=_named(seed, f"new-{seed.source.key}")), extraction)
        for seed, extraction in pairs
    ]
    after = keys(dossier.merge((*pairs, *again), editorial))
    assert [key for key in before if key not in after] == []


def _named(seed: Seed, key: str) -> Source:
    return msgspec.structs.replace(seed.source, key=key, file=f"{key}.txt")


def test_claims_of_comparisons_are_quotations_and_figures_of_the_dossier(
    dossier_case: Case, merged: Callable[[Case], Dossier]
) -> None:
    found = merged(dossier_case)
    known = {one.key for one in (*found.quotations, *found.figures)}
    assert all(set(c.claims) <= known for c in found.comparisons)


def test_without_dossier_yml_nobody_is_on_a_side_and_all_else_is_there(
    dossier_case: Case, built: Callable[[Case], tuple[Any, Editorial]]
) -> None:
    pairs, _ = built(dossier_case)
    found = dossier.merge(pairs, Editorial())
    sided = (*found.quotations, *found.figures, *found.people, *found.bodies, *found.events)
    assert {one.side for one in sided} <= {None}
    assert len(found.quotations) >= sum(len(extraction.quotations) for _, extraction in pairs)
    assert len(found.figures) == sum(len(extraction.figures) for _, extraction in pairs)


def test_no_seed_is_an_empty_dossier() -> None:
    assert dossier.merge((), Editorial()) == Dossier((), (), (), (), (), (), (), (), ())


@pytest.mark.parametrize("found", ["quotations", "figures", "dates", "entities", "terms"])
def test_a_seed_in_which_one_kind_was_not_found_merges(
    found: str, dossier_case: Case, built: Callable[[Case], tuple[Any, Editorial]]
) -> None:
    pairs, editorial = built(dossier_case)
    poorer = tuple((seed, msgspec.structs.replace(e, **{found: ()})) for seed, e in pairs)
    assert len(dossier.merge(poorer, editorial).sources) == len(pairs)
