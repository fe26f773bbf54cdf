"""The places that name a person or body."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
import pytest

from sourced.citing import keys
from sourced.model import Backlink, Dossier, Party, Passage, Selector
from sourced.publishing import includes, mentions, profiles, sources
from sourced.publishing.labels import Labels


@pytest.fixture
def named(dossier: Dossier, texts: Mapping[str, str]) -> Dossier:
    """Marta Lindqvist is named once in each source, and "She" once more."""

    def place(source: str, words: str, sentence: str) -> tuple[Selector, Passage]:
        start, begin = texts[source].index(words), texts[source].index(sentence)
        return (
            Selector(words, "", "", start, start + len(words)),
            Passage(source, begin, begin + len(sentence), sentence),
        )

    alone = "“Nobody should steer a ship alone,” said Marta Lindqvist, who counts 412 crew members on strike."
    soup = "Lindqvist called the offer “thin soup”."
    places = [
        place("post", "Marta Lindqvist", alone),
        place("post", "who", alone),
        place("gazette", "Lindqvist", soup),
    ]
    person = msgspec.structs.replace(
        dossier.people[0],
        mentions=tuple(mention for mention, _ in places),
        passages=tuple(passage for _, passage in places),
        sources=("post", "gazette"),
    )
    return msgspec.structs.replace(dossier, people=(person,))


def test_each_place_that_names_somebody_is_listed_and_linked(
    named: Dossier, render: Callable[[str], str]
) -> None:
    made = includes.render(named)["people.md"]
    assert "(cite:lindqvist.1)" in made
    html = render(made)
    assert "<details" in html
    assert "Harbour Post writes “Marta Lindqvist”" in html
    assert "… a ship alone,” said Marta Lindqvist, who counts 412 crew members on …" in html


def test_a_pronoun_names_nobody(named: Dossier) -> None:
    she = msgspec.structs.replace(named.people[0].mentions[1], exact="She")
    person = named.people[0]
    person = msgspec.structs.replace(person, mentions=(person.mentions[0], she, person.mentions[2]))
    assert [mention.key for mention in mentions.named(person)] == ["lindqvist.1", "lindqvist.3"]


def test_a_role_leads_to_the_first_place_that_calls_somebody_so(named: Dossier) -> None:
    person = msgspec.structs.replace(named.people[0], roles=("crew members", "chair"))
    (profile,) = profiles.collect((person,), named, Labels(named))
    assert [(role.words, role.key) for role in profile.roles] == [
        ("crew members", "lindqvist.1"),
        ("chair", None),
    ]


def test_a_mention_can_be_cited_and_is_not_listed_among_the_keys(named: Dossier) -> None:
    index = keys.index(named)
    record = index["lindqvist.3"]
    assert isinstance(record, Party)
    assert keys.target(record) == "sources/gazette.md#lindqvist.3"
    assert "lindqvist.3" not in list(index)
    strange = ("lindqvist.0", "lindqvist.4", "lindqvist.x", "nobody.1", "412-crew-members.1")
    assert not [key for key in strange if key in index]


def test_the_source_shows_the_place_unmarked_and_who_is_named_there(
    named: Dossier, texts: Mapping[str, str]
) -> None:
    links = [Backlink("lindqvist.3", "people.md", "People")]
    page = sources.render(named, texts, links)["sources/gazette.md"]
    assert '<span class="s-named" id="lindqvist.3">Lindqvist</span>' in page
    assert "<mark" not in page
    assert "named" in page
    assert "Marta Lindqvist" in page


def test_who_is_cited_there_is_not_told_to_be_named_there(named: Dossier, texts: Mapping[str, str]) -> None:
    links = [Backlink("lindqvist.3", "people.md", "People"), Backlink("lindqvist-thin-soup", "a.md", "A")]
    page = sources.render(named, texts, links)["sources/gazette.md"]
    assert ">named<" not in page
