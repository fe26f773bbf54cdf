from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced.extraction.quotations import subjects

CASES = yaml.safe_load(Path(__file__).with_name("subjects").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_whole_noun_phrase_that_speaks_is_read(
    case: dict[str, str | None], starred: Callable[[str], Any]
) -> None:
    read = starred(case["text"])
    assert read.surface(subjects.subject(read.words, read.at)) == case["subject"]
