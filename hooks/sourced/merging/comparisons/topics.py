"""What the sources say of an editor's topic: the figures it ties, and the statements that speak of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from sourced.extraction.figures import unit_table
from sourced.merging import words
from sourced.merging.comparisons import conversion, deeds, likeness, measures
from sourced.model import Amount, Statement, TopicEntry


def figures(topic: TopicEntry, found: Sequence[Amount]) -> list[Amount]:
    """Those that count its things, and those in its unit's kind; with ``words``, only where one stands by.

    A number of the things that is one of those, and hardly comes up twice by chance, is meant too.
    """
    tied = {likeness.thing(word) for word in topic.counted}
    counting = {f.key for f in found if f.unit is None and f.counted and likeness.ends_with(f.counted, tied)}
    chosen = set(counting)
    if topic.unit is not None:
        chosen |= {f.key for f in found if f.unit is not None and _in_kind(f.unit, topic.unit)}
        if measures.is_area(topic.unit):
            chosen |= {f.key for pair in measures.pairs(found) for f in pair}
    if wanted := _phrases(topic.words):
        near = {f.key: _speaks_of(deeds.around(f), wanted) for f in found if f.key in chosen}
        # "Put the turnout at 70,000" counts by the topic's own word.
        chosen = {key for key, speaks in near.items() if speaks}
        chosen |= {
            f.key for f in found if f.unit is None and f.counted and _phrases([f.counted])[0] in wanted
        }
        telling = {f.value for f in found if f.key in chosen and likeness.is_telling(f)}
        chosen |= {f.key for f in found if f.key in counting and f.value in telling}
    return [f for f in found if f.key in chosen]


def allotted(tied: Sequence[tuple[TopicEntry, list[Amount]]]) -> list[tuple[TopicEntry, list[Amount]]]:
    """The topics with their figures; one that several tie goes to those whose name its clause speaks of.

    "People woken at night" and "Marchers in May" both count people. Where no name tells, all keep it.
    """
    times = Counter(figure.key for _, figures in tied for figure in figures)
    named: set[tuple[str, str]] = set()
    for topic, figures in tied:
        for figure in figures:
            if times[figure.key] > 1 and deeds.speaks_of(figure, topic.name):
                named.add((topic.name, figure.key))
    told = {key for _, key in named}
    return [
        (topic, [f for f in figures if f.key not in told or (topic.name, f.key) in named])
        for topic, figures in tied
    ]


def _in_kind(unit: str, wanted: str) -> bool:
    """Whether a unit is of the topic's kind; "euro" ties what is paid a month as well."""
    known = unit_table.known(wanted)
    if known and known.dimension == "money":
        unit = unit.partition(" per ")[0]
    return conversion.same_kind(unit, wanted)


def statements(topic: TopicEntry, tied: Sequence[Amount], found: Sequence[Statement]) -> list[Statement]:
    """The quotations that have one of the topic's ``words`` and none of its figures.

    Of a side without a figure, also those that speak of the things counted: it is not silent on them.
    """
    wanted, things = _phrases(topic.words), _phrases(topic.counted)
    counting = {figure.side for figure in tied}
    starts: dict[str, list[int]] = {}
    for figure in sorted(tied, key=lambda figure: figure.selector.start):
        starts.setdefault(figure.passage.source, []).append(figure.selector.start)

    def has_figure(q: Statement) -> bool:
        within = starts.get(q.passage.source, [])
        at = bisect_left(within, q.selector.start)
        return at < len(within) and within[at] < q.selector.end

    def is_meant(q: Statement) -> bool:
        if wanted:
            return _speaks_of(q.selector.exact, wanted)
        return q.side is not None and q.side not in counting and _speaks_of(q.selector.exact, things)

    return [q for q in found if is_meant(q) and not has_figure(q)]


def _phrases(listed: Sequence[str]) -> list[str]:
    return [phrase for phrase in map(_stems, listed) if phrase.strip()]


def _stems(text: str) -> str:
    """The text as stems, a blank before and behind each."""
    return f" {' '.join(words.stem(word) for word in words.split(text))} "


def _speaks_of(text: str, phrases: Sequence[str]) -> bool:
    stems = _stems(text)
    return any(phrase in stems for phrase in phrases)
