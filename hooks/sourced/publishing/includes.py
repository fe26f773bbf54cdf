"""The Markdown includes: everything of a dossier that editors can put into their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial

from msgspec import Struct

from sourced.merging.events import chronicle
from sourced.model import Amount, Dossier, Event, Passage
from sourced.publishing import accounts, comparisons, corrections, dates, entries, evidence, periods, profiles
from sourced.publishing.comparisons import Column, Compared, quoted
from sourced.publishing.labels import Labels, SideLabel, said
from sourced.publishing.templates import fill

# How much of a page its excerpt shows, on an overview.
_EXCERPT = 5


class Row(Struct, frozen=True):
    """A line of the overview's strip: what each side says of one thing."""

    topic: str | None
    derived: str | None
    columns: tuple[Column, ...]


def render(dossier: Dossier) -> dict[str, str]:
    """Return file name -> Markdown.

    Each card is a snippet section by its key (``labels.section``); each file can be included whole.
    """
    labels = Labels(dossier)
    told = [event for event in _in_order(dossier.events) if not event.planned]
    planned = [event for event in _in_order(dossier.events) if event.planned]
    compared = comparisons.collect(dossier, labels)
    sides = accounts.collect(dossier, labels) if dossier.sources else ()
    people = profiles.collect(dossier.people, dossier, labels)
    bodies = profiles.collect(dossier.bodies, dossier, labels)
    values: dict[str, dict[str, object]] = {
        "quotations": {},
        "figures": {"groups": _figures(dossier, labels)},
        "people": {
            "people": people,
            "bodies": [body for body in bodies if body.said],
            "silent": sorted((body for body in bodies if not body.said), key=lambda body: -body.times),
        },
        "timeline": {
            "periods": periods.of(told),
            "otherwise": partial(_otherwise, {event.key: event for event in dossier.events}),
            "planned": planned,
            "key_for": partial(_key_for, _by_passage(dossier)),
        },
        "claims": {
            "compared": [one for one in compared if one.comparison.relation != "same words"],
            "echoes": [one for one in compared if one.comparison.relation == "same words"],
            "accounts": sides,
            "spread": accounts.per_source(dossier, sides),
            "by_source": lambda counts: [(s, n) for s, n in zip(dossier.sources, counts, strict=True) if n],
        },
        "evidence": {"kinds": entries.kinds(dossier), "place": evidence.PLACE},
        "sources": {"counts": _counts(dossier)},
        "summary": {"spoken": _spoken(dossier)},
        "corrections": {"corrected": tuple(corrections.listed(dossier))},
        "overview": {
            "most": _EXCERPT,
            "dated": labels.dated(dossier.sources),
            "glance": _at_a_glance(dossier, labels, compared),
            "recent": told[-_EXCERPT:],
            "speakers": sorted(people, key=lambda profile: -len(profile.said))[:_EXCERPT],
        },
    }
    common = {
        "dossier": dossier,
        "labels": labels,
        "in_passage": accounts.in_passage,
        "quoted": quoted,
    }
    return {f"{name}.md": fill(name, **common, **own) for name, own in values.items()}


def _otherwise(by_key: Mapping[str, Event], event: Event) -> list[tuple[str, str]]:
    """The day and the key of each event that tells much the same, but for those that editors took out."""
    others = [by_key[key] for key in event.otherwise if key in by_key]
    return [(dates.words(other.date) or dates.day(other.first), other.key) for other in others]


def _in_order(events: tuple[Event, ...]) -> list[Event]:
    return list(chronicle.in_order(events))


def _figures(dossier: Dossier, labels: Labels) -> tuple[tuple[SideLabel | None, bool, list[Amount]], ...]:
    """(side, whether anybody claims them, figures): each side, then those on none, then nobody's."""
    groups: list[tuple[SideLabel | None, bool, list[Amount]]] = [
        (side, True, [f for f in dossier.figures if labels.side(f.side) == side and labels.speaker(f)])
        for side in (*labels.sides.values(), None)
    ]
    groups.append((None, False, [f for f in dossier.figures if not labels.speaker(f)]))
    return tuple(group for group in groups if group[2])


def _at_a_glance(dossier: Dossier, labels: Labels, compared: tuple[Compared, ...]) -> tuple[Row, ...]:
    """What the sides say of the same thing; where nothing is compared, a few figures of each."""
    if not labels.sides:
        return ()
    rows = [
        _row(one.comparison.topic, one.comparison.derived, labels, one.columns)
        for one in compared
        if one.comparison.relation == "conflict"
    ]
    if not rows:
        claimed = [f for f in dossier.figures if labels.speaker(f) and f.counted]
        rows = [_row(None, None, labels, comparisons.columns(claimed, labels))]
    return tuple(row for row in rows if any(column.claims for column in row.columns))[:_EXCERPT]


def _row(topic: str | None, derived: str | None, labels: Labels, columns: tuple[Column, ...]) -> Row:
    claims = {column.side: column.claims[:_EXCERPT] for column in columns if column.side}
    return Row(
        topic, derived, tuple(Column(side, True, claims.get(side, ())) for side in labels.sides.values())
    )


def _by_passage(dossier: Dossier) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for e in said(dossier):
        found.setdefault((e.passage.source, e.passage.start), e.key)
    return found


def _key_for(by_passage: dict[tuple[str, int], str], event: Event, passage: Passage) -> str:
    """The key that leads to one of the passages that tell an event.

    The event's own key leads to the first. Another one has a key only where something in it has;
    else the key of its source must do.
    """
    if passage == event.passage:
        return event.key
    return by_passage.get((passage.source, passage.start), passage.source)


def _counts(dossier: Dossier) -> dict[str, dict[str, int]]:
    quotations = Counter(e.passage.source for e in dossier.quotations)
    figures = Counter(e.passage.source for e in dossier.figures)
    return {s.key: {"quotations": quotations[s.key], "figures": figures[s.key]} for s in dossier.sources}


def _spoken(dossier: Dossier) -> dict[str, int]:
    reported = sum(1 for e in dossier.quotations if e.kind == "indirect")
    return {"reported": reported, "quoted": len(dossier.quotations) - reported}
