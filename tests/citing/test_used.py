from __future__ import annotations

import msgspec
import pytest

from sourced.citing import keys, snippets, used
from sourced.citing.ground import Ground
from sourced.model import Dossier
from sourced.publishing import entries, includes


def grounded(dossier: Dossier, **own: str) -> Ground:
    made = includes.render(dossier)
    return Ground(dossier, keys.index(dossier), {}, {**made, **own}, own={**dict.fromkeys(made, ""), **own})


def left(dossier: Dossier, *pages: str, **own: str) -> list[str]:
    ground, listed = grounded(dossier, **own), entries.collect(dossier)
    return [entry.key for entry in used.uncited(listed, used.cited(pages, ground, listed), ground)]


SAID, STRIKE = "lindqvist-nobody-should", "ferry-crews-strike"
COUNTED = ["412-crew-members", "crew-members-on-strike"]  # both in one sentence
ALL = [SAID, *COUNTED, STRIKE]


@pytest.mark.parametrize(
    ("page", "uncited"),
    [
        ("Nothing.", ALL),
        ("A claim.[^412-crew-members]", [SAID, STRIKE]),
        ("A [claim](cite:412-crew-members).", [SAID, STRIKE]),
        ('--8<-- "figures.md:figure-412-crew-members"', [SAID, STRIKE]),
        ("[^crew-members-on-strike]", [SAID, STRIKE]),
        ("[^lindqvist-nobody-should]", [*COUNTED, STRIKE]),
        ("[^ferry-crews-strike][^412-crew-members][^lindqvist-nobody-should]", []),
        ('--8<-- "figures.md"\n\n--8<-- "quotations.md"', ALL),  # nobody has chosen these
        ("[^post]", ALL),  # the source as a whole
        ("`[^412-crew-members]` <!-- [^412-crew-members] -->", ALL),
        ("[^nobody-has-this]", ALL),
        ('--8<-- "part.md"', [SAID, STRIKE]),  # a text of the editors' own
    ],
)
def test_a_passage_is_used_as_soon_as_an_editor_cites_what_leads_to_it(
    page: str, uncited: list[str], dossier: Dossier
) -> None:
    assert left(dossier, page, **{"part.md": "Told.[^412-crew-members]"}) == uncited


def test_all_passages_of_an_event_are_used_with_it(dossier: Dossier) -> None:
    event = dossier.events[0]
    event = msgspec.structs.replace(event, evidence=(*event.evidence, dossier.figures[0].passage))
    assert left(msgspec.structs.replace(dossier, events=(event,)), "[^ferry-crews-strike]") == [SAID]


def test_a_long_passage_is_used_when_all_of_its_sentences_are(dossier: Dossier) -> None:
    said, figure = dossier.quotations[0], dossier.figures[0]
    whole = msgspec.structs.replace(
        said.passage, end=figure.passage.end, text=f"{said.passage.text} {figure.passage.text}"
    )
    long = msgspec.structs.replace(said, key="long", passage=whole)
    both = msgspec.structs.replace(dossier, quotations=(said, long))
    assert "long" in left(both, "[^412-crew-members]")
    assert "long" not in left(both, "[^412-crew-members] [^lindqvist-nobody-should]")
    assert left(both, "[^long]") == ["ferry-crews-strike"]


def test_a_list_of_what_is_left_has_each_passage_once(dossier: Dossier) -> None:
    assert [entry.key for entry in used.once(entries.collect(dossier))] == [
        SAID,
        COUNTED[0],
        STRIKE,
    ]


def test_cards_within_an_included_text_are_chosen_too() -> None:
    texts = {"a.md": '--8<-- "b.md"\n--8<-- "figures.md:x"', "b.md": '--8<-- "a.md"'}
    found = {(one.file, one.part) for one in snippets.nested('--8<-- "a.md"', texts)}
    assert found == {("a.md", ""), ("b.md", ""), ("figures.md", "x")}
