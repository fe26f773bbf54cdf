"""The blocks of a page as a reader sees them: their words, and where in the file each stands.

A block is what a citation holds for: a paragraph, a heading, an item of a list, a row of a table, the
title of an admonition, a link or an image; and a block quote as a whole, for who says it often stands in a
line of its own. Markdown is taken off the words; code, comments and the notation of snippets, links and
attributes are no words at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from sourced.citing import notation, references
from sourced.citing.prose import prose
from sourced.citing.references import Reference

Kind = Literal["description", "paragraph", "quote", "heading", "item", "row", "title", "note"]

# The number of a section is none of its words: "## 2. The strike", "## 2.1.3 The strike".
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?:\d+(?:\.\d+)*[.)][ \t]+|\d+(?:\.\d+){2,}[ \t]+)?")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]|:)[ \t]+(?:\[[ xX]\][ \t])?")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_TITLE = re.compile(
    r"[ \t]*(?:(?:!!!|\?\?\?\+?|===[!+]?)[ \t]*[^\"\n]*\"?(?=.*$)|/{3,}[ \t]*[\w-]+[ \t]*\|[ \t]*)"
)
_NOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]+\]:[ \t]*")
_NO_WORDS = re.compile(
    r"[ \t]*(?:;*-+8<-+.*|\*\[[^\]\n]*\]:.*"
    r"|\[[^\]\^\n][^\]\n]*\]:[ \t]*\S.*|/{3,}[^|\n]*|\{:?[^{}\n]*\}[ \t]*)$"
)
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


class Block(Struct, frozen=True):
    """``text`` are the words; ``origins`` has the offset in the file of each of its characters.

    ``cited`` are the citations in it, each with its offset in ``text``.
    """

    kind: Kind
    text: str
    origins: tuple[int, ...]
    cited: tuple[tuple[int, Reference], ...]

    @property
    def line(self) -> str:
        """The words on one line, offsets unchanged: a line’s end parts no number from its noun."""
        return self.text.replace("\n", " ")


def read(markdown: str) -> tuple[Block, ...]:
    """The blocks of a page that have words, in the order of its text. Linear in the page's length."""
    page = prose(markdown)
    line_starts = [0, *(end.end() for end in re.finditer("\n", page))]
    cited = [(line_starts[one.line - 1] + one.column - 1, one) for one in references.find(markdown)]
    places = [place for place, _ in cited]
    found = []
    for kind, lines in _cut(page):
        words, titles = notation.read(page, lines)
        first, last = bisect_left(places, lines[0][0]), bisect_right(places, lines[-1][1])
        for one in (words, *titles):
            if any(c.isalnum() for c in one.text):
                here = tuple((bisect_left(one.origins, place), cite) for place, cite in cited[first:last])
                found.append(Block(kind if one is words else "title", one.text, one.origins, here))
    return tuple(found)


_Lines = list[tuple[int, int]]  # (start, end) of each line in the page, what marks the block left out


def _cut(page: str) -> Iterator[tuple[Kind, _Lines]]:
    """The lines of each block."""
    kind: Kind = "paragraph"
    lines: _Lines = []
    in_table = False
    start = 0
    for line in page.splitlines(keepends=True):
        at, end = start, start + len(line.rstrip("\r\n"))
        start += len(line)
        quoted = False
        while quote := _QUOTE.match(page, at, end):
            at, quoted = quote.end(), True
        if quoted and lines and kind == "paragraph":
            yield kind, lines
            lines = []
        plain: Kind = "quote" if quoted else "paragraph"
        blank = not page[at:end].strip()
        if blank and quoted and kind == "quote":
            lines.append((end, end))  # the next paragraph of the same quotation
            continue
        if _is_rule(page, at, end, open_block=bool(lines)) or blank or _NO_WORDS.match(page, at, end):
            if lines:
                underlined = not blank and kind == "paragraph" and _UNDERLINE.match(page, at, end)
                yield ("heading" if underlined else kind), lines
            kind, lines = "paragraph", []
            in_table = in_table and not blank
            continue
        if "|" in page[at:end] and _DELIMITER.match(page, at, end):
            in_table = True  # the line before was the table's head
        if in_table and lines:
            yield "row", lines
            lines = []
        begins = _begins(page, at, end, in_list=not lines or kind == "item")
        if begins:
            if lines:
                yield kind, lines
            kind, at = begins
            lines = []
        elif not lines:
            kind = plain
        lines.append((at, end - (kind == "title" and page[at:end].endswith('"'))))
        if kind in {"heading", "title"} or in_table:
            yield ("row" if in_table else kind), lines
            kind, lines = "paragraph", []
    if lines:
        yield kind, lines


def _is_rule(page: str, at: int, end: int, *, open_block: bool) -> bool:
    """Whether a line is a rule, or the line below a heading."""
    return bool(_RULE.match(page, at, end) or (open_block and _UNDERLINE.match(page, at, end)))


def _begins(page: str, at: int, end: int, *, in_list: bool) -> tuple[Kind, int] | None:
    """What kind of block a line begins, and where its words begin."""
    if match := _HEADING.match(page, at, end):
        return "heading", match.end()
    if match := _TITLE.match(page, at, end):
        return "title", match.end()
    if match := _NOTE.match(page, at, end):
        return "note", match.end()
    if in_list and (match := _ITEM.match(page, at, end)):
        return "item", match.end()
    return None
