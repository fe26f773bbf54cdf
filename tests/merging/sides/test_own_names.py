"""What speaks under a name of a side is that side, in one entry with its other names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.merging.sides.test_allegiance import merged

from sourced.merging.sides import own_names
from sourced.model import Dossier, Party, SideEntry


def _told(dossier: Dossier, parties: tuple[Party, ...]) -> list[dict[str, object]]:
    return [
        {
            "key": party.key,
            "names": list(party.names),
            "side": party.side,
            "says": sum(said.speaker == party.key for said in dossier.quotations),
        }
        for party in sorted(parties, key=lambda party: party.key)
    ]


def test_own_names(own_names_case: Mapping[str, Any]) -> None:
    found = merged(own_names_case["editorial"], *own_names_case["texts"])
    for kind in ("bodies", "people"):
        if kind in own_names_case:
            wanted = sorted(own_names_case[kind], key=lambda party: party["key"])
            assert _told(found, getattr(found, kind)) == wanted


@pytest.mark.parametrize(
    ("name", "itself"),
    [
        ("the union", True),
        ("DWL", True),
        ("Dock Workers", True),
        ("dockers", True),
        ("interior ministry", False),
        ("Seamen’s Guild", False),
    ],
)
def test_a_list_of_names_may_have_other_bodies_that_are_of_the_side(name: str, *, itself: bool) -> None:
    assert own_names.is_itself(SideEntry("union", "Dock Workers’ League"), name) is itself


def test_what_the_editor_says_of_a_body_goes_before_what_is_said_of_the_side() -> None:
    side = {"key": "union", "name": "Dock Workers’ League", "also": ["the union", "Seamen"]}
    people = [{"name": "Seamen", "side": "none"}]
    texts = ("Seamen said the offer was low.", "The union said it was good.")
    found = merged({"sides": [side], "people": people}, *texts)
    assert [(body.name, body.names) for body in found.bodies] == [
        ("Dock Workers’ League", ("Dock Workers’ League",))
    ]
