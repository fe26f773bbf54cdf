from __future__ import annotations

import msgspec

from sourced.citing import snippets
from sourced.model import Dossier, Statement
from sourced.publishing import entries, includes


def test_each_key_has_one_entry_the_strongest_first(dossier: Dossier) -> None:
    assert [(entry.key, entry.kind) for entry in entries.collect(dossier)] == [
        ("lindqvist-nobody-should", "quotation"),
        ("412-crew-members", "figure"),
        ("crew-members", "comparison"),
        ("290-crew-members", "figure"),
        ("lindqvist-thin-soup", "quotation"),
        ("crews-walked-out", "event"),
        ("lindqvist", "person"),
        ("the-company", "body"),
        ("post", "source"),
        ("gazette", "source"),
    ]


def test_an_entry_tells_who_says_it_when_and_where(dossier: Dossier) -> None:
    said = entries.collect(dossier)[0]
    assert (said.label, said.speaker, said.role, said.date, said.source) == (
        "Quotation",
        "Marta Lindqvist",
        "union secretary",
        "17 March 2025",
        "Harbour Post, 18 March 2025",
    )
    assert said.side
    assert said.side.name == "The crews"
    assert said.names == ("Lindqvist",)


def test_a_figure_is_found_by_the_ways_to_write_it(dossier: Dossier) -> None:
    figure = next(entry for entry in entries.collect(dossier) if entry.key == "412-crew-members")
    assert figure.also == ("412", "four hundred and twelve")


def test_words_that_nobody_speaks_have_no_speaker_and_count_for_nothing(dossier: Dossier) -> None:
    first, *rest = dossier.quotations
    term = msgspec.structs.replace(first, kind="term")
    assert isinstance(term, Statement)
    told = entries.collect(msgspec.structs.replace(dossier, quotations=tuple(rest), terms=(term,)))
    entry = next(entry for entry in told if entry.key == term.key)
    assert (entry.kind, entry.speaker, entry.strong) == ("term", "", None)


def test_each_entry_has_a_card_that_is_there(dossier: Dossier) -> None:
    made = includes.render(dossier)
    for entry in entries.collect(dossier):
        page = f'--8<-- "{entry.card}"'
        assert snippets.expand(page, made).strip(), entry.key


def test_the_kinds_are_those_that_there_are(dossier: Dossier) -> None:
    told = {entry.kind for entry in entries.collect(dossier)}
    assert {kind for kind, _ in entries.kinds(dossier)} == told == {*entries.KINDS} - {"term"}
