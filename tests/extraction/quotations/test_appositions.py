from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction import quotations
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("appositions").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_a_source_is_the_whole_phrase_that_says_who_it_is(case: dict[str, Any]) -> None:
    cut = article.read(case["text"])
    found, _ = quotations.find(cut)
    assert [q.source and q.source.surface(cut.text) for q in found] == case["sources"]
