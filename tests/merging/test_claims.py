"""Whose figure it is where no clause of speech tells: "the ministry put the toll at 40"."""

from __future__ import annotations

import datetime

import pytest

from sourced.extraction.extract import extract
from sourced.merging import dossier
from sourced.model import Amount, Editorial, Passage, Seed, Source
from sourced.reading import article

DATE = datetime.date(2024, 5, 8)
SOURCE = Source(
    "herald", "a.txt", "A", None, None, DATE, "en", "", "cited", True, Passage("herald", 0, 1, "x")
)


def figures(text: str) -> tuple[Amount, ...]:
    read = article.read(text, DATE)
    return dossier.merge(((Seed(SOURCE, read), extract(read)),), Editorial()).figures


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Red Cross put the damage at 40 million euros.", "The Red Cross"),
        ("Mayor Ann Lee put the number of homeless at about 300.", "Mayor Ann Lee"),
        ("Two agencies estimated the cost at $4bn.", "Two agencies"),
        ("The agency gave the toll as 14.", "The agency"),
        ("The charity has counted 85 graves.", "The charity"),
        ("On Monday, the union put turnout at 60%.", "the union"),
        ("He put the ball in the net at 12 metres.", None),
        ("Sales that analysts had put at $4bn rose.", None),
        ("By then votes were counted 12 times.", None),
        ("The couple put the house up for sale at $500,000.", None),
    ],
)
def test_who_puts_a_figure_forward(text: str, source: str | None) -> None:
    assert figures(text)[-1].attribution == source


def test_two_may_put_one_thing_at_two_figures() -> None:
    found = figures("The union put turnout at 60%, while RailCo put it at 20%.")
    assert [one.attribution for one in found] == ["The union", "RailCo"]


def test_the_speaker_is_whom_the_source_s_words_name() -> None:
    text = "Ann Lee, the mayor, came. Mayor Ann Lee put the toll at 30. A friend of Ann Lee put it at 40."
    assert [one.speaker for one in figures(text)] == ["lee", None]


def test_when_it_was_said_is_told_by_the_date_of_the_verb() -> None:
    [found] = figures("On Monday, the union put turnout at 60%.")
    assert found.date == "2024-05-06"
