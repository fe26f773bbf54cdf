"""The same words of one speaker in two sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sourced.merging import keys, words
from sourced.model import Comparison, Selector, Statement

_SHORT, _LONG = 3, 6
_TOPIC_WORDS = 12

_Gram = tuple[str, ...]


def find(quotations: Sequence[Statement], register: keys.Register) -> list[Comparison]:
    """A comparison for each two quotations of one speaker in two sources that share words in marks.

    Three words are enough where they are all that stands in marks, six in a row otherwise. One of the two
    may tell the six without marks.
    """
    spoken: dict[str, list[Statement]] = defaultdict(list)
    for quotation in quotations:
        if quotation.speaker is not None:
            spoken[quotation.speaker].append(quotation)
    found = []
    for group in spoken.values():
        for first, second, topic in _pairs(group):
            wanted = keys.joined([*words.split(topic)[:5], "compared"], "compared")
            found.append(
                Comparison(
                    key=register.take(wanted),
                    topic=topic,
                    relation="same words",
                    claims=(first.key, second.key),
                    passage=first.passage,
                )
            )
    return found


def _pairs(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, str]]:
    order = {quotation.key: number for number, quotation in enumerate(group)}
    where: dict[_Gram, dict[str, Statement]] = defaultdict(dict)
    # What stands in marks comes before what is told without.
    for quotation in sorted(group, key=lambda quotation: quotation.kind == "indirect"):
        least = _LONG if quotation.kind == "indirect" else _SHORT
        for stretch in _stretches(quotation):
            for gram in _grams(words.split(stretch.exact), range(least, _LONG + 1)):
                where[gram].setdefault(quotation.passage.source, quotation)
    done: set[tuple[str, str]] = set()
    for quotation in group:
        for stretch in _stretches(quotation) if quotation.kind != "indirect" else ():
            said = words.split(stretch.exact)
            if len(said) < _SHORT or len(words.content(stretch.exact)) < _SHORT - 1:
                continue
            for gram in _grams(said, [min(len(said), _LONG)]):
                for source, other in where[gram].items():
                    first, second = sorted((quotation, other), key=lambda q: order[q.key])
                    if source != quotation.passage.source and (first.key, second.key) not in done:
                        done.add((first.key, second.key))
                        yield first, second, _topic(stretch, other, gram)


def _stretches(quotation: Statement) -> tuple[Selector, ...]:
    return quotation.quoted if quotation.kind == "mixed" else (quotation.selector,)


def _grams(said: Sequence[str], sizes: Sequence[int] | range) -> Iterator[_Gram]:
    for size in sizes:
        for at in range(len(said) - size + 1):
            yield tuple(said[at : at + size])


def _topic(stretch: Selector, other: Statement, gram: _Gram) -> str:
    """The shorter of the two stretches, as its source writes it in marks."""
    marked = _stretches(other) if other.kind != "indirect" else ()
    both = [stretch, *(s for s in marked if gram in set(_grams(words.split(s.exact), [len(gram)])))]
    shorter = min(both, key=lambda s: len(s.exact))
    said = " ".join(shorter.exact.split()).rstrip(" .,;:")
    cut = said.split()
    return said if len(cut) <= _TOPIC_WORDS else " ".join(cut[:_TOPIC_WORDS]) + " …"
