"""Performatives: verbs of saying that do what they name ("declared a state of emergency").

So they do with a thing or a person as their object, too: who "announced a new logo" shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sourced import wordlists
from sourced.extraction.names import lexicon
from sourced.extraction.quotations.adjuncts import when
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.wordclasses import adverb, finite
from sourced.extraction.quotations.words import Word, classed

_OBJECT = 8  # words in which what is declared stands
_ROLE = "(role)"  # in the table: any noun of a role


def performs(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Whether the saying does what it names and states nothing; what is named begins at ``at``.

    After Austin's performative utterances, by the objects that go with each verb in ``performatives.tsv``.
    """
    objects = _objects().get(cue.lemma)
    if objects is None or words[at - 1].low == "that" or words[at].region is not None:
        return False
    for k in range(at, min(len(words), at + _OBJECT)):
        if words[k].shape not in "aA1" or words[k].region is not None or finite(words, k):
            return False
        if k > at and words[k].low in classed("preposition"):
            return False
        if _is_head(words, k) and (
            words[k].low in objects or (_ROLE in objects and lexicon.role_noun(words[k].low) is not None)
        ):
            return True
    return False


def _is_head(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase may end here: "a new logo", and no "logo" of "logo rules" or "a logo is dear"."""
    if at + 1 >= len(words) or words[at + 1].shape not in "aA1":
        return True
    low = words[at + 1].low
    joint = classed("preposition") | classed("conjunction") | classed("subordinator") | classed("day")
    return low in joint or adverb(words[at + 1]) or when(words, at + 1) > at + 1 or low == "to"


@cache
def _objects() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for verbs, objects in wordlists.rows(__package__, "performatives.tsv"):
        for verb in verbs.split():
            found[verb] = found.get(verb, frozenset()) | frozenset(objects.split())
    return found
