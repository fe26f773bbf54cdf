from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import agents, subjects

CASES = yaml.safe_load(Path(__file__).with_name("agents").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_only_who_can_speak_promises_threatens_and_forecasts(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    source = subjects.subject(read.words, read.at)
    assert source is not None
    assert agents.fits(read.words, source, read.stops[read.at]) == case["fits"]
