"""Passives: what is said without the verb's subject saying it ("it was said", "was quoted as saying").

One function for each construct, which ``readings`` chooses by the cue: ``passive``, ``quoted_as``, ``heard``.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sourced.extraction.quotations import (
    adjuncts,
    content,
    endings,
    fronts,
    nounphrases,
    predicates,
    subjects,
    wordclasses,
)
from sourced.extraction.quotations.attributions import Reading
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.wordclasses import adverb
from sourced.extraction.quotations.words import Word, classed

_QUOTED = 12  # words between "quoted" and "as saying"


def passive(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], reached: int) -> Reading | None:
    """Read "It was announced by the ministry that …"; without "by" the source stays open."""
    here = (cue.first, cue.last)
    at, source = cue.last, None
    if at < len(words) and words[at].low == "by":
        source = nounphrases.forward(words, at + 1)
        at = source[1] if source else at
    opening = words[at].low if at + 1 < len(words) else ""
    impersonal = any(words[k].low == "it" for k in range(max(0, cue.first - 4), cue.first))
    told = "hearer" in cue.frames  # "Passengers were told that …"
    if (opening == "that" and "that" in cue.frames and (impersonal or told)) or (
        opening == "as" and "as" in cue.frames and source
    ):
        first = at + 1
    elif ("heard" in cue.frames or (impersonal and cue.frames & {"bare", "belief"})) and _clause(words, at):
        first = at  # "The court was told he had lied", "It is believed he lied"
    elif opening == "to" and (rumoured := _rumoured(words, at, cue, stops, reached)) is not None:
        return Reading(source, here, (rumoured,))
    elif cue.lemma == "ask" and (asked := _asked(words, at, cue)) is not None:
        return Reading(source, here, (asked,))
    else:
        ahead = _ahead(words, cue, reached) if "quote" in cue.frames else None
        return Reading(source, here, (ahead,)) if ahead else None
    last = endings.end(words, first, stops)
    return Reading(source, here, ((first, last),)) if last > first else None


def _rumoured(
    words: Sequence[Word], at: int, cue: Cue, stops: Mapping[int, Cue], reached: int
) -> Phrase | None:
    """The whole clause of "Smith is said to be ill", since "to be ill" alone says of nobody that he is."""
    subject = subjects.subject(words, cue.first)
    if (
        words[cue.first].low not in classed("reported")
        or words[at + 1].low not in ("be", "have")
        or subject is None
        or subject[0] < reached
        or subject[1] != predicates.start(words, cue.first)
        or words[subject[0]].low in classed("subordinator")
        or any(k in stops for k in range(at, at + 4))  # "is reported to have said: “…”"
    ):
        return None
    return subject[0], endings.end(words, at, stops)


def _ahead(words: Sequence[Word], cue: Cue, reached: int) -> Phrase | None:
    """The words in marks in front of "…," he was told, or the clause that a court was told."""
    hearer = subjects.subject(words, cue.first)
    ahead = fronts.before(words, reached, hearer[0]) if hearer else None
    if ahead and hearer and _hearing(words, hearer) and fronts.is_clause(words, ahead):
        return ahead  # "He had run, a jury was told"
    return ahead if ahead and ahead[1] - ahead[0] == 1 and words[ahead[0]].region is not None else None


def _clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause begins here, its verb right behind its subject."""
    begins = at + 1 < len(words) and nounphrases.opens(words, at)
    phrase = nounphrases.forward(words, at) if begins else None
    return phrase is not None and phrase[1] < len(words) and wordclasses.finite(words, phrase[1])


def _asked(words: Sequence[Word], at: int, cue: Cue) -> Phrase | None:
    """What is asked behind "Asked on Monday": "whether it failed", before the clause of who answers."""
    while at < len(words) and (beyond := _past_day(words, at)) > at:
        at = beyond
    if at + 1 >= len(words) or words[at].low not in classed("wh") | {"about"}:
        return None
    first = at + (words[at].low == "about")
    ends = [k for k in range(first + 1, len(words)) if words[k].shape in ",;:.?" and k + 1 < len(words)]
    before = words[max(0, cue.first - 2) : cue.first]
    aside = any(word.shape == "," for word in before)  # "Smith, asked if she would go, said no"
    answered = (k for k in ends if _answers(words, k + 1) or (aside and wordclasses.finite(words, k + 1)))
    return first, next(answered, ends[0] if ends else len(words))


def _answers(words: Sequence[Word], at: int) -> bool:
    """Whether who was asked begins to speak: "…, Smith said", "…, “No”"."""
    if at < len(words) and words[at].region is not None:
        return True
    return at < len(words) and _clause(words, at)


def _past_day(words: Sequence[Word], at: int) -> int:
    """Past "on Monday", "in May", "last month", "by reporters" or an adverb; ``at`` where none begins."""
    beyond = adjuncts.when(words, at)
    if beyond == at and (adjuncts.tells_when(words, at) or adverb(words[at])):
        beyond = adjuncts.past(words, at) or at
    return beyond


def heard(words: Sequence[Word], cue: Cue, reading: Reading) -> Reading | None:
    """Read "The court heard that …" and "…, jury told": a hearing is told it, and who says it stays open."""
    hearing = reading.source is not None and _hearing(words, reading.source)
    if "listens" in cue.frames:
        return replace(reading, source=None) if hearing else None
    told = "heard" in cue.frames and (cue.last == len(words) or words[cue.last].shape == ".")
    return replace(reading, source=None) if hearing and told else reading


def _hearing(words: Sequence[Word], phrase: Phrase) -> bool:
    return any(words[k].low in classed("hearing") for k in range(*phrase))


def quoted_as(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], reached: int) -> Reading | None:
    """Read "Smith was quoted as saying …" and "the paper quoted Smith as saying …": Smith says it."""
    verb = quoting(words, cue.first)
    if verb is None:
        return None
    subject = subjects.subject(words, verb)
    source = subject if verb == cue.first - 2 else (verb + 1, cue.first - 1)
    if source is None:
        return None
    front = fronts.before(words, reached, subject[0]) if subject else None
    behind = content.after(words, cue, stops)
    if front is not None and words[front[1] - 1].region is not None:
        return Reading(source, (verb, cue.last), (front,))
    return Reading(source, (verb, cue.last), (behind,)) if behind else None


def quoting(words: Sequence[Word], at: int) -> int | None:
    """Where the verb stands that "as saying" at ``at`` belongs to: "quoted", None where there is none."""
    if at < 2 or words[at - 1].low != "as":
        return None
    for k in range(at - 2, max(-1, at - _QUOTED), -1):
        if words[k].low in classed("quoting"):
            return k
        if words[k].shape not in "aA1&":
            return None
    return None
