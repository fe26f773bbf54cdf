from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.citing import blocks

CASES = yaml.safe_load(Path(__file__).with_name("blocks").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_the_blocks_of_a_page_are_what_a_reader_sees(case: dict[str, Any]) -> None:
    found = blocks.read(case["page"])
    assert [[b.kind, b.text, [one.key for _, one in b.cited]] for b in found] == case["blocks"]


def test_each_character_and_each_citation_is_found_again_in_the_file() -> None:
    page = "---\ntitle: T\n---\n\nA **bold** “claim”[^a] and\nmore.[^b]\n"
    (block,) = blocks.read(page)
    assert "".join(page[place] for place in block.origins) == block.text == "A bold “claim” and\nmore."
    assert [block.text[:place] for place, _ in block.cited] == ["A bold “claim”", block.text]


PIECES = st.sampled_from(
    [
        *"ab “”\"'*_[]()!|>#-:`<\n",
        "\n\n",
        "[^a]",
        "[^a]:",
        "](x)",
        "<!--",
        "-->",
        "    ",
        "***",
        "&amp;",
        "---",
        "!!! x",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_page_has_blocks_in_order_whose_characters_lie_in_it(page: str) -> None:
    last = 0
    for block in blocks.read(page):
        assert len(block.text) == len(block.origins)
        assert list(block.origins) == sorted(block.origins)
        assert block.kind == "title" or last <= block.origins[0]  # that of a link lies within another
        assert block.origins[0] <= block.origins[-1] < len(page)
        assert all(0 <= place <= len(block.text) for place, _ in block.cited)
        last = max(last, block.origins[-1])
