from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import predicates

CASES = yaml.safe_load(Path(__file__).with_name("predicates").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_words_of_a_verb_begin_where_its_subject_ends(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    assert read.surface((0, predicates.subject_end(read.words, read.at))) == case["subject"]
