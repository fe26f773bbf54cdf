"""What the program leaves for editors to decide: entries for ``dossier.yml`` to fill in and paste."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from sourced.merging.comparisons import proposals
from sourced.model import Dossier, Editorial, Statement
from sourced.reading.yaml_text import scalar

WIDTH = 80
MANY = 12
_WORDS, _ROLES = 6, 2
# In which order what nobody is known to say is to be decided: words in quotation marks weigh most.
_WEIGHT = {"direct": 0, "mixed": 1, "indirect": 2, "term": 3}


def lines(dossier: Dossier, editorial: Editorial) -> Iterator[str]:
    """The sections that have something to decide, the gravest first, each an entry after the other."""
    who = ": a key, a name, or nobody"
    yield from _section("Who says it", "corrections", _speakers(dossier), MANY, who)
    choice = ": " + ", ".join(side.key for side in dossier.sides) + " or none"
    yield from _section("On which side", "people", _on_no_side(dossier, editorial), choice=choice)
    for side in dossier.sides:
        if side.key not in {party.side for party in (*dossier.people, *dossier.bodies)}:
            yield f"\nNobody is on the side {side.key}: give it more names, or take it out"
    yield from _section("Other words for one thing", "topics", _topics(dossier, editorial))


def _section(
    heading: str, under: str, entries: Iterable[Sequence[str]], most: int | None = None, choice: str = ""
) -> Iterator[str]:
    found = list(entries)
    if not found:
        return
    counted = f" ({len(found)})" if len(found) > 1 else ""
    yield f"\n{heading}?{counted} Fill in and paste under {under}{choice}"
    for entry in found[:most]:
        yield from entry
    if most and len(found) > most:
        yield f"    # and {len(found) - most} more"


def _speakers(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    done = {key for one in dossier.corrections if one.kind == "speaker" for key in one.keys}
    nobodys = [one for one in dossier.quotations if one.speaker is None and one.key not in done]
    for one in sorted(nobodys, key=lambda one: _WEIGHT[one.kind]):
        yield (
            f"  - {{change: {one.key}, speaker: }}",
            *_comment(f"{_said(one)} ({one.attribution or 'nobody named'})"),
        )


def _said(one: Statement) -> str:
    words = one.selector.exact.split()
    cut = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return f"{one.passage.source}: {cut}"


def _on_no_side(dossier: Dossier, editorial: Editorial) -> Iterator[tuple[str, ...]]:
    """Who speaks, and why the sources leave their side open, or else what they are called or say first."""
    first: dict[str | None, Statement] = {}
    for one in dossier.quotations:
        first.setdefault(one.speaker, one)
    speaking = {one.speaker for one in (*dossier.quotations, *dossier.figures)}
    told = {name for entry in editorial.people if entry.side for name in (entry.name, *entry.also)}
    told |= {key for one in dossier.corrections if one.kind == "side" for key in one.keys}
    known = {name for entry in editorial.people for name in (entry.name, *entry.also)}
    for party in (*dossier.people, *dossier.bodies) if dossier.sides else ():
        if party.side is None and party.key in speaking and not told & {party.key, *party.names}:
            said = _said(first[party.key]) if party.key in first else ""
            why = party.side_doubt or ", ".join(party.roles[:_ROLES]) or said
            there = "has an entry: put the side there" if not known.isdisjoint(party.names) else ""
            comment = _comment("; ".join(filter(None, [why, there])))
            yield f"  - {{name: {scalar(party.name)}, side: }}", *comment


def _topics(dossier: Dossier, editorial: Editorial) -> Iterator[tuple[str, ...]]:
    for one in proposals.find(dossier, editorial):
        yield (
            f"  - name: {scalar(one.topic.name)}{'  # instead of the topic there' if one.known else ''}",
            f"    counted: [{', '.join(map(scalar, one.topic.counted))}]",
            *_comment(", ".join(one.figures)),
        )


def _comment(words: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        WIDTH,
        initial_indent="    # ",
        subsequent_indent="    # ",
        break_on_hyphens=False,
        break_long_words=False,
    )
