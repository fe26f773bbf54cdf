from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import passives

CASES = yaml.safe_load(Path(__file__).with_name("passives").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_said_in_the_passive_has_its_own_source(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    cue = read.stops[read.at]
    reading = passives.passive(read.words, cue, read.stops, 0)
    found = reading and [read.surface(reading.source), *map(read.surface, reading.parts)]
    assert found == case["reading"]
