"""What day or time each figure of a dossier is said of."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from sourced.extraction.extract import extract
from sourced.merging import dossier
from sourced.model import Editorial, Passage, Seed, Source
from sourced.reading import article

CASES = yaml.safe_load(Path(__file__).with_name("figure_dates").joinpath("cases.yml").read_text("utf-8"))
DATE = datetime.date(2024, 5, 8)
SOURCE = Source(
    "herald", "a.txt", "A", None, None, DATE, "en", "", "cited", True, Passage("herald", 0, 1, "x")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_figure_is_said_of_its_own_date_else_of_the_speech_s_else_of_the_article_s(
    case: dict[str, Any],
) -> None:
    read = article.read(case["text"], DATE)
    found = dossier.merge(((Seed(SOURCE, read), extract(read)),), Editorial())
    told = {figure.selector.exact: figure.when for figure in found.figures}
    assert told == {str(words): when for words, when in case["when"].items()}


def test_without_any_date_it_is_open_what_a_figure_is_said_of() -> None:
    read = article.read("There are 74 towns on the coast.", None)
    source = msgspec.structs.replace(SOURCE, date=None)
    [figure] = dossier.merge(((Seed(source, read), extract(read)),), Editorial()).figures
    assert figure.when is None
