"""The records of a dossier while they are being corrected, by key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sourced import suggestions
from sourced.merging import keys
from sourced.merging.events.chronicle import Chronicle
from sourced.merging.sides.sides import Sides
from sourced.model import (
    Amount,
    Comparison,
    Correction,
    CorrectionKind,
    Dossier,
    Editorial,
    Event,
    Misfit,
    Party,
    Passage,
    Selector,
    Statement,
)

Spoken = Statement | Amount | Event
Record = Spoken | Party | Comparison
Kind = TypeVar("Kind", bound=Record)

_KINDS = {Amount: "a figure", Event: "an event", Comparison: "a comparison"}


class Desk:
    """All records, what was corrected, and what of ``dossier.yml`` fits nothing."""

    def __init__(self, found: Dossier, editorial: Editorial, sides: Sides, chronicle: Chronicle) -> None:
        self.tellings = chronicle.tellings()
        self.register = chronicle.register
        self.editorial = editorial
        self.sides = sides
        self.order = {source.key: number for number, source in enumerate(found.sources)}
        self.records: dict[str, Record] = {}
        for records in (
            found.quotations,
            found.terms,
            found.figures,
            found.people,
            found.bodies,
            found.events,
        ):
            self.put(*records)
        self._first = dict(self.records)  # as they were found
        self.done: list[Correction] = []
        self.misfits: list[Misfit] = []
        self.changed: set[str] = set()  # whose sides may be others now
        self._gone: dict[str, str | None] = {}  # a key that is no more -> the one it is part of

    def put(self, *records: Record) -> None:
        """Keep records as they are now."""
        self.records |= {record.key: record for record in records}

    def take_out(self, key: str, instead: str | None = None) -> None:
        """Let a key be no more; ``instead`` is the entry that it is part of now."""
        self.records.pop(key)
        self._gone[key] = instead

    def resolved(self, key: str | None) -> str | None:
        """The key that stands for ``key`` now; None where that was dropped."""
        while key is not None and key in self._gone:
            key = self._gone[key]
        return key

    def all(self, kind: type[Kind]) -> list[Kind]:
        """All records of a kind, in the order in which they were found."""
        return [record for record in self.records.values() if isinstance(record, kind)]

    def spoken(self) -> list[Spoken]:
        """All that somebody may have said."""
        return [record for record in self.records.values() if isinstance(record, Spoken)]

    def mentions(self, key: str) -> dict[str, tuple[Selector, Passage]]:
        """The places that name a person or body as it was found, by the keys that pages cite them by."""
        party = self._first.get(key) or self.records[key]
        assert isinstance(party, Party)  # noqa: S101  # nothing else is asked for
        places = zip(party.mentions, party.passages, strict=True)
        return {keys.of_mention(key, number): place for number, place in enumerate(places, 1)}

    def find(self, place: tuple[int, str], key: str) -> Record | None:
        """The record with this key; where there is none, a misfit is noted at the place."""
        record = self.records.get(self.resolved(key) or "")
        if record is None:
            near = suggestions.nearest(key, self.records)
            advice = suggestions.meant(near, '"python -m sourced cite WORDS" finds keys by their words')
            known = "that is a source" if key in self.order else advice
            self.misfit(place, f'nothing that can be corrected has the key "{key}": {known}')
        return record

    def note(
        self,
        number: int,
        what: CorrectionKind,
        *,
        passage: Passage,
        keys: tuple[str, ...] = (),
        gone: tuple[str, ...] = (),
        was: str | None = None,
    ) -> None:
        """Note what the correction with this number did; see ``Correction``."""
        reason = self.editorial.corrections[number].reason
        self.done.append(
            Correction(entry=number, kind=what, keys=keys, passage=passage, gone=gone, was=was, reason=reason)
        )

    def misfit(self, place: tuple[int, str], message: str) -> None:
        """Note that the field of a correction (by number) does not fit what was found."""
        self.misfits.append(Misfit(("corrections", *place), message))


def listed(words: Iterable[str]) -> str:
    """Words in quotation marks, one after the other."""
    return ", ".join(f'"{word}"' for word in words)


def kind(record: Record) -> str:
    """What a record is, in an editor's words."""
    if isinstance(record, Party):
        return f"a {record.kind}"
    if isinstance(record, Statement):
        return "words that nobody speaks" if record.kind == "term" else "a quotation"
    return _KINDS[type(record)]


def words(record: Record) -> str:
    """What a record says, in its source's words, or is called."""
    if isinstance(record, Party):
        return record.name
    if isinstance(record, Comparison):
        return record.topic
    return record.text if isinstance(record, Event) else record.selector.exact
