"""All corrections of ``dossier.yml``, done to a dossier."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from sourced.merging.corrections import changes, identities
from sourced.merging.corrections.desk import Desk, words
from sourced.merging.events import chronicle as chronicles
from sourced.merging.sides.sides import Sides
from sourced.model import (
    Amount,
    Comparison,
    CorrectionEntry,
    Dossier,
    Editorial,
    Event,
    Misfit,
    Party,
    Statement,
)

Compare = Callable[[Dossier], tuple[Comparison, ...]]


def apply(
    found: Dossier,
    editorial: Editorial,
    sides: Sides,
    chronicle: chronicles.Chronicle,
    compare: Compare,
) -> tuple[Dossier, tuple[Misfit, ...]]:
    """The dossier as the editors corrected it, and what of their corrections fits nothing.

    ``found`` has no comparisons yet: ``compare`` makes them of what is left. ``chronicle`` knows how
    each passage tells its event. In which order the entries
    stand does not matter: first all splits are made, then all merges, then all else.
    """
    desk = Desk(found, editorial, sides, chronicle)
    for stage in (
        identities.split,
        identities.merge,
        identities.apart,
        changes.speaker,
        changes.date,
        changes.headline,
        changes.planned,
        changes.side,
        changes.roles,
        changes.is_a,
    ):
        for number, entry in enumerate(editorial.corrections):
            stage(desk, number, entry)
    drops = [(number, entry) for number, entry in enumerate(editorial.corrections) if entry.drop]
    # Those of comparisons must wait until there are any.
    later = [(number, entry) for number, entry in drops if entry.drop not in desk.records]
    for number, entry in drops:
        if entry.drop in desk.records:
            _drop(desk, number, entry)
    _settle(desk)
    desk.put(*compare(_dossier(desk, found)))
    for number, entry in later:
        _drop(desk, number, entry)
    return _dossier(desk, found), tuple(sorted(desk.misfits, key=lambda misfit: misfit.path[1]))


def _drop(desk: Desk, number: int, entry: CorrectionEntry) -> None:
    record = desk.find((number, "drop"), entry.drop or "")
    if record is None:
        return
    desk.take_out(record.key)
    desk.note(number, "drop", gone=(record.key,), passage=record.passage, was=words(record))


def _settle(desk: Desk) -> None:
    """Give all that is said the key and the side that its speaker has now."""
    for record in desk.spoken():
        key = desk.resolved(record.speaker)
        if key == record.speaker and not {key, record.key} & desk.changed:
            continue
        party = desk.records.get(key or "")
        side = party.side if isinstance(party, Party) else None
        if key is None and record.attribution:
            side = desk.sides.of_phrase(record.attribution) or None
        desk.put(msgspec.structs.replace(record, speaker=key, side=side))


def _dossier(desk: Desk, found: Dossier) -> Dossier:
    """The records in the order of the sources, as merging gives them."""
    parties = sorted(desk.all(Party), key=lambda one: (desk.order[one.passage.source], one.passage.start))
    statements = sorted(
        desk.all(Statement), key=lambda one: (desk.order[one.passage.source], one.selector.start)
    )
    return msgspec.structs.replace(
        found,
        quotations=tuple(one for one in statements if one.kind != "term"),
        terms=tuple(one for one in statements if one.kind == "term"),
        figures=tuple(desk.all(Amount)),
        people=tuple(one for one in parties if one.kind == "person"),
        bodies=tuple(one for one in parties if one.kind == "body"),
        events=chronicles.in_order(desk.all(Event)),
        comparisons=tuple(desk.all(Comparison)),
        corrections=tuple(
            msgspec.structs.replace(done, keys=tuple(key for k in done.keys if (key := desk.resolved(k))))
            for done in sorted(desk.done, key=lambda done: done.entry)
        ),
    )
