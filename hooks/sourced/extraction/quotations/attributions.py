"""Attributions without a speaking subject: "according to", "his claim", "Smith: …".

One function for each construct: ``according`` and ``noun``, which ``readings`` chooses by the cue, and
``headed``, ``banner`` and ``signed``, which need none.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sourced.extraction.quotations import (
    clauses,
    content,
    cues,
    endings,
    fronts,
    nounphrases,
    wordclasses,
)
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.words import Sentence, Word, classed

_QUOTING = frozenset("quoting citing".split())
_STORY = 4000  # characters behind a heading in which whoever speaks in it is named again
_WHERE = tuple([word] for word in "in at near from outside around across of".split())
_AREA = re.compile(r" (?:region|province|district|area|county|city|town|village|valley|state|oblast)\b")


class Reading(Struct, frozen=True):
    """Who (None where the sentence leaves it open), the cue (None where there is none), and what is said."""

    source: Phrase | None
    cue: Phrase | None
    parts: tuple[Phrase, ...]


def headed(text: str, sentence: Sentence) -> Iterator[Reading]:
    """Read "Smith: we shall win", in a heading or with words in marks."""
    words = sentence.words
    colon = next((k for k, word in enumerate(words[:9]) if word.shape == ":"), None)
    if not colon or colon + 1 >= len(words):
        return
    named = all(w.shape == "A" or w.low in ("of", "the", "&") for w in words[:colon])
    if not named or words[0].low in classed("label"):
        return
    quoted = words[colon + 1].region is not None
    if _names_nobody(text, words[:colon]):
        return
    if quoted or (sentence.paragraph.heading and len(words) - colon > 3 and colon <= 4):
        whole = sentence.paragraph.heading and not words[colon + 1].speech  # "Reports: ‘Safer’ road to open"
        last = colon + 2 if quoted and not whole else endings.end(words, colon + 1, {})
        yield Reading((0, colon), (colon, colon + 1), ((colon + 1, last),))


def _names_nobody(text: str, words: Sequence[Word]) -> bool:
    """Whether a heading's label is no speaker: a cry ("FURY: …") or a place ("Vale: toll rises").

    A cry does not come again in the story, a place comes again only as where something is.
    """
    said = text[words[0].start : words[-1].end]
    story = text[words[-1].end : words[-1].end + _STORY]
    again = list(re.finditer(rf"\b{re.escape(said)}\b", story))
    if not again:
        return len(said) > 1 and said.isupper()
    return all(
        story[: found.start()].rsplit(maxsplit=1)[-1:] in _WHERE or _AREA.match(story, found.end())
        for found in again
    )


def banner(sentence: Sentence, found: Sequence[Reading]) -> Iterator[Reading]:
    """Read "‘We lost’: Smith tells of defeat": a headline's first words in marks are whose the rest is about.

    ``found`` are the readings of its other cues.
    """
    words = sentence.words
    if not sentence.paragraph.heading or len(words) < 4 or words[0].region is None or words[1].shape != ":":
        return
    speaker = next((reading for reading in found if reading.source and reading.source[0] == 2), None)
    if speaker is not None and all(first > 1 for first, _ in speaker.parts):
        yield replace(speaker, parts=((0, 1),))


def signed(words: Sequence[Word]) -> Iterator[Reading]:
    """Read words in marks with a name behind a dash: "We won." — Smith."""
    if len(words) < 3 or words[0].region is None or words[1].shape not in ("-", "–", "—", "--"):
        return
    last = 2
    while last < len(words) and words[last].shape == "A":
        last += 1
    if last > 2 and (last == len(words) or words[last].shape in ",."):
        yield Reading((2, last), None, ((0, 1),))


def according(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], reached: int) -> Reading | None:
    """Read "according to Smith", in front of what is said or behind it."""
    source = nounphrases.forward(words, cue.last, whole=True)
    if source is None:
        return None
    here = (cue.first, cue.last)
    front = fronts.before(words, reached, cue.first) if cue.first > reached else None
    if front is None and cue.first - reached > 3 and words[cue.first - 1].shape in "aA1q":
        front = (nounphrases.lead(words, reached, cue.first), cue.first)
    if front is not None and words[front[1] - 1].low in classed("subordinator") | classed("conjunction"):
        front = None  # "which, according to Smith, has failed"
    if front is not None:
        source = _to_comma(words, source)
    if front is not None and (front[1] - front[0] > 2 or words[front[0]].region is not None):
        whole = any(wordclasses.finite(words, k) or words[k].region is not None for k in range(*front))
        more = None if whole else fronts.resumed(words, replace(cue, last=source[1]), stops)
        if more is not None and wordclasses.finite(words, more[0]):
            return Reading(source, here, (front, more))
        return Reading(source, here, (front,))
    next_word = words[source[1]] if source[1] < len(words) else None
    if next_word is not None and clauses.opens_main(words, source[1]):
        last = endings.end(words, source[1], stops)
        return Reading(source, here, ((source[1], last),))
    comma = _past_aside(words, source[1])
    if comma is not None and comma + 1 < len(words):
        last = endings.end(words, comma + 1, stops, main=True)
        if last > comma + 1:
            return Reading(source, here, ((comma + 1, last),))
    return None


def _to_comma(words: Sequence[Word], source: Phrase) -> Phrase:
    """All that names the source at a sentence's end: "people briefed on the talks"."""
    last = source[1]
    if last < len(words) and (words[last].low in classed("day") or words[last].low == "on"):
        return source
    while last < len(words) and words[last].shape in "aA1&" and last - source[1] < 12:
        last += 1
    return (source[0], last) if last < len(words) and words[last].shape in ",." else source


def _past_aside(words: Sequence[Word], at: int) -> int | None:
    """The comma that ends "According to Smith, the coach, …" or "According to a report on Monday, …"."""
    while at < len(words) and words[at].shape in "aA1":
        at += 1
    if at >= len(words) or words[at].shape != ",":
        return None
    second = next((k for k in range(at + 1, min(len(words), at + 16)) if words[k].shape not in "aA1()"), None)
    if second is None or words[second].shape != ",":
        return at
    between = range(at + 1, second)
    relative = words[at + 1].low in ("who", "which")
    described = wordclasses.determines(words[at + 1]) and all(
        not wordclasses.finite(words, k) for k in between
    )
    if described and clauses.opens(words, at + 1) and not clauses.opens(words, second + 1):
        return at  # "…, a couple, Ann and Tom Lee, are suing": the subject of what is said
    quoting = words[at + 1].low in _QUOTING or (
        words[at + 1].low.endswith("ed") and words[at + 2].low in classed("preposition")
    )
    opens = second + 1 < len(words) and words[second + 1].region is not None
    placed = all(words[k].shape == "A" for k in between) and (opens or clauses.opens(words, second + 1))
    return second if relative or described or quoting or placed else at


def noun(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue]) -> Reading | None:
    """Read "his claim that …"; as a subject only with words in marks, since nothing shows where it ends."""
    at = cues.owner(words, cue.first)
    behind = content.after(words, cue, stops)
    if at is None or behind is None:
        return None
    if words[at].low in classed("possessive"):
        source: Phrase | None = (at, at + 1)
    else:
        source = nounphrases.backward(words, max(0, at - 12), at + 1)
    if all(not wordclasses.finite(words, k) for k in range(max(0, cue.first - 12), at)):
        if words[behind[0]].region is None:
            return None
        behind = (behind[0], behind[0] + 1)
    return Reading(source, (cue.first, cue.last), (behind,)) if source else None
