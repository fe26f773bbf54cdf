"""Whether a clause looks back or ahead, by the verbs near one place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from sourced import wordlists
from sourced.extraction.dates.expressions import Expression, Token
from sourced.model import Span

Direction = Literal[-1, 0, 1]

_INVITED = 10  # words in which an invitation stands before its date
_REACH = 40  # words: a sentence is hardly longer, and a text without any stop must not cost its square
_FRONTED, _ADJUNCT = 2, 6  # words before a date that opens its clause; words after it, up to a comma
_CLAUSE = 8  # words in which a clause has its verb
_NONE: frozenset[str] = frozenset()
_PARTICIPLE = re.compile(r"(?!.*eed$)[a-z]{2,}ed")
_LIMITS = frozenset(("until", "till", "through"))
_CONDITIONS = frozenset(("if", "unless"))
_LINKS, _BETWEEN = 4, frozenset("at least on noon midnight late early".split())  # "until noon on Friday"
_PLANS, _ARTICLES = frozenset(("plan", "plans")), frozenset(("a", "an", "another"))
_PERFECT = frozenset(("has", "have"))


@cache
def _cues() -> dict[str, frozenset[str]]:
    """The classes of each word."""
    cues: dict[str, set[str]] = {}
    for cue, words in wordlists.rows(__package__, "tense_words.tsv"):
        for word in words.split():
            cues.setdefault(word, set()).add(cue)
    return {word: frozenset(classes) for word, classes in cues.items()}


def _is(word: str, cue: str) -> bool:
    return cue in _cues().get(word.lower(), _NONE)


def direction(text: str, expression: Expression, sentence: Span, *, heading: bool = False) -> Direction:
    """Whether the clause that an expression stands in looks ahead (1), back (-1) or neither (0).

    What governs it decides ("since Friday", "planned for Friday"), then the verb of a relative clause on it
    ("the blast on Friday that killed ..."), then the verbs before it in its own clause, then those after it
    there, then a "will" in the clauses before and after. In a ``heading`` an infinitive looks ahead.
    """
    tokens, first, last = expression.tokens, expression.first, expression.last
    before = _words(text, tokens[max(0, first - _REACH) : first], sentence)[::-1]
    after = _words(text, tokens[last : last + _REACH], sentence)
    if len(before) <= _FRONTED and "," in after[:_ADJUNCT]:
        after.remove(",")  # the comma after "On Friday" does not end its clause
    for verdict in _verdicts(before, after, heading=heading):
        if verdict is not None:
            return 0 if verdict == -1 and _attributive(before, after) else verdict
    return 1 if 1 in (_verdict(before, own=False, reverse=True), _verdict(after, own=False)) else 0


def _words(text: str, tokens: Sequence[Token], sentence: Span) -> list[str]:
    """The words of a sentence among some tokens; "won't" is one, and the month of May is none."""
    words = [text[t.start : t.end] for t in tokens if t.start >= sentence.start and t.end <= sentence.end]
    for n, word in enumerate(words):
        if word == "May":
            words[n] = ""
        elif word == "won" and words[n + 2 : n + 3] == ["t"]:
            words[n] = "won’t"
    return words


def _verdicts(before: Sequence[str], after: Sequence[str], *, heading: bool) -> Iterable[Direction | None]:
    """What each place says that may decide, the strongest first; None where it says nothing."""
    yield _governed(before, after)
    yield _relative(after)
    if not heading and _awaited(after):
        yield 1
    if after and _is(after[0], "ahead") and _said(before):
        yield 1  # "said those who sit exams in May would be told"
    present = _in_the_present(before, heading=heading)
    told = _verdict(after, own=True)
    if present and told != -1:  # "housing starts in July fell"
        yield 1
    yield _verdict(before, own=True, reverse=True, heading=heading)
    if after[:1] in (["that"], ["when"], ["where"]):  # "the announcement on Friday that it would close"
        yield -1 if after[0] == "that" else _verdict(after[1:], own=True)
    yield told


def _attributive(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the date stands before its noun, and dates that: "campaigned for the June 7 primary"."""
    return (
        bool(before and after and after[0].isalpha() and after[0].islower())
        and _is(before[0], "determiner")
        and not (_is(after[0], "edge") or _is(after[0], "past") or _is(after[0], "ahead"))
    )


def _governed(before: Sequence[str], after: Sequence[str]) -> Direction | None:
    """What the words say that the date hangs on: "since Friday", "ahead of Friday", "planned for Friday"."""
    nearest = [word.lower() for word in before[:_LINKS]]
    limit = next((word for word in nearest if not (word in _BETWEEN or word[:1].isdigit())), "")
    if nearest[:1] == ["since"]:
        return -1
    if nearest[:2] in (["of", "ahead"], ["to", "up"]) and not _is("".join(before[2:3]), "past"):
        return 1  # "ahead of Friday", "in the run-up to Friday"
    if nearest[1:2] == ["now"]:
        return 1  # "between now and Friday"
    if nearest[:1] == ["for"] and _is("".join(before[1:2]), "appointed"):
        return 1
    if limit in _LIMITS:
        put_off = before[nearest.index(limit) + 1 : nearest.index(limit) + 2]
        if after[:1] == ["to"] or _is("".join(put_off), "deferral") or not _limits_the_past(before):
            return 1
    called = before[:_INVITED]
    if nearest[:1] in (["on"], ["in"], ["for"]) and "to" in called:
        return 1 if any(_is(word, "invitation") for word in called[called.index("to") :]) else None
    return None


def _limits_the_past(before: Sequence[str]) -> bool:
    """Whether "until" or "through" tells when something was over: "has raised 2 million through June".

    "They have closed the bridge until Friday" does not.
    """
    perfect = "through" in before[:1] and any(
        _PARTICIPLE.fullmatch(word) and auxiliary in _PERFECT for word, auxiliary in pairwise(before)
    )
    return perfect or any(_is(word, "past") for word in before)


def _relative(after: Sequence[str]) -> Direction | None:
    """What the verb of a relative clause says: "the incident on Sunday that left one dead"."""
    if after[:1] in (["that"], ["which"], ["who"]) and len(after) > 1:
        if _is(after[1], "past") or _PARTICIPLE.fullmatch(after[1]):
            return -1
        return 1 if _is(after[1], "ahead") else None
    return None


def _said(before: Sequence[str]) -> bool:
    """Whether the nearest verb before a date only says that somebody said what the clause tells."""
    verb = next((word for word in before if _is(word, "past") or _PARTICIPLE.fullmatch(word)), "")
    return _is(verb, "saying")


def _awaited(after: Sequence[str]) -> bool:
    """Whether a clause in the present tells what comes first: "on Friday after he meets them"."""
    if not (after and _is(after[0], "moment")):
        return False
    for n, word in enumerate(after[1:_CLAUSE], 1):
        if _is(word, "edge") or _is(word, "past") or _PARTICIPLE.fullmatch(word):
            return False
        if word.endswith("s") and (_is(word, "timetable") or _is(word, "fixture")):
            return not _is(after[n - 1], "noun")
    return False


def _in_the_present(before: Sequence[str], *, heading: bool) -> bool:
    """Whether the nearest verb before a date tells in the present what is fixed for it: "opens on Friday"."""
    for n, word in enumerate(before):
        if word in _PLANS and n and before[n - 1] in _ARTICLES:
            return not _is("".join(before[n + 1 : n + 2]), "determiner")  # "unions plan a march on Friday"
        if _is(word, "timetable") or (_is(word, "fixture") and not heading):
            return n + 1 < len(before) and not _is(before[n + 1], "noun")
        if word.islower() and _is(word, "match") and not heading:
            return before[n + 1 : n + 2] != [] and before[n + 1][:1].isupper()
        if _is(word, "past") or _is(word, "ahead") or _is(word, "edge") or _PARTICIPLE.fullmatch(word):
            return False
    return False


def _verdict(
    words: Sequence[str], *, own: bool, reverse: bool = False, heading: bool = False
) -> Direction | None:
    """The first cue in ``words``, which lead away from the expression, in its ``own`` clause or beyond it.

    A participle ("closed") is a past tense only where no "will" stands before it, and "expected" looks
    ahead only where no "was" does.
    """
    weak: Direction | None = None
    infinitive = False
    for n, word in enumerate(words):
        cues = _cues().get(word.lower(), _NONE)
        previous, following = (
            (words[n + 1 : n + 2], words[n - 1 : n])
            if reverse
            else (words[n - 1 : n] if n else [], words[n + 1 : n + 2])
        )
        if "edge" in cues:
            if not own:
                continue
            if reverse and weak is None and word.lower() in _CONDITIONS:
                return 1  # "if they lose in November"
            break
        if previous in (["be"], ["get"]):
            continue  # "is to be held": a participle, no past tense
        if "past" in cues:
            return -1
        if "ahead" in cues:
            return 1
        if word == "to" and _is_verb(following):
            if previous and (_is(previous[0], "infinitive") or heading):
                return 1
            infinitive = True
        elif "proposal" in cues and (infinitive or (following and _is(following[0], "subject"))):
            return 1 if previous and previous[0] in _PERFECT else 0
        elif "prospective" in cues and previous not in (["as"], ["than"], ["-"]):
            weak = 1
        elif "unchanging" in cues or _PARTICIPLE.fullmatch(word):
            if not reverse or (own and n <= 1 and previous and _is_noun(previous[0])):
                return -1  # "the deal signed in May"
            weak = weak or -1
    return weak


def _is_noun(word: str) -> bool:
    """Whether a word before a participle may be what it tells of, and no auxiliary ("has signed")."""
    return word.isalpha() and not (_is(word, "auxiliary") or _is(word, "ahead") or _is(word, "infinitive"))


def _is_verb(following: Sequence[str]) -> bool:
    """Whether the word after "to" may be a verb: no number, name or article."""
    return bool(following) and following[0][:1].islower() and not _is(following[0], "determiner")
