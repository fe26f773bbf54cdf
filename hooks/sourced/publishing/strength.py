"""How strong a passage is as evidence, in points that anybody can count.

A passage gets a point for each of these: it is compared with what others say; several sources tell
it; it is said by somebody who is named; who stands on a side; in words of their own, that is in
quotation marks; with a figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from sourced.model import Amount, Comparison, Dossier, Event, Passage, Statement

Told = Statement | Amount | Event | Comparison

_COMPARED = "compared"
_RETOLD = "told by several sources"
_NAMED = "named speaker"
_ON_A_SIDE = "on a side"
_OWN_WORDS = "in their own words"
_FIGURE = "with a figure"
_POINTS = (_COMPARED, _RETOLD, _NAMED, _ON_A_SIDE, _OWN_WORDS, _FIGURE)


def told(dossier: Dossier) -> tuple[Told, ...]:
    """All that tells something: what is counted, and what is to be cited."""
    return (*dossier.quotations, *dossier.figures, *dossier.events, *dossier.comparisons)


def points(dossier: Dossier) -> dict[Passage, tuple[str, ...]]:
    """The points of each passage that tells something, in words."""
    found: dict[Passage, set[str]] = {}
    for record in told(dossier):
        found.setdefault(record.passage, set()).update(_of(record))
    said = {record.key: record.passage for record in (*dossier.quotations, *dossier.figures)}
    for comparison in dossier.comparisons:
        passages = [said[key] for key in comparison.claims if key in said]
        again = comparison.relation in {"agreement", "same words"} and _many(passages)
        for passage in passages:
            found[passage] |= {_COMPARED, _RETOLD} if again else {_COMPARED}
    for event in dossier.events:
        for passage in event.evidence if _many(event.evidence) else ():
            found.setdefault(passage, set()).add(_RETOLD)
    return {passage: tuple(point for point in _POINTS if point in has) for passage, has in found.items()}


def _of(record: Told) -> Iterator[str]:
    """The points that a record brings to its passage by itself."""
    if isinstance(record, Comparison):
        return
    if record.speaker:
        yield _NAMED
        if record.side:
            yield _ON_A_SIDE
    if isinstance(record, Statement) and record.kind in {"direct", "mixed"}:
        yield _OWN_WORDS
    if isinstance(record, Amount):
        yield _FIGURE


def _many(passages: tuple[Passage, ...] | list[Passage]) -> bool:
    return len({passage.source for passage in passages}) > 1
