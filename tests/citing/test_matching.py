from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.citing import matching

HERE = Path(__file__).with_name("matching")


def rows(name: str) -> list[list[Any]]:
    """The rows of a file of cases: what a row shows, the words, the passage, and more."""
    return list(yaml.safe_load(HERE.joinpath(name).read_text("utf-8")))


@pytest.mark.parametrize("row", rows("forgiven.yml"), ids=lambda row: row[0])
def test_what_typesetters_and_marked_edits_change_is_forgiven(row: list[str]) -> None:
    _, words, passage = row
    found = matching.match(words, passage)
    assert found is not None
    assert found.turn is None


@pytest.mark.parametrize("row", rows("refused.yml"), ids=lambda row: row[0])
def test_other_words_and_parts_of_words_are_refused(row: list[str]) -> None:
    _, words, passage = row
    assert matching.match(words, passage) is None


@pytest.mark.parametrize("row", rows("turned.yml"), ids=lambda row: row[0])
def test_a_cut_that_turns_the_sense_is_told_and_mended_by_the_words_beside_the_marks(row: list[Any]) -> None:
    _, words, passage, turn, told, before, after = row
    found = matching.match(words, passage)
    assert found is not None
    assert (found.turn, found.words) == (turn, told)
    if before is not None:
        mended = matching.match(words, passage, before, after)
        assert mended is not None
        assert mended.turn is None


def test_the_place_is_that_of_the_passages_own_words() -> None:
    passage = "He said: “We\u00a0hold 1,200 km2.”"
    found = matching.match("we hold 1200 km2", passage)
    assert found is not None
    assert passage[found.start : found.end] == "We\u00a0hold 1,200 km2"


def test_of_two_places_the_one_that_nothing_turns_is_taken() -> None:
    passage = "It is not difficult, he said. Later he said that it was difficult."
    found = matching.match("difficult", passage)
    assert found is not None
    assert (found.turn, found.start) == (None, passage.rindex("difficult"))


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_may_be_matched_and_what_is_found_lies_in_the_passage(words: str, passage: str) -> None:
    found = matching.match(words, passage)
    assert found is None or 0 <= found.start < found.end <= len(passage)


WORD = st.text("abcdefghij", min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=12), st.data())
def test_whole_words_of_a_passage_stand_in_it(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert matching.match(" ".join(words[first:last]), " ".join(words)) is not None


@settings(deadline=None)  # word lists are read at the first
@given(st.lists(WORD, min_size=2, max_size=12), st.data())
def test_a_word_that_is_left_out_is_never_forgiven(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(words) - 1))
    rest = [*words[:place], "not", *words[place:]]
    assert matching.match(" ".join(words), " ".join(rest)) is None
