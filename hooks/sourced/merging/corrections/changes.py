"""Corrections of one entry: another speaker, another date, a headline."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from sourced.extraction.dates import timex
from sourced.merging.corrections.desk import Desk, Record, Spoken, kind
from sourced.model import Amount, Correction, CorrectionEntry, Event, Party, Span, Statement

# What stands for a speaker where the article leaves open who it is.
NOBODY = "nobody"


def speaker(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Give words, a figure or an event to another speaker.

    The figures and events within a quotation go with it, but for those that have an entry of their own.
    """
    record = _wanted(desk, "speaker", number, entry)
    if record is None or entry.speaker is None:
        return
    attribution = None if isinstance(record, Event) else record.attribution
    key, named = None, None
    if _names(record, entry.speaker) and entry.speaker not in desk.records:
        named = entry.speaker
    elif entry.speaker != NOBODY:
        party = desk.find((number, "speaker"), entry.speaker)
        if not isinstance(party, Party):
            if party is not None:
                desk.misfit((number, "speaker"), f'"{party.key}" is {kind(party)}: name a person or body')
            return
        # The words that name the speaker ("he") may name this one as well.
        key, named = party.key, attribution
    if desk.resolved(record.speaker) == key and attribution == named:
        desk.misfit((number, "speaker"), f'"{record.key}" has that speaker already: take this out')
        return
    followers = [] if isinstance(record, Event) else _within(desk, record)
    before = desk.records.get(desk.resolved(record.speaker) or "")
    for one in (record, *followers):
        desk.put(_said_by(one, key, named))
        desk.changed.add(one.key)
    desk.done.append(
        Correction(
            entry=number,
            kind="speaker",
            keys=(record.key, *(one.key for one in followers)),
            passage=record.passage,
            was=before.name if isinstance(before, Party) else attribution,
            reason=entry.reason,
        )
    )


def _names(record: Spoken, words: str) -> bool:
    """Whether the words, of somebody who has no entry, stand in the passage."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", record.passage.text)
    return found is not None and not isinstance(record, Event)


def _said_by(record: Spoken, party: str | None, attribution: str | None) -> Spoken:
    if isinstance(record, Event):
        return msgspec.structs.replace(record, speaker=party)
    if isinstance(record, Statement) and record.kind == "term" and (party or attribution):
        return msgspec.structs.replace(record, speaker=party, attribution=attribution, kind="direct")
    return msgspec.structs.replace(record, speaker=party, attribution=attribution)


def _within(desk: Desk, record: Statement | Amount) -> list[Spoken]:
    """The figures and events in a quotation that have its speaker."""
    if isinstance(record, Amount):
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
    if record is None or entry.date is None:
        return
    if record.date == entry.date:
        desk.misfit((number, "date"), f'"{record.key}" has that date already: take this out')
        return
    if isinstance(record, Event):
        days = timex.days(entry.date)
        assert days is not None  # noqa: S101  # the form was checked when dossier.yml was read
        desk.put(
            msgspec.structs.replace(record, date=entry.date, first=days[0], last=days[1], approximate=False)
        )
    else:
        desk.put(msgspec.structs.replace(record, date=entry.date))
    _note(desk, number, entry, "date", record)


def headline(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    """Put an editor's line over an event."""
    record = _wanted(desk, "headline", number, entry)
    if isinstance(record, Event):
        desk.put(msgspec.structs.replace(record, headline=entry.headline))
        _note(desk, number, entry, "headline", record)
    elif record is not None:
        desk.misfit((number, "headline"), f'"{record.key}" is {kind(record)}: only events have a headline')


def _wanted(desk: Desk, field: str, number: int, entry: CorrectionEntry) -> Spoken | None:
    """What an entry changes, if it changes that field of something that has it."""
    if entry.change is None or getattr(entry, field) is None:
        return None
    record: Record | None = desk.find((number, "change"), entry.change)
    if record is None or isinstance(record, Spoken):
        return record
    desk.misfit((number, "change"), f'"{entry.change}" is {kind(record)}: it has no {field}')
    return None


def _note(
    desk: Desk, number: int, entry: CorrectionEntry, what: Literal["date", "headline"], record: Spoken
) -> None:
    """Note another date or headline; ``record`` is as it was before."""
    desk.done.append(
        Correction(
            entry=number,
            kind=what,
            keys=(record.key,),
            passage=record.passage,
            was=record.date if what == "date" else None,
            reason=entry.reason,
        )
    )
