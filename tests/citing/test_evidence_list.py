from __future__ import annotations

import pytest

from sourced.citing import evidence_list, keys
from sourced.publishing import evidence


@pytest.mark.parametrize(
    ("page", "directory_urls", "address"),
    [
        ("evidence.md", True, "../sources/post/#lindqvist"),
        ("evidence.md", False, "sources/post.html#lindqvist"),
        ("index.md", True, "sources/post/#lindqvist"),
        ("desk/index.md", True, "../sources/post/#lindqvist"),
        ("desk/evidence.md", True, "../../sources/post/#lindqvist"),
        ("desk/evidence.md", False, "../sources/post.html#lindqvist"),
        ("sources/index.md", True, "post/#lindqvist"),
    ],
)
def test_the_links_of_the_list_lead_to_the_passage_from_wherever_the_page_is(
    page: str, directory_urls: bool, address: str, index: keys.Index
) -> None:
    html = evidence_list.put(
        f"<p>Before</p>{evidence.PLACE}<p>After</p>",
        '<a href="cite:lindqvist">her</a>',
        index,
        page,
        directory_urls=directory_urls,
    )
    assert html == f'<p>Before</p><a href="{address}">her</a><p>After</p>'


def test_a_link_to_a_whole_source_leads_to_its_page(index: keys.Index) -> None:
    html = evidence_list.put(
        evidence.PLACE, '<a href="cite:post">', index, "evidence.md", directory_urls=True
    )
    assert html == '<a href="../sources/post/">'
