"""Topics that an editor may want: figures of two sides or sources that count one thing in other words.

A proposal is no comparison. It says which words may be tied, and the editor ties them, or does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from sourced import wordlists
from sourced.merging import words
from sourced.merging.comparisons import likeness
from sourced.merging.comparisons.likeness import Told
from sourced.model import Amount, Dossier, Editorial, TopicEntry

# How many figures that may be about one thing are set against each other, and how far two values may be apart
# that are near.
_MOST, _APART = 40, 1.25


class Proposal(Struct, frozen=True):
    """A topic as it would stand in ``dossier.yml``, and the keys of the figures that it would tie.

    ``known``: there is a topic of that name, which would get more words.
    """

    topic: TopicEntry
    figures: tuple[str, ...]
    known: bool


def find(dossier: Dossier, editorial: Editorial) -> Iterator[Proposal]:
    """One proposal for each group of words, in the order of the figures."""
    told = [likeness.tell(f) for f in dossier.figures if f.unit is None and f.counted]
    alike: dict[str, list[Told]] = defaultdict(list)
    tied: dict[str, list[Told]] = {}  # key of a figure -> the group it is in
    for one in told:
        for index in _indexes(one):
            for other in alike[index]:
                if _may_be_one(other, one) and tied.get(one.amount.key) is not tied.get(other.amount.key, ()):
                    _tie(tied, other, one)
            if len(alike[index]) < _MOST:
                alike[index].append(one)
    groups = {id(group): group for group in tied.values()}
    compared = {frozenset(comparison.claims) for comparison in dossier.comparisons}
    for group in groups.values():
        keys = tuple(dict.fromkeys(one.amount.key for one in group))
        if not any(set(keys) <= claims for claims in compared):
            yield _proposal([one.amount for one in group], keys, editorial)


def _tie(tied: dict[str, list[Told]], one: Told, other: Told) -> None:
    """Put two figures, and all that are tied with either, into one group."""
    group = tied.get(one.amount.key, [one])
    more = tied.get(other.amount.key, [other])
    group += more
    for member in group:
        tied[member.amount.key] = group


@cache
def _rows() -> dict[str, frozenset[str]]:
    """Stem of a counted thing's last word -> the rows of ``neighbours.txt`` that it stands in."""
    found: dict[str, set[str]] = {}
    for line in wordlists.lines(__package__, "neighbours.txt"):
        row = line.split()
        for word in row:
            found.setdefault(words.stem(words.plain(word)), set()).add(row[0])
    return {stem: frozenset(rows) for stem, rows in found.items()}


def _indexes(one: Told) -> frozenset[str]:
    """The head of what is counted, and the rows of words that it stands in."""
    head = one.thing[-1] if one.thing else ""
    return _rows().get(head, frozenset()) | {f"={head}"} if head else frozenset()


def _may_be_one(one: Told, other: Told) -> bool:
    """Whether two sides or sources may tell of one thing in other words."""
    a, b = one.amount, other.amount
    sides = a.side is not None and b.side is not None and a.side != b.side
    if one.thing == other.thing or not (sides or a.passage.source != b.passage.source):
        return False
    if (a.of is None) != (b.of is None):
        return False
    # That both are ministers says nothing of what they count.
    speakers = words.stems(f"{a.attribution or ''} {b.attribution or ''}")
    shared = len((one.around & other.around) - speakers) + len((one.names & other.names) - speakers)
    return shared > 0 if sides else shared > 1 and _near(a, b)


def _near(a: Amount, b: Amount) -> bool:
    low, high = sorted((_size(a), _size(b)))
    return 0 < high <= low * _APART


def _size(figure: Amount) -> float:
    return max(figure.value) if isinstance(figure.value, tuple) else figure.value or 0


def _proposal(figures: Sequence[Amount], keys: tuple[str, ...], editorial: Editorial) -> Proposal:
    counted = tuple(dict.fromkeys(" ".join((f.counted or "").lower().split()) for f in figures))
    for topic in editorial.topics:
        things = {likeness.thing(word) for word in topic.counted}
        if any(likeness.ends_with(word, things) for word in counted):
            new = tuple(word for word in counted if not likeness.ends_with(word, things))
            return Proposal(TopicEntry(topic.name, (*topic.counted, *new)), keys, known=True)
    return Proposal(TopicEntry(f"{counted[0][:1].upper()}{counted[0][1:]}", counted), keys, known=False)
