import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction import dates, figures
from sourced.model import Figure
from sourced.reading import article

CASES = sorted(Path(__file__).with_name("figures").glob("*.yml"))
SEEDS = Path(__file__).parents[3] / "seeds"
PIECES = (
    "5 12 1,200 2.5 one two dozens of to - and or between more than about $ % km people Danish "
    'soldiers wide in 2024 No. the a half third million £ F-16 years old 3-1 . , " ( )'
).split()


def told(text: str, figure: Figure) -> dict[str, Any]:
    """A figure as the cases write it: nothing where there is nothing to say."""
    noun = figure.counted.surface(text) if figure.counted else None
    value = list(figure.value) if isinstance(figure.value, tuple) else figure.value
    bound = figure.bound if figure.bound != "=" else None
    fields = {
        "unit": figure.unit,
        "counted": noun,
        "bound": bound,
        "of": figure.of,
        "dimension": figure.dimension,
    }
    return {
        "figure": figures.whole(text, figure).surface(text),
        "value": value,
        **{name: field for name, field in fields.items() if field is not None},
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_number_that_an_article_claims_comes_out_whole(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    text = (SEEDS / case["seed"]).read_text("utf-8") if "seed" in case else case["text"]
    read = article.read(text, datetime.date(2024, 8, 14))
    assert [told(text, figure) for figure in figures.find(read, dates.find(read))] == case["figures"]


def test_figures_are_found_without_dates_too_and_years_are_none() -> None:
    text = "In 2019 the town had 4,100 people, on May 3 at 5 p.m. there were 12 more in the 2019 count."
    found = figures.find(article.read(text))
    assert [figure.surface(text) for figure in found] == ["4,100", "12"]


def test_a_length_of_time_is_a_figure_and_part_of_a_date() -> None:
    text = "It began over a week ago."
    read = article.read(text, datetime.date(2024, 8, 14))
    (figure,) = figures.find(read, dates.find(read))
    assert (figure.surface(text), figure.value, figure.unit, figure.bound) == ("over a week", 1, "week", ">")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=40))
def test_figures_lie_in_the_text_in_order_and_count_what_is_there(text: str) -> None:
    end = 0
    for figure in figures.find(article.read(text)):
        assert end <= figure.start < figure.end <= len(text)
        end = figure.end
        if figure.counted:
            assert figure.counted.surface(text).strip()
        if isinstance(figure.value, tuple):
            assert figure.value[0] <= figure.value[1]
        assert figures.whole(text, figure).covers(figure)
