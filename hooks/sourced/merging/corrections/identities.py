"""Corrections of what is one and what is two: split, merge, apart."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sourced.merging.corrections import parties
from sourced.merging.corrections.desk import Desk, kind
from sourced.model import Correction, CorrectionEntry, Event, Party


def split(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Take another person or body out of one that the program took for one."""
    if not entry.split:
        return
    party = desk.find((number, "split"), entry.split)
    if party is None or not _splits(desk, party, number, entry):
        return
    assert isinstance(party, Party)  # noqa: S101  # else it cannot be split
    out = parties.taken_out(party, entry.names, entry.sources)
    first = next(passage for passage, other in zip(party.passages, out, strict=True) if other)
    desk.register.begin(first.source)
    key = desk.register.take(*parties.key_words(party, entry.names))
    rest, other = parties.parted(party, out, key, desk.sides, desk.editorial)
    for record in desk.spoken():
        if record.speaker == party.key and parties.says(record, party, out):
            desk.put(msgspec.structs.replace(record, speaker=key))
    desk.put(rest, other)
    desk.changed |= {rest.key, other.key}
    desk.done.append(
        Correction(
            entry=number,
            kind="split",
            keys=(rest.key, other.key),
            passage=other.passage,
            was=party.name,
            reason=entry.reason,
        )
    )


def _splits(desk: Desk, party: object, number: int, entry: CorrectionEntry) -> bool:
    """Whether the entry takes some mentions out of somebody, and leaves some; else it is a misfit."""
    if not isinstance(party, Party):
        desk.misfit((number, "split"), f'only people and bodies can be split: "{entry.split}" is none')
        return False
    for source in entry.sources:
        if source not in desk.order:
            desk.misfit(
                (number, "sources"), f'no source has the key "{source}": there are {_list(desk.order)}'
            )
            return False
    out = parties.taken_out(party, entry.names, entry.sources)
    if any(out) and not all(out):
        return True
    which = "everything" if any(out) else "nothing"
    desk.misfit(
        (number, "split"),
        f'{which} would be taken out of "{party.key}", which the sources {_list(party.sources)} '
        f"spell {_list(party.names)}",
    )
    return False


def merge(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Make one of several people and bodies, or of several events."""
    found = [desk.find((number, "merge"), key) for key in entry.merge]
    records = list({record.key: record for record in found if record}.values())
    people = [record for record in records if isinstance(record, Party)]
    events = [record for record in records if isinstance(record, Event)]
    if not found or not all(found):
        return
    if len(records) == 1:
        desk.misfit((number, "merge"), "these are one already: take this out")
        return
    if len(people) == len(records):
        desk.put(parties.joined(people, desk.order, desk.editorial))
        was = [one.name for one in people[1:]]
    elif len(events) == len(records):
        told = dict.fromkeys(passage for event in events for passage in event.evidence)
        desk.put(msgspec.structs.replace(events[0], evidence=tuple(told)))
        was = [event.text for event in events[1:]]
    else:
        kinds = " and ".join(map(kind, records))
        desk.misfit((number, "merge"), f"only people and bodies, or events, can be merged: these are {kinds}")
        return
    for record in records[1:]:
        desk.take_out(record.key, records[0].key)
    desk.changed.add(records[0].key)
    desk.done.append(
        Correction(
            entry=number,
            kind="merge",
            keys=(records[0].key,),
            gone=tuple(record.key for record in records[1:]),
            passage=records[1].passage,
            was=", ".join(was),
            reason=entry.reason,
        )
    )


def apart(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """What is two stays two: there is nothing to do, but the keys must be there."""
    for key in entry.apart:
        record = desk.find((number, "apart"), key)
        if record is not None and not isinstance(record, Party):
            desk.misfit((number, "apart"), f'"{key}" is {kind(record)}, neither person nor body')


def _list(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
