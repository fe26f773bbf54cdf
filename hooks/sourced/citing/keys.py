"""Every key that a page may cite, and the record behind it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from sourced.model import Amount, Comparison, Dossier, Event, Party, Source, Statement
from sourced.publishing import dates, labels

# How many words of a title stand for its publisher.
_TITLE = 7

Citable = Source | Statement | Amount | Party | Event | Comparison
Index = Mapping[str, Citable]


def index(dossier: Dossier) -> Index:
    """All that can be cited, by key."""
    return {
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
