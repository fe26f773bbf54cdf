from pathlib import Path

import pytest

from sourced.citing import pages
from sourced.model import InputError


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("---\ntitle: From the front matter\n---\n# A heading", "From the front matter"),
        ('---\ntitle: "In marks: two"\n---\n', "In marks: two"),
        ("---\nhide: toc\n---\n\nText.\n\n# A heading {: .large }\n\n# Another", "A heading"),
        ("```\n# a comment\n```\n\n# A heading #", "A heading"),
        ("No heading.", "How it works"),
    ],
)
def test_a_page_is_called(markdown: str, title: str) -> None:
    assert pages.title("more/how-it_works.md", markdown) == title


def test_all_pages_below_a_folder_are_found_but_hidden_ones(tmp_path: Path) -> None:
    for name in ("index.md", "more/b.md", ".hidden/c.md", "more/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert pages.paths(tmp_path) == ("index.md", "more/b.md")


def test_a_page_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "p.md"
    path.write_bytes(b"one\ntwo \xe9\n")
    with pytest.raises(InputError, match=r"^p\.md:2:5: byte 0xe9 is not UTF-8"):
        pages.read_page(path, "p.md")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("description: So it is", "So it is"),
        ('description: "So \\"it\\" is"', 'So "it" is'),
        ("description: 'So it''s'", "So it's"),
        ("hide: [toc]\ndescription: >\n  So it\n  is", "So it\n  is"),
        ("title: So it is", "So it is"),
        ("description: [a]", None),
        ("description: [", None),
        ("- description", None),
        ("hide: toc", None),
    ],
)
def test_what_readers_see_of_the_front_matter_is_a_block(head: str, expected: str | None) -> None:
    page = f"---\n{head}\n---\nText.\n"
    first = pages.parse("p.md", page).blocks[0]
    if expected is None:
        assert first.kind == "paragraph"
    else:
        assert (first.kind, first.text.strip()) == ("description", expected)
        assert "".join(page[place] for place in first.origins) == first.text
