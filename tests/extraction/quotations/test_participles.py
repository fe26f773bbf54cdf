from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import content, participles

CASES = yaml.safe_load(Path(__file__).with_name("participles").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_participle_speaks_for_the_subject_of_its_clause(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    cue = read.stops[read.at]
    behind = content.after(read.words, cue, read.stops)
    reading = participles.participle(read.words, cue, behind, None, 0)
    found = reading and [read.surface(reading.source), *map(read.surface, reading.parts)]
    assert found == case["reading"]
