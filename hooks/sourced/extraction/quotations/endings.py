"""Endings: where what is said ends behind a cue: with its sentence, or where the article speaks again.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import forward, opens
from sourced.extraction.quotations.wordclasses import adverb, determines, finite
from sourced.extraction.quotations.words import DASHES, Word, classed
from sourced.extraction.sayings import nouns

_RELATIVES = frozenset("which who where whose".split())
_PURPOSES = frozenset("effort attempt bid order".split())  # "…, in a bid to", "…, in order to"
_BACKSHIFTED = frozenset("would could might".split())  # "Lee said he was sad, but he would go on"
_WOULD = frozenset("would could".split())
_SUBJECT = 3  # words of a first half of a subject
_NEAR = 9  # words in which a new clause shows its verb


class _Said(Struct, frozen=True):
    """What is said, between two places in the words; the rest is as for ``end``."""

    at: int
    size: int
    under: str
    phrase: bool
    main: bool


def end(
    words: Sequence[Word],
    at: int,
    stops: Mapping[int, Cue],
    *,
    under: str = "",
    phrase: bool = False,
    main: bool = False,
) -> int:
    """Where what is said ends that begins at ``at``.

    ``stops`` are the cues of the sentence by place; ``under`` is the word that makes the cue's clause a
    subordinate one ("While he said …"), empty where none does; ``phrase``: a noun phrase is said, no clause;
    ``main``: a main clause is ("According to Smith, …"), whose own verb may be a cue.
    """
    size = len(words)
    while size > at and words[size - 1].shape in ".!?…,;:—–-":
        size -= 1
    if size > at and words[size - 1].shape == ")" and all(w.shape != "(" for w in words[at:size]):
        size -= 1
    said = _Said(at, size, under, phrase, main)
    dashes = [k for k in range(at, size) if words[k].shape in DASHES]
    lone_dash = len(dashes) == 1 and not (dashes[0] + 1 < size and words[dashes[0] + 1].low in _RELATIVES)
    for k in range(at + 1, size):
        word = words[k]
        if word.shape == ";" or (lone_dash and word.shape in DASHES):
            return k
        if word.shape == ",":
            if k + 1 < size and _resumes(words, k + 1, stops, said):
                return k
        elif words[k - 1].region is not None and words[k - 1].low == ",":
            if _resumes(words, k, stops, said):
                return k
        elif word.low in ("and", "but"):
            if _predicate(words, k + 1, size, stops):
                return k
            if _stands(words, at, k) and (
                _speaks(words, k + 1, size, stops)
                or (k + 1 < size and _aside_saying(words, k + 1, size, stops))
            ):
                return k
        elif (k in stops and word.low == "according") or _withholds(words, k, size):
            return k
    return size


def _resumes(words: Sequence[Word], k: int, stops: Mapping[int, Cue], said: _Said) -> bool:
    """Whether the article speaks again behind a comma, at ``k``."""
    size = said.size
    low = words[k].low
    if k in stops and (stops[k].form == "phrase" or (stops[k].form == "ing" and _tells(stops[k]))):
        return True
    if low == "with" and any(j in stops and stops[j].form == "ing" for j in range(k + 1, min(size, k + 8))):
        return True
    if low in ("a", "an") and words[k + 1].low in nouns.table() and not said.main:
        return True  # "…, a claim the army denied"
    if _aside_saying(words, k, size, stops) or _withholds(words, k, size):
        return True
    if low in ("and", "but", "while"):
        if _predicate(words, k + 1, size, stops) or _speaks(words, k + 1, size, stops):
            return True
        if k + 1 < size and words[k + 1].low != "that" and opens(words, k + 1):
            verb = _verb_soon(words, k + 2, size)
            if verb is not None and words[verb].low not in _BACKSHIFTED:
                return not _marks_ahead(words, k, size, stops)
    if low == "as" and _speaks(words, k + 1, size, stops):
        return True
    if opens(words, k) and _states(words, k, size, stops):
        return True
    if k in stops and stops[k].form == "finite" and "bare" in stops[k].frames:
        return not said.main or any(finite(words, j) for j in range(said.at, k - 1))
    if (
        said.phrase
        and words[k].shape != "1"
        and low not in ("and", "or")
        and low not in classed("preposition")
    ):
        return True
    if said.phrase and low == "in" and k + 2 < size and words[k + 2].low in _PURPOSES:
        return True
    if said.under in ("who", "which"):  # "Smith, who said the plan was dead, left"
        return finite(words, k) and all(words[j].shape != "," for j in range(said.at, k - 1))
    if said.under and low != "that" and opens(words, k):
        return True
    first = said.at  # "it was Berg, not Lee, who left"
    cleft = words[first].low == "it" and words[first + 1].low in classed("being") and opens(words, first + 2)
    return low in ("who", "whose") and not cleft and not _verb_behind_comma(words, k, size)


def _predicate(words: Sequence[Word], at: int, size: int, stops: Mapping[int, Cue]) -> bool:
    """Whether the same speaker says something else behind "and": "and added", "but did not say"."""
    cue = stops.get(at)
    if cue is None:
        verb = _past_auxiliaries(words, at, size)
        if words[at - 1].low == "but" and _refuses(words, verb, size):
            return True
        cue = stops.get(verb)
        return cue is not None and cue.form == "finite" and "that" in cue.frames and _says(words, cue, size)
    told = cue.form == "ing" and "wh" in cue.frames  # "saying that … and asking why …"
    plain = _tells(cue) and "noun" not in cue.frames
    return (cue.form == "finite" or told or plain) and _says(words, cue, size)


def _says(words: Sequence[Word], cue: Cue, size: int) -> bool:
    """Whether something that can be what is said follows: no "and both have criticised."."""
    if cue.frames <= {"quote", "noun"}:
        return any(words[k].region is not None for k in range(cue.last, size))
    return cue.last < size and words[cue.last].shape not in ";)"


def _refuses(words: Sequence[Word], at: int, size: int) -> bool:
    """Whether "gave no date" or "would not elaborate" begins here."""
    while at < size and (words[at].low in _WOULD or adverb(words[at])):
        at += 1
    return at < size and words[at].low in classed("withholding")


def _withholds(words: Sequence[Word], k: int, size: int) -> bool:
    """Whether "without giving details" begins here."""
    return words[k].low == "without" and k + 1 < size and words[k + 1].low in classed("withholding")


def _past_auxiliaries(words: Sequence[Word], at: int, size: int) -> int:
    while at < size and (adverb(words[at]) or words[at].low in classed("having") | classed("doing")):
        at += 1
    return at


def _aside_saying(words: Sequence[Word], k: int, size: int, stops: Mapping[int, Cue]) -> bool:
    """Whether somebody else adds something: "…, the union saying that it would strike"."""
    if words[k].shape != "A" and not determines(words[k]) and not opens(words, k):
        return False
    for j in range(k, min(size, k + 7)):
        if j in stops:
            return j > k and stops[j].form == "ing" and "that" in stops[j].frames
        if words[j].shape not in "aA" or finite(words, j):
            return False
    return False


def _tells(cue: Cue) -> bool:
    return bool(cue.frames & {"that", "obj", "as", "name"})


def _marks_ahead(words: Sequence[Word], k: int, size: int, stops: Mapping[int, Cue]) -> bool:
    """Whether words in marks follow that no other cue claims: whoever speaks still does."""
    for j in range(k, size):
        if words[j].region is not None:
            return True
        if j in stops:
            return False
    return False


def _verb_behind_comma(words: Sequence[Word], k: int, size: int) -> bool:
    """Whether the clause goes on behind an aside: "Smith, who left, was right"."""
    return any(words[j].shape == "," and finite(words, j + 1) for j in range(k, min(size - 1, k + 40)))


def _verb_soon(words: Sequence[Word], first: int, size: int) -> int | None:
    for k in range(first, min(size, first + _NEAR)):
        if words[k].shape in ",;:":
            return None
        if finite(words, k):
            return k
    return None


def _stands(words: Sequence[Word], at: int, k: int) -> bool:
    """Whether what is said up to ``k`` may be whole: no "Britain" of "Britain and France have said"."""
    return k - at > _SUBJECT or any(finite(words, j) or words[j].region is not None for j in range(at, k))


def _states(words: Sequence[Word], at: int, size: int, stops: Mapping[int, Cue]) -> bool:
    """Whether a main clause here says something itself: "the council stressed that …", no mere tag."""
    source = forward(words, at)
    if source is None or source[1] not in stops:
        return False
    cue = stops[source[1]]
    return cue.form == "finite" and cue.last < size and words[cue.last].shape in "aA1"


def _speaks(words: Sequence[Word], at: int, size: int, stops: Mapping[int, Cue]) -> bool:
    """Whether somebody else begins to speak here: "Smith says", "he later tweeted"."""
    if at >= size or words[at].low in classed("preposition"):
        return False
    if words[at].low in classed("personal"):
        last = at + 1
    else:
        source = forward(words, at)
        if source is None or not (words[at].shape == "A" or determines(words[at])):
            return False
        last = _past_apposition(words, source[1], size, stops)
    while last < size and (adverb(words[last]) or words[last].low in classed("having")):
        last += 1
    return last in stops and stops[last].form == "finite" and _says(words, stops[last], size)


def _past_apposition(words: Sequence[Word], at: int, size: int, stops: Mapping[int, Cue]) -> int:
    """Past ", a baker," to the verb of who speaks; ``at`` where none stands there."""
    if at + 1 >= size or words[at].shape != ",":
        return at
    for k in range(at + 1, min(size - 1, at + _NEAR)):
        if words[k].shape == ",":
            return k + 1 if k + 1 in stops else at
        if words[k].shape not in "aA1":
            return at
    return at
