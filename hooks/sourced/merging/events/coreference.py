"""Whether two tellings of dated events are of one: by the kind of event, the names, and what they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from sourced import wordlists
from sourced.merging import words
from sourced.merging.events import verbs

_CAPITAL = re.compile(r"[A-ZÀ-ÞŠŽ][\w’'-]*")
_BRACKETED = re.compile(r"\[([^\]]*)\]")
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|near|off|outside|through|across)\s((?:[\w’'-]+\s?){1,6})")
_HEAD = re.compile(
    r"\b(?:of|in|at|from|for|on|by|to|as|after|during|who|that|which|near|with|and|(?<=\s)\w+ing)\b|,(?!\d)"
)
_PREPOSED = re.compile(r"(?:In|At|On|Near|Outside|After|During|Under)\s[^,]*,")
_DEFINITE = re.compile(r"\s*(?:the|he|she|it|they|this|that)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|failed to|refused to)\b|n[’']t\b")
_CONDITION = re.compile(r"^(?:If|Unless)\b[^,]*,")
_INSERTED = re.compile(r",[^,]*,")
SHARED = 3  # words that two tellings share at least, where no kind of event tells them one
_LIKE = 0.6
_TELLING = 10  # from here on a number in common tells as much as a name
# "Police", "a man": subjects that tell two events of one kind apart as little as none does.
_AGENTS = frozenset(
    " polic offic arm troop soldier court government authority people protester man men woman worker forc"
    " minister resident rescuer".split(" ")
)


class Matter(Struct, frozen=True):
    """What a telling says, to be held against another: stems without those of its date.

    ``kinds`` are the kinds of event among the ``stems``, ``names`` the stems written large, ``head``
    that of the subject.
    """

    stems: frozenset[str]
    kinds: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    subject: frozenset[str]
    head: str
    definite: bool
    negated: bool
    deadline: bool

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers among the stems."""
        return frozenset(stem for stem in self.stems if stem[:1].isdigit())


def matter(told: str, date: str, subject: str, proper: frozenset[str], *, deadline: bool) -> Matter:
    """What ``told`` says apart from its date; ``proper`` are the plain words that its article writes large.

    ``deadline``: the date is the last day for it.
    """
    left_out = words.stems(date) | words.stems_listed("events/unspecific.txt")
    told, bare = told.replace(date, " "), _BRACKETED.sub(r" \1", subject.replace(date, " "))
    found = list(_stems(told))
    stems = frozenset(stem for stem, _ in found) - left_out
    places = frozenset[str]().union(*(_names(match[1], proper) for match in _PLACED.finditer(told)))
    who = bare.rpartition(",")[2] if _PREPOSED.match(bare) else bare
    head = [word for word in words.content(_HEAD.split(who, maxsplit=1)[0]) if not word.endswith("ly")]
    return Matter(
        stems=stems,
        kinds=(frozenset(stem for stem, kind in found if kind) | _acts(told)) & stems,
        names=_names(told, proper) - left_out,
        places=places - left_out,
        subject=_names(_INSERTED.sub(" ", who), proper) - left_out,
        head=_alike(words.stem(head[-1])) if head else "",
        definite=bool(_DEFINITE.match(who) or _names(who, proper)),
        negated=bool(_NEGATION.search(_CONDITION.sub("", told))),
        deadline=deadline,
    )


def _acts(told: str) -> frozenset[str]:
    """The stems of the verbs in the past: what is done is a kind of event, listed or not."""
    return frozenset(_alike(words.stem(word)) for word in words.content(told) if verbs.is_act(word))


def joined(one: Matter, other: Matter) -> Matter:
    """What two tellings of one event say together."""
    return Matter(
        stems=one.stems | other.stems,
        kinds=one.kinds | other.kinds,
        names=one.names | other.names,
        places=one.places | other.places,
        subject=one.subject | other.subject,
        head=one.head,
        definite=one.definite,
        negated=one.negated,
        deadline=one.deadline,
    )


def one_event(one: Matter, other: Matter, *, apart: bool) -> bool:
    """Whether two tellings of one time tell of one event; ``apart`` if they stand in two sources.

    Two sources of one day seldom tell of two events of one kind with a name in common; one source does so
    often. Where they name other places, other subjects or other numbers, they are two.
    """
    if one.negated != other.negated or one.deadline != other.deadline or _differ(one.places, other.places):
        return False
    shared = one.stems & other.stems
    kinds, names = one.kinds & other.kinds, one.names & other.names
    names |= {number for number in shared if number.isdigit() and int(number) >= _TELLING}
    named = apart and bool(kinds and names) and len(shared) >= SHARED
    if (_differ(one.numbers, other.numbers) or _differ(one.subject, other.subject)) and not named:
        return False
    telling = named or one.head == other.head not in _AGENTS
    fewer = min(one.stems, other.stems, key=len)
    if shared == fewer and 3 * len(shared) >= len(one.stems | other.stems):
        return bool(shared)
    if len(shared) >= SHARED and len(shared) >= _LIKE * len(fewer):
        return True
    within = shared == fewer and len(shared) > 1
    return apart and bool(kinds) and (telling or within or len(kinds) > 1)


def much_alike(one: Matter, other: Matter) -> bool:
    """Whether two tellings, one of them dated by the year only, are of one event."""
    shared = one.stems & other.stems
    return bool(one.kinds & other.kinds) and len(shared) > SHARED and one_event(one, other, apart=True)


def fulfils(plan: Matter, done: Matter) -> bool:
    """Whether a plan that tells no more than the kind of event came to pass with what was done that day."""
    return bool(plan.stems) and plan.stems <= plan.kinds & done.stems and not done.negated


def surely_one(one: Matter, other: Matter) -> bool:
    """Whether two tellings of other days are so much alike that one of the days may be wrong."""
    kinds, names = one.kinds & other.kinds, one.names & other.names
    return bool(kinds and names) and one.head == other.head and one_event(one, other, apart=True)


def retold(known: Matter, later: Matter) -> bool:
    """Whether the same source comes back to an event: "a ferry capsized ... The Corazon overturned ..."."""
    kinds = known.kinds & later.kinds
    clash = known.negated != later.negated or known.deadline != later.deadline
    clash = clash or _differ(known.numbers, later.numbers) or _differ(known.names, later.places)
    return bool(kinds) and later.definite and not known.definite and not clash


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _names(told: str, proper: frozenset[str]) -> frozenset[str]:
    capitals = {plain for word in _CAPITAL.findall(told) for plain in words.split(word)}
    return frozenset(words.stem(word) for word in words.content(" ".join(capitals & proper)))


def _stems(told: str) -> Iterator[tuple[str, bool]]:
    """The stems that carry the matter, words for one kind of event as one; and whether each is a kind."""
    told_words = words.split(told)
    stems = [words.stem(word) for word in told_words]
    carried = set(words.content(told))
    at = 0
    while at < len(stems):
        size = next((n for n in (4, 3, 2, 1) if tuple(stems[at : at + n]) in _kinds()), 0)
        if size:
            yield _kinds()[tuple(stems[at : at + size])], True
        elif told_words[at] in carried:
            yield _alike(stems[at]), False
        at += max(size, 1)


@cache
def _kinds() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for line in wordlists.lines(__package__, "kinds.txt"):
        entries = line.split()
        for entry in entries:
            *before, last = entry.split("+")
            found |= {
                (*map(words.stem, before), words.stem(last + ending)): entries[0]
                for ending in ("", "s", "ed", "ing")
            }
    return found


def _alike(stem: str) -> str:
    """The stem that stands for all words for one thing: "boat" is "ship", "left" is "leave"."""
    return _alikes().get(stem, stem)


@cache
def _alikes() -> dict[str, str]:
    rows = [[words.stem(word) for word in line.split()] for line in wordlists.lines(__package__, "alike.txt")]
    return {stem: row[0] for row in rows for stem in row[1:]}
