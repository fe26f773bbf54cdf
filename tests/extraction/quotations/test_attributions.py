from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import attributions

CASES = yaml.safe_load(Path(__file__).with_name("attributions").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_source_may_speak_without_a_verb(case: dict[str, Any], starred: Callable[[str], Any]) -> None:
    read = starred(case["text"])
    cue = read.stops[read.at]
    take = attributions.noun if cue.form == "noun" else attributions.according
    reading = take(read.words, cue, read.stops, *([0] if cue.form == "phrase" else []))
    found = reading and [read.surface(reading.source), *map(read.surface, reading.parts)]
    assert found == case["reading"]
