from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from sourced.model import Span
from sourced.publishing import escape, marks
from sourced.publishing.marks import Mark

TEXT = "there are 74 settlements under the control"


def _marked(*given: tuple[str, str]) -> str:
    return marks.render(
        TEXT,
        Span(0, len(TEXT)),
        [Mark(TEXT.index(words), TEXT.index(words) + len(words), key) for key, words in given],
    )


def test_words_are_marked_and_have_their_address() -> None:
    assert _marked(("n", "74 settlements")) == (
        'there are <mark id="n">74 settlements</mark> under the control'
    )


def test_a_figure_within_a_quotation_is_marked_within_it() -> None:
    assert _marked(("n", "74 settlements"), ("q", "are 74 settlements under")) == (
        'there <mark id="q">are <mark id="n">74 settlements</mark> under</mark> the control'
    )


def test_of_two_that_overlap_the_second_goes_on_without_its_address() -> None:
    assert _marked(("a", "are 74 settlements"), ("b", "settlements under")) == (
        'there <mark id="a">are 74 <mark id="b">settlements</mark></mark><mark> under</mark> the control'
    )


def test_equal_words_bear_both_addresses() -> None:
    assert _marked(("a", "74"), ("b", "74")) == (
        'there are <mark id="a"><mark id="b">74</mark></mark> settlements under the control'
    )


def test_a_mark_that_begins_before_what_is_shown_has_its_address_there() -> None:
    shown = marks.render(TEXT, Span(10, len(TEXT)), [Mark(6, 12, "a")])
    assert shown == "<mark>74</mark> settlements under the control"


_SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 15)).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
    max_size=8,
)


@given(st.text(min_size=31, max_size=45), _SPANS, st.integers(0, 10), st.integers(11, 31))
def test_the_words_stay_the_same_and_marks_only_nest(
    text: str, spans: list[Span], start: int, end: int
) -> None:
    given = [Mark(s.start, s.end, f"k{number}") for number, s in enumerate(spans)]
    made = marks.render(text, Span(start, end), given)
    # Blanks run together within each piece: compare what is not blank.
    words = html.unescape(re.sub(r"<[^>]*>", "", made))
    assert "".join(words.split()) == "".join(escape.visible(text[start:end]).split())
    depth = 0
    for tag in re.findall(r"<(/?)mark", made):
        depth += -1 if tag else 1
        assert depth >= 0
    assert depth == 0
    shown = sorted(m.id for m in given if m.id and start <= m.start < end)
    assert sorted(re.findall(r'id="(k\d+)"', made)) == shown
