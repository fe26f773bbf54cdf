from __future__ import annotations

import msgspec
import pytest

from sourced.model import Dossier
from sourced.publishing import labels
from sourced.publishing.labels import Labels


def test_a_speaker_goes_by_the_full_name(dossier: Dossier) -> None:
    known = Labels(dossier)
    said = dossier.quotations[1]
    assert (said.attribution, known.speaker(said), known.role(said)) == (
        "Lindqvist",
        "Marta Lindqvist",
        "union secretary",
    )


def test_a_speaker_whom_nothing_is_known_of_goes_by_the_words_of_the_source(dossier: Dossier) -> None:
    known = Labels(dossier)
    said = msgspec.structs.replace(dossier.quotations[0], speaker=None, attribution="a deckhand")
    assert (known.speaker(said), known.role(said)) == ("a deckhand", None)
    assert known.speaker(msgspec.structs.replace(said, attribution=None)) is None


def test_a_publication_is_named_with_its_day(dossier: Dossier) -> None:
    known = Labels(dossier)
    assert known.publication("post") == "Harbour Post, 18 March 2025"
    assert known.publication("gazette") == "Crews of the ferries walked out on …"


def test_sides_have_a_number_and_two_colours(dossier: Dossier) -> None:
    crews, company = Labels(dossier).sides.values()
    assert (crews.number, company.number) == (1, 2)
    assert crews.light == "#1f5fa8"
    assert company.light != crews.light
    assert Labels(dossier).side("nobody") is None
    assert Labels(dossier).side(None) is None


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("lindqvist-thin-soup", "lindqvist-thin-soup"),
        ("412-crews", "figure-412-crews"),
        ("žlutý", "figure-žlutý"),
    ],
)
def test_a_section_has_a_name_that_begins_with_a_letter(key: str, name: str) -> None:
    assert labels.section(key, "figure") == name


def test_a_link_is_safe_whatever_its_words_are() -> None:
    assert labels.link("a](b) [c", "key") == "[a&#93;&#40;b&#41; &#91;c](cite:key)"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " https://x.example", "post.html", ""]
)
def test_what_is_no_web_address_is_none(address: str) -> None:
    assert labels.web(address) is None


def test_a_web_address_is_made_safe_for_an_attribute() -> None:
    assert labels.web('https://x.example/?a=1&b="2"') == "https://x.example/?a=1&amp;b=&quot;2&quot;"
