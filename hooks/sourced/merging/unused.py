"""Entries of ``dossier.yml`` that fit nothing: people whom no source names, topics without a figure."""

from __future__ import annotations

from collections.abc import Iterator

from sourced import suggestions
from sourced.merging.comparisons import topics
from sourced.model import Dossier, Editorial, Misfit


def find(dossier: Dossier, editorial: Editorial) -> Iterator[Misfit]:
    """One misfit an entry, in the order of the entries."""
    names = {name for party in (*dossier.people, *dossier.bodies) for name in party.names}
    for number, person in enumerate(editorial.people):
        if person.name not in names:
            yield Misfit(
                ("people", number, "name"), f'no source names "{person.name}": {_meant(person.name, names)}'
            )
    for number, topic in enumerate(editorial.topics):
        tied = topics.figures(topic, dossier.figures)
        if tied or (topic.words and topics.statements(topic, tied, dossier.quotations)):
            continue
        if topic.words:
            wanted = ", ".join(topic.words)
            yield Misfit(
                ("topics", number, "words"), f'nothing that is said has one of "{wanted}": take the entry out'
            )
        else:
            field = "counted" if topic.counted else "unit"
            wanted = ", ".join(filter(None, [*topic.counted, topic.unit]))
            things = {one for f in dossier.figures if (one := f.counted if topic.counted else f.unit)}
            what = "counts" if topic.counted else "has the unit"
            yield Misfit(("topics", number, field), f'no figure {what} "{wanted}": {_meant(wanted, things)}')


def _meant(wanted: str, known: set[str]) -> str:
    return suggestions.meant(suggestions.nearest(wanted, sorted(known)), "take the entry out")
