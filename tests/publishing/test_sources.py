from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest

from sourced.model import Backlink, Dossier
from sourced.publishing import citable, sources

Render = Callable[[str], str]


def _pages(dossier: Dossier, texts: dict[str, str], *links: tuple[str, str, str | None]) -> dict[str, str]:
    titles = {"index.md": "Overview", "timeline.md": "Timeline", "guide/more.md": "More [here]"}
    return sources.render(
        dossier, texts, [Backlink(key, page, titles[page], anchor) for key, page, anchor in links]
    )


def _full(dossier: Dossier) -> Dossier:
    return msgspec.structs.replace(
        dossier, sources=tuple(msgspec.structs.replace(s, show="full") for s in dossier.sources)
    )


FOOTNOTE = ("412-crew-members", "index.md", "fnref:412-crew-members")


def test_each_source_has_a_page(dossier: Dossier, texts: dict[str, str]) -> None:
    assert set(_pages(dossier, texts)) == {"sources/post.md", "sources/gazette.md"}


def test_a_cited_passage_is_shown_with_its_words_marked(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(dossier, texts, FOOTNOTE)["sources/post.md"])
    assert 'who counts <mark id="412-crew-members">412 crew members</mark> on strike.' in html


def test_what_nobody_cites_is_left_out_and_the_gap_shown(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(dossier, texts, FOOTNOTE)["sources/post.md"])
    assert "Nothing was said about pay" not in html
    assert "walked out" not in html
    assert html.count("[…]") == 2
    assert "not the whole article" in html


def test_passages_stand_in_the_order_of_the_text(dossier: Dossier, texts: dict[str, str]) -> None:
    page = _pages(
        dossier,
        texts,
        ("290-crew-members", "index.md", None),
        FOOTNOTE,
        ("crews-walked-out", "index.md", None),
    )["sources/post.md"]
    places = [
        page.index(f'<mark id="{key}"')
        for key in ("crews-walked-out", "412-crew-members", "290-crew-members")
    ]
    assert places == sorted(places)


def test_links_lead_back_to_the_pages_that_cite_it(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(
        _pages(
            dossier,
            texts,
            FOOTNOTE,
            ("412-crew-members", "timeline.md", None),
            ("412-crew-members", "guide/more.md", None),
            ("412-crew-members", "index.md", None),
        )["sources/post.md"]
    )
    note = html.split("Cited on: ")[1].split("</span>")[0]
    assert note == (
        '<a href="../index.md#fnref:412-crew-members">Overview</a>, <a href="../timeline.md">Timeline</a>, '
        '<a href="../guide/more.md">More &#91;here&#93;</a>'
    )


def test_under_a_passage_stands_who_says_it(dossier: Dossier, texts: dict[str, str], render: Render) -> None:
    html = render(_pages(dossier, texts, FOOTNOTE)["sources/post.md"])
    note = html.split('<ul class="s-notes"')[1]
    assert "Marta Lindqvist" in note
    assert "The crews" in note


def test_a_link_leads_to_the_words_on_the_publishers_page(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(dossier, texts, FOOTNOTE)["sources/post.md"])
    assert (
        'href="https://harbour-post.example/strike#:~:text=Lindqvist%2C%20who%20counts-,412%20crew%20members,-'
        in html
    )


def test_the_head_names_publisher_date_and_address(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(dossier, texts, FOOTNOTE)["sources/post.md"])
    assert '<h1 id="post">' in html
    assert "Harbour Post" in html
    assert '<time datetime="2025-03-18">18 March 2025</time>' in html
    assert 'href="https://harbour-post.example/strike"' in html


def test_the_head_says_from_which_words_a_date_is_inferred(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    inferred = msgspec.structs.replace(dossier.sources[0], date_inferred="Tuesday, 18 March 2025")
    odd = msgspec.structs.replace(dossier, sources=(inferred, *dossier.sources[1:]))
    html = render(_pages(odd, texts)[f"sources/{inferred.key}.md"])
    assert "inferred from its words “Tuesday, 18 March 2025”" in html


def test_a_source_that_is_not_described_says_what_is_not_known(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(dossier, texts)["sources/gazette.md"])
    assert "Publisher not known" in html
    assert "Date not known" in html


def test_an_address_that_is_no_web_address_is_no_link(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    odd = msgspec.structs.replace(dossier.sources[0], address="javascript:alert(1)")
    page = _pages(msgspec.structs.replace(dossier, sources=(odd, dossier.sources[1])), texts, FOOTNOTE)
    assert "javascript" not in render(page["sources/post.md"])


def test_a_page_that_cites_the_whole_source_is_named(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(dossier, texts, ("post", "index.md", "fnref:post"))["sources/post.md"])
    assert 'Cited as a whole on: <a href="../index.md#fnref:post">Overview</a>' in html


def test_a_page_of_which_no_passage_is_cited_says_that_and_nothing_of_marks(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(dossier, texts, ("post", "index.md", "fnref:post"))["sources/post.md"])
    assert "No page of this site cites a passage of this article yet" in html
    assert "marked" not in html


def test_an_event_has_its_address_in_each_source_that_tells_it(
    dossier: Dossier, texts: dict[str, str]
) -> None:
    pages = _pages(dossier, texts, ("crews-walked-out", "timeline.md", None))
    assert '<mark id="crews-walked-out">The crews walked out on Monday</mark>' in pages["sources/post.md"]
    assert '<mark id="crews-walked-out">Crews of the ferries walked out' in pages["sources/gazette.md"]


def test_a_person_is_marked_by_name(dossier: Dossier, texts: dict[str, str]) -> None:
    page = _pages(dossier, texts, ("lindqvist", "index.md", None))["sources/post.md"]
    assert '<mark id="lindqvist">Marta Lindqvist</mark>' in page


@pytest.mark.parametrize("show", ["cited", "full"])
def test_every_key_that_is_cited_has_its_address_once(
    dossier: Dossier, texts: dict[str, str], show: str
) -> None:
    dossier = _full(dossier) if show == "full" else dossier
    keys = {place.key for _, place in citable.places(dossier)}
    pages = _pages(dossier, texts, *((key, "index.md", None) for key in keys))
    for page in pages.values():
        ids = re.findall(r'<mark id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
    found = {key for page in pages.values() for key in re.findall(r'<mark id="([^"]+)"', page)}
    assert found == keys


def test_shown_in_full_the_page_has_every_paragraph_in_order(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    html = render(_pages(_full(dossier), texts, FOOTNOTE)["sources/post.md"])
    assert "[…]" not in html
    body = html.split("The words that this site cites are marked.")[1]
    shown = re.sub(r"<ul class=\"s-notes\"[^>]*>.*?</ul>", "", body, flags=re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", "", shown).split())
    assert words == " ".join(texts["post"].split())


def test_a_hostile_title_is_dead_in_front_matter_and_heading(
    dossier: Dossier, texts: dict[str, str], render: Render
) -> None:
    evil = 'War: "<script>alert(1)</script>\n---\nhooks: x'
    first = msgspec.structs.replace(dossier.sources[0], title=evil)
    page = _pages(msgspec.structs.replace(dossier, sources=(first, dossier.sources[1])), texts)[
        "sources/post.md"
    ]
    front, body = page.split("---\n", 2)[1:]
    assert "<" not in front
    assert [line.split(":")[0] for line in front.splitlines()] == ["title", "description"]
    assert "<script" not in render(body)
