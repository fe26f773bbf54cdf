"""Subjects: the noun phrase in front of a cue that says who speaks.

``subject`` is the front. ``leading`` is the same for a participle, and ``subordinate`` tells what makes the
cue's clause a subordinate one: both cut the clause as ``subject`` does.

The clause before the verb is cut at its commas: what stands between two of them may be an aside
("Smith, in Lisbon, said"), a lead ("On Monday, Smith said") or part of a list.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sourced.extraction.quotations import predicates
from sourced.extraction.quotations.nounphrases import Phrase, backward, lead, opens, tidy
from sourced.extraction.quotations.wordclasses import determines, finite
from sourced.extraction.quotations.words import DASHES, Word, classed

_REACH = 70  # words that a subject may lie before its verb; keeps the reading linear
_NEAR = 14  # words back to look for the verb of the clause before
_BREAKS = frozenset("; : q … . ? !".split())
_RELATIVES = frozenset("who whom whose which that".split())
_OBJECTS = frozenset("who whom which what".split())  # relatives that may be no subject: "which police say"
_JOINTS = frozenset("and but or then nor".split())


def subject(words: Sequence[Word], cue: int) -> Phrase | None:
    """The subject of the verb at ``cue``, None where there is none to be seen."""
    end = predicates.subject_end(words, cue)
    if end <= 0:
        return None
    aside = end > 2 and words[end - 1].shape == "," and words[end - 2].region is not None
    chunks = _chunks(words, _clause_start(words, end, past_marks=aside), end)
    if words[end - 1].shape == ",":
        return _leading(words, chunks[:-1], aside=True)
    first, last = chunks[-1]
    if first >= last or words[last - 1].low in _JOINTS:  # "and said"
        return _leading(words, chunks)
    listed = _listed(words, chunks)
    if listed is not None:
        return listed
    if words[last - 1].low in _RELATIVES:
        return _antecedent(words, chunks, last - 1)
    if words[last - 1].low in classed("subject") and (last - 2 < first or words[last - 2].low != "and"):
        return last - 1, last
    within = _relative_clause(words, first, last)
    if within is not None:
        return tidy(words, within, last)
    if words[first].low in _RELATIVES and len(chunks) > 1:
        return _antecedent(words, chunks, first)
    verb = _verb(words, first, last)
    if verb is None:
        return tidy(words, first, last) if opens(words, first) else backward(words, first, last)
    if verb == first:
        return _leading(words, chunks)
    if opens(words, first) and any(words[k].low in _RELATIVES for k in range(first, verb)):
        return tidy(words, first, last)
    if words[verb].low.endswith("ed") and determines(words[first]) and _plain(words, first + 1, last):
        return tidy(words, first, last)  # an attribute: "the newly elected council said"
    follows = words[verb + 1].low if verb + 1 < last else ""
    participle = words[verb].low.endswith("ed") or words[verb].low in classed("participle")
    if participle and (follows in classed("preposition") or verb + 1 == last):
        return tidy(words, first, last)  # a participle: "a man accused of fraud said"
    return backward(words, first, last)


def _relative_clause(words: Sequence[Word], first: int, last: int) -> int | None:
    """Where the subject of a relative clause begins: "what the mayor called", "the man who police say"."""
    relative = next((k for k in range(last - 2, first - 1, -1) if words[k].low in _OBJECTS), None)
    if relative is None or _verb(words, relative + 1, last) is not None:
        return None
    return relative + 1 if words[relative].low in ("whom", "what") or _names(words[relative + 1]) else None


def _names(word: Word) -> bool:
    """Whether a noun phrase begins here for sure, and no verb: "who police say", not "who study maths"."""
    return determines(word) or word.shape == "A" or word.low in classed("speakers")


def _plain(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether nothing but nouns and their attributes stands here."""
    joints = classed("preposition") | classed("conjunction") | classed("subject")
    return all(words[k].low not in joints and not determines(words[k]) for k in range(first, last))


def leading(words: Sequence[Word], before: int) -> Phrase | None:
    """The subject of the clause that a participle at ``before`` depends on ("Smith left, saying …")."""
    if before <= 0:
        return None
    end = before - 1 if words[before - 1].shape == "," else before
    if not end:
        return None
    start = _clause_start(words, end, past_marks=True)
    chunks = _chunks(words, start, end)
    under = start and words[start - 1].low in classed("clause-opener") - {"but"}
    if under and (start == 1 or words[start - 2].shape == ",") and len(chunks) > 1:
        chunks = chunks[1:]  # "When the army chose it, Smith sued, saying …"
    return _leading(words, chunks)


def subordinate(words: Sequence[Word], cue: int) -> str:
    """The word that makes the cue's clause a subordinate one ("While Smith says …"), empty if none does."""
    end = predicates.start(words, cue)
    for k in range(end - 1, max(0, end - 8), -1):
        if words[k].low in ("who", "which") and words[k - 1].shape == ",":
            return words[k].low
        if words[k].shape not in "aA" or finite(words, k):
            break
    start = _clause_start(words, end) if end > 0 else 0
    if any(words[k].shape == "," for k in range(start, end)):
        return ""
    low = words[start - 1].low if start else ""
    return low if low in classed("clause-opener") and low != "but" else ""


def _chunks(words: Sequence[Word], start: int, end: int) -> list[Phrase]:
    edges = [start - 1, *(k for k in range(start, end) if words[k].shape == ","), end]
    return [(lead(words, a + 1, b), b) for a, b in itertools.pairwise(edges)]


def _verb(words: Sequence[Word], first: int, last: int) -> int | None:
    return next((k for k in range(first, last) if finite(words, k)), None)


def _listed(words: Sequence[Word], chunks: Sequence[Phrase]) -> Phrase | None:
    """A list as one phrase: "Unions, greens and many lawmakers"."""
    last = chunks[-1][1]
    start = chunks[-1][0]
    if len(chunks) < 2 or _verb(words, start, last) is not None:
        return None
    if all(words[k].low != "and" for k in range(start - 1, last)):
        return None
    at = len(chunks) - 1
    while at:
        a, b = chunks[at - 1]
        if not 0 < b - a <= 8 or not opens(words, a) or _when(words, a, b):
            break
        if any(finite(words, k) or words[k].low in _RELATIVES for k in range(a, b)):
            break
        at -= 1
    return tidy(words, chunks[at][0], last) if at < len(chunks) - 1 else None


def _clause_start(words: Sequence[Word], end: int, *, past_marks: bool = False) -> int:
    """Where the clause begins whose verb stands at ``end``.

    With ``past_marks``, words in marks that end a phrase of the clause are part of it.
    """
    at, limit = end - 1, max(0, end - _REACH)
    while at >= limit:
        word = words[at]
        if word.shape in ")]":
            while at > limit and words[at].shape not in "([":
                at -= 1
        elif past_marks and word.region is not None and at and words[at - 1].shape == "a":
            pass
        elif (
            word.shape in _BREAKS
            or word.shape in DASHES
            or word.shape in "(["
            or (at + 1 < end and _opens_clause(words, at, limit, end))
        ):
            return at + 1
        at -= 1
    return limit


def _opens_clause(words: Sequence[Word], at: int, limit: int, end: int) -> bool:
    """Whether the word at ``at`` is a conjunction with the cue's clause behind it."""
    low = words[at].low
    before = words[at - 1] if at else None
    if low == "that":  # a reported clause rather than a relative one
        return before is not None and (finite(words, at - 1) or before.shape in ",q" or before.low == "and")
    if low == "and":
        if at <= limit or finite(words, at + 1) or words[at + 1].shape == ",":
            return False
        near = max(limit, at - _NEAR)  # a comma cuts it short: "…, current and former officials said"
        comma = next((k for k in range(at - 2, near, -1) if words[k].shape == ","), near)
        return _verb(words, comma, at) is not None
    if low not in classed("clause-opener"):
        return False
    if low != "as" and low in classed("preposition") and not _clause_to_comma(words, at + 1):
        return False
    if before is None or before.shape in ",q" or at == limit:
        return True
    if low == "as":
        aside = words[end - 1].low in _JOINTS or any(words[k].shape == "," for k in range(at, end))
        return not aside and before.low != "such" and _verb(words, max(limit, at - _NEAR), at) is not None
    if low in classed("preposition"):  # "resigned after The Courier revealed", "after the match"
        name = words[at + 1].shape == "A" and not words[at + 1].low.endswith("'s")
        return name and not _when(words, at + 1, at + 2) and _verb(words, at + 1, end) is None
    return low != "than"


def _clause_to_comma(words: Sequence[Word], at: int) -> bool:
    """Whether a verb stands before the next comma ("after he left, …" and not "after the match, …")."""
    for k in range(at, min(len(words), at + _NEAR)):
        if words[k].shape not in "aA1":
            return False
        if finite(words, k):
            return True
    return False


def _leading(words: Sequence[Word], chunks: Sequence[Phrase], *, aside: bool = False) -> Phrase | None:
    """The subject that a clause opens with, cut before its first verb.

    With ``aside`` the verb stands behind the last chunk, so that the first phrase is the subject.
    """
    phrases = [(a, b) for a, b in chunks if a < b and opens(words, a) and not _when(words, a, b)]
    if aside:  # behind a clause of its own: "While he waits, Smith, in Lisbon, said"
        clauses = [
            b for a, b in chunks[:-1] if words[a].low not in _RELATIVES and _verb(words, a, b) is not None
        ]
        phrases = [(a, b) for a, b in phrases if not clauses or a > clauses[-1]] or phrases
    else:
        phrases = [(a, b) for a, b in phrases if _verb(words, a + 1, b) is not None] or phrases
    for first, last in phrases:
        verb = _verb(words, first, last)
        if verb == first:
            return None
        end = last if verb is None else verb
        relative = next((k for k in range(first + 1, end) if words[k].low in ("who", "which")), end)
        if aside and relative == last and any(words[k].shape == "a" for k in range(first, last)):
            relative = _named(words, last, chunks)
        return tidy(words, first, relative)
    for first, last in chunks:  # "On Tuesday Smith met him and said"
        verb = _verb(words, first, last)
        if verb is not None and verb > first:
            return backward(words, first, verb)
    return None


def _named(words: Sequence[Word], end: int, chunks: Sequence[Phrase]) -> int:
    """Where a role ends with the name that stands behind it: "the finance minister, Ann Lee, said"."""
    for first, last in chunks:
        if (
            first == end + 1
            and 2 <= last - first <= 4
            and all(words[k].shape == "A" for k in range(first, last))
        ):
            return last
    return end


def _when(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a phrase tells when: "that day", "eight years ago", "last week"."""
    times = classed("time") | classed("day")
    if words[first].low in ("last", "next", "this", "that", "one", "later") and last - first > 1:
        return words[first + 1].low in times or words[first + 1].low == "that"
    end = words[last - 1]
    return last - first <= 5 and (
        end.low in times or end.low in ("ago", "later", "earlier") or end.shape == "1"
    )


def _antecedent(words: Sequence[Word], chunks: Sequence[Phrase], relative: int) -> Phrase | None:
    """What "who" stands for: the phrase before it, past an aside."""
    for first, last in reversed(chunks):
        if last - first == 1 and first > chunks[0][0]:
            continue  # "Rep. Tom Ellis, D-Ohio, who …"
        found = (
            backward(words, first, _undated(words, first, min(last, relative))) if first < relative else None
        )
        if found:
            return found
    return None


def _undated(words: Sequence[Word], first: int, last: int) -> int:
    """Where a phrase ends in front of "on the same day" or "in May"."""
    if last - first < 2 or words[last - 1].low not in classed("day") | classed("time"):
        return last
    return next(
        (k for k in range(last - 2, max(first, last - 5), -1) if words[k].low in ("on", "in", "at")), last
    )
