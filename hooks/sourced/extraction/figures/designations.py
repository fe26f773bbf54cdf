"""Numbers that name something or give it its number: models ("Su-27", "the 787"), "No. 2", house numbers."""

from __future__ import annotations

import re

from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.quantities import Quantity
from sourced.model import Span

_OPENED = 200  # characters in which a bracket may have been opened
_REACH = 24  # characters in which the word before a number is looked for
_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w.’'&-]*|[№#])[ \t\u00a0]?$")
_GLUED_BEFORE = re.compile(r"\w$|[^\W\d_][-‐‑–—/]$")
_GLUED_AFTER = re.compile(r"\w|-[A-Z][a-z]")
_MODEL = re.compile(r"\b(?P<name>[^\W\d_]{0,20}[A-Z][^\W\d_]{0,20})[ \u00a0-](?P<number>\d{3,4})(?![\w,.%])")
# "their new 787 Dreamliner": no round number, and nothing that is counted.
_MODEL_NAMED = re.compile(
    r"\b(?:an?|the|new|first|its|their|his|her|our|another)\s(?P<number>\d\d[1-9])\s"
    r"(?=[A-Z][a-z]+(?<!s)\b(?!\s[a-z]+s\b))"
)
_CAMEL = re.compile(r"[a-z][A-Z]")  # "iPhone", "PlayStation"
_ADDRESS = re.compile(
    r"\s(?:[A-Z][\w’'.]*\s){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Place|Court|Terrace|Way|Parkway)(?!\w)"
)
# "the 747," stands for a thing, "the 500 jobs" counts.
_STANDS_ALONE = re.compile(r"\s*[.,;:)]|\s(?:is|was|has|had|will|would|and|which|that|in|on|at|to)\b")
_DETERMINED = re.compile(
    r"\b(?:the|a|an|its|their|his|her|our|new)\s(?:[^\W\d_][\w-]*\s){0,2}$", re.IGNORECASE
)
_EMERGENCY = re.compile(
    r"(?:911|999|112|111|101|000)\s(?:calls?|callers?|operators?|dispatch\w*|emergenc\w+|service|line|cent(?:er|re))\b"
)
_RUNG = re.compile(
    r"\b(?:call|dial|ring|rang|phon|text)\w*\s(?:[\d ]+ or )?(?:911|999|112|111|101|000)$", re.IGNORECASE
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_IDENTIFIER = re.compile(r"\d{13,}|0\d+")  # a file's number, a code: amounts have commas, or words
_GROUP_OF = re.compile(r"(?<=\s)[A-Z][a-z]+ of $")
_LIST_NUMBER = re.compile(r"[.)]\s|\)\s*$|\.$")


def models(text: str) -> frozenset[str]:
    """The numbers that the article names something by ("Boeing 787"): "the 787" is one of those too."""
    found = _MODEL.finditer(text)
    named = {m["number"] for m in found if m["name"].lower() not in classed("function")}
    return frozenset(named | {m["number"] for m in _MODEL_NAMED.finditer(text)})


def designates(
    text: str, quantity: Quantity, sentence: Span, models: frozenset[str], *, heading: bool, followed: bool
) -> bool:
    """Whether the number is part of a name or numbers something.

    ``models`` are those of the article; ``heading``: the sentence is one, and its words may have
    capitals; ``followed``: a counted noun follows the number.
    """
    start, end = quantity.bare_start, quantity.bare_end
    if quantity.signed:
        return False
    if _GLUED_BEFORE.search(text[max(sentence.start, start - 2) : start]):
        return True
    if quantity.unit is not None:
        return False
    if (
        _IDENTIFIER.fullmatch(text, start, end)
        or _EMERGENCY.match(text, start)
        or _RUNG.search(text, max(sentence.start, start - _REACH), end)
        or _GLUED_AFTER.match(text, end)
        or _ADDRESS.match(text, end, sentence.end)
    ):
        return True
    if not followed and text[start:end] in models:
        return True
    if not followed and _GROUP_OF.search(text[max(sentence.start + 1, start - _REACH) : start]):
        return True
    before = _BEFORE.search(text[max(sentence.start, start - _REACH) : start])
    if not before:
        return False
    word, digits = before["word"], text[start:end]
    numeral = _PLAIN.fullmatch(digits) is not None
    if digits[0].isupper():
        # A capital inside a sentence makes it a name: "the Gang of Eight".
        return not heading and not followed and quantity.low < 1000
    if word.lower() in classed("numbering") and (numeral or word.lower() not in classed("weak-numbering")):
        # "page 12 of volume 3", "version 24.2 mends"
        counts = followed and "." not in digits and not text.startswith(" of ", end)
        return not (counts and word[0].islower() and not word.endswith("."))
    if word.lower() == "the":
        alone = len(digits) == 3 and numeral and not followed
        return alone and _STANDS_ALONE.match(text, end) is not None
    at = start - len(before[0])
    return numeral and _follows_name(text, word, at, sentence, followed=followed)


def _follows_name(text: str, word: str, at: int, sentence: Span, *, followed: bool) -> bool:
    """Whether the word at ``at``, right before a number, makes a name with it ("Falcon 9")."""
    if word.islower() or word.lower() in classed("function"):
        return False
    if _CAMEL.search(word):
        return True
    if followed:
        # "In Iraq 5 soldiers died", but "the Leopard 2 tanks".
        return not word.endswith(("’s", "'s")) and bool(
            _DETERMINED.search(text[max(sentence.start, at - 30) : at])
        )
    return at > sentence.start or len(word) > 3


def list_number(text: str, quantity: Quantity, sentence: Span) -> bool:
    """Whether the number only numbers an item: "2. Wash your hands", "(3) the minister"."""
    start, end = quantity.bare_start, quantity.bare_end
    digits = text[start:end]
    if not digits.isdigit() or len(digits) > 2 or quantity.unit is not None:
        return False
    if start == sentence.start:
        return _LIST_NUMBER.match(text, end, sentence.end) is not None
    # "(2)", and "2)" where no bracket is open.
    opened = "(" in text[max(sentence.start, start - _OPENED) : start - 1]
    return text[end : end + 1] == ")" and (text[start - 1] == "(" or not opened)
