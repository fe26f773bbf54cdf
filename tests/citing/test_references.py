from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.citing import references
from sourced.citing.prose import prose

CASES = sorted(Path(__file__).with_name("references").glob("*.yml"))
PIECES = [
    "[^a]",
    "`",
    "``",
    "\n",
    "\n\n",
    "    ",
    "```\n",
    "~~~",
    "<!--",
    "-->",
    "[^a]: ",
    "- ",
    "> ",
    "\\",
    "---\n",
    "é",
    "\r",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_page_cites(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    found = references.find(case["markdown"])
    assert [[r.key, r.line, r.column, "link" if r.link else "footnote"] for r in found] == case["citations"]


@given(TEXTS)
def test_what_is_no_prose_is_blanked_and_the_rest_stays_where_it_is(text: str) -> None:
    left = prose(text)
    assert len(left) == len(text)
    assert all(a in (b, " ") for a, b in zip(left, text, strict=True))


@given(TEXTS)
def test_a_citation_stands_where_it_is_said_to_stand(text: str) -> None:
    lines = text.split("\n")
    for reference in references.find(text):
        place = lines[reference.line - 1][reference.column - 1 :]
        assert place.startswith((f"[^{reference.key}]", f"cite:{reference.key}"))


def test_many_open_fences_backticks_and_arrows_do_not_slow_it_down() -> None:
    # Each opens what nothing closes: looking for the end anew each time would take minutes.
    for piece in ("```a\n", "` ", "<!-- ", "[^", "    x\n\n", "](cite:"):
        references.find(piece * 20_000)
