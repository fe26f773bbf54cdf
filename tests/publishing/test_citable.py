from __future__ import annotations

import msgspec

from sourced.model import Dossier, Passage
from sourced.publishing import citable


def _words(dossier: Dossier, texts: dict[str, str]) -> dict[tuple[str, str], str]:
    return {
        (place.key, source): place.words.surface(texts[source]) for source, place in citable.places(dossier)
    }


def test_a_key_leads_to_its_own_words(dossier: Dossier, texts: dict[str, str]) -> None:
    words = _words(dossier, texts)
    assert words["lindqvist-nobody-should", "post"] == "Nobody should steer a ship alone,"
    assert words["412-crew-members", "post"] == "412 crew members"
    assert words["lindqvist", "post"] == "Marta Lindqvist"
    assert words["crew-members", "post"] == dossier.comparisons[0].passage.text


def test_an_event_leads_to_its_words_or_to_the_passage_of_another_source(
    dossier: Dossier, texts: dict[str, str]
) -> None:
    words = _words(dossier, texts)
    assert words["crews-walked-out", "post"] == "The crews walked out on Monday"
    assert words["crews-walked-out", "gazette"] == "Crews of the ferries walked out on Monday."


def test_a_key_has_one_place_in_a_source(dossier: Dossier) -> None:
    event = dossier.events[0]
    again = Passage("post", 0, 10, "Ferry crew")
    changed = msgspec.structs.replace(event, evidence=(*event.evidence, again))
    places = [
        (source, place.key)
        for source, place in citable.places(msgspec.structs.replace(dossier, events=(changed,)))
    ]
    assert len(places) == len(set(places))


def test_somebody_whose_mention_is_lost_is_found_by_name(dossier: Dossier, texts: dict[str, str]) -> None:
    person = msgspec.structs.replace(dossier.people[0], mentions=())
    words = _words(msgspec.structs.replace(dossier, people=(person,)), texts)
    assert words["lindqvist", "post"] == "Marta Lindqvist"
