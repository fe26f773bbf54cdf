"""Fronts: what is said in front of its cue ("…, he said"), and what goes on behind it.

All positions are indices into a sentence's words; a part is ``(first, last)``, ``last`` not included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourced.extraction.quotations import endings, nounphrases
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.words import Word, classed

_DASHES = frozenset(("—", "–", "--", "-"))


def before(words: Sequence[Word], lowest: int, source: int) -> Phrase | None:
    """What is said in front of "…, he said": words in marks alone, or the clause they stand in."""
    last = source
    if last - 2 >= lowest and words[last - 1].shape in _DASHES and words[last - 2].shape == "q":
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
    rest = words[cue.last].shape if cue.last < len(words) else "."
    if rest == ",":
        return (ahead,)
    return (ahead,) if "bare" in cue.frames and is_clause(words, ahead) else ()


def is_clause(words: Sequence[Word], part: Phrase) -> bool:
    """Whether words in front of "he said" are a clause rather than the time or place of his saying it."""
    first = words[part[0]].low
    if any(nounphrases.finite(words, k) for k in range(*part)):
        return first not in ("when", "after", "as", "while", "since")
    adjunct = first in classed("preposition") or first in classed("subordinator") or first in classed("time")
    return (
        part[1] - part[0] >= 4
        and not adjunct
        and not first.endswith("ing")
        and first not in classed("adverb")
    )


def resumed(
    words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue], *, marks_only: bool = False
) -> Phrase | None:
    """What goes on behind "…, he said, …"."""
    at = cue.last
    while at < len(words) and words[at].shape in "aA1" and at - cue.last < 16:
        at += 1
    if at + 1 >= len(words) or words[at].shape not in ",:":
        return None
    if at + 1 in stops and stops[at + 1].form != "finite":
        return None
    first = words[at + 1]
    if first.region is not None:
        return at + 1, at + 2
    if (
        marks_only
        or at - cue.last > 3
        or first.low.endswith("ing")
        or first.low in ("who", "which", "a", "an", "but", "and")
    ):
        return None
    last = endings.end(words, at + 1, stops)
    return (at + 1, last) if last > at + 1 else None


def behind_clause(words: Sequence[Word], cue: Cue, stops: Mapping[int, Cue]) -> Phrase | None:
    """What stands behind "As he said, …"."""
    at = cue.last
    while at < len(words) and words[at].shape in "aA1" and at - cue.last < 8:
        at += 1
    if at + 1 >= len(words) or words[at].shape != ",":
        return None
    last = endings.end(words, at + 1, stops)
    return (at + 1, last) if last - at > 3 else None
