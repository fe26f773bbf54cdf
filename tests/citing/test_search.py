"""What an editor types, and what is found. The page "Evidence" is tried on the same cases (tests/site)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sourced import pipeline
from sourced.citing import search
from sourced.citing.search import Query
from sourced.publishing import entries
from sourced.publishing.entries import Entry

STRIKE = Path(__file__).parents[1] / "site/strike/seeds"
CASES = yaml.safe_load((Path(__file__).parent / "search/filter.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def listed() -> tuple[Entry, ...]:
    return entries.collect(pipeline.make(STRIKE).dossier)


def found(listed: tuple[Entry, ...], **asked: str) -> list[str]:
    return [entry.key for entry in search.find(Query(**asked), listed).entries]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["type"])
def test_an_entry_fits_when_each_word_begins_one_of_its_words(
    case: dict[str, str], listed: tuple[Entry, ...]
) -> None:
    assert sorted(found(listed, words=case["type"])) == sorted(case["finds"].split())


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("412 crew members", "412-of-430-crew-members"),
        ("1200000", "1-point-2-million-euros-day"),
        ("lindqvist", "lindqvist"),  # who it is before what she says
        ("people on leave", "lindqvist-counting-people"),
        ("14-hours", "14-hours"),  # a key is what it is, whatever else has these words
        ("eleven hours", "11-hours"),
        ("bread", "salo-bread-two"),
    ],
)
def test_what_fits_the_words_best_comes_first(words: str, first: str, listed: tuple[Entry, ...]) -> None:
    done = search.find(Query(words), listed)
    assert (done.entries[0].key, done.equal) == (first, 1)


def test_what_fits_equally_is_counted_and_stands_in_the_order_of_the_list(listed: tuple[Entry, ...]) -> None:
    done = search.find(Query("passengers", kind="figure"), listed)
    assert [entry.key for entry in done.entries] == ["9000-passengers", "6000-passengers"]
    assert done.equal == 2


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("pasengers", "9000-passengers"),
        ("lindkvist leave", "lindqvist-counting-people"),
        ("everry respect", "brandt-safe-respect"),
        ("reckles premmature", "reckless-and-premature"),
    ],
)
def test_where_nothing_fits_slips_are_forgiven(words: str, first: str, listed: tuple[Entry, ...]) -> None:
    assert found(listed, words=words)[0] == first


@pytest.mark.parametrize("words", ["413", "cew", "hippopotamus", "413 crew members"])
def test_no_slip_is_forgiven_in_a_number_or_a_short_word(words: str, listed: tuple[Entry, ...]) -> None:
    assert found(listed, words=words) == []


def test_a_speaker_a_source_and_a_kind_narrow_it(listed: tuple[Entry, ...]) -> None:
    assert found(listed, speaker="okafor") == ["okafor-now"]
    assert found(listed, speaker="BRANDT", kind="figure") == ["250-crew-members", "60-per-cent"]
    assert found(listed, speaker="lindkvist", source="post") == ["lindqvist-counting-people"]
    assert found(listed, source="harbour", words="peeters", kind="person") == ["peeters"]
    assert found(listed, speaker="peeters", words="bread") == []


@pytest.mark.parametrize("words", ["…", "-", "[^]"])
def test_marks_alone_find_nothing(words: str, listed: tuple[Entry, ...]) -> None:
    assert found(listed, words=words) == found(listed, speaker=words) == []


def test_with_nothing_asked_all_is_found_in_its_order(listed: tuple[Entry, ...]) -> None:
    assert search.find(Query(), listed) == search.Found(listed, len(listed))
    assert search.find(Query("bread"), ()) == search.Found()


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({"words": "hippopotamus"}, 'nothing fits "hippopotamus": try other words, or fewer'),
        ({"words": "…"}, 'nothing fits "…": try other words, or fewer'),
        (
            {"words": "412 hippopotami"},
            'nothing fits all of "412 hippopotami": the nearest is [^412-of-430-crew-members]',
        ),
        (
            {"words": "bread", "speaker": "peeters"},
            'nothing fits all of "bread peeters": the nearest is [^salo-bread-two]',
        ),
        ({"speaker": "Lindt"}, 'no speaker fits "Lindt": the nearest is Marta Lindqvist'),
        ({"speaker": "xyz"}, 'no speaker fits "xyz"'),
        ({"source": "gazette"}, 'no source fits "gazette"'),
    ],
)
def test_where_nothing_fits_one_line_says_what_comes_nearest(
    asked: dict[str, str], line: str, listed: tuple[Entry, ...]
) -> None:
    assert search.nearest(Query(**asked), listed) == line
