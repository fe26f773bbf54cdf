from sourced.citing import backlinks
from sourced.model import Backlink

INCLUDES = {
    "cards.md": (
        "<!-- --8<-- [start:a] -->\n[link](cite:in-a)\n<!-- --8<-- [end:a] -->\n"
        "<!-- --8<-- [start:b] -->\nNote.[^in-b]\n<!-- --8<-- [end:b] -->\n"
    )
}


def test_each_page_is_listed_once_for_each_key_with_the_place_of_its_first_footnote() -> None:
    pages = {
        "index.md": ("Overview", "One.[^x] Two.[^y] One.[^x]"),
        "people.md": ("People", "[link](cite:x) and then a note.[^x] [only a link](cite:z)"),
    }
    assert backlinks.find(pages, {}) == (
        Backlink("x", "index.md", "Overview", "fnref:x"),
        Backlink("y", "index.md", "Overview", "fnref:y"),
        Backlink("x", "people.md", "People", "fnref:x"),
        Backlink("z", "people.md", "People", None),
    )


def test_a_page_cites_what_it_includes() -> None:
    def cited(markdown: str) -> list[str]:
        return [link.key for link in backlinks.find({"p.md": ("P", markdown)}, INCLUDES)]

    assert cited('--8<-- "cards.md"') == ["in-a", "in-b"]
    assert cited('--8<-- "cards.md:b"') == ["in-b"]
    assert cited('--8<-- "cards.md:c"') == []
