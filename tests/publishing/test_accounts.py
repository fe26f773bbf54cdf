from __future__ import annotations

import msgspec

from sourced.model import Dossier
from sourced.publishing import accounts
from sourced.publishing.labels import Labels


def test_each_side_has_its_speakers_and_a_passage_stands_once(dossier: Dossier) -> None:
    crews, company = accounts.collect(dossier, Labels(dossier))
    (lindqvist,) = crews.voices
    assert lindqvist.name == "Marta Lindqvist"
    # The quotation and the figure within one sentence are one entry, under the quotation's key.
    assert [entry.key for entry in lindqvist.entries] == ["lindqvist-nobody-should", "lindqvist-thin-soup"]
    assert [voice.name for voice in company.voices] == ["company"]


def test_speakers_whom_only_their_source_names_are_not_taken_for_one(dossier: Dossier) -> None:
    first, second = (
        msgspec.structs.replace(said, speaker=None, side=None, attribution="the mayor")
        for said in dossier.quotations
    )
    changed = msgspec.structs.replace(dossier, quotations=(first, second), figures=())
    others = accounts.collect(changed, Labels(changed))[-1]
    assert others.side is None
    assert [(voice.name, len(voice.entries)) for voice in others.voices] == [
        ("the mayor", 1),
        ("the mayor", 1),
    ]


def test_whom_nobody_names_comes_last(dossier: Dossier) -> None:
    first, second = dossier.quotations
    unnamed = msgspec.structs.replace(first, speaker=None, side=None, attribution=None)
    named = msgspec.structs.replace(second, speaker=None, side=None, attribution="a deckhand")
    changed = msgspec.structs.replace(dossier, quotations=(unnamed, named), figures=())
    others = accounts.collect(changed, Labels(changed))[-1]
    assert [voice.name for voice in others.voices] == ["a deckhand", None]


def test_figures_of_the_article_itself_are_in_no_account(dossier: Dossier) -> None:
    figures = tuple(msgspec.structs.replace(f, speaker=None, attribution=None) for f in dossier.figures)
    changed = msgspec.structs.replace(dossier, quotations=(), figures=figures)
    assert all(not account.voices for account in accounts.collect(changed, Labels(changed)))


def test_a_passage_that_is_cited_whole_has_no_mark(dossier: Dossier) -> None:
    figure = dossier.figures[0]
    assert accounts.in_passage(figure.passage, [figure]).count("<mark>") == 1
    words = figure.passage
    whole = msgspec.structs.replace(
        dossier.quotations[0],
        selector=msgspec.structs.replace(figure.selector, exact=words.text, start=words.start, end=words.end),
    )
    assert "<mark>" not in accounts.in_passage(words, [whole])


def test_entries_are_counted_by_source(dossier: Dossier) -> None:
    rows = accounts.per_source(dossier, accounts.collect(dossier, Labels(dossier)))
    assert [(side.key if side else None, counts) for side, counts in rows] == [
        ("crews", (1, 1)),
        ("company", (1, 0)),
    ]
