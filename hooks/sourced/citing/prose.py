"""What of a page is prose: everything but front matter, code and comments."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_CLOSING = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*\r?\n?$")
_TOKEN = re.compile(
    r"\\[\\`<]|(?P<ticks>`+)|(?P<comment><!--)"
    r"|<(?P<element>pre|code|script|style|svg|math|textarea)\b[^<>]*>",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_VISIBLE = re.compile(r"[^\r\n]")
# What may hold indented blocks: an admonition, a tab, a definition, a footnote; and an item of a
# list, which begins no paragraph's second line.
_CONTAINER = re.compile(r"[ \t]*(?:!!!|\?\?\?|===|:[ \t]|\[\^[^\]]*\]:|///)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_INDENT = 4


@lru_cache(maxsize=256)  # several ask for the prose of one page
def prose(markdown: str, *, front_matter: bool = True) -> str:
    """The text with all that is no prose blanked out, character for character: offsets stay.

    Blanked are front matter (``front_matter`` says whether the text may have one), fenced and
    indented code, code spans, comments, and elements of HTML that hold no prose. Linear in the length of
    the text.
    """
    return _without_spans(_without_blocks(markdown, front_matter=front_matter))


def _blank(text: str) -> str:
    return _VISIBLE.sub(" ", text)


def _without_blocks(markdown: str, *, front_matter: bool) -> str:
    head = FRONT_MATTER.match(markdown) if front_matter else None
    start = head.end() if head else 0
    lines = markdown[start:].splitlines(keepends=True)
    closings: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if closing := _CLOSING.match(line):
            closings[closing["fence"]].append(number)

    kept = [_blank(markdown[:start])]
    code_until = -1
    in_code = False
    after_blank = True
    code_at = _INDENT  # how far code is indented here: further within what holds indented blocks
    for number, line in enumerate(lines):
        fence = _FENCE.match(line) if number > code_until else None
        if fence:
            # A fence that nothing closes is text: Python-Markdown takes it so.
            after = bisect_right(closings[fence["fence"]], number)
            if after < len(closings[fence["fence"]]):
                code_until = closings[fence["fence"]][after]
        if number <= code_until:
            kept.append(_blank(line))
            after_blank = in_code = False
            continue
        if not line.strip():
            kept.append(line)
            after_blank = True
            continue
        indent = len(line[: len(line) - len(line.lstrip())].expandtabs(_INDENT))
        in_code = indent >= code_at and (after_blank or in_code)
        held = _CONTAINER.match(line) or ((after_blank or code_at > _INDENT) and _ITEM.match(line))
        if not in_code and (held or after_blank):
            code_at = indent // _INDENT * _INDENT + (2 * _INDENT if held else _INDENT)
        kept.append(_blank(line) if in_code else line)
        after_blank = False
    return "".join(kept)


def comments(markdown: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of the comments of a page, notation included; one that is shown as code is none."""
    text = _without_blocks(markdown, front_matter=True)
    return tuple((start, end) for start, end in _spans(text) if text.startswith("<!--", start))


def _without_spans(text: str) -> str:
    """Blank code spans and comments."""
    kept: list[str] = []
    done = 0
    for start, end in _spans(text):
        kept += text[done:start], _blank(text[start:end])
        done = end
    return "".join(kept) + text[done:]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the code spans, which end in the paragraph they begin in, of comments and elements."""
    paragraph_ends = [end.start() for end in _BLANK_LINE.finditer(text)]
    runs: defaultdict[int, list[int]] = defaultdict(list)
    for run in re.finditer(r"`+", text):
        runs[len(run[0])].append(run.start())

    never_closed: set[str] = set()
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        if match["ticks"]:
            width = len(match["ticks"])
            after = bisect_left(runs[width], position)
            paragraph = bisect_left(paragraph_ends, position)
            limit = paragraph_ends[paragraph] if paragraph < len(paragraph_ends) else len(text)
            if after == len(runs[width]) or runs[width][after] > limit:
                continue
            position = runs[width][after] + width
        elif match["comment"]:
            closing = text.find("-->", position)
            if closing < 0:
                return
            position = closing + 3
        elif match["element"] and (name := match["element"].lower()) not in never_closed:
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, position)
            if end is None:
                never_closed.add(name)  # all that follow need not look for it again
                continue
            position = end.end()
        else:
            continue
        yield match.start(), position
