"""What the command line prints for people to read: at most 80 columns wide."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterable, Iterator

from sourced.citing import keys
from sourced.citing.keys import Citable, Index
from sourced.extraction import extract
from sourced.model import Amount, Comparison, Entity, Event, Figure, Party, Quotation, Source, Statement
from sourced.publishing.entries import Entry
from sourced.reading.article import read

_WIDTH = 80
_COLUMN = 36


def article(text: str, date: datetime.date | None) -> str:
    """All that is found in one article, in four lists."""
    found = extract.extract(read(text, date))
    return "\n".join(
        [
            *_list("Quotations", (_quotation(text, item) for item in found.quotations)),
            *_list("In quotation marks, said by nobody", ((span.surface(text), "") for span in found.terms)),
            *_list("Figures", (_figure(text, item) for item in found.figures)),
            *_list("Dates", ((item.surface(text), f"{item.type} {item.value}") for item in found.dates)),
            *_list("People and bodies", (_entity(text, item) for item in found.entities)),
        ]
    )


def citation(record: Citable, index: Index, note: str = "") -> str:
    """One key, ready to paste, with its passage and where it stands; ``note`` is what else is told."""
    lines = [f"[^{record.key}]"]
    if about := _about(record, index):
        lines += _wrapped(about, "    ")
    if not isinstance(record, Source):
        lines += _wrapped(record.passage.text, "    ")
    lines += _wrapped(keys.publication(record, index), "    ")
    lines += _wrapped(note, "    ")
    return "\n".join(lines) + "\n"


def choices(entries: Iterable[Entry]) -> str:
    """A line for each entry: its key, its kind, and its words as far as they fit."""
    most = 8
    listed = list(entries)
    lines = [
        textwrap.shorten(f"  {entry.key}  {entry.label}: {entry.words}", _WIDTH, placeholder=" …")
        for entry in listed[:most]
    ]
    return "\n".join(
        [f"  {line}" for line in lines] + [f"  and {len(listed) - most} more"] * (len(listed) > most)
    )


def pasted(entry: Entry, form: str) -> str:
    """What an editor pastes into a page: a "footnote", or the line of a "card"."""
    return f'--8<-- "{entry.card}"' if form == "card" else f"[^{entry.key}]"


def _about(record: Citable, index: Index) -> str:
    if isinstance(record, Source):
        return record.title
    if isinstance(record, Party):
        return ", ".join([record.name, *record.roles])
    if isinstance(record, Comparison):
        return record.topic
    speaker = index.get(record.speaker or "")
    by = f", {speaker.name}" if isinstance(speaker, Party) else ""
    kind = {Statement: "quotation", Amount: "figure", Event: "event"}[type(record)]
    words = record.text if isinstance(record, Event) else record.selector.exact
    # Where they are most of the passage, it is enough to read that.
    return f"{kind}{by}: {words}" if 2 * len(words) < len(record.passage.text) else f"{kind}{by}"


def _list(heading: str, items: Iterable[tuple[str, str]]) -> Iterator[str]:
    listed = list(items)
    yield f"{heading} ({len(listed)})"
    for words, note in listed:
        if len(words) < _COLUMN and len(note) < _WIDTH - _COLUMN - 2:
            yield f"  {words:<{_COLUMN}}{note}".rstrip()
        else:
            yield from _wrapped(words, "  ")
            yield from _wrapped(note, "      ")
    yield ""


def _quotation(text: str, item: Quotation) -> tuple[str, str]:
    source = item.source.surface(text) if item.source else ""
    who = item.name or source or "nobody named"
    who = f"{who} ({source})" if item.name and source and source != item.name else who
    cue = f', "{item.cue.surface(text)}"' if item.cue else ""
    return item.surface(text), f"{item.kind}: {who}{cue}"


def _figure(text: str, item: Figure) -> tuple[str, str]:
    counted = item.counted.surface(text) if item.counted else ""
    thing = [item.unit or "", counted]
    if item.value is None:
        number = ["indefinite number", "of" if any(thing) else ""]
    else:
        value = " to ".join(f"{n:g}" for n in item.value) if isinstance(item.value, tuple) else item.value
        whole = f"of {item.of:.15g}" if item.of is not None else ""
        bound = "" if item.bound == "=" else item.bound
        number = [bound, value if isinstance(value, str) else f"{value:.15g}", whole]
    return item.surface(text), " ".join(filter(None, [*number, *thing]))


def _entity(text: str, item: Entity) -> tuple[str, str]:
    roles = dict.fromkeys(role.surface(text) for role in item.roles)
    return item.name, ", ".join([item.kind, *roles])


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
