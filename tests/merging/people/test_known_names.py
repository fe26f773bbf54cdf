"""Names that one article takes as known, and another one introduces."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sourced.extraction.extract import extract
from sourced.merging.dossier import merge
from sourced.model import Dossier, Editorial, Passage, Seed, Source
from sourced.reading import article

FIRST = "Senator Ann Dunmore spoke first. The Consumer Safety Board (CSB) opened an inquiry, the board said."


def dossier(*texts: str) -> Dossier:
    seeds = []
    for number, text in enumerate(texts):
        key = f"seed{number}"
        whole = Passage(key, 0, len(text), text)
        source = Source(key, f"{key}.txt", key, None, None, None, "en", "", "cited", True, whole)
        seed = Seed(source, article.read(text, None))
        seeds.append((seed, extract(seed.article)))
    return merge(tuple(seeds), Editorial())


def mentions(found: Dossier, source: str) -> Sequence[str]:
    return [
        mention.exact
        for party in (*found.people, *found.bodies)
        for mention, passage in zip(party.mentions, party.passages, strict=True)
        if passage.source == source
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("“We waited too long,” Dunmore said on Friday.", ["Dunmore"]),
        (
            "The letter was sent to Sen. Dunmore on Friday. Dunmore has not replied.",
            ["Dunmore", "Dunmore"],
        ),
        ("The CSB would not wait. It was late.", ["CSB"]),
        # A place, a longer name, a word nobody says anything by
        ("The fire in Dunmore went on. It was late.", []),
        ("The Dunmore Hotel was shut on Friday. It was late.", []),
        ("A boat, the Dunmore, sank. It was late.", []),
    ],
)
def test_a_follow_up_names_those_whom_an_article_before_introduced(text: str, named: list[str]) -> None:
    assert mentions(dossier(FIRST, text), "seed1") == named


def test_a_quotation_of_somebody_by_surname_alone_is_that_persons() -> None:
    found = dossier(FIRST, "“We waited too long,” Dunmore said on Friday.")
    assert [quotation.speaker for quotation in found.quotations][-1] == "dunmore"


def test_what_an_article_before_does_not_introduce_is_not_named() -> None:
    assert mentions(dossier("The CSB would not wait. It was late.", FIRST), "seed0") == []
