from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import clauses

CASES = yaml.safe_load(Path(__file__).with_name("clauses").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_clause_is_told_from_a_noun_phrase(case: dict[str, Any], starred: Callable[[str], Any]) -> None:
    read = starred(case["text"])
    assert clauses.opens(read.words, read.at) == case["opens"]
