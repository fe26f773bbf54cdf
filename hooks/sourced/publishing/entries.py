"""What can be cited, as lists show it: an entry for each key, the strongest evidence first.

Passages with the same points (see ``strength``) stand in the order of the sources, and of each
source's text. People and bodies, words that nobody speaks, and the sources themselves come last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sourced.extraction.numbers import wording
from sourced.model import Amount, Comparison, Dossier, Event, Party, Passage, Source, Statement
from sourced.publishing import dates, labels, strength
from sourced.publishing.labels import Labels, SideLabel
from sourced.publishing.strength import Told

Kind = Literal["quotation", "figure", "event", "comparison", "person", "body", "term", "source"]
# What each kind is called where there are several of it.
KINDS: dict[Kind, str] = {
    "quotation": "Quotations and reported statements",
    "figure": "Figures",
    "event": "Events",
    "comparison": "Comparisons",
    "person": "People",
    "body": "Bodies",
    "term": "Words in quotation marks",
    "source": "Sources",
}
Record = Told | Party | Source
_STATEMENTS = {
    "direct": "Quotation",
    "mixed": "Quotation in part",
    "indirect": "Reported statement",
}
# The include that has the card of each kind, and what its sections are called where a key cannot be.
_CARDS = {
    "quotation": ("quotations.md", "quotation"),
    "term": ("quotations.md", "quotation"),
    "figure": ("figures.md", "figure"),
    "event": ("timeline.md", "event"),
    "comparison": ("claims.md", "comparison"),
    "person": ("people.md", "person"),
    "body": ("people.md", "person"),
    "source": ("sources.md", "source"),
}


class Entry(Struct, frozen=True, kw_only=True):
    """One key and what is told of it.

    ``words`` are what is cited, ``also`` what else finds it, such as the ways to write its number.
    ``names`` are other spellings of the speaker, or of whom the entry is about. ``strong`` are the
    points of its passage, in words; None for what is no statement of a source. ``card`` is the snippet
    that shows it: "figures.md:figure-74-settlements".
    """

    key: str
    kind: Kind
    label: str
    words: str
    passage: Passage
    source: str
    card: str
    also: tuple[str, ...] = ()
    speaker: str = ""
    names: tuple[str, ...] = ()
    role: str = ""
    side: SideLabel | None = None
    date: str = ""
    strong: tuple[str, ...] | None = None


def collect(dossier: Dossier) -> tuple[Entry, ...]:
    """An entry for each key of the dossier, the strongest first."""
    known = Labels(dossier)
    place = {source.key: number for number, source in enumerate(dossier.sources)}
    strong = strength.points(dossier)

    def order(record: Told) -> tuple[int, int, int, int]:
        passage = record.passage
        return -len(strong[passage]), place[passage.source], passage.start, -passage.end

    return (
        *(
            _told(record, known, strong[record.passage])
            for record in sorted(strength.told(dossier), key=order)
        ),
        *(_party(party, known) for party in (*dossier.people, *dossier.bodies)),
        *(_term(term, known) for term in dossier.terms),
        *(_entry(source, "source", "Source", source.title, known) for source in dossier.sources),
    )


def kinds(dossier: Dossier) -> tuple[tuple[Kind, str], ...]:
    """The kinds that a dossier has something of, and what each is called."""
    records = (
        dossier.quotations,
        dossier.figures,
        dossier.events,
        dossier.comparisons,
        dossier.people,
        dossier.bodies,
        dossier.terms,
        dossier.sources,
    )
    return tuple(named for named, some in zip(KINDS.items(), records, strict=True) if some)


def _told(record: Told, known: Labels, strong: tuple[str, ...]) -> Entry:
    if isinstance(record, Comparison):
        return replace(_entry(record, "comparison", "Comparison", record.topic, known), strong=strong)
    if isinstance(record, Event):
        entry = _entry(record, "event", "Event", record.text, known)
        day = dates.words(record.date) or dates.span(record.first, record.last)
        entry = replace(entry, also=tuple(filter(None, [record.headline])), date=day)
    else:
        entry = _said(record, known)
    return replace(
        entry,
        strong=strong,
        speaker=known.speaker(record) or "",
        names=speaker.names[1:] if (speaker := known.party(record.speaker)) else (),
        role=known.role(record) or "",
        side=known.side(record.side),
    )


def _said(record: Statement | Amount, known: Labels) -> Entry:
    words, date = record.selector.exact, dates.words(record.date or "")
    if isinstance(record, Amount):
        entry = _entry(record, "figure", "Figure", words, known)
        return replace(entry, also=tuple(_numbers(record)), date=date)
    return replace(_entry(record, "quotation", _STATEMENTS[record.kind], words, known), date=date)


def _term(term: Statement, known: Labels) -> Entry:
    return _entry(term, "term", "Words in quotation marks", term.selector.exact, known)


def _party(party: Party, known: Labels) -> Entry:
    entry = _entry(party, party.kind, party.kind.capitalize(), party.name, known)
    return replace(entry, names=party.names[1:], role=", ".join(party.roles), side=known.side(party.side))


def _entry(record: Record, kind: Kind, label: str, words: str, known: Labels) -> Entry:
    file, section = _CARDS[kind]
    return Entry(
        key=record.key,
        kind=kind,
        label=label,
        words=words,
        passage=record.passage,
        source=known.publication(record.passage.source),
        card=f"{file}:{labels.section(record.key, section)}",
    )


def _numbers(figure: Amount) -> Iterator[str]:
    values = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.of)
    for value in values:
        if value is not None:
            yield from wording.ways(value)
