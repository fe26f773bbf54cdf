"""Adjuncts between a verb and what is said: when, where, how ("said late on Monday in a statement").

``past`` and ``when`` skip one; ``tells_when`` and ``tells_where`` tell whether one ends a noun phrase.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations.nounphrases import forward
from sourced.extraction.quotations.wordclasses import adverb, occasion, timely
from sourced.extraction.quotations.words import Word, classed

_HEARERS = frozenset("me him us them reporters journalists".split())
_AGO = frozenset(("ago", "earlier", "later"))


def when(words: Sequence[Word], at: int) -> int:
    """Past "Tuesday night", "last week" or "two days ago"; ``at`` itself where none begins here."""
    low, times = words[at].low, classed("time")
    if low in classed("day"):
        return at + 2 if at + 1 < len(words) and words[at + 1].low in times else at + 1
    if timely(words, at):
        return at + 2
    if low in ("late", "early") and at + 2 < len(words) and words[at + 1].low in ("on", "in"):
        return at + 3 if words[at + 2].low in classed("day") or words[at + 2].low in times else at
    for k in range(at + 1, min(len(words), at + 5)):
        if words[k].low in _AGO and words[k - 1].low in times:
            return k + 1
    return at


def past_time(words: Sequence[Word], at: int) -> int:
    """Past "for years", "on Monday" or "at the time"; ``at`` where none begins."""
    k = at + 1
    while k < len(words) and (words[k].low in classed("determiner") or words[k].shape == "1"):
        k += 1
    timed = k < len(words) and (words[k].low in classed("time") or words[k].low in classed("day"))
    return k + 1 if timed else at


def past(words: Sequence[Word], at: int) -> int | None:
    """Past an adverb or a preposition's phrase; ``at`` where none begins, None where one has no end."""
    if adverb(words[at]) and words[at].low not in ("both", "all"):
        return at + 1
    if words[at].low not in classed("preposition"):
        return at
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return None
    if following.low in classed("day") or following.shape == "1" or following.low == "title":
        return at + 2
    if following.low in classed("time") and following.shape == "A":  # "in May", "in May 2015"
        return at + 2 + (at + 2 < len(words) and words[at + 2].shape == "1")
    phrase = forward(words, at + 1)
    if phrase is None:
        return None
    last = phrase[1]
    return last + 1 if last < len(words) and words[last].low == "title" else last


def tells_when(words: Sequence[Word], at: int) -> bool:
    """Whether a past day, month or year begins here, with its preposition: "on Monday", "in June"."""
    if at + 1 < len(words) and words[at].low in ("on", "in", "since", "late", "early"):
        following = words[at + 1]
        named = following.low in classed("day") or (
            following.low in classed("time") and following.shape == "A"
        )
        return named or (following.shape == "1" and len(following.low) == 4 and following.low.isdigit())
    return when(words, at) > at


def tells_where(words: Sequence[Word], at: int) -> bool:
    """Whether the occasion or the hearers of the saying begin here: "in a statement", "to reporters"."""
    low = words[at].low
    if low == "to":
        return at + 1 < len(words) and words[at + 1].low in _HEARERS
    return low in ("via", "during") or (low in ("in", "on", "at") and occasion(words, at + 1))
