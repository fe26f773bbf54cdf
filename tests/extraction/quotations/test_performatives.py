from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import performatives

CASES = yaml.safe_load(Path(__file__).with_name("performatives").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_who_does_something_by_naming_it_states_nothing(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    cue = max((cue for cue in read.stops.values() if cue.first < read.at), key=lambda cue: cue.first)
    assert performatives.performs(read.words, read.at, cue) == case["performs"]
