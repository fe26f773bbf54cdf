"""Cues: the words that say that somebody speaks ("said", "according to", "his claim").

Which verbs are cues, and what they take, is in ``cues.tsv`` (see ``verbs.py``). Many of their forms are
nouns, attributes or parts of names as well: the words around tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from sourced.extraction.quotations.wordclasses import adverb, determines, finite
from sourced.extraction.quotations.words import Word, classed
from sourced.extraction.sayings import nouns, verbs
from sourced.extraction.sayings.verbs import Form, Verb

_SUBJECT = 8  # words of a subject in front of its verb

_SET_OUT = frozenset(("on", "had", "quick"))  # "went on to say", "was quick to say"


class Cue(Struct, frozen=True):
    """A cue at ``words[first:last]``.

    ``form``: "finite" (he said), "ing" (…, saying), "passive" (it was said), "infinitive" (went on to
    say), "phrase" (according to), "noun" (his claim).
    """

    first: int
    last: int
    lemma: str
    frames: frozenset[str]
    form: Literal["finite", "ing", "passive", "infinitive", "phrase", "noun"]


_ACCORDING = frozenset({"phrase"})


def find(words: Sequence[Word]) -> Iterator[Cue]:
    """The cues of one sentence, in order."""
    table, sayings = verbs.table(), nouns.table()
    skip = 0
    for i, word in enumerate(words):
        if i < skip:
            continue
        if word.low == "according" and i + 1 < len(words) and words[i + 1].low == "to":
            yield Cue(i, i + 2, "according to", _ACCORDING, "phrase")
            continue
        if word.low == "words" and [w.low for w in words[max(0, i - 2) : i + 2]] == [
            "in",
            "the",
            "words",
            "of",
        ]:
            yield Cue(i - 2, i + 2, "in the words of", _ACCORDING, "phrase")
            continue
        if (
            i + 2 < len(words)
            and words[i + 1].low in sayings.get(word.low, ())
            and owner(words, i) is not None
            and word.shape == "a"
        ):
            yield Cue(i, i + 1, word.low, sayings[word.low], "noun")
            continue
        for kind, verb in table.get(word.low, ()):
            last = i + 1 + len(verb.rest)
            if verb.rest and tuple(w.low for w in words[i + 1 : last]) != verb.rest:
                continue
            form = _form(words, i, last, kind, verb)
            if form:
                yield Cue(i, last, verb.lemma, verb.frames, form)
                skip = last
                break


def owner(words: Sequence[Word], at: int) -> int | None:
    """The place of the possessive that the noun at ``at`` belongs to, None where it belongs to nobody."""
    for k in range(at - 1, max(-1, at - 4), -1):
        if words[k].low in classed("possessive") or words[k].low.endswith(("'s", "s'")):
            return k
        if words[k].shape != "a" or words[k].low in classed("preposition"):
            return None
    return None


def before(words: Sequence[Word], at: int) -> int:
    """The index of the last word before ``at`` that is no adverb ("has repeatedly said"), -1 if none."""
    at -= 1
    while at >= 0 and (words[at].low in classed("adverb") or adverb(words[at])):
        at -= 1
    return at


def _form(
    words: Sequence[Word], i: int, last: int, kind: Form, verb: Verb
) -> Literal["finite", "ing", "passive", "infinitive"] | None:
    """How the verb stands in its sentence, None where it is no verb of somebody's speaking there."""
    if (
        words[i].shape == "A"
        and i
        and words[i - 1].shape in ("A", "a")
        and words[i].low not in classed("headline-verb")
    ):
        return None  # part of a name or a title
    p = before(words, i)
    previous = words[p] if p >= 0 else None
    low = previous.low if previous else ""
    after = words[last] if last < len(words) else None
    if kind == "ing":
        if low in classed("being") or low == "'s":
            return "finite"
        if low in classed("perceived") and p and words[p - 1].low in classed("being"):
            return "finite"  # "is heard shouting"
        if low in ("from", "against") or "forecaster" in verb.frames:
            return None
        if previous is not None and (
            low in classed("determiner") or low in classed("possessive") or low.endswith("'s")
        ):
            return None
        return "ing"
    if kind in ("past", "participle"):
        if low in classed("being"):
            return "passive"
        if verb.lemma == "ask" and (low == "when" or p < 0 or _is_aside(words, p, last)):
            return "passive"  # "Asked whether …, he said"
        dated = p > 0 and words[p - 1].shape == "A" and words[p - 1].low in classed("time")  # "on June 18"
        if low == "as" or (previous is not None and previous.shape == "1" and not dated):
            return None
        if low in classed("having"):
            return "finite"
        if kind == "participle":
            return None
        if low in classed("preposition") and previous is not None and previous.shape == "a":
            return None
        if (
            low in classed("determiner")
            and low not in classed("plural")
            and low not in classed("other-pronoun")
        ) or (low in classed("possessive") and low != "her"):
            return None
        return "finite"
    if kind == "third":
        if previous is None or previous.shape in ",q":
            return "finite" if "noun" not in verb.frames or _takes(after, verb) else None
        if low in ("to", "of") or low in classed("auxiliary") or low.endswith("'s") or previous.shape == "1":
            return None
        if "noun" in verb.frames:
            if after is not None and after.low in classed("auxiliary"):
                return None
            if (
                (low in classed("determiner") and low not in ("this", "that"))
                or low in classed("possessive")
                or low in classed("preposition")
            ):
                return None
            if after is not None and after.low == "to" and "to" in verb.frames and previous.shape in "aA":
                return None if any(finite(words, k) for k in range(i)) else "finite"  # "It claims to own it"
            if previous.shape == "a" and low not in classed("subject") and not _clause_follows(after):
                return "finite" if _headlines(words, i, last, verb) else None
            if after is not None and after.low == "that" and last + 1 < len(words):
                relative = words[last + 1].low
                if relative in classed("finite") or relative in classed("auxiliary"):
                    return None  # "states that held primaries"
        return "finite"
    if low == "to":
        return "infinitive" if p and words[p - 1].low in classed("to-say") | _SET_OUT else None
    if low in classed("modal"):
        return "finite" if low.startswith(("do", "did", "will", "would", "won't")) else None
    if previous is None or low in classed("auxiliary"):
        return None
    if _behind_marks(words, p) and "quote" in verb.frames and after is not None and after.shape in "aA":
        return None if after.low in classed("subordinator") else "finite"  # '…,' say experts
    if low in classed("determiner") and low not in classed("plural"):
        return None
    if low in classed("subject") or low in classed("plural") or _plural(previous):
        return "finite"
    if low == "and" and after is not None and after.low in classed("opener"):
        return "finite"  # "They say it is safe and claim he knew"
    if (
        "noun" in verb.frames
        or low in classed("possessive")
        or low in classed("preposition")
        or low.endswith("'s")
    ):
        return None
    if previous.shape == ",":
        return "finite" if _takes(after, verb) else None
    clause = _clause_follows(after) or (verb.lemma == "say" and after is not None and after.shape in "aA1")
    if "forecaster" in verb.frames:  # "Analysts at Corlin expect growth"
        clause = any(word.low in classed("forecaster") for word in words[max(0, i - _SUBJECT) : i])
    return "finite" if clause and (previous.shape in "aA" or low.endswith("%")) else None


def _is_aside(words: Sequence[Word], comma: int, at: int) -> bool:
    """Whether what begins behind a comma is closed by another one, with the verb behind that.

    So it is in "Lee, asked about it, said", and not in "A mother, Ann Lee, asked about it".
    """
    if words[comma].shape != ",":
        return False
    closing = (k for k in range(at, len(words) - 1) if words[k].shape == "," and words[k + 1].low != "and")
    return any(finite(words, verb) for k in closing for verb in range(k + 1, min(k + 5, len(words))))


def _behind_marks(words: Sequence[Word], at: int) -> bool:
    """Whether words in marks end here, or in front of a comma here."""
    return words[at].shape == "q" or (words[at].shape == "," and at > 0 and words[at - 1].shape == "q")


def _headlines(words: Sequence[Word], at: int, last: int, verb: Verb) -> bool:
    """Whether a headline's subject speaks: "Local woman claims Bishop Finn struck her"."""
    if "bare" not in verb.frames or last >= len(words) or words[last].shape != "A":
        return False
    opening = words[0].shape == "A" and not determines(words[0])
    verbs_ahead = [k for k in range(last + 1, len(words)) if finite(words, k)]
    plain = all(words[k].shape in "aA" for k in range(at)) and words[-1].shape != "."
    return opening and plain and len(verbs_ahead) == 1


def _plural(word: Word) -> bool:
    return word.shape in "aA" and word.low.endswith("s") and not word.low.endswith(("ss", "'s", "us", "is"))


def _clause_follows(after: Word | None) -> bool:
    return after is not None and (after.shape in ("q", ":") or after.low in classed("clause-word"))


def _takes(after: Word | None, verb: Verb) -> bool:
    """Whether what follows can be what is said."""
    if after is None:
        return "quote" in verb.frames
    if after.shape in ("q", ",", ":"):
        return "quote" in verb.frames
    if _clause_follows(after) or after.low in classed("speakers"):
        return True  # "…, say police"
    if "obj" in verb.frames or "name" in verb.frames or "bare" in verb.frames:
        return after.low in classed("determiner") or after.low in classed("possessive") or after.shape == "A"
    return False
