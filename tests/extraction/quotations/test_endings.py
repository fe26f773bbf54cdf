from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import endings

CASES = yaml.safe_load(Path(__file__).with_name("endings").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_said_ends_where_the_article_speaks_again(
    case: dict[str, Any], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    last = endings.end(read.words, read.at, {k: v for k, v in read.stops.items() if k > read.at})
    assert read.surface((read.at, last)) == case["said"]
