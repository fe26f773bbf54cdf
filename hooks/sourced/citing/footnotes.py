"""The text of a footnote: who says it, when, the passage, and where it stands."""

from __future__ import annotations

import re

from sourced.citing import keys
from sourced.citing.keys import Index
from sourced.model import Amount, Comparison, Event, Evidence, Party, Source, Statement
from sourced.publishing import dates, escape

_MARKS = re.compile(r"[“”„«»\"]")


def definition(key: str, index: Index) -> str:
    """The footnote's definition: one line of Markdown. Raises KeyError for an unknown key."""
    record = index[key]
    text = _source(record) if isinstance(record, Source) else _evidence(record, index)
    return f"[^{key}]: {text}"


def _source(source: Source) -> str:
    """The whole source: title, publisher, date."""
    published = dates.day(source.date) if source.date else ""
    where = ", ".join(filter(None, [source.publisher, published]))
    title = f"[{escape.text(source.title)}](cite:{source.key})"
    return f"{title} ({escape.text(where)})" if where else title


def _evidence(record: Statement | Amount | Party | Event | Comparison, index: Index) -> str:
    """Who says it and when, the passage, and a link to where it stands."""
    heading = _heading(record, index)
    link = f"[{escape.text(keys.publication(record, index))}](cite:{record.key})"
    # Of a place that names somebody what is said of the whole entry.
    noted = keys.notes(record.key, index) or keys.notes(record.key.rpartition(".")[0], index)
    parts = [f"{heading}:" if heading else "", _passage(record), link, *map(escape.text, noted)]
    return " ".join(filter(None, parts))


def _heading(record: Statement | Amount | Party | Event | Comparison, index: Index) -> str:
    """What stands before the passage; nothing where nobody known says it."""
    if isinstance(record, Party):
        return ", ".join([_who(record, record, index), *map(escape.text, record.roles)])
    if isinstance(record, Comparison):
        return f"**{escape.text(record.topic)}**"
    speaker = index.get(record.speaker or "")
    if not isinstance(speaker, Party):
        return ""
    said = dates.words(record.date) if isinstance(record, Evidence) and record.date else ""
    return ", ".join(filter(None, [_who(speaker, record, index), said]))


def _who(party: Party, record: Evidence | Event | Party, index: Index) -> str:
    """The name, and the side in words."""
    side = keys.side(record, index)
    return f"**{escape.text(party.name)}**" + (f" ({escape.text(side)})" if side else "")


def _passage(record: Statement | Amount | Party | Event | Comparison) -> str:
    """The passage in quotation marks, the cited words marked where they are shorter."""
    passage = record.passage
    words = escape.text(passage.text)
    if isinstance(record, Evidence):
        start, end = record.selector.start - passage.start, record.selector.end - passage.start
        if 0 <= start < end <= len(passage.text) and (start, end) != (0, len(passage.text)):
            before, cited, after = passage.text[:start], passage.text[start:end], passage.text[end:]
            words = f"{escape.text(before)}<mark>{escape.text(cited)}</mark>{escape.text(after)}"
    # A passage that has quotation marks of its own needs none around it.
    return words if _MARKS.search(passage.text) else f"“{words}”"
