"""Puts the list of the evidence into a page that is rendered already, with its links made addresses."""

from __future__ import annotations

import posixpath
import re

from sourced.citing import keys
from sourced.citing.keys import Index
from sourced.publishing import evidence

_CITE = re.compile(r'href="cite:(?P<key>[^"]*)"')


def has_place(html: str) -> bool:
    """Whether a page is to have the list."""
    return evidence.PLACE in html


def put(html: str, listed: str, index: Index, page: str, *, directory_urls: bool) -> str:
    """The page with the list in its place. ``page`` is its path in the docs folder.

    No generator makes addresses of the list's links: it is not Markdown. ``directory_urls`` says
    how they look: "sources/post/" or "sources/post.html".
    """
    here = _address(page, directory_urls=directory_urls)
    start = here if directory_urls else posixpath.dirname(here)
    pages: dict[str, str] = {}

    def href(match: re.Match[str]) -> str:
        path, anchor, key = keys.target(index[match["key"]]).partition("#")
        if path not in pages:
            address = posixpath.relpath(_address(path, directory_urls=directory_urls), start or ".")
            pages[path] = f"{address}/" if directory_urls else address
        return f'href="{pages[path]}{anchor}{key}"'

    return html.replace(evidence.PLACE, _CITE.sub(href, listed), 1)


def _address(page: str, *, directory_urls: bool) -> str:
    """Where a page is published, without the slash at the end."""
    path = page.removesuffix(".md")
    if not directory_urls:
        return f"{path}.html"
    folder, name = posixpath.split(path)
    return (folder if name in {"index", "README"} else path) or "."
