from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import objects

CASES = yaml.safe_load(Path(__file__).with_name("objects").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_noun_phrase_is_said_or_something_is_said_of_it(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    cue = max((cue for cue in read.stops.values() if cue.first < read.at), key=lambda cue: cue.first)
    assert objects.takes(read.words, read.at, cue) == case["takes"]
