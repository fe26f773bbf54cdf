"""Names on a page, made links to their entries."""

from __future__ import annotations

import re

import markdown
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.citing import extension, glossary, keys
from sourced.model import Dossier, Party, Passage, Side

EXTENSIONS = ["footnotes", "md_in_html", "attr_list", "toc", "abbr", "tables"]


def party(key: str, name: str, *roles: str, kind: str = "person", names: tuple[str, ...] = ()) -> Party:
    return msgspec.convert(
        {
            "key": key,
            "name": name,
            "kind": kind,
            "names": (name, *names),
            "roles": roles,
            "side": "crews" if key == "lindqvist" else None,
            "sources": ("post",),
            "passage": msgspec.to_builtins(Passage("post", 0, 1, "x")),
        },
        Party,
    )


DOSSIER = Dossier(
    sources=(),
    sides=(Side("crews", "The crews", None, (), ()),),
    quotations=(),
    terms=(),
    figures=(),
    people=(
        party("lindqvist", "Marta Lindqvist", "chair of the union"),
        party("march", "Anna March"),
        party("brandt", "Tobias Brandt", 'director <img src=x onerror=alive()> & "owner"'),
        party("john-smith", "John Smith"),
        party("ann-smith", "Ann Smith"),
        party("o-brien", "Conor O’Brien-Day"),
        party("xi", "Xi Jinping", names=("Xi",)),
        party("martin", "Rosa Martin", names=("Martin",)),
        party("so", "Ann So", names=("So",)),
        party("thomas", "Eva Thomas"),
    ),
    bodies=(
        party("union", "Seafarers' Union", kind="body", names=("SU",)),
        party("france", "France", kind="body"),
        party("staff", "general staff in Oslo", kind="body"),
    ),
    events=(),
    comparisons=(),
)
NAMES = glossary.Glossary(DOSSIER)


def render(text: str, page: str = "index.md") -> str:
    citations = extension.CitationExtension(keys.index(DOSSIER), NAMES)
    citations.page, citations.glossary = page, "people.md"
    return markdown.markdown(text, extensions=[*EXTENSIONS, citations])


def linked(text: str) -> list[str]:
    return re.findall(r'<a class="s-who" href="people.md#([^"]+)"', render(text))


def visible(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_a_name_is_a_link_that_says_who_it_is() -> None:
    html = render("Said Marta Lindqvist.")
    about = "Marta Lindqvist: chair of the union. Side: The crews."
    assert f'Said <a class="s-who" href="people.md#lindqvist" title="{about}">Marta Lindqvist</a>.' in html


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lindqvist and Conor O'Brien-Day, and the SU", ["lindqvist", "o-brien", "union"]),
        ("the Seafarers’ Union’s chair, Lindqvist’s", ["union", "lindqvist"]),
        ("General staff in Oslo", ["staff"]),
        ("Smith, but John Smith", ["john-smith"]),
        ("On 3 March, Marching on, LINDQVIST, Lindqvists", []),
        ("in France", []),
        ("Hans Lindqvist and H. Lindqvist", []),
        ("Ms. Lindqvist", ["lindqvist"]),
        ("Lindqvist, then Lindqvist again\n\nand Marta Lindqvist", ["lindqvist"]),
        ("Lindqvist\n\n## Part\n\nLindqvist", ["lindqvist", "lindqvist"]),
        ("*Marta* **Lindqvist** and *Tobias Brandt*", ["lindqvist", "brandt"]),
        ("Conor O&#39;Brien&#45;Day and Anna&#32;March", ["o-brien", "march"]),
        ('<div class="s-card" markdown>\n\nLindqvist\n\n</div>\n\nLindqvist', ["lindqvist", "lindqvist"]),
        ("## Lindqvist’s words\n\nand Lindqvist", ["lindqvist"]),
        ("| Who | What |\n|---|---|\n| Lindqvist | chair |\n\n- Tobias Brandt", ["lindqvist", "brandt"]),
        # A short surname, or one that is a given name, where a source uses it so
        ("Xi said, Martin’s answer", ["xi", "martin"]),
        ("Martin Weber and Eva Martin, So what, Thomas said", []),
        ("> Lindqvist <mark>Tobias Brandt</mark>", ["lindqvist", "brandt"]),
    ],
)
def test_which_names_are_links(text: str, found: list[str]) -> None:
    assert linked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "# Marta Lindqvist",
        "[Marta Lindqvist](x.md)",
        '<a href="x.html">Marta Lindqvist</a>',
        '<a href="x.html">*Marta* Lindqvist</a>',
        "`Marta Lindqvist`",
        "<code>Marta Lindqvist</code>",
        "    Marta Lindqvist",
        "<div>Marta Lindqvist</div>",
        "Lind*qvist*",
        '<span class="s-side" data-side="1">Seafarers&#39; Union <span>SU</span></span>',
    ],
)
def test_headings_links_and_code_are_left_alone(text: str) -> None:
    without = markdown.markdown(
        text, extensions=[*EXTENSIONS, extension.CitationExtension(keys.index(DOSSIER))]
    )
    assert render(text) == without


def test_what_a_theme_might_take_for_html_is_not_in_a_title() -> None:
    title = re.search(r'title="([^"]*)"', render("Tobias Brandt"))
    assert title
    assert not set("<>&") & set(title[1])
    assert "director ‹img src=x onerror=alive()› + ”owner”" in title[1]


def test_an_entry_links_no_name_and_other_pages_lead_to_it_from_where_they_stand() -> None:
    entry = '<div class="s-card s-person" markdown>\n\nMarta Lindqvist\n\n</div>'
    assert "s-who" not in render(entry, "people.md")
    assert 'href="people.md#lindqvist"' in render("Marta Lindqvist", "people.md")
    assert 'href="../people.md#lindqvist"' in render("Marta Lindqvist", "sources/post.md")


def test_without_a_glossary_nothing_is_linked() -> None:
    citations = extension.CitationExtension(keys.index(DOSSIER), NAMES)
    assert markdown.markdown("Marta Lindqvist", extensions=[citations]) == "<p>Marta Lindqvist</p>"


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "Marta Lindqvist",
                "Lindqvist",
                "*",
                "[",
                "](x)",
                "`",
                "&#39;",
                "<b>",
                "</b>",
                "<a>",
                "\n\n",
                "# ",
                " ",
                "\\",
                "SU",
            ]
        )
    ).map("".join)
)
def test_no_text_is_changed(text: str) -> None:
    without = markdown.markdown(
        text, extensions=[*EXTENSIONS, extension.CitationExtension(keys.index(DOSSIER))]
    )
    assert visible(render(text)) == visible(without)
