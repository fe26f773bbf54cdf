from __future__ import annotations

import msgspec

from sourced.model import Dossier
from sourced.publishing import strength


def points(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    return {passage.text: has for passage, has in strength.points(dossier).items()}


def test_a_passage_gets_a_point_for_each_thing_that_makes_it_strong(dossier: Dossier) -> None:
    alone = "“Nobody should steer a ship alone,” said Marta Lindqvist, who counts 412 crew members on strike."
    assert points(dossier) == {
        alone: ("compared", "named speaker", "on a side", "in their own words", "with a figure"),
        "Lindqvist called the offer “thin soup”.": ("named speaker", "on a side", "in their own words"),
        "The company said 290 crew members had joined.": (
            "compared",
            "named speaker",
            "on a side",
            "with a figure",
        ),
        "The crews walked out on Monday, the union said.": ("told by several sources",),
        "Crews of the ferries walked out on Monday.": ("told by several sources",),
    }


def test_what_one_source_tells_twice_is_told_by_one(dossier: Dossier) -> None:
    event = dossier.events[0]
    event = msgspec.structs.replace(event, evidence=(event.passage, dossier.figures[1].passage))
    told = points(msgspec.structs.replace(dossier, events=(event,)))
    assert told[event.passage.text] == ()


def test_claims_that_two_sources_agree_on_are_told_by_several(dossier: Dossier) -> None:
    agreed = msgspec.structs.replace(
        dossier.comparisons[0], relation="agreement", claims=("412-crew-members", "lindqvist-thin-soup")
    )
    told = points(msgspec.structs.replace(dossier, comparisons=(agreed,)))
    assert told["Lindqvist called the offer “thin soup”."][:2] == ("compared", "told by several sources")
