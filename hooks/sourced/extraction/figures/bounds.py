"""Bounds and dimensions: "more than", "almost" before a quantity, "or more" after it; "wide", "deep"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from sourced import wordlists
from sourced.extraction.figures.figure_words import classed

Sign = Literal["=", ">", "<", "~"]

_REACH = 40  # characters that a bound may take before its number


class Bound(NamedTuple):
    """What a bound says, and where it starts; ``at`` is the number itself where the word stays outside."""

    start: int
    sign: Sign


_SIGNS: dict[str, Sign] = {"=": "=", ">": ">", "<": "<", "~": "~"}
_OR = r"\s(?:or|and(?=\s\w+\s*(?:[.,;:)]|$)))\s"
_AFTER = re.compile(
    rf"(?:{_OR}(?P<more>more|over|above|greater|higher|longer|older|upwards)"
    rf"|{_OR}(?P<less>less|fewer|below|under|lower|younger)"
    r"|\s(?P<about>or so|or thereabouts|give or take)|(?P<odd>[-\s]odd)|(?P<plus>\+|-plus)"
    r"|\s(?:at (?:the )?(?:very )?(?:(?P<least>least)|(?P<most>most))|(?P<counting>and counting)))"
    r"(?![\w-])(?! than)"
)
_DIMENSION = re.compile(
    r"[ \u00a0-](?:(?P<word>wide|broad|long|deep|high|tall|thick)(?![\w-])"
    r"|(?P<across>across)(?=\s*(?:[.,;:)]|and\b|$)))"
    r"|\s(?:in|of) (?P<noun>length|width|depth|height|diameter|thickness|circumference)\b"
)
_ENDS = re.compile(r"(?P<word>[^\W_]+\.?|\S)\s*(?:\b(?:the|a)\s)?$", re.IGNORECASE)
_PREPOSITIONS = frozenset({"about", "over"})
_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
_NOUNS = {"length": "long", "width": "wide", "depth": "deep", "height": "high", "thickness": "thick"}


@cache
def _last_words() -> frozenset[str]:
    """The last word of each bound: most numbers have none of them before, and no more is looked at."""
    ends = (_ENDS.search(word) for word in _table()[1])
    return frozenset(end["word"].lower() for end in ends if end)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[Sign, bool]]]:
    rows = wordlists.rows(__package__, "bounds.tsv")
    words = {row[1]: (_SIGNS[row[0]], row[2:] != ["outside"]) for row in rows}
    spelt = "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    lead = r"(?:(?:far|much|slightly|well|just|significantly|considerably|only|still)\s+)?"
    return re.compile(rf"(?<![\w-]){lead}(?P<bound>{spelt})\s*(?:the\s|a\s)?$", re.IGNORECASE), words


def before(text: str, at: int, floor: int) -> Bound | None:
    """The bound whose words end just before the quantity at ``at``, not reaching before ``floor``."""
    pattern, words = _table()
    start = max(floor, at - _REACH)
    last = _ENDS.search(text, start, at)
    if last is None or last["word"].lower() not in _last_words():
        return None
    # The window opens at a word, so that no half word is read as one.
    while start > floor and text[start - 1].isalnum() and start < at:
        start += 1
    window = text[start:at]
    match = pattern.search(window)
    if not match:
        return None
    word = re.sub(r"\s+", " ", match["bound"].lower())
    sign, inside = words[word]
    if word in _PREPOSITIONS and _governed(text, start + match.start(), word):
        return None
    if window[match.end("bound") :].strip():
        # "about the 500 jobs": the article parts them, and "about" is a preposition.
        return None
    return Bound(start + match.start() if inside else at, sign)


def _governed(text: str, at: int, preposition: str) -> bool:
    """Whether the word before ``at`` takes the preposition: "talks about 12 projects"."""
    before = _LAST_WORD.search(text, max(0, at - _REACH), at)
    return before is not None and before[1].lower() in classed(preposition)


def after(text: str, at: int, end: int) -> tuple[int, Sign] | None:
    """The bound that follows ("or more", "+"): where it ends, and its sign."""
    match = _AFTER.match(text, at, end)
    if not match:
        return None
    if match["more"] or match["plus"] or match["least"] or match["counting"]:
        return match.end(), ">"
    return match.end(), "<" if match["less"] or match["most"] else "~"


def dimension(text: str, at: int, end: int) -> tuple[int, str] | None:
    """The dimension that a length is of ("wide", "deep"): where its word ends, and the adjective."""
    match = _DIMENSION.match(text, at, end)
    if not match:
        return None
    word = match["word"] or match["across"] or match["noun"]
    return match.end(), _NOUNS.get(word, word)
