from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.model import Span
from sourced.reading import article, segments

CASES = sorted(Path(__file__).with_name("segments").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_is_cut_where_a_reader_would_cut_it(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    cut = article.read(case["text"])
    found = {
        "paragraphs": [p.surface(cut.text) for p in cut.paragraphs],
        "headings": [p.surface(cut.text) for p in cut.paragraphs if p.heading],
        "sentences": [s.surface(cut.text) for s in cut.sentences],
    }
    expected = {key: case[key] for key in found if key in case}
    assert {key: found[key] for key in expected} == expected


TEXTS = st.text(st.sampled_from("ab AB.!?”“\"'’12\n\r\t—-…()é"), max_size=80)


@given(TEXTS)
def test_nothing_but_blanks_falls_between_the_cuts(text: str) -> None:
    paragraphs = segments.paragraphs(text)
    _covers_all_but_blanks(text, Span(0, len(text)), paragraphs)
    for paragraph in paragraphs:
        _covers_all_but_blanks(text, paragraph, tuple(segments.sentences(text, paragraph)))


def _covers_all_but_blanks(text: str, whole: Span, parts: tuple[Span, ...]) -> None:
    at = whole.start
    for part in parts:
        assert at <= part.start < part.end <= whole.end
        assert not text[at : part.start].strip()
        at = part.end
    assert not text[at : whole.end].strip()
