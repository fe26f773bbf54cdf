"""What a reader is told of a person or body."""

from __future__ import annotations

import msgspec

from sourced.model import Dossier, Party
from sourced.publishing import includes, profiles
from sourced.publishing.labels import Labels


def profile(dossier: Dossier, party: Party) -> profiles.Profile:
    return profiles.collect((party,), dossier, Labels(dossier))[0]


def spelt_in(dossier: Dossier, *names: str) -> Party:
    """The first person, named once in each of the first sources, each with a spelling of its own."""
    person = dossier.people[0]
    places = [(source.passage, name) for source, name in zip(dossier.sources, names, strict=False)]
    return msgspec.structs.replace(
        person,
        names=tuple(dict.fromkeys(names)),
        sources=tuple(passage.source for passage, _ in places),
        mentions=tuple(msgspec.structs.replace(person.mentions[0], exact=name) for _, name in places),
        passages=tuple(passage for passage, _ in places),
    )


def test_sources_that_write_a_name_in_two_ways_are_told_of_beside_each_other(dossier: Dossier) -> None:
    person = spelt_in(dossier, "Marta Lindqvist", "Märta Lindkvist")
    spelt = profile(dossier, person).spelt
    assert [(one.source, one.spellings[0]) for one in spelt] == list(
        zip(person.sources, ["Marta Lindqvist", "Märta Lindkvist"], strict=True)
    )


def test_one_spelling_in_all_sources_needs_no_word(dossier: Dossier) -> None:
    assert profile(dossier, spelt_in(dossier, "Marta Lindqvist", "Marta Lindqvist")).spelt == ()


def test_the_list_says_whose_words_they_are(dossier: Dossier) -> None:
    page = includes.render(dossier)["people.md"]
    assert '<span class="s-how">quoted</span>' in page
    reported = tuple(msgspec.structs.replace(q, kind="indirect") for q in dossier.quotations)
    page = includes.render(msgspec.structs.replace(dossier, quotations=reported))["people.md"]
    assert '<span class="s-how">reported</span>' in page
    assert '<span class="s-how">quoted</span>' not in page
