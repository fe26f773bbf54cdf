"""Performatives: verbs of saying that do what they name ("declared a state of emergency")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sourced import wordlists
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import finite
from sourced.extraction.quotations.words import Word

_OBJECT = 8  # words in which what is declared stands


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
        if words[k].low in objects:
            return not (k + 1 < len(words) and finite(words, k + 1))
    return False


@cache
def _objects() -> dict[str, frozenset[str]]:
    return wordlists.classes(__package__, "performatives.tsv")
