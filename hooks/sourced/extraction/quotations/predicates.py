"""Predicates: where the words that belong to a verb begin, and the subject in front of them ends.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations.wordclasses import adverb, day, determines, finite
from sourced.extraction.quotations.words import DASHES, Word, classed

_REACH = 70  # words that a subject may lie before its verb; keeps the reading linear


def subject_end(words: Sequence[Word], verb: int) -> int:
    """Where the subject of the verb ends: in front of its auxiliaries and of asides."""
    return _past_asked(
        words, _past_title(words, _past_brackets(words, _past_dashes(words, start(words, verb))))
    )


def _past_asked(words: Sequence[Word], end: int) -> int:
    """Where the subject ends in front of what it was asked: "Smith, asked if she would stay, said"."""
    if end < 4 or words[end - 1].shape != ",":
        return end
    for k in range(end - 2, max(1, end - _REACH), -1):
        if words[k].shape not in "aA1,q":
            return end
        asked = words[k].low in ("asked", "questioned", "pressed")
        first = k - 1 if words[k - 1].low == "when" else k
        if asked and words[first - 1].shape == ",":
            return first
    return end


def start(words: Sequence[Word], verb: int) -> int:
    """Where the words that belong to the verb begin: "has repeatedly", "on Tuesday", "went on to"."""
    auxiliaries, times = classed("auxiliary"), classed("time")
    at = verb
    while at > 0:
        low = words[at - 1].low
        before = words[at - 2].low if at > 1 else ""
        nouns = at > 1 and words[at - 2].shape in "aA"
        if low in auxiliaries or low == "to" or adverb(words[at - 1]):
            if low in classed("other-pronoun") and not nouns:
                break
            at -= 1
        elif low in classed("perceived") and before in classed("being"):
            at -= 2  # "is heard shouting"
        elif (
            low in classed("reported")
            and at < len(words)
            and words[at].low == "to"
            and before in classed("being")
        ):
            at -= 2  # "is reported to have said"
        elif (date := _date(words, at)) < at:
            at = date
        elif before and day(words, at - 1):
            at -= 2 if before in ("on", "late", "early") else 1
        elif (low in times and before in ("this", "last", "late", "early", "earlier")) or (
            low in ("on", "quick") and (before in ("went", "goes") or before in classed("being"))
        ):
            at -= 2
        elif low in classed("to-say") and at < len(words) and words[at].low == "to":
            at -= 1
        else:
            break
    return max(at, 0)


def _date(words: Sequence[Word], end: int) -> int:
    """Where "on June 18" or "in May 2015" begins that ends here; ``end`` itself where none does."""
    at, times = end, classed("time")
    while at > max(0, end - 3) and (words[at - 1].shape == "1" or words[at - 1].low in times):
        at -= 1
    named = any(word.shape == "A" and word.low in times for word in words[at:end])
    return at - 1 if at and named and words[at - 1].low in ("on", "in") else end


def _past_dashes(words: Sequence[Word], end: int) -> int:
    """Where the subject ends in front of an aside between dashes: "Smith — once a rival — said"."""
    if end < 2 or words[end - 1].shape not in DASHES:
        return end
    opening = next((k for k in range(end - 2, max(-1, end - _REACH), -1) if words[k].shape in DASHES), 0)
    return opening or end


def _past_brackets(words: Sequence[Word], end: int) -> int:
    """Where the subject ends in front of an aside in brackets: "Ann Lee (Greens, Northside) said"."""
    if end < 2 or words[end - 1].shape not in ")]":
        return end
    opening = next((k for k in range(end - 2, max(-1, end - _REACH), -1) if words[k].shape in "(["), 0)
    parted = any(words[k].shape == "," for k in range(opening, end))
    return opening if opening and parted else end


def _past_title(words: Sequence[Word], end: int) -> int:
    """Where the subject ends in front of what it is called: "Her memoir, “Salt and Iron,” says"."""
    comma = end - 1 if end > 2 and words[end - 1].shape == "," else end
    title = words[comma - 1] if comma > 2 else None
    if title is None or title.region is None or words[comma - 2].shape != ",":
        return end
    named = (title.low == "title" and comma < end) or (title.low == "," and comma == end)
    return comma - 2 if named and words[comma - 3].shape == "a" and _noun(words, comma - 3) else end


def _noun(words: Sequence[Word], at: int) -> bool:
    """Whether the word ends a noun phrase that a determiner opens: "her memoir"."""
    return any(determines(words[k]) for k in range(max(0, at - 3), at)) and not finite(words, at)
