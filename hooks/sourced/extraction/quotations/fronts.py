"""Fronts: what is said in front of its cue ("…, he said"), and what goes on behind it.

``before`` finds the stretch in front of the source. The others tell, for ``readings`` and ``attributions``,
whether it is what is said, and what more belongs to it: each construct asks for its own.

All positions are indices into a sentence's words; a part is ``(first, last)``, ``last`` not included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourced.extraction.quotations import adjuncts, endings, nounphrases, wordclasses
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.words import DASHES, Word, classed

_RESUMES = frozenset(".?!…,")  # what speech that goes on ends with


def before(words: Sequence[Word], lowest: int, source: int) -> Phrase | None:
    """What is said in front of "…, he said": words in marks alone, or the clause they stand in."""
    last = source
    if last - 2 >= lowest and words[last - 1].shape in DASHES and words[last - 2].shape == "q":
        last -= 1
    comma = last > lowest and words[last - 1].shape == ","
    if comma:
        last -= 1
    if last <= lowest:
        return None
    quoted = words[last - 1]
    if quoted.shape == "q":
        if last - 1 == lowest or (quoted.speech and words[last - 2].shape not in "a1"):
            return last - 1, last
        if not comma and quoted.low not in (",", "?", "!", ".", "—", "-", "…"):
            return None
    elif not comma:
        return None
    first = lowest
    while first < last and (
        words[first].low in ("but", "and", "so", "yet", "or") or words[first].shape in ",;:—–-.*•"
    ):
        first += 1
    return (first, last) if first < last else None


def in_front(
    words: Sequence[Word], cue: Cue, source: Phrase, reached: int, *, quoted: bool
) -> tuple[Phrase, ...]:
    """What stands before "…, he said"; with ``quoted`` only words in marks count."""
    ahead = before(words, reached, source[0])
    if ahead is None:
        return ()
    only_marks = all(words[k].region is not None for k in range(*ahead))
    if quoted and not only_marks:
        return ()
    if any(words[k].region is not None for k in range(*ahead)):
        return (ahead,)
    if "that" not in cue.frames:  # "Lee, who was chosen in May, closed the school"
        return ()
    behind = past_occasion(words, cue) if "bare" in cue.frames else cue.last
    if behind + 1 < len(words) and words[behind].shape == ",":
        return (ahead,)
    shown = any(words[k].low in classed("study") for k in range(*source))  # "…, new figures show"
    return (ahead,) if ("bare" in cue.frames or shown) and is_clause(words, ahead) else ()


def is_clause(words: Sequence[Word], part: Phrase) -> bool:
    """Whether words in front of "he said" are a clause rather than the time or place of his saying it."""
    verbs = False
    start = part[0]
    for k in range(part[0], part[1] + 1):
        if k < part[1] and words[k].shape != ",":
            continue
        if any(wordclasses.finite(words, j) for j in range(start, k)):
            verbs = True
            if words[start].low not in classed("time-clause") and not _under(words, start):
                return True  # no part of "when it failed" or "on Monday, even as it failed"
        start = k + 1
    if verbs:
        return False
    first = words[part[0]].low
    adjunct = first in classed("preposition") or first in classed("subordinator") or first in classed("time")
    return (
        part[1] - part[0] >= 4
        and not adjunct
        and not first.endswith(("ing", "ed"))
        and first not in classed("adverb")
    )


def _under(words: Sequence[Word], at: int) -> bool:
    """Whether "even as" or "just before" begins here."""
    return words[at].low in ("even", "just", "only", "not") and words[at + 1].low in classed("time-clause")


def condition(words: Sequence[Word], lowest: int, source: int) -> tuple[Phrase, ...]:
    """The condition in front of "If it fails, he says he will leave": it is part of what he says."""
    part = before(words, lowest, source)
    return (part,) if part is not None and words[part[0]].low in ("if", "unless") else ()


def unfinished(words: Sequence[Word], lowest: int, source: int, behind: Phrase) -> tuple[Phrase, ...]:
    """The clause that "The tax was, he said, “an insult”" leaves open in front."""
    part = before(words, lowest, source) if words[behind[0]].region is not None else None
    if part is None or part[1] - part[0] < 2:
        return ()
    if words[part[1] - 1].region is not None and any(wordclasses.finite(words, k) for k in range(*part)):
        return (part,)  # "The tax was “unjust”, he said, “and an insult”"
    if words[part[1] - 1].shape != "a":
        return ()
    last = words[part[1] - 1].low
    open_ = classed("auxiliary") | classed("preposition") | classed("determiner") | classed("possessive")
    return (part,) if last in open_ or last in ("that", "and", "but") else ()


def resumed(
    words: Sequence[Word],
    cue: Cue,
    stops: Mapping[int, Cue],
    *,
    marks_only: bool = False,
    hanging: bool = False,
) -> Phrase | None:
    """What goes on behind "…, he said, …"; where what stands before is ``hanging``, whatever it is."""
    at = cue.last
    while at < len(words) and words[at].shape in "aA1" and at - cue.last < 16:
        at += 1
    if at + 1 >= len(words) or words[at].shape not in ",:":
        return None
    aside = _past_aside(words, at) if words[at].shape == "," else None
    if aside is not None:
        return aside, aside + 1
    occasion = past_occasion(words, cue)
    if at + 1 in stops and stops[at + 1].form != "finite":
        return None
    first = words[at + 1]
    if first.region is not None:
        return at + 1, at + 2
    follows = words[at + 2].low if at + 2 < len(words) else ""
    joined = first.low in ("and", "but") and follows in classed("modal") | classed("having")
    if not hanging and (
        (marks_only and first.low not in classed("resuming") and not joined)
        or (at - cue.last > 3 and at != occasion)
        or first.low.endswith("ing")
        or (first.low in ("who", "which", "a", "an", "but", "and") and not joined)
    ):
        return None
    last = endings.end(words, at + 1, stops)
    return (at + 1, last) if last > at + 1 else None


def hangs(words: Sequence[Word], part: Phrase) -> bool:
    """Whether "It was" or "There is no sign of" waits for what follows the cue."""
    return words[part[1] - 1].low in classed("auxiliary") | classed("preposition")


def _past_aside(words: Sequence[Word], comma: int) -> int | None:
    """The words in marks behind "…, wiping a glass,"; None where something else follows."""
    for k in range(comma + 1, min(len(words) - 1, comma + 12)):
        if words[k].shape == ",":
            return k + 1 if words[k + 1].region is not None and words[k + 1].low in _RESUMES else None
        if words[k].shape not in "aA1" or wordclasses.finite(words, k):
            return None
    return None


def past_occasion(words: Sequence[Word], cue: Cue) -> int:
    """Past whom and when somebody tells: "she told reporters on Monday, …"."""
    at = cue.last
    if "hearer" in cue.frames and (hearer := nounphrases.forward(words, at)) is not None:
        at = hearer[1]
    while at < len(words) and words[at].shape in "aA1":
        beyond = adjuncts.when(words, at)
        dated = at + 1 < len(words) and words[at + 1].low in classed("day")
        if beyond == at and (dated or wordclasses.occasion(words, at + 1)):
            beyond = adjuncts.past(words, at) or at
        if beyond == at:
            break
        at = beyond
    return at


def segment(words: Sequence[Word], part: Phrase) -> Phrase:
    """What "A — the plan, he said, has failed" leaves for him to say: "the plan"."""
    dashes = [k for k in range(*part) if words[k].shape in DASHES]
    first = dashes[-1] + 1 if len(dashes) == 1 else part[0]
    first = max([first, *(k + 1 for k in range(*part) if words[k].shape == ";")])
    while first < part[1] and words[first].low in classed("conjunction"):
        first += 1
    return (first, part[1]) if first < part[1] else part


def behind_clause(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue]) -> Phrase | None:
    """What stands behind "As he said, …"."""
    at = cue.last
    while at < len(words) and words[at].shape in "aA1" and at - cue.last < 8:
        at += 1
    if at + 1 >= len(words) or words[at].shape != ",":
        return None
    last = endings.end(words, at + 1, stops)
    return (at + 1, last) if last - at > 3 else None
