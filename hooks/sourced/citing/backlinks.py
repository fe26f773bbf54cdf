"""Which pages cite which key, so that a source's page can lead back to them."""

from __future__ import annotations

from collections.abc import Mapping

from sourced.citing import references, snippets
from sourced.model import Backlink


def find(pages: Mapping[str, tuple[str, str]], includes: Mapping[str, str]) -> tuple[Backlink, ...]:
    """Every key that every page cites, once a page, in the order of the pages and of each page's text.

    ``pages`` are the editors' pages: path in the docs folder -> (title, Markdown). ``includes`` are
    the texts that they may include, by name: what a page includes, it cites. A footnote has an
    anchor to go back to; a ``cite:`` link has none.
    """
    return tuple(
        link
        for page, (title, markdown) in pages.items()
        for link in _of_page(page, title, snippets.expand(markdown, includes))
    )


def _of_page(page: str, title: str, text: str) -> tuple[Backlink, ...]:
    anchors: dict[str, str | None] = {}
    for reference in references.find(text):
        if not reference.link:
            anchors[reference.key] = f"fnref:{reference.key}"
        anchors.setdefault(reference.key, None)
    return tuple(Backlink(key, page, title, anchor) for key, anchor in anchors.items())
