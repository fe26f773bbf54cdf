"""Corrections of what is one and what is two: split, merge, apart."""

from __future__ import annotations

import msgspec

from sourced.merging.corrections import parties
from sourced.merging.corrections.desk import Desk, kind, listed
from sourced.model import CorrectionEntry, Event, Party


def split(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Take another person, body or event out of one that the program took for one."""
    if not entry.split:
        return
    record = desk.find((number, "split"), entry.split)
    for source in entry.sources:
        if source not in desk.order:
            desk.misfit(
                (number, "sources"), f'no source has the key "{source}": there are {listed(desk.order)}'
            )
            return
    if isinstance(record, Party):
        _split_party(desk, record, number, entry)
    elif isinstance(record, Event):
        _split_event(desk, record, number, entry)
    elif record is not None:
        desk.misfit(
            (number, "split"),
            f'"{record.key}" is {kind(record)}: only people, bodies and events can be split',
        )


def _split_party(desk: Desk, party: Party, number: int, entry: CorrectionEntry) -> None:
    known = desk.mentions(party.key)
    for mention in entry.mentions:
        if mention not in known:
            there = f'there are "{next(iter(known))}" to "{next(reversed(known))}"'
            desk.misfit((number, "mentions"), f'"{mention}" is no mention of "{party.key}": {there}')
            return
    out = parties.taken_out(party, entry.names, entry.sources, [known[key] for key in entry.mentions])
    if not any(out) or all(out):
        which = "everything" if any(out) else "nothing"
        desk.misfit(
            (number, "split"),
            f'{which} would be taken out of "{party.key}", which the sources {listed(party.sources)} '
            f"spell {listed(party.names)}",
        )
        return
    target = desk.find((number, "to"), entry.to) if entry.to else None
    if entry.to and not isinstance(target, Party):
        if target is not None:
            desk.misfit((number, "to"), f'"{target.key}" is {kind(target)}: name a person or body')
        return
    if isinstance(target, Party):
        key = target.key
    else:
        first = next(passage for passage, other in zip(party.passages, out, strict=True) if other)
        desk.register.begin(first.source)
        key = desk.register.take(*parties.key_words(party, entry.names))
    rest, other = parties.parted(party, out, key, desk.sides, desk.editorial)
    for record in desk.spoken():
        if record.speaker == party.key and parties.says(record, party, out):
            desk.put(msgspec.structs.replace(record, speaker=key))
    if isinstance(target, Party):
        other = parties.joined([target, other], desk.order, desk.editorial)
    desk.put(rest, other)
    desk.note(number, "split", keys=(rest.key, other.key), passage=other.passage, was=party.name)
    desk.changed |= {rest.key, other.key}


def _split_event(desk: Desk, event: Event, number: int, entry: CorrectionEntry) -> None:
    told = desk.tellings[event.key]
    halves = [[one for one in told if (one.passage.source in entry.sources) is out] for out in (False, True)]
    if not entry.sources or not all(halves):
        told_in = listed(dict.fromkeys(one.passage.source for one in told))
        message = f'"{event.key}" is told in {told_in}: "sources" names those that tell of another event'
        desk.misfit((number, "split"), message)
        return
    desk.register.begin(halves[1][0].passage.source)
    keys = event.key, desk.register.take(halves[1][0].key)
    rest, other = (
        msgspec.structs.replace(half[0], key=key, evidence=tuple(dict.fromkeys(one.passage for one in half)))
        for key, half in zip(keys, halves, strict=True)
    )
    desk.tellings = {**desk.tellings, rest.key: tuple(halves[0]), other.key: tuple(halves[1])}
    desk.put(rest, other)
    desk.note(number, "split", keys=keys, passage=other.passage, was=event.text)


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
    desk.note(
        number,
        "merge",
        keys=(records[0].key,),
        gone=tuple(record.key for record in records[1:]),
        passage=records[1].passage,
        was=", ".join(was),
    )


def apart(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """What is two stays two: there is nothing to do, but the keys must be there."""
    for key in entry.apart:
        record = desk.find((number, "apart"), key)
        if record is not None and not isinstance(record, Party):
            desk.misfit((number, "apart"), f'"{key}" is {kind(record)}, neither person nor body')
