"""Participles that say something, and whose they are ("Smith left, saying …", "a sign reading …").

All positions are indices into a sentence's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations import nounphrases, subjects, wordclasses
from sourced.extraction.quotations.attributions import Reading
from sourced.extraction.quotations.cues import Cue
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.words import Word, classed

_WHILE = frozenset("while when after before by in".split())  # "left it while praising …"
_ASIDE = 12  # words after what somebody says in which a participle is still theirs


def participle(
    words: Sequence[Word], cue: Cue, behind: Phrase | None, earlier: Phrase | None, reached: int
) -> Reading | None:
    """Read "…, saying …" for the subject of its clause, or a subject of its own.

    ``behind`` is what is said; ``earlier`` the source of the cue before, whose words reach to ``reached``.
    """
    if behind is None:
        return None
    here = (cue.first, cue.last)
    if cue.first == nounphrases.lead(words, 0, cue.first):
        main = _main(words, behind) if "belief" not in cue.frames else None
        return Reading(main[1], here, (main[0],)) if main else None
    source = _written(words, cue.first) or _absolute(words, cue.first, joined=earlier is not None)
    if source is None and earlier is not None and cue.first - reached < _ASIDE:
        source = earlier
    before = cue.first - (words[cue.first - 1].low in _WHILE)
    source = source or subjects.leading(words, before) or earlier
    return Reading(source, here, (behind,)) if source else None


def _main(words: Sequence[Word], behind: Phrase) -> tuple[Phrase, Phrase] | None:
    """Read "Calling it “a farce”, Smith left": what is said, up to the main clause, and who says it."""
    for k in range(*behind):
        comma = words[k].shape == "," or (words[k].region is not None and words[k].low == ",")
        if not comma or k + 2 >= len(words) or not nounphrases.opens(words, k + 1):
            continue
        source = nounphrases.forward(words, k + 1)
        if source is None or source[1] >= len(words):
            continue
        if wordclasses.finite(words, source[1]) or words[source[1]].shape == ",":
            said = range(behind[0], k + (words[k].region is not None))
            states = any(words[j].region is not None or wordclasses.finite(words, j) for j in said)
            return ((said.start, said.stop), source) if states else None
    return None


def _written(words: Sequence[Word], at: int) -> Phrase | None:
    """What is written on: "a sign reading …", "a letter saying …"."""
    if words[at - 1].low not in classed("writing"):
        return None
    return nounphrases.backward(words, max(0, at - 12), at)


def _absolute(words: Sequence[Word], at: int, *, joined: bool) -> Phrase | None:
    """The subject that a participle has of its own: "…, with Smith saying …".

    With ``joined`` it may stand beside another's: "… and her deputy adding …".
    """
    if words[at - 1].shape == ",":
        return _with_apposition(words, at)
    found = nounphrases.backward(words, max(0, at - 12), at)
    if found is None or found[1] != at or found[0] < 2:
        return None
    before = words[found[0] - 1]
    return found if before.shape == "," or before.low == "with" or (joined and before.low == "and") else None


def _with_apposition(words: Sequence[Word], at: int) -> Phrase | None:
    """The same with an apposition: "…, with a baker, Smith, saying …"."""
    comma = next((k for k in range(at - 2, max(0, at - _ASIDE), -1) if words[k].shape not in "aA1"), 0)
    if words[comma].shape != ",":
        return None
    found = nounphrases.backward(words, max(0, comma - _ASIDE), comma)
    if found is None or found[1] != comma or found[0] < 2 or words[found[0] - 1].low != "with":
        return None
    return (found[0], at - 1) if words[found[0] - 2].shape == "," else None
