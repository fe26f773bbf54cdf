"""Which figures are about one thing, where no topic of the editor's ties them.

Two figures that only count the same ("attacks") may be about two things. So the passages must say
much the same around them too, or the number itself must be telling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sourced.merging import words
from sourced.merging.comparisons import measures
from sourced.merging.sides import countries
from sourced.model import Amount

# How many words two passages share around their figures; which numbers hardly come up twice by chance.
_SHARED = 2
_TELLING = 13
_NEAR = 10
# How much of a passage is looked at on each side of a figure, and how many of a group: enough, and no more.
_WINDOW, _SAMPLE = 400, 8
_MARKS = "“”\"'.,;:()"

Thing = tuple[str, ...]


class Told(Struct, frozen=True):
    """A figure, what it counts, the stems around it, and the names in its passage; no countries."""

    amount: Amount
    thing: Thing
    around: frozenset[str]
    names: frozenset[str]


def thing(counted: str) -> Thing:
    """What is counted, as stems: "train delays" and "train delay" are one."""
    return tuple(words.stem(word) for word in words.content(counted))


def ends_with(counted: str, tied: Iterable[Thing]) -> bool:
    """Whether the thing counted is one of the tied ones, or one with words before it."""
    whole = thing(counted)
    return any(whole[len(whole) - len(one) :] == one for one in tied if one)


def groups(figures: Sequence[Amount]) -> list[list[Amount]]:
    """Groups of two or more figures about one thing, each in the order of the figures."""
    told = [tell(f) for f in figures if f.value is not None and f.counted]
    buckets: dict[object, list[list[Told]]] = defaultdict(list)
    made: list[list[Told]] = []
    for one in told:
        near = [
            *buckets[one.thing, one.amount.unit],
            *(buckets[one.amount.value] if is_telling(one.amount) else []),
        ]
        group = next((group for group in near if all(_alike(one, other) for other in group[:_SAMPLE])), None)
        if group is None:
            group = []
            made.append(group)
        group.append(one)
        if len(group) <= _SAMPLE:
            for bucket in (buckets[one.thing, one.amount.unit], buckets[one.amount.value]):
                if not any(group is other for other in bucket):
                    bucket.append(group)
    return [[one.amount for one in group] for group in made if len(group) > 1]


def areas(figures: Sequence[Amount]) -> list[list[Amount]]:
    """Areas that one side claims beside a width and a depth that another does, of much the same passage."""
    sized = [f for f in figures if f.side and f.unit is not None and measures.is_area(f.unit)]
    found = []
    for pair in measures.pairs(figures):
        around = words.stems(pair[0].passage.text)
        beside = [f for f in sized if pair[0].side not in (None, f.side) and _share(f, around)]
        if beside:
            found.append([*beside, *pair])
    return found


def _share(figure: Amount, around: frozenset[str]) -> bool:
    return len(words.stems(figure.passage.text) & around) >= _SHARED


def tell(figure: Amount) -> Told:
    """What a figure counts, and the words around it in its passage."""
    start = figure.selector.start - figure.passage.start
    text = figure.passage.text[max(0, start - _WINDOW) : start + _WINDOW]
    start = min(start, _WINDOW)
    before, after = text[:start].split()[-_NEAR:], text[start + len(figure.selector.exact) :].split()[:_NEAR]
    counted = frozenset(words.stem(word) for word in words.split(figure.selector.exact))
    country = _countries(text)
    capitals = (words.plain(token.strip(_MARKS)) for token in text.split()[1:] if token[:1].isupper())
    return Told(
        figure,
        thing(figure.counted or ""),
        words.stems(" ".join([*before, *after])) - counted - country,
        frozenset(capitals) - country,
    )


def _countries(text: str) -> frozenset[str]:
    tokens = [token.strip(_MARKS).removesuffix("’s").removesuffix("'s") for token in text.split()]
    found = {words.plain(t) for place in countries.find(tokens) for t in tokens[place.start : place.end]}
    return frozenset(found | {words.stem(word) for word in found})


def is_telling(figure: Amount) -> bool:
    """Whether its number hardly comes up twice by chance."""
    return isinstance(figure.value, float | int) and figure.value >= _TELLING


def _alike(one: Told, other: Told) -> bool:
    a, b = one.amount, other.amount
    if (a.of is None) != (b.of is None) or a.dimension != b.dimension or a.unit != b.unit:
        return False
    if one.thing == other.thing and (_takes_up(a, b) or _takes_up(b, a)):
        return True
    shared = len(one.around & other.around)
    # One article that has two say something of the same things, in a word that both use, means one thing.
    if one.thing and one.thing == other.thing and shared and a.passage.source == b.passage.source:
        return a.attribution is not None and b.attribution is not None
    same_value = a.value == b.value and is_telling(a) and a.passage.source != b.passage.source
    if one.thing and one.thing == other.thing:
        return shared >= _SHARED or same_value
    # Other words for it: the number is telling, and the passages share a name and more than a phrase.
    return same_value and shared > _SHARED and bool(one.names & other.names)


def _takes_up(later: Amount, earlier: Amount) -> bool:
    """Whether a bare number has its noun from the other: "600 people marched. Organisers said 2,000 had"."""
    return (
        later.passage.source == earlier.passage.source
        and 0 < later.selector.start - earlier.selector.end < _WINDOW
        and later.counted == earlier.counted
        and str(later.counted) not in later.passage.text[later.selector.start - later.passage.start :]
        and str(later.counted) in earlier.selector.exact
    )
