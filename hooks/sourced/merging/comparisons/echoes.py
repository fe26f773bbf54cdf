"""The same words of one speaker in two sources or more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.merging import keys, words
from sourced.model import Comparison, Selector, Statement

_SHORT, _LONG = 3, 6
_TOPIC_WORDS = 12
_SOURCES = 2  # whose quotation is kept for some words: a third finds one of another source among two

_Gram = tuple[str, ...]


class _Echo(Struct):
    """Quotations of one speaker that share words, by their keys, and the words as one source marks them."""

    topic: str
    told: dict[str, Statement]


def find(quotations: Sequence[Statement], register: keys.Register) -> list[Comparison]:
    """A comparison for all quotations of one speaker in two sources or more that share words in marks.

    Three words are enough where they are all that stands in marks, six in a row otherwise. Some of the
    sources may tell the six without marks. What many papers print is one comparison, not one for each two.
    """
    spoken: dict[str, list[Statement]] = defaultdict(list)
    for quotation in quotations:
        if quotation.speaker is not None:
            spoken[quotation.speaker].append(quotation)
    found = []
    for group in spoken.values():
        order = {quotation.key: number for number, quotation in enumerate(group)}
        for echo in _echoes(group):
            told = sorted(echo.told.values(), key=lambda one: order[one.key])
            wanted = keys.joined([*words.split(echo.topic)[:5], "compared"], "compared")
            found.append(
                Comparison(
                    key=register.take(wanted),
                    topic=echo.topic,
                    relation="same words",
                    claims=tuple(one.key for one in told),
                    passage=told[0].passage,
                )
            )
    return found


def _echoes(group: Sequence[Statement]) -> Sequence[_Echo]:
    """One pass in the order of the sources: a later one joins an echo or begins one, and changes none."""
    found: list[_Echo] = []
    member: dict[str, _Echo] = {}  # the first echo that a quotation is in
    for quotation, other, topic in _pairs(group):
        echo = member.get(other.key)
        if echo is None:
            echo = _Echo(topic, {other.key: other})
            found.append(echo)
            member[other.key] = echo
        echo.told[quotation.key] = quotation
        member.setdefault(quotation.key, echo)
    return found


def _pairs(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, str]]:
    """Each quotation with the first earlier one of another source, for each of the words that both have.

    All that stands in one's marks, or six words of it in a row, must stand in the other.
    """
    told: dict[_Gram, list[Statement]] = defaultdict(list)  # of any words, the first of two sources
    marked: dict[_Gram, list[tuple[Statement, Selector]]] = defaultdict(list)  # the same of all in marks
    for quotation in group:
        source = quotation.passage.source
        least = _LONG if quotation.kind == "indirect" else _SHORT
        parts = [(stretch, words.split(stretch.exact)) for stretch in _stretches(quotation)]
        own = {gram for _, said in parts for gram in _grams(said, range(least, _LONG + 1))}
        whole = [(gram, stretch) for stretch, said in parts for gram in _whole(quotation, stretch, said)]
        for gram, stretch in whole:
            for other in told[gram]:
                if other.passage.source != source:
                    yield quotation, other, _topic(stretch, other, gram)
                    break
        for gram in sorted(own & marked.keys()):
            for other, stretch in marked[gram]:
                if other.passage.source != source:
                    yield quotation, other, _topic(stretch, quotation, gram)
                    break
        for gram in own:
            if len(told[gram]) < _SOURCES and all(one.passage.source != source for one in told[gram]):
                told[gram].append(quotation)
        for gram, stretch in whole:
            if len(marked[gram]) < _SOURCES and all(o.passage.source != source for o, _ in marked[gram]):
                marked[gram].append((quotation, stretch))


def _whole(quotation: Statement, stretch: Selector, said: Sequence[str]) -> Iterator[_Gram]:
    """All the words of a stretch in marks, or each six of them in a row; none where they say too little."""
    content = words.content(stretch.exact)
    if quotation.kind != "indirect" and len(said) >= _SHORT and len(content) >= _SHORT - 1:
        yield from _grams(said, [min(len(said), _LONG)])


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
