from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import adjuncts

CASES = yaml.safe_load(Path(__file__).with_name("adjuncts").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_days_places_and_adverbs_are_read_to_their_end(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    beyond = adjuncts.past(read.words, read.at)
    assert (None if beyond is None else read.words[beyond].low) == case["next"]
