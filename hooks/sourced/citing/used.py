"""What of the evidence editors have used, and what is left.

A passage counts as cited when a page that editors write cites a key that leads to it, by a footnote, a
link or a card, or cites passages that it lies in. What a page includes whole ("figures.md") does not
count: nobody has chosen it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sourced.citing import references, snippets
from sourced.citing.ground import Ground
from sourced.model import Comparison, Event, Passage, Source
from sourced.publishing.entries import Entry

# What parts one sentence from the next: a blank, or the end of a paragraph.
_GAP = 4


def cited(pages: Iterable[str], ground: Ground, entries: Iterable[Entry]) -> frozenset[str]:
    """The keys that pages, given as Markdown, cite of their editors' own choice."""
    cards = {entry.card: entry.key for entry in entries}
    found: set[str] = set()
    for page in pages:
        found |= {reference.key for reference in references.find(snippets.expand(page, ground.own))}
        chosen = (f"{one.file}:{one.part}" for one in snippets.nested(page, ground.own))
        found |= {cards[card] for card in chosen if card in cards}
    return frozenset(found)


def uncited(entries: Sequence[Entry], keys: Iterable[str], ground: Ground) -> tuple[Entry, ...]:
    """What the sources say in passages that none of ``keys`` leads to, in the order of ``entries``."""
    used = _joined(passage for key in keys for passage in _passages(key, ground))
    return tuple(entry for entry in entries if entry.strong is not None and not _within(entry.passage, used))


def once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The first entry of each passage."""
    first: dict[Passage, Entry] = {}
    for entry in entries:
        first.setdefault(entry.passage, entry)
    return tuple(first.values())


def _passages(key: str, ground: Ground) -> tuple[Passage, ...]:
    """The passages that a footnote shows or stands for; a source as a whole stands for none."""
    record = ground.index.get(key)
    if record is None or isinstance(record, Source):
        return ()
    if isinstance(record, Comparison):
        return tuple(passage for claim in record.claims for passage in _passages(claim, ground))
    return (record.passage, *record.evidence) if isinstance(record, Event) else (record.passage,)


def _joined(passages: Iterable[Passage]) -> dict[str, list[tuple[int, int]]]:
    """Source -> (start, end) of the stretches that the passages cover, in order."""
    covered: dict[str, list[tuple[int, int]]] = {}
    for passage in sorted(passages, key=lambda one: (one.source, one.start)):
        stretches = covered.setdefault(passage.source, [])
        # Sentences that follow each other are one stretch: a blank or a paragraph's end parts them.
        if stretches and passage.start <= stretches[-1][1] + _GAP:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], passage.end))
        else:
            stretches.append((passage.start, passage.end))
    return covered


def _within(passage: Passage, covered: dict[str, list[tuple[int, int]]]) -> bool:
    stretches = covered.get(passage.source, [])
    place = bisect_right(stretches, (passage.start, float("inf"))) - 1
    return place >= 0 and passage.end <= stretches[place][1]
