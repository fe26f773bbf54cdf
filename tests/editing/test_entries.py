"""An entry goes into dossier.yml as text: all that an editor wrote stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.editing import entries

CASES = sorted(Path(__file__).with_name("entries").glob("*.yml"))
FIELDS = (("file", "new.txt"), ("title", "New: the title"), ("address", ""))


def sources(text: str) -> list[dict[str, str]]:
    data = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # it makes nothing but text
    found: list[dict[str, str]] = data["sources"]
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_entry_comes_last_and_all_else_stays(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert entries.append(case["before"], FIELDS) == case["after"]


def test_the_line_ends_of_the_file_are_used() -> None:
    before = "sources:\r\n  - file: a.txt\r\n\r\nsides: []\r\n"
    after = entries.append(before, FIELDS)
    assert after.count("\n") == after.count("\r\n")
    assert [entry["file"] for entry in sources(after)] == ["a.txt", "new.txt"]


@given(
    st.lists(
        st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1), min_size=1, max_size=3
    )
)
def test_any_title_is_read_back_as_it_was(titles: list[str]) -> None:
    text = ""
    for number, title in enumerate(titles):
        text = entries.append(text, (("file", f"{number}.txt"), ("title", title), ("key", f"k{number}")))
    assert [entry["title"] for entry in sources(text)] == titles


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "sources:\n  - sha256: aa  # pinned\n    file: a\n",
            "sources:\n  - sha256: bb  # pinned\n    file: a\n",
        ),
        ("sources:\n- file: a  # ours\n  key: k\n", "sources:\n- file: a  # ours\n  sha256: bb\n  key: k\n"),
        ("sources:\n- file: a\n  sha256:\n", "sources:\n- file: a\n  sha256: bb\n"),
        ("sources: [{file: a, sha256: aa}]", "sources: [{file: a, sha256: bb}]"),
        ("sources: [{file: a}]", "sources: [{file: a, sha256: bb}]"),
    ],
)
def test_another_value_takes_the_place_of_the_one_that_was_there(before: str, after: str) -> None:
    assert entries.set_field(before, 0, "sha256", "bb") == after


def test_a_field_has_a_line_and_one_that_is_not_there_that_of_its_entry() -> None:
    text = "# ours\nsources:\n  - file: a\n  - file: b\n    date:\n"
    assert entries.line_of(text, 1, "date") == 5
    assert entries.line_of(text, 1, "key") == 4
