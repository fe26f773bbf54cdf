"""What does not fit the records of ``dossier.yml``: msgspec's message in an editor's words."""

from __future__ import annotations

import re

from sourced.model import Editorial
from sourced.reading.contradictions import Path

Data = str | None | list["Data"] | dict[str, "Data"]

_GLUED = re.compile(r"\w+:\S")
_EXPECTED = re.compile(r"Expected `([^`]*)`, got `([^`]*)`")
_MISSING = re.compile(r"Object missing required field `([^`]*)`")
_TYPES = {"str": "text", "array": "a list", "object": "keys with values", "null": "nothing", "date": "a date"}
_CHOICES = {"show": "cited or full", "planned": "yes or no", "kind": "person or body"}
# How an entry begins, for each list of them.
_FIRST = {"sources": "file", "sides": "key", "people": "name", "topics": "name", "corrections": "drop"}


def plain(message: str, path: Path, data: Data) -> str:
    """The message in plain words; ``path`` leads to the place in ``data``."""
    value = _at(data, path)
    if expected := _EXPECTED.fullmatch(message):
        wanted = next(kind for kind in expected[1].split(" | ") if kind != "null")
        how = _how(wanted, path, value)
        return f"{_subject(path)} must be {_TYPES[wanted]}, not {_TYPES[expected[2]]}{how}"
    if missing := _MISSING.fullmatch(message):
        return f'"{missing[1]}" is missing here: add it'
    if message.startswith("Invalid enum value"):
        return f'{_subject(path)} cannot be "{value}": write {_CHOICES[str(path[-1])]}'
    # What is left are dates.
    return f'{_subject(path)} cannot be "{value}": write year, month and day such as 2024-08-14'


def _subject(path: Path) -> str:
    if not path:
        return "the file"
    if isinstance(path[-1], str):
        return f'"{path[-1]}"'
    return f'an entry under "{path[-2]}"'


def _how(kind: str, path: Path, value: Data) -> str:
    """How to write what must stand there."""
    if kind == "object" and not path:
        return f": begin it with one of {', '.join(f'{field}:' for field in Editorial.__struct_fields__)}"
    if kind == "object":
        glued = ", with a blank after the colon" if isinstance(value, str) and _GLUED.match(value) else ""
        return f': write "- {_FIRST[str(path[-2])]}: …"{glued}'
    if kind == "array" and path[-1] in _FIRST:
        return f': begin each entry with a dash and a blank, "- {_FIRST[str(path[-1])]}: …"'
    if kind == "array":
        return f": write {path[-1]}: [{value if isinstance(value, str) else '…'}]"
    return ": write one value behind the colon"


def _at(data: Data, path: Path) -> Data:
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data
