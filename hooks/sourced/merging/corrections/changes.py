"""Corrections of one entry: another speaker, another date, and what else an entry says of itself."""

from __future__ import annotations

import re

import msgspec

from sourced import suggestions
from sourced.extraction.dates import timex
from sourced.merging.corrections.desk import Desk, Record, Spoken, kind, listed
from sourced.model import Amount, CorrectionEntry, CorrectionKind, Event, Party, Span, Statement
from sourced.reading.contradictions import NONE

# What stands for a speaker where the article leaves open who it is, and for the side of who is on none.
NOBODY = "nobody"
# What each field is said of.
_HAVE: dict[str, type | tuple[type, ...]] = {
    "speaker": (Statement, Amount, Event),
    "date": (Statement, Amount, Event),
    "headline": Event,
    "planned": Event,
    "side": Party,
    "roles": Party,
    "kind": Party,
}


def speaker(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Give words, a figure or an event to another speaker.

    The figures and events within a quotation go with it, but for those that have an entry of their own.
    """
    record = _wanted(desk, "speaker", number, entry)
    if not isinstance(record, Spoken) or entry.speaker is None:
        return
    key, named = None, None
    if entry.speaker not in desk.records and _names(record, entry.speaker):
        named = entry.speaker
    elif entry.speaker != NOBODY:
        party = desk.find((number, "speaker"), entry.speaker)
        if not isinstance(party, Party):
            if party is not None:
                desk.misfit((number, "speaker"), f'"{party.key}" is {kind(party)}: name a person or body')
            return
        # The words that name the speaker ("he") may name this one as well.
        key, named = party.key, record.attribution
    asked = isinstance(record, Statement) and record.kind != "term" and record.speaker is None
    if asked and key is None and record.attribution == named:
        # That the words name nobody who has an entry is a decision, too: nobody is to ask again.
        desk.note(number, "speaker", keys=(record.key,), passage=record.passage)
        return
    if desk.resolved(record.speaker) == key and record.attribution == named:
        _is_so(desk, "speaker", number, record)
        return
    followers = _within(desk, record)
    before = desk.records.get(desk.resolved(record.speaker) or "")
    for one in (record, *followers):
        desk.put(_said_by(one, key, named))
        desk.changed.add(one.key)
    desk.note(
        number,
        "speaker",
        keys=(record.key, *(one.key for one in followers)),
        passage=record.passage,
        was=before.name if isinstance(before, Party) else record.attribution,
    )


def _names(record: Spoken, words: str) -> bool:
    """Whether the words, of somebody who has no entry, stand in the passage."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", record.passage.text) is not None


def _said_by(record: Spoken, party: str | None, attribution: str | None) -> Spoken:
    if isinstance(record, Statement) and record.kind == "term" and (party or attribution):
        return msgspec.structs.replace(record, speaker=party, attribution=attribution, kind="direct")
    return msgspec.structs.replace(record, speaker=party, attribution=attribution)


def _within(desk: Desk, record: Spoken) -> list[Spoken]:
    """The figures and events in a quotation that have its speaker."""
    if not isinstance(record, Statement):
        return []
    corrected = {entry.change for entry in desk.editorial.corrections if entry.speaker}
    whole = Span(record.selector.start, record.selector.end)
    return [
        one
        for one in desk.spoken()
        if one.passage.source == record.passage.source
        and not isinstance(one, Statement)
        and one.speaker == record.speaker
        and one.key not in corrected
        and whole.covers(_words(one))
    ]


def _words(record: Amount | Event) -> Span:
    if isinstance(record, Amount):
        return Span(record.selector.start, record.selector.end)
    start = record.passage.start + max(record.passage.text.find(record.text), 0)
    return Span(start, start + len(record.text))


def date(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Date an event, words or a figure otherwise."""
    record = _wanted(desk, "date", number, entry)
    if not isinstance(record, Spoken) or entry.date is None:
        return
    if isinstance(record, Event):
        days = timex.days(entry.date)
        assert days is not None  # noqa: S101  # the form was checked when dossier.yml was read
        dated: Spoken = msgspec.structs.replace(
            record, date=entry.date, first=days[0], last=days[1], approximate=False
        )
    else:
        dated = msgspec.structs.replace(record, date=entry.date)
    _change(desk, "date", number, dated, record.date)


def headline(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Put an editor's line over an event."""
    record = _wanted(desk, "headline", number, entry)
    if isinstance(record, Event):
        _change(desk, "headline", number, msgspec.structs.replace(record, headline=entry.headline))


def planned(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Say of an event that it is planned, or that it happened."""
    record = _wanted(desk, "planned", number, entry)
    if isinstance(record, Event):
        other = msgspec.structs.replace(record, planned=entry.planned in {"yes", "true"})
        _change(desk, "planned", number, other, "planned" if record.planned else None)


def side(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Put a person or body on another side, or on none."""
    record = _wanted(desk, "side", number, entry)
    if isinstance(record, Party):
        names = {side.key: side.name for side in desk.editorial.sides}
        key = None if entry.side == NONE else entry.side
        was = names.get(record.side or "")
        other = msgspec.structs.replace(record, side=key, side_doubt=None)
        if key is None and record.side is None:
            # That nobody is to ask again is a decision, too.
            desk.put(other)
            desk.note(number, "side", keys=(record.key,), passage=record.passage)
            return
        _change(desk, "side", number, other, was)
        desk.changed.add(record.key)


def roles(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Leave a person or body the roles that are listed, in that order: all are words of the sources."""
    record = _wanted(desk, "roles", number, entry)
    if not isinstance(record, Party) or entry.roles is None:
        return
    for role in entry.roles:
        if role not in record.roles:
            near = listed(suggestions.nearest(role, record.roles) or record.roles) or "none"
            desk.misfit((number, "roles"), f'no source calls "{record.key}" "{role}": there is {near}')
            return
    gone = [role for role in record.roles if role not in entry.roles]
    other = msgspec.structs.replace(record, roles=entry.roles)
    _change(desk, "roles", number, other, ", ".join(gone) or None)


def is_a(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Make a body of what was taken for a person, or a person of what was taken for a body."""
    record = _wanted(desk, "kind", number, entry)
    if isinstance(record, Party) and entry.kind:
        other = msgspec.structs.replace(record, kind=entry.kind)
        _change(desk, "kind", number, other, kind(record))


def _wanted(desk: Desk, field: str, number: int, entry: CorrectionEntry) -> Record | None:
    """What an entry changes, if it changes that field of something that has it."""
    if entry.change is None or getattr(entry, field) is None:
        return None
    record = desk.find((number, "change"), entry.change)
    if record is None or isinstance(record, _HAVE[field]):
        return record
    desk.misfit((number, "change"), f'"{entry.change}" is {kind(record)}: it has no {field}')
    return None


def _change(desk: Desk, what: CorrectionKind, number: int, record: Record, was: str | None = None) -> None:
    """Put in a record with another field, and note what it was."""
    if desk.records[record.key] == record:
        _is_so(desk, what, number, record)
        return
    desk.put(record)
    desk.note(number, what, keys=(record.key,), passage=record.passage, was=was)


def _is_so(desk: Desk, field: str, number: int, record: Record) -> None:
    desk.misfit((number, field), f'"{record.key}" has that {field} already: take this out')
