from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction import quotations
from sourced.model import Span
from sourced.reading import article

HERE = Path(__file__).with_name("quotations")
SEEDS = Path(__file__).parents[3] / "seeds"
CASES = [case for path in sorted(HERE.glob("*.yml")) for case in yaml.safe_load(path.read_text("utf-8"))]


def surface(text: str, span: Span | None) -> str | None:
    return None if span is None else span.surface(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_who_says_what_is_found(case: dict[str, Any]) -> None:
    text = case["text"]
    found, terms = quotations.find(article.read(text))
    assert [[q.kind, surface(text, q.source), surface(text, q.cue), q.surface(text)] for q in found] == case[
        "quotations"
    ]
    assert [term.surface(text) for term in terms] == case.get("terms", [])
    if "quoted" in case:
        assert [span.surface(text) for q in found for span in q.quoted] == case["quoted"]


@pytest.mark.parametrize("path", sorted(HERE.joinpath("seeds").glob("*.yml")), ids=lambda path: path.stem)
def test_the_shipped_seeds_are_read_as_a_reader_reads_them(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    text = SEEDS.joinpath(f"{path.stem}.txt").read_text("utf-8")
    found, terms = quotations.find(article.read(text))
    spoken = {
        (surface(text, q.source), surface(text, q.cue), span.surface(text))
        for q in found
        for span in q.quoted
    }
    assert {tuple(entry) for entry in case["spoken"]} <= spoken
    reported = {(surface(text, q.source), surface(text, q.cue), q.surface(text)) for q in found}
    assert {tuple(entry) for entry in case["reported"]} <= reported
    assert [term.surface(text) for term in terms] == case["terms"]


PIECES = st.sampled_from(
    (
        '“|”|"|’|‘| |, |. |: |\n\n|— |(|)|-|1 |?|said |says |Lee |he |that |who |and |'
        "according to |the mayor |it was |works |adding |called |as |on Monday |told |"
        "asked whether |claim that |her |is "
    ).split("|")
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_the_text_all_spans_lie_in_it_and_marks_are_spoken_or_terms(text: str) -> None:
    found, terms = quotations.find(article.read(text))
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert all(Span(q.start, q.end).covers(span) for span in q.quoted)
        for span in (q.source, q.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert (q.kind == "indirect") == (not q.quoted)
    spoken = {span for q in found for span in q.quoted}
    assert not spoken & set(terms)
