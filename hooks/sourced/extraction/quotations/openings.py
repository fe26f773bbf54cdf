"""Openings: where what is said begins behind a cue.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sourced import wordlists
from sourced.extraction.quotations import adjuncts, clauses, objects
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import forward, opens
from sourced.extraction.quotations.wordclasses import adverb, determines, finite, infinitive
from sourced.extraction.quotations.words import DASHES, Word, classed

_HEARER_FRAMES = frozenset(("hearer", "hearer-to"))
PREPOSITIONS = ("of", "for", "against", "about", "on", "at")


def start(words: Sequence[Word], cue: Cue) -> int | None:
    """Where what is said begins behind a cue: past days, places, occasions and hearers."""
    at = cue.last
    if at < len(words) and "heard" in cue.frames and words[at].low == "that":
        return None  # "told that story", or "arrested and told that …"
    hearer = of = aside = False
    while at < len(words):
        found = _begins(words, at, cue, clause=not of, hearer=hearer)
        if found is not None:
            return found
        if words[at].shape == "," or words[at].shape in DASHES:
            beyond = None if aside else _aside(words, at)
            aside = True
        elif words[at].region is not None and _named_so(words, at, cue):
            beyond = at + 1
        elif words[at].shape not in "aA1":
            return None
        else:
            beyond = adjuncts.when(words, at)
            if beyond == at:
                beyond = adjuncts.past(words, at)
                of = of or words[at].low in ("of", "about")
        if beyond is None or ("belief" in cue.frames and infinitive(words, at)):
            return None  # "hopes to repeat the test"
        if beyond == at:
            if hearer or not cue.frames & _HEARER_FRAMES:
                return at if right_behind(words, cue, at) and objects.takes(words, at, cue) else None
            phrase = forward(words, at)
            if phrase is None or "hearer" not in cue.frames:
                return at if phrase is not None and _infinitive(words, phrase[1]) else None
            if "hearer-to" in cue.frames and _infinitive(words, phrase[1]):
                return at
            if "obj" in cue.frames and _ends(words, phrase[1]):
                return at  # "promised a “new start” for all", "promised cuts in May"
            hearer, beyond = True, phrase[1]
        at = beyond
    return None


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether nothing that is said to a hearer can begin here."""
    if at >= len(words) or words[at].shape not in "aA1":
        return True
    return words[at].low in classed("preposition") | classed("conjunction") or adjuncts.when(words, at) > at


def right_behind(words: Sequence[Word], cue: Cue, at: int) -> bool:
    """Whether nothing but a day or a time stands between the cue and ``at``."""
    reached = cue.last
    while reached < at and (beyond := adjuncts.when(words, reached)) > reached:
        reached = beyond
    return reached == at


def _begins(words: Sequence[Word], at: int, cue: Cue, *, clause: bool, hearer: bool) -> int | None:
    """Where what is said begins if it does so at the word ``at`` or right behind it.

    With ``clause`` it may be a clause without "that"; ``hearer``: a hearer has been read.
    """
    frames, word = cue.frames, words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.region is not None:
        if "name" in frames and at == cue.last and "quote" not in frames:
            return at if objects.named_before(words, cue.first) else None
        if "thing" in frames and at == cue.last and word.low == "title":
            return None  # "sang “Abide With Me”"
        return at if frames & {"quote", "obj", "as"} and not _named_so(words, at, cue) else None
    if following is None or word.shape not in "aA1":
        quoted = word.shape == ":" or (
            (word.shape == "," or word.shape in DASHES)
            and following is not None
            and following.region is not None
        )
        return at + 1 if quoted and following is not None and "quote" in frames else None
    if _opens_behind(words, at, cue):
        return at + 2 if following.shape == "," and at + 2 < len(words) else at + 1  # "that, in May, it …"
    if word.low == "to":
        return at if "to" in frames and _verb_follows(following) else None
    if word.low in classed("wh") and _asks(word.low, at, cue):
        return at
    if clause and adjuncts.when(words, at) == at and _clause_here(words, at, cue, hearer=hearer):
        return at
    return None


def _named_so(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Whether words in marks are a name: "told “News at Ten” that …", "said at a “summit” that …"."""
    if at > cue.last:
        return determines(words[at - 1])
    following = words[at + 1].low if at + 1 < len(words) else ""
    return "hearer" in cue.frames and words[at].low == "title" and following == "that"


def _opens_behind(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Whether the word leads what is said: "that", "as" or the cue's preposition."""
    low, frames = words[at].low, cue.frames
    if (
        low == "that"
        and words[at + 1].shape == ","
        and at + 2 < len(words)
        and words[at + 2].low.endswith("ing")
    ):
        return False  # "disputes that, saying …"
    if low == "that" and "that" in frames and words[at + 1].shape not in ".;":
        if at > cue.last and words[at - 1].shape == "a" and finite(words, at + 1):
            return False  # "said in a film that was shown"
        follows = words[at + 1]
        if at > cue.last or "obj" not in frames or follows.low in classed("opener"):
            return True
        if follows.shape == "A" or determines(follows):
            return True  # "demanded that Smith resign"
        return clauses.verb_ahead(words, at + 1) or _plain_verb(words, at + 2)
    if low in PREPOSITIONS and low in frames:
        return words[at + 1].shape in "aA1q" and (low == "of" or adjuncts.past_time(words, at) == at)
    if low != "as" or "as" not in frames or at > cue.last:
        return False
    shifted = at + 2 < len(words) and words[at + 1].region is not None and opens(words, at + 2)
    return cue.form != "finite" or shifted or objects.in_front(words, cue.first)


def _plain_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a verb without an ending may stand here: "that mice sleep", and not "that plan in May"."""
    if at >= len(words) or words[at].shape != "a":
        return False
    other = classed("preposition") | classed("conjunction") | classed("subordinator") | classed("time")
    return words[at].low not in other and not adverb(words[at])


def _verb_follows(following: Word) -> bool:
    if following.region is not None:
        return True  # "vowed to “hunt them down”"
    return following.shape == "a" and not determines(following) and not following.low.endswith("ing")


def _asks(low: str, at: int, cue: Cue) -> bool:
    """Whether a word in wh- opens what is said: "asked who", "said how", and not "said when asked"."""
    if low in ("when", "who"):
        return "wh" in cue.frames and at == cue.last
    return "wh" in cue.frames or ("bare" in cue.frames and low in ("how", "why", "what", "whether", "if"))


def _clause_here(words: Sequence[Word], at: int, cue: Cue, *, hearer: bool) -> bool:
    """Whether a reported clause without "that" begins here."""
    word = words[at]
    low = word.low
    bare = "bare" in cue.frames and not ("heard" in cue.frames and at == cue.last)
    if not (bare or "pronoun" in cue.frames):
        return False
    pronoun = low in classed("opener") and not _is_object(words, at)
    if not bare:  # "found it was safe", "found 54% of voters backed it"
        return at == cue.last and (pronoun or (word.shape == "1" and clauses.opens(words, at)))
    if pronoun:
        return True
    direct = (
        at == cue.last
        or hearer
        or words[at - 1].low in classed("day")
        or words[at - 1].low in classed("time")
    )
    if not direct and low not in classed("starter"):
        return False
    if low in classed("clause-lead") and at == cue.last:
        return True
    if "hearer" in cue.frames and not hearer and _hears(words, at):
        return False
    if (number := _bounded(words, at)) is not None:
        return clauses.opens(words, number)
    if adverb(word) and low not in ("both", "all"):
        return False
    strong = at == cue.last and not cue.frames & {"obj", "noun", "belief", "thing"}
    if finite(words, at) or not (opens(words, at) or (strong and low.endswith("ing") and low != "during")):
        return False
    if clauses.opens(words, at):
        return True
    return strong and len(words) - at > 3


def _is_object(words: Sequence[Word], at: int) -> bool:
    """Whether "it" or "you" cannot be a subject here: "reported it to the police"."""
    if words[at].low not in ("it", "you"):
        return False
    follows = words[at + 1] if at + 1 < len(words) else None
    return (
        follows is None
        or follows.shape not in "aAq"
        or (determines(follows) or follows.low in classed("preposition") | classed("conjunction"))
    )


def _bounded(words: Sequence[Word], at: int) -> int | None:
    """The number that a bound here belongs to: "about 50 people had left", "up to 300 were missing"."""
    for bound in _bounds():
        number = at + len(bound)
        if number < len(words) and all(words[at + n].low == low for n, low in enumerate(bound)):
            counts = words[number].shape == "1" or words[number].low in classed("number-word")
            return number if counts else None
    return None


def _aside(words: Sequence[Word], comma: int) -> int | None:
    """Past "…, in a statement," to where what is said begins; None where it does not."""
    closing = words[comma].shape
    for k in range(comma + 1, min(len(words), comma + 16)):
        if words[k].shape == closing and k + 1 < len(words):
            if words[k + 1].shape == "q" or words[k + 1].low in ("that", "whether"):
                return k if words[k + 1].shape == "q" and closing == "," else k + 1
            return None
        if words[k].shape not in "aA1&/,":
            return None
    return None


def _hears(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase here is the hearer ("told reporters he …") and no subject yet."""
    phrase = forward(words, at)
    return phrase is not None and phrase[1] < len(words) and not finite(words, phrase[1])


def _infinitive(words: Sequence[Word], at: int) -> bool:
    if at < len(words) and words[at].low == "not":
        at += 1
    return at + 1 < len(words) and words[at].low == "to" and words[at + 1].shape in "aq"


@cache
def _bounds() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in wordlists.lines(__package__, "bounds.txt"))
