"""What ``python -m sourced build`` says: what was found, merged, left open and corrected. 80 columns wide."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sourced import left_open, summary
from sourced.model import Correction, Dossier, Editorial, Event

_RELATIONS = {
    "conflict": ("conflict", "conflicts"),
    "agreement": ("agreement", "agreements"),
    "same words": ("time the same words", "times the same words"),
    "side by side": ("topic side by side", "topics side by side"),
    "one side only": ("thing only one side speaks of", "things only one side speaks of"),
}


def lines(dossier: Dossier, editorial: Editorial, file: str) -> str:
    """What is left to decide, then what was corrected in ``file`` and what was merged and found."""
    sections = (
        (
            f"Corrected by {file}",
            (f"line {one.line}: {_corrected(one)}" for one in dossier.corrections),
        ),
        ("One entry for several spellings", _spellings(dossier)),
        ("One event told more than once", _events(dossier.events)),
        ("Found besides", _besides(dossier)),
    )
    told = [line for heading, items in sections for line in _section(heading, list(items))]
    return "\n".join([*left_open.lines(dossier, editorial), *told])


def _section(heading: str, items: Sequence[str]) -> Iterator[str]:
    if not items:
        return
    yield f"\n{heading} ({len(items)})" if len(items) > 1 else f"\n{heading}"
    for item in items[: left_open.MANY]:
        yield from textwrap.wrap(
            item,
            left_open.WIDTH,
            initial_indent="  ",
            subsequent_indent="      ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    if len(items) > left_open.MANY:
        yield f"  and {len(items) - left_open.MANY} more"


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


def _corrected(one: Correction) -> str:
    was = f", was {one.was}" if one.was else ""
    match one.kind:
        case "drop":
            return f"[{one.gone[0]}] taken out"
        case "merge":
            return f"[{one.keys[0]}] has [{'], ['.join(one.gone)}] in it"
        case "split":
            return f"[{one.keys[1]}] has what was taken out of [{one.keys[0]}]"
        case "headline":
            return f"[{one.keys[0]}] has a headline"
        case "roles" | "kind" | "side" | "planned":
            return f"[{one.keys[0]}] has another entry for {one.kind}{was}"
        case "speaker" | "date":
            more = f", and with it [{'], ['.join(one.keys[1:])}]" if one.keys[1:] else ""
            return f"[{one.keys[0]}] has another {one.kind}{was}{more}"
