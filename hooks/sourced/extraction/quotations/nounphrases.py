"""Noun phrases: read as a whole with title and complement, and without what is no part of them.

A phrase is read from its end (``backward``, in front of a verb) or from its beginning (``forward``, behind
one); ``opens``, ``lead``, ``tidy`` and ``head`` are the steps of that which subjects take by themselves.

All positions are indices into a sentence's words; a phrase is ``(first, last)``, ``last`` not included.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.names import lexicon
from sourced.extraction.quotations.wordclasses import adverb, day, determines, finite, occasion, timely
from sourced.extraction.quotations.words import Word, classed

Phrase = tuple[int, int]
_LONGEST = 40  # words of a source; what is longer was misread


def opens(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase can begin here."""
    word = words[at]
    low = word.low
    if low in classed("pre-determiner"):
        return True
    if word.shape not in "aA1" or low in classed("preposition") or low in classed("subordinator"):
        return False
    if low in classed("day") or (low in classed("time") and word.shape == "a") or finite(words, at):
        return False
    if word.shape == "A" and at + 1 < len(words) and words[at + 1].shape == "A":
        return True
    return not low.endswith("ing") and not (low.endswith("ed") and low not in classed("not-past"))


def backward(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """The longest noun phrase that ends at ``last`` and does not reach before ``first``."""
    at = last
    while at > first:
        word = words[at - 1]
        low = word.low
        titled = at - 1 > first and words[at - 2].low == "the"  # the newspaper "the i"
        if (low in classed("subject") and not titled) or low in ("those", "everyone", "others"):
            at -= 1 if at == last else 0
            break
        if word.shape not in "aA1" or finite(words, at - 1) or low in classed("conjunction"):
            break
        if (low in classed("preposition") and low != "of") or low in classed("subordinator"):
            break
        if low in classed("day") or (low in classed("time") and word.shape == "a"):
            break
        modal = at - 1 > first and words[at - 2].low in classed("modal")
        if modal and word.shape == "a" and not determines(word):
            break  # an infinitive: "would involve Ann Lee"
        at -= 1
        if low in classed("determiner") and (at == first or words[at - 1].low not in ("of", "all")):
            break
        if low in classed("possessive"):
            break
    while at < last and words[at].low == "of":
        at += 1
    return tidy(words, at, last)


def lead(words: Sequence[Word], first: int, last: int) -> int:
    """The first word behind what leads into a clause: "But", "Meanwhile", "Then"."""
    while first < last:
        word = words[first]
        adverbial = word.low.endswith("ly") and word.low not in classed("not-adverb")
        # "Reilly, 49, said", "Kelly said": a name in -ly, which leads into nothing.
        named = word.shape == "A" and (
            first + 1 >= last or words[first + 1].shape == "A" or _aged(words, first + 1)
        )
        if word.low not in classed("linking") and word.shape not in ".…*•" and (not adverbial or named):
            break
        first += 1
    return first


def _aged(words: Sequence[Word], at: int) -> bool:
    """Whether ", 49," follows."""
    return at + 1 < len(words) and words[at].shape == "," and words[at + 1].shape == "1"


def tidy(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """Strip what is no part of the phrase: adverbs, days, and a place after a bare name."""
    first = lead(words, first, last)
    times = classed("day") | classed("time")
    while first + 2 < last and words[first].low in ("on", "in") and words[first + 1].low in times:
        first += 2
    while last > first and _trails(words, first, last):
        last -= 1
    named = first
    while named < last and words[named].shape == "A":
        named += 1
    bare = first < last and not _people(words[first].low)
    if bare and first < named < last and words[named].low in classed("preposition") - {"of", "for"}:
        last = named
    said = next(
        (k for k in range(first + 1, last) if words[k].low in ("in", "on") and occasion(words, k + 1)), None
    )
    last = said or last  # "the ministry in a statement"
    if (
        first >= last
        or last - first > _LONGEST
        or all(words[k].shape not in "aA1" for k in range(first, last))
    ):
        return None
    if words[first].low in classed("personal") and last - first > 1 and words[first + 1].low != "and":
        last = first + 1
    return first, last


def _people(low: str) -> bool:
    """Whether the word means people and is no name, however it is written: "Shopkeepers in Leeds say"."""
    plural = low.endswith("s") and lexicon.role_noun(low.removesuffix("s")) is not None
    return plural or low in classed("speakers")


def _trails(words: Sequence[Word], first: int, last: int) -> bool:
    word = words[last - 1]
    if word.shape in ",-—–" or day(words, last - 1) or word.low in classed("trailing"):
        return True
    return last - first > 1 and word.low not in ("all", "both", "one") and adverb(word)


def forward(words: Sequence[Word], at: int, *, whole: bool = False) -> Phrase | None:
    """The noun phrase that begins at ``at``: after "according to", "by", "told", or an inverted "said".

    With ``whole``, participles and relative clauses behind it belong to it ("people briefed on it").
    """
    last, size = at, len(words)
    if at >= size:
        return None
    low = words[at].low
    if low in classed("subject") or (low in classed("object") and not _noun_follows(words, at)):
        return at, at + 1
    named = False
    while last < size:
        step = _step(words, at, last, named=named, whole=whole)
        if step == last:
            break
        named = step == last + 1 and words[last].shape == "A"
        last = step
    while last > at and words[last - 1].low in classed("preposition"):
        last -= 1
    return (at, last) if last > at else None


def _step(words: Sequence[Word], first: int, at: int, *, named: bool, whole: bool) -> int:
    """Where the phrase goes on behind its word ``at``: ``at`` itself where it ends."""
    word, later = words[at], at > first
    low = word.low
    if word.shape == "&" or (word.shape == "/" and later):
        return at + 1
    if word.shape == "(" and later:
        close = next((k for k in range(at, min(len(words), at + 8)) if words[k].shape == ")"), None)
        return at if close is None else close + 1
    if word.shape not in "aA1" or day(words, at):
        return at
    if low in classed("preposition"):
        return at + 1 if later and _complement(words, at, named=named) else at
    if low == "and" and later:
        return at + 1 if _goes_on(words, at, named=named) else at
    if not later:
        return at + 1
    relative = whole and low in ("who", "that")
    if (low in classed("subordinator") and not relative) or low in classed("conjunction"):
        return at
    if not whole and (finite(words, at) or low in classed("subject")):
        return at
    if adverb(word) and low not in ("first", "all", "both"):
        return at
    if low in classed("determiner") and (named or _complete(words[at - 1])):
        return at  # "told reporters | the plan was dead"
    if named and word.shape == "a" and low.endswith("ing"):
        return at
    return at if timely(words, at) else at + 1


def _complete(last: Word) -> bool:
    """Whether a phrase may end with this word, so that a determiner behind it begins another."""
    low = last.low
    joining = low in classed("preposition") or low in ("and", "or", "all", "both", "half", "such", "twice")
    return last.shape in "aA" and not joining and not determines(last)


def _complement(words: Sequence[Word], at: int, *, named: bool) -> bool:
    """Whether the preposition and what follows belong to the phrase: "a spokesman for the ministry"."""
    if at + 1 >= len(words):
        return False
    low, after = words[at].low, words[at + 1]
    if low == "of" and after.shape == "1":
        return True
    if low == "by":
        return words[at - 1].low in classed("study")
    if low != "of" and (named or low in classed("no-complement")):
        return False
    if low == "to" and after.shape == "a" and not determines(after):
        return False  # an infinitive
    if after.shape not in "aA" or after.low in classed("day") or after.low in classed("time"):
        return False
    return low == "of" or not occasion(words, at + 1)


def _goes_on(words: Sequence[Word], at: int, *, named: bool) -> bool:
    """Whether "and" joins another noun phrase rather than a clause."""
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    if after.low in ("in", "on", "at"):
        return not named
    if after.shape != "A" and after.low not in classed("determiner") and (after.shape != "a" or named):
        return False
    for k in range(at + 1, min(len(words), at + 9)):
        if words[k].shape not in "aA1":
            return True
        if finite(words, k):
            return False
    return True


def _noun_follows(words: Sequence[Word], at: int) -> bool:
    if words[at].low != "her" or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return (
        after.shape in "aA"
        and after.low not in classed("preposition")
        and after.low not in classed("subordinator")
    )


def head(words: Sequence[Word], first: int, last: int) -> int:
    """Behind the head noun of a phrase: before its first comma, bracket or preposition."""
    for k in range(first + 1, last):
        if words[k].shape not in "aA1&" or words[k].low in classed("preposition"):
            return k
    return last
