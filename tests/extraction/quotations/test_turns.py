from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction import names, quotations
from sourced.model import Span
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("turns").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_words_without_a_cue_are_spoken_by_who_has_the_floor(case: dict[str, Any]) -> None:
    cut = article.read(case["text"])
    found, _ = quotations.find(cut, lambda: names.find(cut))

    def surface(span: Span | None) -> str | None:
        return None if span is None else span.surface(cut.text)

    assert [[surface(q.source), surface(q.cue), q.surface(cut.text)] for q in found] == case["spoken"]
