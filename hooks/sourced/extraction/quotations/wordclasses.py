"""Word classes: what part of speech a word may be, by closed lists, its ending and its neighbours.

All positions are indices into a sentence's words. The functions are small tests that the other modules put
together; none stands in front of the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations.words import Word, classed
from sourced.extraction.sayings.verbs import thirds

_TIMELY = frozenset("last this late early earlier next".split())


def finite(words: Sequence[Word], at: int) -> bool:
    """Whether the word looks like a finite verb: a closed list, and what ends in -ed and is no attribute."""
    word = words[at]
    low = word.low
    if word.shape != "a" or (at and words[at - 1].low == "to"):  # "to cut"
        return False
    if low in classed("finite") or low in classed("auxiliary") or low in thirds():
        return low not in ("being", "been", "be")
    if low.endswith("n't"):
        return True
    if not low.endswith("ed") or low in classed("not-past") or len(low) <= 3:
        return False
    before = words[at - 1] if at else None
    if before is None or before.shape not in "aA1":
        return before is not None and before.shape in ",q"
    return not (determines(before) or before.low in classed("preposition"))


def determines(word: Word) -> bool:
    """Whether a noun must follow: an article, a possessive or a genitive."""
    return word.low in classed("determiner") or word.low in classed("possessive") or word.low.endswith("'s")


def adverb(word: Word) -> bool:
    """Whether the word is an adverb: from a closed list, or in -ly."""
    return word.shape == "a" and (
        word.low in classed("adverb") or (word.low.endswith("ly") and word.low not in classed("not-adverb"))
    )


def timely(words: Sequence[Word], at: int) -> bool:
    """Whether "last week" or the like begins here."""
    return (
        words[at].low in _TIMELY
        and at + 1 < len(words)
        and (words[at + 1].low in classed("time") or words[at + 1].low in classed("day"))
    )


def occasion(words: Sequence[Word], at: int) -> bool:
    """Whether "a statement" or the like begins here."""
    return (
        at + 1 < len(words)
        and words[at].low in classed("determiner")
        and any(word.low in classed("occasion") for word in words[at + 1 : at + 3])
    )


def infinitive(words: Sequence[Word], at: int) -> bool:
    """Whether "to go" begins here, and not "to the council" or "to Oslo"."""
    following = words[at + 1] if at + 1 < len(words) else None
    return (
        words[at].low == "to"
        and following is not None
        and following.shape == "a"
        and not determines(following)
    )


def day(words: Sequence[Word], at: int) -> bool:
    """Whether the word tells a day, and is no part of a name: "the Sunday Times", "USA Today"."""
    word = words[at]
    if word.low not in classed("day") or (at and determines(words[at - 1])):
        return False
    return word.shape == "a" or not at or word.low not in ("today", "tonight")
