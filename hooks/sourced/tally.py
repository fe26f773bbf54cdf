"""What ``python -m sourced build`` says: what was found, merged, left open and corrected. 80 columns wide."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sourced import summary
from sourced.merging import proposals
from sourced.merging.proposals import Proposal
from sourced.model import Correction, Dossier, Editorial, Event

_WIDTH = 80
_MANY = 12
_ROLES = 2
_PLAIN = re.compile(r"[A-Za-z](?:[\w ’-]*\w)?")
_RELATIONS = {
    "conflict": ("conflict", "conflicts"),
    "agreement": ("agreement", "agreements"),
    "same words": ("time the same words", "times the same words"),
    "side by side": ("topic side by side", "topics side by side"),
    "one side only": ("thing only one side speaks of", "things only one side speaks of"),
}


def lines(dossier: Dossier, editorial: Editorial, places: Sequence[int], file: str) -> str:
    """All sections that have something to say; ``places`` are the lines of the corrections in ``file``."""
    sections = (
        ("Found besides", _besides(dossier)),
        ("One entry for several spellings", _spellings(dossier)),
        ("One event told more than once", _events(dossier.events)),
        ('Left open: who says it. Decide with "change" and "speaker" under corrections', _speakers(dossier)),
        (
            f"Corrected by {file}",
            (
                f"line {line}: {_corrected(one)}"
                for line, one in zip(places, dossier.corrections, strict=True)
            ),
        ),
    )
    told = [line for heading, items in sections for line in _section(heading, list(items))]
    return "\n".join(
        [*told, *_on_no_side(dossier, editorial), *_proposed(proposals.find(dossier, editorial))]
    )


def _section(heading: str, items: Sequence[str]) -> Iterator[str]:
    if not items:
        return
    yield f"\n{heading} ({len(items)})" if len(items) > 1 else f"\n{heading}"
    for item in items[:_MANY]:
        yield from textwrap.wrap(
            item,
            _WIDTH,
            initial_indent="  ",
            subsequent_indent="      ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    if len(items) > _MANY:
        yield f"  and {len(items) - _MANY} more"


def _besides(dossier: Dossier) -> Iterator[str]:
    """What the line of counts leaves out."""
    counts = [
        (len(dossier.bodies), "body", "bodies"),
        (
            len(dossier.terms),
            "term in quotation marks that nobody speaks",
            "terms in quotation marks that nobody speaks",
        ),
        *(
            (number, *_RELATIONS[kind])
            for kind, number in Counter(c.relation for c in dossier.comparisons).items()
        ),
    ]
    told = [summary.count(number, one, many) for number, one, many in counts if number]
    if told:
        yield ", ".join(told)


def _spellings(dossier: Dossier) -> Iterator[str]:
    for party in (*dossier.people, *dossier.bodies):
        others = [name for name in party.names if name != party.name]
        if others:
            yield f"{party.name} [{party.key}]: {', '.join(others)}"


def _events(events: Iterable[Event]) -> Iterator[str]:
    for event in events:
        sources = dict.fromkeys(passage.source for passage in event.evidence)
        if len(event.evidence) > 1:
            yield f"{event.text} [{event.key}]: {', '.join(sources)}"


def _speakers(dossier: Dossier) -> Iterator[str]:
    for one in dossier.quotations:
        if one.speaker is None:
            yield f"[{one.key}] {f'“{one.attribution}” has no entry' if one.attribution else 'nobody named'}"


def _on_no_side(dossier: Dossier, editorial: Editorial) -> Iterator[str]:
    """All speakers whose side the sources leave open, with what they call them, as entries to paste."""
    called: dict[str | None, list[str]] = {}
    for one in (*dossier.quotations, *dossier.figures):
        called.setdefault(one.speaker, []).append(one.attribution or "")
    known = {name for entry in editorial.people for name in (entry.name, *entry.also)}
    open_ones = [
        party
        for party in (*dossier.people, *dossier.bodies)
        if dossier.sides and party.side is None and party.key in called
    ]
    if open_ones:
        keys = " or ".join(side.key for side in dossier.sides)
        yield f"\nOn no side ({len(open_ones)}). Who has one: paste the line under people, with {keys}"
    for party in open_ones:
        said = max(called[party.key], key=len).replace(party.name, "").strip(" ,")
        what = ", ".join(party.roles[:_ROLES]) or said
        there = "has an entry: put the side there" if not known.isdisjoint(party.names) else ""
        yield f"  - {{name: {_plain(party.name)}, side: }}"
        yield from _comment("; ".join(filter(None, [party.side_doubt or what, there])))


def _proposed(found: Iterable[Proposal]) -> Iterator[str]:
    """Entries to paste; what is known already stands in them with more words."""
    for number, one in enumerate(found):
        if not number:
            yield "\nOther words for one thing? If so, paste this under topics"
        yield f"  - name: {_plain(one.topic.name)}{'  # instead of the topic there' if one.known else ''}"
        yield f"    counted: [{', '.join(map(_plain, one.topic.counted))}]"
        yield from _comment(", ".join(one.figures))


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent="    # ", subsequent_indent="    # ", break_on_hyphens=False
    )


def _plain(text: str) -> str:
    """The text as YAML has it; JSON's strings are YAML's too, whatever stands in them."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _corrected(one: Correction) -> str:
    was = f", was {one.was}" if one.was else ""
    match one.kind:
        case "drop":
            return f"[{one.gone[0]}] taken out"
        case "merge":
            return f"[{one.keys[0]}] has [{'], ['.join(one.gone)}] in it"
        case "split":
            return f"[{one.keys[1]}] taken out of [{one.keys[0]}] as somebody else"
        case "headline":
            return f"[{one.keys[0]}] has a headline"
        case "speaker" | "date":
            more = f", and with it [{'], ['.join(one.keys[1:])}]" if one.keys[1:] else ""
            return f"[{one.keys[0]}] has another {one.kind}{was}{more}"
