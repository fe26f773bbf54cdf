"""Cut a text into paragraphs and sentences, each with its offsets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from sourced import wordlists
from sourced.model import Paragraph, Span

_LINE = re.compile(r"[^\r\n]+")
_BLANK_LINE = re.compile(r"(?:\r?\n|\r)[^\S\r\n]*(?:\r?\n|\r)")
_FINAL = re.compile(r"[.!?…:;,]$")
_CLOSERS = "”’»\"')]"
_HEADING_WORDS = 16
_NARROW, _WIDE = 30, 120  # the columns, in characters, at which people and programs wrap lines

# A possible sentence end: a stop, what closes after it, blanks, and what opens the next sentence.
# Possessive, and only at the first of several stops: linear on any text.
_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)"
    rf"(?P<close>[{re.escape(_CLOSERS)}]*+)"
    r"(?P<gap>\s++)"
    r"(?=(?P<open>[“„«‘\"'(\[]*)(?P<next>\w{0,20}))"
)
# The word before a stop, with full stops inside it: "U.S". No abbreviation is longer.
_WORD = re.compile(r"[^\s.!?…]*(?:\.[^\s.!?…]+)*$")
_LONGEST_WORD = 20
# Texts cut into tokens have "1 . 6 billion"; no year stands before that point.
_SPACED_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3} $")
_ON_X = re.compile(r"\b(?:on|to|via) X$")  # the network
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z]){1,2}")  # "K.C. Jones"
_OPENERS = frozenset(
    "a all also although an and another as at both but by during each for from he her his how i if in it its "
    "many more most no on one our she since so some such that the their there these they this those though "
    "to under until we what when where which while who why with you your".split()
)


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """(never end a sentence, may end one)."""
    words = wordlists.lines(__package__, "abbreviations.txt")
    return (
        frozenset(w for w in words if not w.endswith("+")),
        frozenset(w[:-1] for w in words if w.endswith("+")),
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, blanks at their ends left out.

    Articles come with a blank line between paragraphs, with a line a paragraph, or with lines
    wrapped at a column. Wrapped lines are joined: a block is wrapped when no line of it had room
    for the first word of the next.
    """
    return tuple(_paragraph(text, start, end) for start, end in _blocks(text))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*_BLANK_LINE.finditer(text), None]:
        end = match.start() if match else len(text)
        lines = [
            (m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
            for m in _LINE.finditer(text, start, end)
            if m[0].strip()
        ]
        if len(lines) > 1 and _wrapped([text[a:b] for a, b in lines]):
            lines = [(lines[0][0], lines[-1][1])]
        yield from lines
        start = match.end() if match else end


def _wrapped(lines: list[str]) -> bool:
    width = max(len(line) for line in lines)
    return _NARROW <= width <= _WIDE and all(
        len(line) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in itertools.pairwise(lines)
    )


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    line = text[start:end]
    heading = (
        not _FINAL.search(line.rstrip(_CLOSERS))
        and len(line.split()) <= _HEADING_WORDS
        and not line.startswith(("“", '"', "„", "«"))
    )
    return Paragraph(start, end, heading)


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, in order; together they cover all of it but the blanks between."""
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(match):
            yield Span(start, match.end("close"))
            start = match.end("gap")
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends_sentence(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _LONGEST_WORD) : match.start()]
    last = _WORD.search(before)
    word, following = (last[0] if last else "").strip("“„«‘\"'(["), match["next"]
    if following and following[0].islower():
        return False
    if match["stop"] == "." and following[:1].isdigit() and _SPACED_DECIMAL.search(before):
        return False
    if match["stop"] == "." and not match["close"]:
        never, sometimes = _abbreviations()
        lower = word.lower()
        initial = len(word) == 1 and word.isupper() and word != "I" and not _ON_X.search(before)
        if lower in never or initial:
            return lower == "no" and not following.isdigit()
        if lower in sometimes or _INITIALS.fullmatch(word):
            return following.lower() in _OPENERS or bool(match["open"])
    if not match["open"] and not following:
        # A dash or a bullet follows: what comes is a new sentence only after a real stop.
        return bool(word) or bool(match["close"])
    return True
