"""Contents: what is said behind a cue.

All positions are indices into a sentence's words; a part is ``(first, last)``, ``last`` not included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourced.extraction.quotations import adjuncts, clauses, cues, endings, openings, performatives
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.openings import PREPOSITIONS
from sourced.extraction.quotations.wordclasses import adverb, finite
from sourced.extraction.quotations.words import Word, classed

_MARKED = 9  # words in which a noun phrase has its words in marks
_RELATIVES = frozenset("which who whom that".split())


def after(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], under: str = "") -> Phrase | None:
    """What is said behind a cue, None where nothing is.

    ``stops`` are the places of other cues; ``under`` is the word that makes the cue's clause a
    subordinate one ("While he said …"), empty where none does.
    """
    at = openings.start(words, cue)
    if at is None and "marks" in cue.frames:
        return _marked(words, cue.last)
    if at is None or performatives.performs(words, at, cue):
        return None
    if words[at].low not in classed("wh") and _withheld(words, cue):
        return None
    phrase = _is_phrase(words, at, cue)
    last = endings.end(words, at, stops, under=under, phrase=phrase)
    if phrase:
        last = _bare(words, at, last, cue)
    if last <= at or (last == at + 1 and words[at].low in classed("wh") | {"that"}):
        return None  # "did not say how", "disputes that"
    if cue.frames & {"name", "as"} and words[at - 1].low != "that":
        last = _named(words, at, last)
    if words[at].shape == "q" and ("name" in cue.frames or not _goes_on(words, at, last)):
        return at, at + 1
    return at, last


def _marked(words: Sequence[Word], at: int) -> Phrase | None:
    """The noun phrase here that has words in marks in it: "the “cowardly” attack on his house"."""
    for k in range(at, min(len(words), at + _MARKED)):
        if words[k].region is not None:
            last = k + 1
            while last < len(words) and words[last].shape == "a" and not _ends_phrase(words, last):
                last += 1
            return None if words[k].low == "title" else (at, last)
        if words[k].shape not in "aA1" or finite(words, k):
            return None
    return None


def _ends_phrase(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    joint = low in classed("preposition") or low in classed("conjunction") or low in classed("subordinator")
    return joint or finite(words, at) or adverb(words[at]) or adjuncts.when(words, at) > at


def gapped(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], source: Phrase) -> Phrase | None:
    """What is said of the noun in front: "which police say began at noon", "a plan they say works"."""
    at = cue.last
    if at >= len(words) or source[0] < 2 or not finite(words, at) or source[1] > cue.first:
        return None
    before, ahead = words[source[0] - 1], words[source[0] - 2]
    if before.low == "what":  # "in what police say was arson", and not "What they say is true"
        if ahead.low not in classed("preposition") and not finite(words, source[0] - 2):
            return None
    elif before.low not in _RELATIVES and (
        words[source[0]].low not in classed("subject")
        or before.shape not in "aA"
        or before.low in classed("preposition") | classed("conjunction") | classed("subordinator")
        or adverb(before)
    ):
        return None
    return at, endings.end(words, at, stops, under="what" if before.low == "what" else "which")


def _withheld(words: Sequence[Word], cue: Cue) -> bool:
    """Whether the sentence tells what was not said: "never said that", "declined to comment on the case"."""
    if cue.form == "infinitive":
        return words[cues.before(words, cue.first - 1)].low in classed("refusing")
    at = cue.first - 1
    while cue.form == "finite" and at >= 0 and (adverb(words[at]) or words[at].low in classed("auxiliary")):
        if words[at].low in ("not", "never", "cannot") or words[at].low.endswith("n't"):
            return words[at + 1].low not in ("only", "just", "merely", "simply")
        at -= 1
    return False


def _bare(words: Sequence[Word], at: int, last: int, cue: Cue) -> int:
    """Where a noun phrase ends: before when, where or to whom it is said ("… on Monday to reporters")."""
    dated = words[at - 1].low not in PREPOSITIONS and "ahead" not in cue.frames
    for k in range(at + 1, last):
        if finite(words, k):
            break  # "a plan that will begin in May"
        if (
            words[k].shape == ":"
            or adjuncts.tells_where(words, k)
            or (dated and adjuncts.tells_when(words, k) and not _to_do(words, adjuncts.when(words, k)))
        ):
            return k
    return last


def _to_do(words: Sequence[Word], at: int) -> bool:
    """Whether an infinitive takes the noun phrase up again: "plans Friday to close the plant"."""
    return at + 1 < len(words) and words[at].low == "to" and words[at + 1].shape == "a"


def _named(words: Sequence[Word], at: int, last: int) -> int:
    """Where "it “a shame” on his show" ends: behind the words in marks."""
    for k in range(at, last - 1):
        follows = words[k + 1]
        if words[k].region is not None and (
            follows.low in classed("subordinator")
            or follows.low in classed("preposition") - classed("complement")
            or (follows.low == "in" and adjuncts.tells_where(words, k + 1))
            or finite(words, k + 1)
            or (follows.shape == "," and k + 2 < last and finite(words, k + 2))
            or (follows.low in ("and", "but") and k + 2 < last and finite(words, k + 2))
        ):
            return k + 1
    return last


def _is_phrase(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Whether a noun phrase and no clause is said: "announced his candidacy"."""
    before = words[at - 1].low
    return (before != "that" and words[at].shape != "q" and before in PREPOSITIONS) or (
        "obj" in cue.frames
        and openings.right_behind(words, cue, at)
        and not clauses.opens(words, at)
        and words[at].low not in classed("wh")
        and words[at].low != "to"
    )


def _goes_on(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether the clause that begins with words in marks goes on outside them."""
    region = words[at].region
    if at + 1 >= last or region is None:
        return False
    before = words[at - 1].shape if at else ""
    if before in (",", ":"):
        return words[at + 1].shape in "a1" and region.closed and not _stopped(words[at])
    return True


def _stopped(word: Word) -> bool:
    """Whether words in marks end with punctuation: they are whole."""
    return bool(word.low) and word.low in ".!?…,—-"
