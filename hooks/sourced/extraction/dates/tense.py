"""Whether a clause looks back or ahead, by the verbs near one place in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from sourced import wordlists
from sourced.extraction.dates.expressions import Expression
from sourced.model import Span

Direction = Literal[-1, 0, 1]

_INVITED = 10  # words in which an invitation stands before its date
_REACH = 40  # words: a sentence is hardly longer, and a text without any stop must not cost its square


@cache
def _cues() -> dict[str, str]:
    rows = wordlists.rows(__package__, "tense_words.tsv")
    return {word.replace("_", " "): cue for cue, words in rows for word in words.split()}


def direction(text: str, expression: Expression, sentence: Span) -> Direction:
    """Whether the clause that an expression stands in looks ahead (1), back (-1) or neither (0).

    The verbs before it in its own clause decide, then those after it there, then a "will" in the clauses
    before and after. A participle ("closed") counts as a past tense only where no "will" stands before it.
    """
    tokens, first, last = expression.tokens, expression.first, expression.last
    before = [
        text[token.start : token.end].lower()
        for token in tokens[max(0, first - _REACH) : first][::-1]
        if token.start >= sentence.start
    ]
    after = [
        text[token.start : token.end].lower()
        for token in tokens[last : last + _REACH]
        if token.end <= sentence.end
    ]
    limit = before[2:3] if before[:2] == ["least", "at"] else before[:1]
    if limit in (["until"], ["till"], ["through"]) and not any(
        _cues().get(word) == "past" for word in before
    ):
        return 1
    if _to_come(before):
        return 1
    own = _verdict(before, own=True, reverse=True) or _verdict(after, own=True)
    return own or _ahead(_verdict(before, own=False, reverse=True)) or _ahead(_verdict(after, own=False))


def _to_come(before: Sequence[str]) -> bool:
    """Whether the word before the expression, or the one before its preposition, puts it off: "planned for".

    So does an invitation: "has invited both sides to talks on Thursday".
    """
    if before[:1] == ["for"] and _cues().get(f"{''.join(before[1:2])} for") == "appointed":
        return True
    near = before[:_INVITED]
    return (
        bool(before[:1] in (["on"], ["in"], ["for"]))
        and "to" in near
        and any(_cues().get(word) == "invitation" for word in near[near.index("to") :])
    )


def _ahead(verdict: Direction) -> Direction:
    """What another clause tells: that it looks back says nothing of this one ("Police said ...")."""
    return 1 if verdict == 1 else 0


def _verdict(words: Sequence[str], *, own: bool, reverse: bool = False) -> Direction:
    """The first cue in ``words``, which lead away from the expression, in its ``own`` clause or beyond it."""
    cues, weak = _cues(), False
    for n, word in enumerate(words):
        cue = cues.get(word)
        beside = (words[n + 1 : n + 2] if reverse else words[n - 1 : n] if n else ()) or ("",)
        if beside[0] == "be" and cue != "edge":
            continue  # "is to be held": a participle, no past tense
        if cue == "edge" and own:
            break
        if cue == "past":
            return -1
        if cue == "ahead":
            return 1
        if word == "to" and cues.get(beside[0]) == "infinitive":
            return 1
        if cue is None and len(word) > 4 and word.endswith("ed"):
            weak = True
            if not reverse:
                return -1
    return -1 if weak else 0
