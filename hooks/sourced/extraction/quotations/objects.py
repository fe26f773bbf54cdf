"""Objects: noun phrases behind a cue that are said, or that something is said of.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import finite
from sourced.extraction.quotations.words import Word, classed


def takes(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Whether a noun phrase here is what is said, or what something is said of."""
    if words[at].low in classed("time"):
        return False
    frames = cue.frames
    if "obj" in frames:
        return True
    ahead = words[at : at + 30]
    if "as" in frames:
        return any(w.low == "as" for w in ahead)
    if "accuse" in frames:
        return any(w.low == "of" for w in ahead)
    # "Its leader, Ann Lee, called the plan “…”", "Lee, who ran the port, called it “…”"
    aside = at > 2 and (
        words[at - 3].shape in "Aq"
        or any(words[k].low == "who" and words[k - 1].shape == "," for k in range(max(1, at - 20), at - 2))
    )
    if "name" in frames and (cue.form == "ing" or words[at - 2].shape != "," or aside):
        return any(w.shape == "q" for w in ahead) or _called(words, at)
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
