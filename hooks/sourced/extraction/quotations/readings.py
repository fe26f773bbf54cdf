"""Readings: what one sentence's cues say, each with its source and the parts of its content.

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from sourced.extraction.quotations import (
    adjuncts,
    agents,
    attributions,
    content,
    cues,
    fronts,
    nounphrases,
    participles,
    passives,
    subjects,
    wordclasses,
)
from sourced.extraction.quotations.attributions import Reading
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.words import Word, classed


def cued(words: Sequence[Word]) -> Iterator[Reading]:
    """The readings of a sentence's cues, in order; a cue within what another says is passed over."""
    found = list(cues.find(words))
    if not found:
        return
    quoting = {passives.quoting(words, cue.first) for cue in found if cue.form == "ing"}
    found = [cue for cue in found if cue.first not in quoting]
    stops = {cue.first: cue for cue in found if cue.form != "infinitive"}
    reached = 0  # words before this are spoken for
    source: Phrase | None = None
    tag = _tag(words, found, stops)
    limit = len(words) if tag is None else tag.parts[0][1]
    for cue in found:
        if cue.first < reached or (tag is not None and _weak(cue) and cue.first < tag.parts[0][1]):
            continue
        if tag is not None and tag.cue == (cue.first, cue.last):
            reading: Reading | None = tag
        else:
            reading = _reading(words, cue, stops, reached, source)
        if reading is not None:
            reading = passives.heard(words, cue, reading)
        if reading is None:
            continue
        if cue.first < limit:  # what somebody says within what the whole sentence is attributed to
            parts = tuple((first, min(last, limit)) for first, last in reading.parts if first < limit)
            reading = Reading(reading.source, reading.cue, parts)
        source = reading.source
        reached = max([cue.last, *(last for _, last in reading.parts)])
        yield reading


def _tag(words: Sequence[Word], found: Sequence[Cue], stops: Mapping[int, Cue]) -> Reading | None:
    """The attribution that ends a sentence and takes all before it: "…, an official said"."""
    cue = next((cue for cue in reversed(found) if cue.form != "ing"), found[-1])
    if len(found) == 1 or cue.form not in ("finite", "phrase") or _weak(cue):
        return None
    reading = _reading(words, cue, stops, 0, None)
    if reading is None or len(reading.parts) != 1 or reading.parts[0][1] > cue.first:
        return None
    return reading if any(words[k].region is None for k in range(*reading.parts[0])) else None


def _weak(cue: Cue) -> bool:
    """Whether a cue yields to another that takes the whole sentence."""
    return cue.form != "phrase" and (
        not cue.frames & {"bare", "as", "name", "accuse"} or "belief" in cue.frames or cue.form != "finite"
    )


def _reading(
    words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], reached: int, earlier: Phrase | None
) -> Reading | None:
    here = (cue.first, cue.last)
    if cue.form == "phrase":
        return attributions.according(words, cue, stops, reached)
    if cue.form == "passive":
        return passives.passive(words, cue, stops, reached)
    if cue.form == "noun":
        return attributions.noun(words, cue, stops)
    under = subjects.subordinate(words, cue.first)
    behind = content.after(words, cue, stops, under)
    if cue.form == "ing":
        quoted = passives.quoted_as(words, cue, stops, reached)
        return quoted or participles.participle(words, cue, behind, earlier, reached)
    inverted = _inverted(words, cue, stops, reached)
    if inverted is not None:
        return inverted
    source = subjects.subject(words, cue.first)
    if cue.form == "infinitive" and words[cue.first - 2].low.endswith("ing"):
        source = subjects.leading(words, cue.first - 2)  # "refusing to say"
    previous = _before_verb(words, cue.first)
    joined = previous in ("and", "but", "then")
    if earlier is not None and (joined or source is None):
        source = earlier
    if source is not None:
        source = _widened(words, source, reached)
        if not agents.fits(words, source, cue):
            return None
    if behind is None and source is not None and "bare" in cue.frames:
        behind = content.gapped(words, cue, stops, source)
    if behind is not None and source is not None:
        relative = previous in ("who", "which")
        front = () if relative else fronts.in_front(words, cue, source, reached, quoted=True)
        if front and words[behind[0]].region is None and words[behind[0] - 1].low != "that":
            behind = None  # "…," he said in a film that was shown
        if behind and not front:
            front = fronts.condition(words, reached, source[0]) or fronts.unfinished(
                words, reached, source[0], behind
            )
        return Reading(source, here, (*front, behind) if behind else front)
    if not cue.frames & {"quote", "bare", "pronoun"} or previous in ("who", "which"):
        return None  # "…," one of them, who asked for silence, said
    if source is not None:
        parts = fronts.in_front(words, cue, source, reached, quoted=False)
        if parts:
            return _around(words, cue, stops, source, parts[0])
        if "bare" in cue.frames and _first(words, reached, source) and cue.last < len(words):
            more = fronts.resumed(words, cue, stops) if words[cue.last].shape == "," else None
            if more is not None and any(wordclasses.finite(words, k) for k in range(*more)):
                return Reading(source, here, (more,))  # "And yet, she said, it works"
        if under == "as" and "bare" in cue.frames:  # "As Smith said, …" and "…, as Smith said"
            main = fronts.before(words, reached, source[0] - 1)
            if main is None or all(not wordclasses.finite(words, k) for k in range(*main)):
                main = fronts.behind_clause(words, cue, stops)
            return Reading(source, here, (main,)) if main else None
    ahead = fronts.before(words, reached, cue.first)  # "…," said Smith
    if ahead is not None and "quote" in cue.frames and words[ahead[1] - 1].region is not None:
        source = nounphrases.forward(words, cue.last)
        if source is not None:
            more = fronts.resumed(words, replace(cue, last=source[1]), stops, marks_only=True)
            return Reading(source, here, (ahead, more) if more else (ahead,))
    return None


def _before_verb(words: Sequence[Word], at: int) -> str:
    """The word in front of the verb at ``at``, its adverbs and auxiliaries ("but has not yet said")."""
    at = cues.before(words, at)
    while at >= 0 and words[at].low in classed("having") | classed("doing"):
        at = cues.before(words, at)
    return words[at].low if at >= 0 else ""


def _first(words: Sequence[Word], reached: int, source: Phrase) -> bool:
    """Whether nothing is said in front of the source."""
    return nounphrases.lead(words, reached, source[0]) >= source[0] - 1


def _widened(words: Sequence[Word], source: Phrase, reached: int) -> Phrase:
    """Take in what stands between the words in marks and the source: "…," a friend, Ann Lee, said."""
    at = source[0] - 1
    if at < reached or words[at].shape != ",":
        return source
    while at > reached and words[at].region is None and source[0] - at < 12:
        at -= 1
    between = range(at + 1, source[0])
    if words[at].region is None or words[at].low not in (",", "?", "!") or len(between) < 2:
        return source
    if not nounphrases.opens(words, at + 1) or any(wordclasses.finite(words, k) for k in between):
        return source
    return at + 1, source[1]


def _around(
    words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], source: Phrase, front: Phrase
) -> Reading | None:
    """Read "The plan, he said, has failed": what is said stands on both sides of the cue, or before it."""
    here = (cue.first, cue.last)
    whole = any(wordclasses.finite(words, k) or words[k].region is not None for k in range(*front))
    segment = fronts.segment(words, front)
    cut = segment != front and all(not wordclasses.finite(words, k) for k in range(*segment))
    marks_only = whole and not cut and words[front[0]].low not in classed("condition")
    more = fronts.resumed(words, cue, stops, marks_only=marks_only, hanging=fronts.hangs(words, front))
    if more is None:
        return Reading(source, here, (front,))
    lead = words[front[0]].low in classed("preposition") and not whole
    return Reading(source, here, (more,) if lead else (segment if cut else front, more))


def _stops(words: Sequence[Word], at: int) -> bool:
    """Whether a source behind its verb is over: "…, said Smith in Oslo.", "…, said a man who saw it."."""
    if at < len(words) and words[at].low == "who":
        at = next((k for k in range(at, len(words)) if words[k].shape not in "aA1"), len(words))
    elif at < len(words) and words[at].low in ("in", "on", "at", "from"):
        at = adjuncts.past(words, at) or at
    return at >= len(words) or words[at].shape in ",."


def _inverted(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], reached: int) -> Reading | None:
    """Read "The plan, said Smith, has failed"."""
    if cue.first < 2 or words[cue.first - 1].shape != "," or not cue.frames >= {"quote", "that"}:
        return None  # "the judge, Ann Lee, read the verdict"
    source = nounphrases.forward(words, cue.last)
    if source is None or not _stops(words, source[1]):
        return None
    if any(wordclasses.finite(words, k) for k in range(*source)) or words[source[0]].shape == "1":
        return None
    front = fronts.before(words, reached, cue.first)
    if front is None or words[source[0]].low == "that":
        return None
    if any(words[k].region is not None for k in range(front[0], front[1] - 1)):
        return None
    whole = any(wordclasses.finite(words, k) or words[k].region is not None for k in range(*front))
    more = fronts.resumed(words, replace(cue, last=source[1]), stops, marks_only=whole)
    headline = any(wordclasses.infinitive(words, k) for k in range(front[0] + 1, front[1]))
    if not whole and not headline and (more is None or not wordclasses.finite(words, more[0])):
        if front[1] - front[0] < 5 or any(words[k].shape == "," for k in range(*front)):
            return None
        more = None
    return Reading(source, (cue.first, cue.last), (front, more) if more else (front,))
