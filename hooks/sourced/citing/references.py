"""The citations on a page: footnotes ``[^key]`` and links ``[words](cite:key)``."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct

from sourced.citing.prose import prose

_DEFINITION = re.compile(r"^[ \t>]*\[\^(?P<name>[^\]\n]*)\]:", re.MULTILINE)
_REFERENCE = re.compile(
    r"\\.|\[\^(?P<note>[^\]\n]{1,200})\]"
    r"|\]\([ \t]*<?cite:(?P<link>[^\s()<>\"]*)"
    r"|^[ \t>]*\[[^\]\n]+\]:[ \t]*<?cite:(?P<named>[^\s>]*)",
    re.MULTILINE,
)


class Reference(Struct, frozen=True):
    """One citation. Line and column count from 1; ``link`` tells a ``cite:`` link from a footnote."""

    key: str
    line: int
    column: int
    link: bool


@lru_cache(maxsize=256)  # while one page is edited, the others stay as they are
def find(markdown: str, *, front_matter: bool = True) -> tuple[Reference, ...]:
    """All citations, in the order of the text.

    Code, comments and front matter cite nothing, and a footnote that the page defines itself is
    its own and no citation. Linear in the length of the text.
    """
    text = prose(markdown, front_matter=front_matter)
    own = {match["name"]: None for match in _DEFINITION.finditer(text)}
    line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found = []
    for match in _REFERENCE.finditer(text):
        kind = match.lastgroup
        if kind is None or (kind == "note" and match["note"] in own):
            continue
        line = bisect_right(line_starts, match.start(kind))
        start = match.start() if kind == "note" else match.start(kind) - len("cite:")
        found.append(Reference(match[kind], line, start - line_starts[line - 1] + 1, kind != "note"))
    return tuple(found)
