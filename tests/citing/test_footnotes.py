import re
from html import unescape

import msgspec
import pytest

from sourced.citing import footnotes, keys
from sourced.model import Dossier, Side

EXPECTED = {
    # Speaker, the day it was said, the passage with the cited words marked, where it stands.
    "lindqvist-nobody-should": (
        "**Marta Lindqvist**, 17 March 2025: “<mark>Nobody should steer a ship alone,</mark>” "
        "said Marta Lindqvist. [Harbour Post, 18 March 2025](cite:lindqvist-nobody-should)"
    ),
    # Nobody is said to claim it.
    "412-crew-members": (
        "“She counts <mark>412 crew members</mark>.” [Harbour Post, 18 March 2025](cite:412-crew-members)"
    ),
    "lindqvist": (
        "**Marta Lindqvist**, chair of the union: “Nobody should steer a ship alone,” said Marta Lindqvist. "
        "[Harbour Post, 18 March 2025](cite:lindqvist)"
    ),
    "ferry-crews-strike": "“Ferry crews strike.” [Harbour Post, 18 March 2025](cite:ferry-crews-strike)",
    "crew-members-on-strike": (
        "**Crew members on strike**: “She counts 412 crew members.” "
        "[Harbour Post, 18 March 2025](cite:crew-members-on-strike)"
    ),
    # A whole source: title, publisher, date.
    "post": "[Ferry crews strike](cite:post) (Harbour Post, 18 March 2025)",
}


@pytest.mark.parametrize("key", EXPECTED)
def test_a_footnote_says_who_when_what_and_where(key: str, index: keys.Index) -> None:
    assert unescape(footnotes.definition(key, index)) == f"[^{key}]: {EXPECTED[key]}"


def test_where_there_are_sides_the_speakers_side_stands_in_words(dossier: Dossier) -> None:
    side = Side("crews", "The *crews*", None, (), ())
    [quotation] = [one for one in dossier.quotations if one.key == "lindqvist-nobody-should"]
    for key, words in (("crews", "(The *crews*)"), (None, "(no side)")):
        sided = msgspec.structs.replace(quotation, side=key)
        index = keys.index(msgspec.structs.replace(dossier, sides=(side,), quotations=(sided,)))
        told = unescape(footnotes.definition("lindqvist-nobody-should", index))
        assert told.replace("\\", "").startswith(
            f"[^lindqvist-nobody-should]: **Marta Lindqvist** {words}, 17 March"
        )


def test_every_key_has_a_footnote_of_one_line(index: keys.Index) -> None:
    assert set(EXPECTED) == set(index)
    assert not any("\n" in footnotes.definition(key, index) for key in index)


def test_a_source_that_nobody_described_is_named_by_its_title(dossier: Dossier) -> None:
    source = msgspec.structs.replace(dossier.sources[0], publisher=None, date=None)
    index = keys.index(msgspec.structs.replace(dossier, sources=(source,)))
    evidence = footnotes.definition("412-crew-members", index)
    assert evidence.endswith("[Ferry crews strike](cite:412-crew-members)")
    assert footnotes.definition("post", index) == "[^post]: [Ferry crews strike](cite:post)"


def test_the_words_of_a_seed_are_no_markup(dossier: Dossier) -> None:
    hostile = '</mark><script>alert(1)</script> [x](javascript:y) {: onclick="z" } `code`'
    passage = msgspec.structs.replace(dossier.figures[0].passage, text=hostile, start=0, end=len(hostile))
    figure = msgspec.structs.replace(dossier.figures[0], passage=passage)
    index = keys.index(msgspec.structs.replace(dossier, figures=(figure,)))
    text = footnotes.definition("412-crew-members", index).split(": ", 1)[1]
    assert not re.search(r"<(?!/?mark>)|\{|`|\]\(javascript", text)
