"""Datelines: what stands in front of an article's first words."""

from __future__ import annotations

import pytest

from sourced.model import Span
from sourced.reading import article, datelines


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("BERGEN, March 4 (Agency) - ", "Crews walked out."),
        ("LEEDS, England, March 4 (Agency) -- ", "Crews walked out."),
        ("Vardø (NNA) — ", "Crews walked out."),
        ("DETROIT — ", "A maker recalled 40 cars."),
        ("NEW YORK, Jan. 14 – ", "“We won,” she said."),
        ("LILLE, 12 June 2024 (NNA) - ", "A court sentenced him."),
        # No place in capitals and no agency, or no new sentence behind the dash.
        ("", "The mayor - Ann Lee - resigned."),
        ("", "Ann Lee — a teacher — left."),
        ("", "GREENS - the smallest group - left."),
        ("", "A 12-year-old - Tom - left."),
    ],
)
def test_a_dateline_is_no_part_of_what_is_told(dateline: str, rest: str) -> None:
    text = dateline + rest
    found = datelines.find(text, Span(0, len(text)))
    assert (found.surface(text) if found else "") == dateline
    assert article.read(text).sentences[-1].surface(text) == rest
