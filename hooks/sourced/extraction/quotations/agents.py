"""Agents: whether a noun phrase can mean somebody who speaks, and no thing ("the dam threatens to burst")."""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.names import lexicon
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase, head
from sourced.extraction.quotations.words import Word, classed


def fits(words: Sequence[Word], phrase: Phrase, cue: Cue) -> bool:
    """Whether the phrase may be the subject of the cue: somebody, a forecaster, or whatever it allows."""
    if "forecaster" in cue.frames and cue.last < len(words) and words[cue.last].low != "that":
        if words[cue.last].low in classed("object") - {"it"}:
            return False  # "The traders saw him leave"
        return any(words[k].low in classed("forecaster") for k in range(phrase[0], head(words, *phrase)))
    return "agent" not in cue.frames or _somebody(words, phrase)


def _somebody(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase may name a person or a body: by a pronoun, a name, or the noun of a role or a body.

    Only the head noun counts, so that a capital at the start of a sentence tells nothing of what follows it.
    """
    first, last = phrase
    noun = words[head(words, first, last) - 1]
    if noun.shape != "a" or words[first].low in classed("subject") | classed("other-pronoun"):
        return True
    return any(
        form in classed("speakers")
        or form in classed("group")
        or form in lexicon.body_nouns()
        or lexicon.role_noun(form) is not None
        for form in (noun.low, noun.low.removesuffix("s"), noun.low.removesuffix("es"))
    )
