"""Every key that a page may cite, and the record behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from sourced.model import Amount, Comparison, Dossier, Event, Evidence, Party, Source, Statement
from sourced.publishing import corrections, dates, labels, mentions

# How many words of a title stand for its publisher.
_TITLE = 7

Citable = Source | Statement | Amount | Party | Event | Comparison
Index = Mapping[str, Citable]


class _Records(Mapping[str, Citable]):
    """Records by key; the mentions of each person and body too, which are not listed."""

    def __init__(
        self,
        records: Mapping[str, Citable],
        sides: Mapping[str, str],
        notes: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._records = records
        self.sides = sides
        self.notes = notes

    def __getitem__(self, key: str) -> Citable:
        if key in self._records:
            return self._records[key]
        party = self._records[key.rpartition(".")[0]]
        number = mentions.number(party, key) if isinstance(party, Party) else 0
        if not isinstance(party, Party) or not number:
            raise KeyError(key)
        return mentions.at(party, number)

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


def index(dossier: Dossier) -> Index:
    """All that can be cited, by key."""
    records: dict[str, Citable] = {
        record.key: record
        for records in (
            dossier.sources,
            dossier.quotations,
            dossier.terms,
            dossier.figures,
            dossier.people,
            dossier.bodies,
            dossier.events,
            dossier.comparisons,
        )
        for record in records
    }
    return _Records(records, {side.key: side.name for side in dossier.sides}, corrections.notes(dossier))


def side(record: Evidence | Event | Party, index: Index) -> str:
    """The name of the side that somebody is on, or "no side"; empty where the dossier has no sides."""
    sides = index.sides if isinstance(index, _Records) else {}
    return sides.get(record.side or "", "no side") if sides else ""


def notes(key: str, index: Index) -> tuple[str, ...]:
    """What the editors corrected of the record with this key, in a sentence each."""
    return index.notes.get(key, ()) if isinstance(index, _Records) else ()


def target(record: Citable) -> str:
    """Where a record stands: the source's page in the docs folder, with the passage's anchor."""
    page = f"sources/{quote(record.passage.source)}.md"
    return page if isinstance(record, Source) else f"{page}#{record.key}"


def publication(record: Citable, index: Index) -> str:
    """Where and when a passage was published: "Harbour Post, 18 March 2025".

    A publisher that is not known is stood for by the first words of the title.
    """
    source = index[record.passage.source]
    assert isinstance(source, Source)  # noqa: S101  # a passage names the source it is cut from
    day = dates.day(source.date) if source.date else ""
    return ", ".join(filter(None, [source.publisher or labels.shorten(source.title, _TITLE), day]))
