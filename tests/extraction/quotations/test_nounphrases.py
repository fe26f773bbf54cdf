from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import nounphrases

CASES = yaml.safe_load(Path(__file__).with_name("nounphrases").joinpath("forward.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_noun_phrase_is_read_to_its_end(case: dict[str, str], starred: Callable[[str], Any]) -> None:
    read = starred(case["text"])
    assert read.surface(nounphrases.forward(read.words, read.at)) == case["phrase"]
