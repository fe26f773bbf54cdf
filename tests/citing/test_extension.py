import re
from pathlib import Path
from types import SimpleNamespace

import markdown
import msgspec
import pytest
from markdown.preprocessors import Preprocessor

from sourced.citing import extension, keys
from sourced.model import Dossier, InputError


def render(text: str, index: keys.Index, page: str = "index.md") -> str:
    citations = extension.CitationExtension(index)
    citations.page = page
    return markdown.markdown(text, extensions=["footnotes", citations])


def notes(html: str) -> list[str]:
    return re.findall(r'<li id="fn:([^"]*)"', html)


def test_a_page_gets_the_footnotes_it_cites_in_order_and_no_others(index: keys.Index) -> None:
    html = render("One.[^412-crew-members] Two.[^post] One again.[^412-crew-members]", index)
    assert notes(html) == ["412-crew-members", "post"]
    assert html.count('class="footnote-ref"') == 3
    assert "<mark>412 crew members</mark>" in html


def test_between_two_footnotes_in_a_row_stands_a_comma_and_nowhere_else(index: keys.Index) -> None:
    html = render("One.[^412-crew-members][^post][^lindqvist] Two.[^post] [^lindqvist]", index)
    words = re.sub(r"<[^>]+>", "", html.split("</p>")[0])
    assert words == "One.1,\u202f2,\u202f3 Two.2 3"


def test_a_page_that_cites_nothing_is_left_alone(index: keys.Index) -> None:
    assert render("Nothing, `[^post]`.", index) == "<p>Nothing, <code>[^post]</code>.</p>"


def test_a_footnote_of_the_pages_own_stays_its_own(index: keys.Index) -> None:
    html = render("A note.[^post]\n\n[^post]: My own words.", index)
    assert notes(html) == ["post"]
    assert "My own words." in html
    assert "Harbour Post" not in html


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.md", "sources/post.md#lindqvist"),
        ("about/how.md", "../sources/post.md#lindqvist"),
        ("sources/index.md", "post.md#lindqvist"),
        ("sources/other.md", "post.md#lindqvist"),
    ],
)
def test_a_link_leads_to_the_passage_from_where_the_page_stands(
    page: str, link: str, index: keys.Index
) -> None:
    assert f'<a href="{link}">her</a>' in render("[her](cite:lindqvist)", index, page)


def test_a_link_to_a_whole_source_leads_to_its_page(index: keys.Index) -> None:
    assert '<a href="sources/post.md">' in render("[the report](cite:post)", index)


def test_what_nothing_has_stays_as_text_and_is_reported(index: keys.Index) -> None:
    citations = extension.CitationExtension(index)
    html = markdown.markdown(
        "A.[^nope] [words](cite:gone) [^post]", extensions=["footnotes", citations], output_format="html"
    )
    assert "[^nope]" in html
    assert "<span>words</span>" in html
    assert citations.unknown == ("nope", "gone")


def test_other_generators_load_it_by_name_with_the_path_of_the_dossier(
    dossier: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / "dossier.json"
    path.write_bytes(msgspec.json.encode(dossier))
    html = markdown.markdown(
        "A.[^post]",
        extensions=["footnotes", "sourced.citing.extension"],
        extension_configs={"sourced.citing.extension": {"dossier": str(path), "page": "a/b.md"}},
    )
    assert 'href="../sources/post.md"' in html


@pytest.mark.parametrize(
    ("written", "why"), [(None, "no such file"), ("{}", "is no dossier"), ("", "is no dossier")]
)
def test_without_a_dossier_it_says_in_a_line_what_to_do(
    written: str | None, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "dossier.json"
    if written is not None:
        path.write_text(written, "utf-8")
    with pytest.raises(InputError) as told:
        markdown.markdown("A.[^post]", extensions=[extension.makeExtension(dossier=str(path))])
    way = 'run "python -m sourced build", or set the option "dossier" to where it wrote dossier.json'
    assert str(told.value) == f"{path}: {why}: {way}"


def test_zensical_says_itself_which_page_it_renders(index: keys.Index) -> None:
    md = markdown.Markdown(extensions=[extension.CitationExtension(index)])
    context = Preprocessor(md)
    context.page = SimpleNamespace(path="sources/index.md")
    md.preprocessors.register(context, "rendering_context", 0)
    context.run = lambda lines: lines
    assert '<a href="post.md#lindqvist">' in md.convert("[her](cite:lindqvist)")


def test_a_link_to_somebody_leads_into_the_glossary_and_is_words_where_there_is_none(
    index: keys.Index,
) -> None:
    assert "<span>her</span>" in render("[her](who:lindqvist)", index)
    citations = extension.CitationExtension(index, None, glossary="people.md")
    citations.page = "sources/post.md"
    html = markdown.markdown("[her](who:lindqvist) [him](who:gone)", extensions=["footnotes", citations])
    assert 'href="../people.md#lindqvist"' in html
    assert "<span>him</span>" in html
