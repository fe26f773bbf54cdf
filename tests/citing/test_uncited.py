import pytest

from sourced.citing import pages, uncited
from sourced.citing.ground import Ground


def found(markdown: str, ground: Ground) -> list[str]:
    return [str(finding) for finding in uncited.check(pages.parse("p.md", markdown), ground)]


SOURCED = "---\nsourced: true\n---\n"


def test_each_paragraph_item_and_row_of_a_sourced_page_cites_something(ground: Ground) -> None:
    page = f"{SOURCED}It began.[^post]\n\nIt goes on.\n\n- It ends.\n- It ended.[^post]\n\n| It. |\n|---|\n"
    told = "S005 this paragraph cites nothing: add the [^key] of the passage it rests on"
    assert found(page, ground) == [f"p.md:6:1: {told}", f"p.md:8:3: {told}", f"p.md:11:3: {told}"]


@pytest.mark.parametrize(
    "page",
    [
        "It goes on.",
        "---\nsourced: false\n---\nIt goes on.",
        "---\nsourced: [\n---\nIt goes on.",
        f'{SOURCED}# It goes on.\n\n[All people](people.md)\n\n--8<-- "x.md"\n\n<div>\n</div>\n',
        f"{SOURCED}It goes [on](cite:post).",
    ],
)
def test_other_pages_headings_links_and_what_is_cited_cost_nothing(page: str, ground: Ground) -> None:
    assert found(page, ground) == []
