from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import fronts

CASES = yaml.safe_load(Path(__file__).with_name("fronts").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_said_stands_in_front_of_who_says_it(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    assert read.surface(fronts.before(read.words, 0, read.at)) == case["front"]
