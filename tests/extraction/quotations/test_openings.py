from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import openings

CASES = yaml.safe_load(Path(__file__).with_name("openings").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_said_begins_behind_days_places_and_hearers(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    at = openings.start(read.words, read.stops[read.at])
    assert (None if at is None else read.words[at].low) == case["begins"]
