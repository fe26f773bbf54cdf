"""The words of some lines of Markdown: notation is taken off, and each word keeps its place in the file.

The notations of pymdownx that a site may switch on (critic marks, and the like) are taken off too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from msgspec import Struct

_PARENTHESIS = r"\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
_TAKEN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|<>~^=:\"'])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});)"
    r"|(?P<note>\[\^[^\]\n]{1,200}\])"
    rf"|!\[(?P<image>[^\]\n]*)\](?:{_PARENTHESIS}|\[[^\]\n]*\])"
    r"|(?P<link>\[(?=[^\[\]]*\](?:\(|\[(?!\^))))"
    rf"|(?P<target>\](?:{_PARENTHESIS}|\[(?!\^)[^\]\n]*\]))"
    r"|(?P<apart><(?:br|hr|p|li|td|th|div)\b[^<>]*>)"
    r"|(?P<critic>\{--[^{}]*--\}|\{>>[^{}]*<<\}|\{~~[^{}]*?~>|\{(?:\+\+|==)|(?:~~|\+\+|==)\})"
    r"|(?P<attributes>\{:?[ \t]*[.#\w][^{}\n]*\})"
    r"|(?P<tag></?[A-Za-z][^<>]*>|<[A-Za-z][\w+.-]*:[^\s<>]*>)"
    r"|(?P<address>\bhttps?://[^\s<>\"“”»)\]]+)"
    r"|(?P<emphasis>\*+|~~|==|\^\^|(?<![^\W_])_+|_+(?![^\W_]))"
)
# What a link or an image shows to whoever points at it: (address "title").
_TITLE = re.compile(r"[ \t](?P<mark>[\"'])(?P<title>[^\n]*)(?P=mark)[ \t]*\)\Z")


class Words(Struct, frozen=True):
    """``text`` are the words; ``origins`` has the offset in the file of each of its characters."""

    text: str
    origins: tuple[int, ...]


def read(page: str, lines: Sequence[tuple[int, int]]) -> tuple[Words, tuple[Words, ...]]:
    """The words of some lines, (start, end) of each in the page, and the titles of links and images there."""
    raw = "\n".join(page[start:end] for start, end in lines)
    places = [place for start, end in lines for place in range(start, end + 1)]
    text: list[str] = []
    origins: list[int] = []
    titles: list[Words] = []
    done = 0
    for match in _TAKEN.finditer(raw):
        text += raw[done : match.start()]
        origins += places[done : match.start()]
        if match["image"]:
            text += match["image"]
            origins += places[match.start("image") : match.end("image")]
        else:
            said = match["escaped"] or html.unescape(match["entity"] or "")
            said = " " if match["apart"] else said
            text += said
            origins += [places[match.start()]] * len(said)
        if title := match.lastgroup in {"image", "target"} and _TITLE.search(match[0]):
            start, end = (match.start() + at for at in title.span("title"))
            titles.append(Words(raw[start:end], tuple(places[start:end])))
        done = match.end()
    text += raw[done:]
    origins += places[done : len(raw)]
    return Words("".join(text), tuple(origins)), tuple(titles)
