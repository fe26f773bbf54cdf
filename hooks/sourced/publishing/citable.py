"""Everything that a page can cite, and the words in the sources that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sourced.merging import keys
from sourced.model import Comparison, Dossier, Event, Party, Passage, Span
from sourced.publishing.labels import Said, said

Record = Said | Event | Party | Comparison


class Place(Struct, frozen=True):
    """Where in one source a key leads: the words themselves, and the passage they stand in."""

    key: str
    record: Record
    words: Span
    passage: Span
    is_mention: bool = False


def places(dossier: Dossier) -> Iterator[tuple[str, Place]]:
    """(key of the source, place) of every key but the sources' own.

    An event that several passages tell has a place in each.
    """
    for record in (*said(dossier), *dossier.terms):
        selector = record.selector
        yield _place(record, record.passage, Span(selector.start, selector.end))
    for party in (*dossier.people, *dossier.bodies):
        yield _place(party, party.passage, _named(party))
        for number, (mention, passage) in enumerate(zip(party.mentions, party.passages, strict=False), 1):
            words, whole = Span(mention.start, mention.end), _whole(passage)
            yield (
                passage.source,
                Place(keys.of_mention(party.key, number), party, words, whole, is_mention=True),
            )
    for event in dossier.events:
        seen: set[str] = set()
        for passage in (event.passage, *event.evidence):
            # One address a page: the event's second passage in a source must do without.
            if passage.source not in seen:
                seen.add(passage.source)
                yield _place(event, passage, _within(passage, event.text))
    for comparison in dossier.comparisons:
        yield _place(comparison, comparison.passage, _whole(comparison.passage))


def _place(record: Record, passage: Passage, words: Span) -> tuple[str, Place]:
    return passage.source, Place(record.key, record, words, _whole(passage))


def _whole(passage: Passage) -> Span:
    return Span(passage.start, passage.end)


def _within(passage: Passage, words: str) -> Span:
    at = passage.text.find(words) if words else -1
    return Span(passage.start + at, passage.start + at + len(words)) if at >= 0 else _whole(passage)


def _named(party: Party) -> Span:
    """The first mention of the party in its passage."""
    passage = party.passage
    for mention in party.mentions:
        at = mention.start - passage.start
        if at >= 0 and passage.text[at : at + len(mention.exact)] == mention.exact:
            return Span(mention.start, mention.end)
    return next(
        (span for name in party.names if (span := _within(passage, name)) != _whole(passage)), _whole(passage)
    )
