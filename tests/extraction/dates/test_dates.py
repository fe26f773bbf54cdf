import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction import dates
from sourced.extraction.dates import timex
from sourced.model import TimeExpression
from sourced.reading import article

CASES = sorted(Path(__file__).with_name("dates").glob("*.yml"))
SENTENCES = sorted(Path(__file__).with_name("sentences").glob("*.yml"))
SEEDS = Path(__file__).parents[3] / "seeds"
PIECES = (
    "Monday on the last next early August , . - ( ) two and a half years ago later before week of end first "
    "quarter summer every daily overnight day UTC to February recent past will said May may noon dawn "
    "same into Christmas Easter Thanksgiving hours time ’ from week"
).split()
NUMERALS = "6 31 2024 1960s 10:30 p.m. 24/7 '82 9/11 2024-08-06 7/8/07 Q3 2023-24 2nd".split()


def told(text: str, found: tuple[TimeExpression, ...]) -> list[list[str]]:
    return [[i.surface(text), i.type, i.value, *([i.mod] if i.mod else [])] for i in found]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_time_expressions_are_found_and_resolved(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    text = (SEEDS / case["seed"]).read_text("utf-8") if "seed" in case else case["text"]
    found = dates.find(article.read(text, case.get("date")))
    if "stand" in case:
        values = {(item.start, item.surface(text)): item.value for item in found}
        for start, words, value in case["stand"]:
            assert values.get((start, words)) == value
    else:
        assert told(text, found) == (case["expressions"] or [])


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_each_way_of_telling_a_time_is_read_as_a_careful_reader_does(path: Path) -> None:
    wrong = []
    for case in yaml.safe_load(path.read_text("utf-8")):
        found = told(case["text"], dates.find(article.read(case["text"], case["date"])))
        if found != case.get("expressions", []):
            wrong.append((case["date"], case["text"], found))
    assert wrong == []


def test_words_that_are_not_exact_say_so() -> None:
    text = "It began over a week ago, earlier this year. Elections are due in early September."
    found = dates.find(article.read(text, datetime.date(2024, 8, 14)))
    assert [item.mod for item in found] == ["BEFORE", "APPROX", "START"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fire in the harbour\n\nFriday, July 21, 2017\n\nA fire broke out.", "2017-07-21"),
        ("Published: 14 August 2024\n\nA fire broke out on Friday.", "2024-08-14"),
        ("LONDON, July 21, 2017 (Agency) - A fire broke out.", "2017-07-21"),
        ("By Jane Doe | 14 August 2024 | 10:15\n\nA fire broke out.", "2024-08-14"),
        ("On Friday, July 21, 2017, a fire broke out.", "2017-07-21"),
        ("Published 21/07/2017\n\nA fire broke out.", "2017-07-21"),
        ("ELM, July 21, 2017 /Newswire/ -- A fire broke out.", "2017-07-21"),
        ("Issued at 10:30 on 21 July 2017\n\nFlood warning.", "2017-07-21"),
        ("Ann Lee, 21 July 2017\n\nA fire broke out.", "2017-07-21"),
    ],
)
def test_an_article_may_give_its_own_date(text: str, day: str) -> None:
    assert dates.published(text) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A fire broke out on Friday.",
        "A fire broke out on July 21, 2017.",
        "Published 07/08/2017\n\nA fire broke out.",  # in July or in August
        "The vote will be on Friday, July 21, 2017.",
        "On Monday, July 21, 2017, a fire broke out.",  # it was a Friday
        "On Friday, July 21, 2017, a fire broke out. It broke out again on August 3, 2018.",
    ],
)
def test_a_date_that_the_text_does_not_fix_is_not_made_up(text: str) -> None:
    assert dates.published(text) is None


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES + NUMERALS), max_size=25).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
def test_on_any_text_expressions_stand_in_it_in_order_and_apart(text: str, day: datetime.date | None) -> None:
    found = dates.find(article.read(text, day))
    end = 0
    for item in found:
        assert end <= item.start < item.end <= len(text)
        assert item.surface(text).strip() == item.surface(text)
        assert item.value
        end = item.end


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_without_a_date_no_day_is_made_up(text: str) -> None:
    assert [timex.days(item.value) for item in dates.find(article.read(text)) if timex.days(item.value)] == []
