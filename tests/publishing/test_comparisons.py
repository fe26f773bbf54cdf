"""What the claims page shows of each comparison."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from sourced.model import Dossier
from sourced.publishing import comparisons, includes
from sourced.publishing.labels import Labels

Render = Callable[[str], str]


def changed(dossier: Dossier, **fields: object) -> Dossier:
    one = msgspec.structs.replace(dossier.comparisons[0], **fields)
    return msgspec.structs.replace(dossier, comparisons=(one,))


def page(dossier: Dossier) -> str:
    return includes.render(dossier)["claims.md"]


def test_what_the_claims_rest_on_stands_first_and_the_rest_beside(dossier: Dossier) -> None:
    [one] = comparisons.collect(changed(dossier, differing=("412-crew-members",)), Labels(dossier))
    crews, company = one.columns
    assert [telling.words for telling in crews.tellings] == [("412 crew members",)]
    assert crews.beside == ()
    # A side that has no part in it is not put aside.
    assert [telling.words for telling in company.tellings] == [("290 crew members",)]


def test_a_number_stands_in_its_sentence(dossier: Dossier, render: Render) -> None:
    html = render(page(dossier)).split("s-accounts")[0]
    assert "<mark>412 crew members</mark>" in html


def test_an_article_s_own_number_stands_beside_the_sides(dossier: Dossier, render: Render) -> None:
    figures = tuple(
        msgspec.structs.replace(f, speaker=None, attribution=None, side=None) for f in dossier.figures
    )
    html = render(page(msgspec.structs.replace(dossier, figures=figures)))
    assert "The articles themselves" in html
    assert html.count("No statement in these sources from") >= 2


def test_each_topic_can_be_jumped_to(dossier: Dossier, render: Render) -> None:
    html = render(page(dossier))
    for one in dossier.comparisons:
        assert f'href="#{one.key}"' in html
        assert f'id="{one.key}"' in html


def test_who_speaks_leads_to_the_entry_among_the_people(dossier: Dossier) -> None:
    assert "### [Marta Lindqvist](who:lindqvist)" in page(dossier)


def test_no_word_of_ours_judges(dossier: Dossier) -> None:
    ours = " ".join(
        page(changed(dossier, relation=kind)) for kind in ("conflict", "agreement", "side by side")
    )
    for word in (
        "true",
        "false",
        "wrong",
        "lie",
        "claims falsely",
        "in fact",
        "actually",
        "debunk",
        "exaggerat",
    ):
        assert f" {word}" not in ours.casefold()
