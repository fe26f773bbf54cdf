from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.extraction.quotations import marks
from sourced.reading import article

CASES = [
    case
    for path in sorted(Path(__file__).with_name("marks").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_words_between_marks_are_found(case: dict[str, Any]) -> None:
    cut = article.read(case["text"])
    regions = marks.scan(cut.text, cut.paragraphs)
    assert [region.inner.surface(cut.text) for region in regions] == case["inner"]
    if "open" in case:
        assert [not region.closed for region in regions] == case["open"]
        assert [region.carries_on for region in regions] == case["carries_on"]


@given(st.text(st.sampled_from("ab ,.“”„«»\"'‘’`1s\n"), max_size=60))
def test_regions_lie_in_their_paragraphs_one_behind_the_other(text: str) -> None:
    cut = article.read(text)
    at = 0
    for region in marks.scan(cut.text, cut.paragraphs):
        assert at <= region.start <= region.inner.start <= region.inner.end <= region.end
        assert any(p.start <= region.start and region.end <= p.end for p in cut.paragraphs)
        at = region.end
