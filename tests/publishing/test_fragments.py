from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.publishing import fragments

PAGE = "https://harbour-post.example/strike"
CASES = yaml.safe_load((Path(__file__).parent / "fragments.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_address_leads_to_the_words(case: dict[str, str]) -> None:
    start = (
        case["text"].index(case["words"])
        if "after" not in case
        else case["text"].index(case["words"], case["text"].index(case["after"]))
    )
    made = fragments.address(PAGE, case["text"], start, start + len(case["words"]))
    assert made.removeprefix(PAGE) == case["address"]


def test_a_fragment_that_is_there_already_is_kept() -> None:
    made = fragments.address(f"{PAGE}#top", "one two three four five", 0, 23)
    assert made == f"{PAGE}#top:~:text=one%20two%20three%20four%20five"


@pytest.mark.parametrize("page", ["javascript:alert(1)", "ftp://example.org/x", "strike.html"])
def test_what_is_no_web_address_comes_back_as_it_is(page: str) -> None:
    assert fragments.address(page, "one two three four", 0, 18) == page


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_the_marks_of_the_directive_are_its_own(text: str, start: int, length: int) -> None:
    made = fragments.address(PAGE, text, start, start + length)
    directive = urlsplit(made).fragment.removeprefix(":~:text=")
    assert directive.isascii()
    assert " " not in directive
    parts = directive.split(",")
    assert len(parts) <= 4
    for part in parts:
        words = unquote(part.removeprefix("-").removesuffix("-"))
        assert " ".join(words.split()) in " ".join(text.split())
