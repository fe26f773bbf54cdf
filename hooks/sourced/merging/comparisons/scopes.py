"""What a figure is said of, beyond the thing that it counts: what was done, where, when, and of which part.

Two figures of one thing are set against each other only if nothing of this sets them apart. A number of
the dead is none of the injured; a toll rises from day to day; what each side lost is two things. Where
the words leave it open, a false comparison is worse than none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from sourced.extraction.dates import timex
from sourced.merging import words
from sourced.merging.comparisons import deeds, doers, measures
from sourced.merging.events import clauses
from sourced.model import Amount

Days = tuple[datetime.date, datetime.date]

_REACH = 300  # characters on each side of a figure in which its clause is looked for
_AROUND = 120  # how far behind a figure "all women" may stand
_LATER = datetime.timedelta(days=2)  # how far apart two numbers may be told that are of no told day
_BACK = datetime.timedelta(days=7)  # how long a day that one of two numbers tells may lie behind the other
_LONG = datetime.timedelta(days=3)  # a longer time than this is counted over, not a day on which
_SINCE = re.compile(r"\bsince\s(?!then\b)")
_PLANNED = re.compile(
    r"\b(?:will|would|shall|could|may|might|should|(?<!the )(?<!this )(?<!its )plan(?:s|ning)?|planned"
    r"|expect(?:s|ed|ing)?|due|set|intend(?:s|ed)?"
    r"|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|threaten(?:s|ed|ing)?|going|forecast|predict(?:s|ed)?|propos(?:es?|ed)"
    r"|target|at risk|in jeopardy|under threat|likely|potential(?:ly)?|suspected|presumed|feared"
    r"|probabl[ey])\b"
)
_ESTIMATE = re.compile(r"\b(?:puts?|estimate[sd]?|values?|valued|pegs?|pegged)\s[^,;]*\bat\b")
_MORE = re.compile(r"\b(?:further|another|additional|extra|new|newly)\b|\bmore\b(?! than)", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?P<up>r[io]sen?|rises|rising|gr[eo]wn?|growth|increase[sd]?|climb(?:s|ed)?|jump(?:s|ed)?|up|raised?|gain(?:s|ed)?)\b"
    r"|\b(?P<down>f[ea]ll|fallen|falls|decrease[sd]?|drop(?:s|ped)?|declined?|down|reduce[sd]?|cut|shrank|slump(?:ed)?)\b"
)
_BY = re.compile(r"(?:\s(?:by|of|about|around|nearly|almost|some|only|just|an?|more than|at least))*\s*$")
_MARGIN = re.compile(r"\b(?:w[io]n|wins|winning|lost|leads?|led|ahead|behind|beat|defeated)\b[^,;]*\sby\s$")
_RATE = re.compile(
    r"\b(?:an?|per|each|every|over|in)\s(?:the\s(?:next|past|last)\s)?(?:\w+\s)?"
    r"(?:hour|day|night|week|month|quarter|year|decade|head|person|household|worker|passenger|capita)s?\b"
    r"|\b(?:hourly|daily|nightly|weekly|monthly|yearly|annual|annually|each|apiece)\b"
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among\s(?:them|whom|those)|of\s(?:them|whom|which|those))\s(?:\w+\s)?$"
)
_PART_AFTER = re.compile(r"\s(?:of|among)\s(?:them|whom|which|those)\b")
# "11 ships, among them three of the navy, were near the reef": what is told of a part stands in between.
_INSERTED = re.compile(r"\s*,\s(?:among|including|most|many|some|all|half)\b[^,.;“”]{1,80},")
_ALL = re.compile(r",\s(?:all|most|many)\s(?:of\sthem\s)?(\w+)")
_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)"
    r"|contradict(?:s|ed)?|no truth|untrue|false|not true|not the case)\b"
)
_SAID = re.compile(r"\b(?:sa(?:id|ys|y|ying)|put|insist(?:ed|s|ing)|add(?:ed|ing)|told|admitted)\b|[.;“]")
_NOT_SO = re.compile(
    r"\b(?:not|never|rather than|instead of|compared (?:with|to)|unlike|than|up from|down from|from)"
    r"\s(?:the\s|some\s|about\s|around\s)?$",
    re.IGNORECASE,
)


class Scope(Struct, frozen=True):
    """What one figure is said of.

    ``actors`` are the names before it, ``agents`` the sides and countries that did it, ``owners`` those
    whose the counted things are.
    ``own`` are the days that the figure tells itself, ``told`` the day it was told on; ``since`` where it
    adds up from some day on. ``planned`` is None where no verb tells. ``claimed`` is False where the
    speaker says that it is not so, or names it only beside another number. ``tied`` is True where an
    editor's topic says that it counts what others there count.
    """

    deed: deeds.Deed
    actors: frozenset[str]
    agents: frozenset[str]
    owners: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    limits: frozenset[str]
    rate: frozenset[str]
    change: str
    planned: bool | None
    more: bool
    part: bool
    claimed: bool
    since: bool
    own: Days | None
    told: Days | None
    value: measures.Interval | None
    tied: bool = False


def of(
    figure: Amount,
    published: datetime.date | None,
    sides: Mapping[str, str],
    named: frozenset[str] = frozenset(),
    *,
    tied: bool = False,
) -> Scope:
    """The scope of a figure; ``sides`` has the side of each country by its code.

    ``named`` are the names that its source has, word by word; ``tied`` is whether a topic has it.
    """
    text, start = figure.passage.text, figure.selector.start - figure.passage.start
    end = start + len(figure.selector.exact)
    if inserted := _INSERTED.match(text, end):
        whole = text[:end] + " " * (inserted.end() - end) + text[inserted.end() :]
        clause = deeds.clause(whole, start, end)
    else:
        clause = deeds.clause(text, start, end)
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    plain = clause.replace(figure.attribution, " ") if figure.attribution else clause
    deed = deeds.of(plain, figure)
    agents, owners = doers.parties(plain, figure, sides, suffered=deed.suffered)
    near = f"{before[-15:]}{figure.selector.exact}{after[:10]}"
    limits = frozenset(_counted(figure)[:-1]) & words.stems_listed("comparisons/limits.txt")
    if every := _ALL.search(after, 0, _AROUND):
        limits |= {words.stem(words.plain(every[1]))} & words.stems_listed("comparisons/limits.txt")
    return Scope(
        deed=deed,
        actors=doers.actors(plain, figure),
        agents=agents,
        owners=owners,
        places=doers.places(plain),
        named=named,
        limits=limits,
        rate=frozenset(m[0] for m in _RATE.finditer(plain.replace(figure.selector.exact, " "))),
        change=_change(before, after, measured=figure.unit is not None),
        planned=None if _is_timeless(clause) else _PLANNED.search(plain) is not None,
        more=_MORE.search(near) is not None,
        part=bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after)),
        claimed=not _denied(before),
        since=_SINCE.search(clause + after[:_AROUND].partition(".")[0]) is not None,
        own=_days(figure.when)
        if figure.when not in (figure.date, published and published.isoformat())
        else None,
        told=_days(figure.date) or ((published, published) if published else None),
        value=measures.told(figure),
        tied=tied,
    )


def _is_timeless(clause: str) -> bool:
    """Whether no verb tells if it has happened: "put the saving at 40 million", "a saving of 40 million"."""
    if _ESTIMATE.search(clause):
        return True
    return not (deeds.tells(clause) or clauses.finite(clause) or _PLANNED.search(clause))


def _days(value: str | None) -> Days | None:
    return timex.days(value) if value else None


def _counted(figure: Amount) -> list[str]:
    return [words.stem(word) for word in words.split(figure.counted or "")]


def _change(before: str, after: str, *, measured: bool) -> str:
    """How something changed where the number says by how much: "up", "down", "by"; else "".

    "Cut 300 jobs" counts the jobs; "cut costs by 300" does not tell how high they are.
    """
    near = before[-40:]
    changed = next(reversed([*_CHANGE.finditer(near)]), None)
    if changed and (by := _BY.fullmatch(near, changed.end())) and (measured or "by" in by[0]):
        return str(changed.lastgroup)
    if _MARGIN.search(near):
        return "by"
    changed = _CHANGE.match(after, 1) if measured else None
    return str(changed.lastgroup) if changed else ""


def _denied(before: str) -> bool:
    if _NOT_SO.search(before):
        return True
    denials = [m.end() for m in _DENIED.finditer(before)]
    return bool(denials) and not _SAID.search(before, denials[-1])


def joined(one: Scope, other: Scope) -> Scope:
    """The scope of a width and a depth, which are told together."""
    return msgspec.structs.replace(
        one,
        deed=one.deed.joined(other.deed),
        actors=one.actors | other.actors,
        agents=one.agents | other.agents,
        owners=one.owners | other.owners,
        places=one.places | other.places,
        value=None,
    )


def apart(one: Scope, other: Scope) -> bool:
    """Whether the two are plainly, or may well be, said of two things."""
    return (
        not (one.claimed and other.claimed)
        or (one.change, one.rate, one.limits) != (other.change, other.rate, other.limits)
        or (one.planned is not None and other.planned is not None and one.planned != other.planned)
        or one.more
        or other.more
        or one.part
        or other.part
        or _elsewhere(one, other)
        or _disjoint(one.actors, other.actors)
        or _disjoint(one.agents, other.agents)
        or _disjoint(one.owners, other.owners)
        or not one.deed.fits(other.deed, tied=one.tied and other.tied)
        or not _same_days(one, other)
    )


def _elsewhere(one: Scope, other: Scope) -> bool:
    """Whether they are said of two places; of one that the other's source never names, they are."""
    if one.places and other.places:
        return one.places.isdisjoint(other.places)
    return any(
        placed.places and unplaced.named and placed.places.isdisjoint(unplaced.named | {"nationwide"})
        for placed, unplaced in ((one, other), (other, one))
    )


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _same_days(one: Scope, other: Scope) -> bool:
    if one.deed.grows and other.deed.grows and (_rose(one, other) or _rose(other, one)):
        return False
    if (one.since and other.own) or (other.since and one.own):
        return one.since == other.since
    if one.own and other.own:
        return _overlap(one.own, other.own) and _is_long(one.own) == _is_long(other.own)
    if not (one.told and other.told):
        return True
    for dated, undated in ((one, other), (other, one)):
        if dated.own and undated.told:
            return not _is_long(dated.own) and _overlap(dated.own, (undated.told[0] - _BACK, undated.told[1]))
    return one.told[0] <= other.told[1] + _LATER and other.told[0] <= one.told[1] + _LATER


def _rose(one: Scope, other: Scope) -> bool:
    """Whether the other is told later, and is not smaller: what can only grow may have grown."""
    if not (one.told and other.told and one.told[1] < other.told[0]):
        return False
    return one.value is None or other.value is None or one.value[0] < other.value[1]


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _is_long(days: Days) -> bool:
    return days[1] - days[0] > _LONG
