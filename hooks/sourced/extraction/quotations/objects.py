"""Objects: noun phrases behind a cue that are said, or that something is said of.

``takes`` looks behind the cue; ``named_before`` and ``in_front`` are for objects in front of it.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.wordclasses import adverb, determines, finite
from sourced.extraction.quotations.words import Word, classed

_FAR = 30  # words within which "as" or "of" follows the noun phrase that it is said of
_RELATIVES = frozenset("which who".split())


def takes(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Whether a noun phrase here is what is said, or what something is said of."""
    if words[at].low in classed("time"):
        return False
    frames = cue.frames
    if "obj" in frames:
        return True
    ahead = words[at : at + _FAR]
    if "as" in frames:
        return _as_ahead(words, at)
    if "accuse" in frames:
        return any(w.low == "of" for w in ahead)
    # "Its leader, Ann Lee, called the plan “…”", "Lee, who ran the port, called it “…”"
    aside = at > 2 and (
        words[at - 3].shape in "Aq"
        or any(words[k].low == "who" and words[k - 1].shape == "," for k in range(max(1, at - 20), at - 2))
    )
    if "name" in frames:
        named = cue.form == "ing" or words[at - 2].shape != "," or aside
        return (named and any(w.shape == "q" for w in ahead)) or _called(words, at)
    return False


def _as_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether "as" follows within the clause: not "criticised Lee, hired as an adviser"."""
    for k in range(at, min(len(words), at + _FAR)):
        if words[k].low == "as":
            return not words[k - 1].low.endswith("ed")
        told = words[k - 1].shape == "," and finite(words, k)
        if words[k].shape in ";:" or words[k].low in _RELATIVES or told:
            return False
    return False


def named_before(words: Sequence[Word], cue: int) -> bool:
    """Whether what is called so stands in front: "what he called", "the bill, which he called"."""
    for k in range(cue - 1, max(-1, cue - 8), -1):
        if words[k].shape not in "aA1" or (finite(words, k) and words[k].low not in classed("auxiliary")):
            return False
        if words[k].low == "what" or (words[k].low in ("which", "whom") and k and words[k - 1].shape == ","):
            return k < cue - 1
    return False


def in_front(words: Sequence[Word], cue: int) -> bool:
    """Whether "described as" has its object in front: "what he described as", "a law Lee described as".

    Else it is a participle: "a man described as a loner".
    """
    at = cue - 1
    while at > 0 and (adverb(words[at]) or words[at].low in classed("auxiliary")):
        at -= 1
    if words[at].low in classed("subject"):
        return True
    for k in range(at, max(0, cue - 9), -1):
        before = words[k - 1]
        if words[k].shape not in "aA1" or words[k].low in ("what", "which", "whom", "that"):
            return words[k].shape in "aA1"
        new = determines(words[k]) or (words[k].shape == "A" and before.shape == "a")
        if new and before.shape in "aA" and not determines(before):
            return before.low not in classed("preposition") | classed("conjunction")
    return False


def _called(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase and what it is called follow: "the vote a farce", no "the mayor a week later"."""
    for k in range(at + 1, min(len(words) - 1, at + 10)):
        word = words[k]
        if word.shape not in "aA1" or finite(words, k) or word.low in classed("subordinator"):
            return False
        if word.low in ("a", "an", "the") and words[k - 1].low not in classed("preposition"):
            return words[k + 1].low not in classed("time") | {"few", "second", "third", "couple"}
    return False
