"""Which words are verbs, as far as their form and their neighbours tell."""

from __future__ import annotations

import re
from functools import cache

from sourced.extraction.quotations.words import classed
from sourced.merging import words
from sourced.model import Span

_DETERMINER = re.compile(
    r"(?:the|an?|its|his|her|their|our|this|these|those|some|many|several|all|both|no|\w+[’']s)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|dozens|\d[\d,.]*)$", re.IGNORECASE)
_PLURAL = re.compile(r"\s(?:\w+s|men|women|people|children)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[\w’'-]+")
AUXILIARIES = frozenset("am is are was were has have had will would can could may might must shall".split())


def is_verb(word: str) -> bool:
    """Whether a word looks like a finite verb."""
    past = word.endswith("ed") and word[0].islower() and word not in classed("not-past")
    return word in _verbs() or (past and len(word) > len("red"))


def is_act(word: str) -> bool:
    """Whether a word looks like a verb in the past that is no auxiliary."""
    return is_verb(word) and word not in AUXILIARIES and not word.endswith("s")


def has_verb(rest: str) -> bool:
    """Whether a word outside brackets looks like a verb."""
    bare = _BRACKETS.sub(" ", rest)
    return first_verb(bare, Span(0, len(bare)), infinite=True) is not None


def first_verb(text: str, span: Span, *, infinite: bool = False) -> int | None:
    """Where the first finite verb stands; "armed" of "an armed man" is none.

    With ``infinite``, "held" of "to be held" is one too.
    """
    before, ended = "", span.start
    for match in _WORD.finditer(text, span.start, span.end):
        word = match[0]
        before = before if text[ended : match.start()].isspace() else ""
        attribute = _DETERMINER.match(before) or (
            _NUMBER.match(before) and word.endswith("ed") and _PLURAL.match(text, match.end(), span.end)
        )
        if (
            is_verb(word)
            and (not attribute or word in AUXILIARIES)
            and (infinite or before not in {"to", "be"})
        ):
            return match.start()
        if not (word.endswith("ly") and _DETERMINER.match(before)):
            before = word
        ended = match.end()
    return None


@cache
def _verbs() -> frozenset[str]:
    return words.listed("events/finite_verbs.txt") | words.listed("events/fixtures.txt")


@cache
def _participles() -> frozenset[str]:
    return words.listed("events/participles.txt")


def is_participle(word: str) -> bool:
    """Whether a word looks like a past participle."""
    return word in _participles() or (len(word) > len("need") and word.endswith("ed"))
