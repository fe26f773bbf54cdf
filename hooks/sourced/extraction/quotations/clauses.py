"""Clauses: whether one begins, seen from its noun phrase and its verb.

``opens`` is the front; the other two ask for less (a verb) or for more (a main clause without a comma).

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations.wordclasses import finite
from sourced.extraction.quotations.words import Word, classed


def opens(words: Sequence[Word], at: int) -> bool:
    """Whether a clause with a finite verb begins at a noun phrase here."""
    commas = 0
    relatives = 0  # "which" takes the next verb for itself
    for k in range(at + 1, min(len(words), at + 30)):
        word = words[k]
        relatives += word.low in ("who", "which", "that")
        if word.shape == "q":
            return True
        if word.shape in ";:":
            return False
        if word.shape == ",":
            commas += 1
            follows = words[k + 1] if k + 1 < len(words) else None
            if commas == 1 and (
                follows is None
                or not (follows.shape in "A1" or follows.low in ("who", "which", "a", "an", "the"))
            ):
                return False
        if finite(words, k):
            if not relatives:
                return True
            relatives -= not finite(words, k - 1)
    return False


def opens_main(words: Sequence[Word], at: int) -> bool:
    """Whether a main clause begins here although no comma says so: "According to Smith the plan failed"."""
    low = words[at].low
    number = (
        low in ("over", "about", "nearly", "almost") and at + 1 < len(words) and words[at + 1].shape == "1"
    )
    return (number or low in classed("starter")) and opens(words, at)


def verb_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether a finite verb follows before another clause begins."""
    for k in range(at, min(len(words), at + 24)):
        if finite(words, k):
            return True
        if words[k].shape == "," and k > at and words[k + 1 :] and words[k + 1].low.endswith("ing"):
            return False
    return False
