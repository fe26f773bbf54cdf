"""``dossier.yml``: what editors say about the seeds, checked against its schema line by line."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from sourced import suggestions
from sourced.model import Editorial, Finding, InputError, Misfit
from sourced.reading import contradictions, files, misfits, yaml_text

NAME = "dossier.yml"

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>.*)`")
_PLACE = re.compile(r" - at `(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<field>\w+)|\[(?P<index>\d+|\.\.\.)\]")
_LIKE = 60  # of 100: a record has few fields, and one of them is meant
_DEPTH = 5  # no value lies deeper than corrections: - names: [one]
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_HEX = re.compile(r"#\s*[0-9A-Fa-f]{3,8}\b")

# A place in the file: the keys and numbers that lead to it.
_Path = contradictions.Path
_Data = misfits.Data


class _File(msgspec.Struct, frozen=True):
    """What messages call it, and its lines."""

    name: str
    lines: list[str]


def load(path: Path) -> Editorial:
    """What ``path`` says; an empty ``Editorial`` where there is no such file.

    Raises InputError with line and column where it is not UTF-8, not YAML, or not as its schema
    says.
    """
    return parse(files.text(path), files.name(path)) if os.path.lexists(path) else Editorial()


def parse(text: str, file: str = NAME) -> Editorial:
    """What the text of a ``dossier.yml`` says; ``file`` is its name in messages. Raises InputError."""
    data, places = _read(text, file)
    if data is None:
        return Editorial()
    try:
        editorial = msgspec.convert(data, Editorial)
    except msgspec.ValidationError as error:
        raise _schema_error(file, str(error), data, places) from None
    for place, message in contradictions.find(editorial):
        raise _error(file, _nearest(places, place), message)
    return editorial


def findings(path: Path, found: Sequence[Misfit]) -> tuple[Finding, ...]:
    """What fits nothing in a ``dossier.yml`` that was read before, with line and column."""
    places = where(path, [misfit.path for misfit in found])
    return tuple(
        Finding(files.name(path), *place, misfit.code, misfit.message)
        for place, misfit in zip(places, found, strict=True)
    )


def where(path: Path, entries: Sequence[_Path]) -> list[tuple[int, int]]:
    """The line and column, from 1, of entries of a ``dossier.yml`` that was read before."""
    if not entries:
        return []
    _, places = _read(files.text(path), files.name(path))
    marks = (_nearest(places, entry) for entry in entries)
    return [(mark.line + 1, mark.column + 1) if mark else (0, 0) for mark in marks]


def _read(text: str, file: str) -> tuple[_Data, dict[_Path, yaml.Mark]]:
    """The file as lists, keys and texts, and the place of each."""
    try:
        root = yaml_text.compose(text)
    except yaml_text.NotYamlError as error:
        raise InputError(Finding(file, error.line, error.column, "S007", f"not YAML: {error}")) from None
    places: dict[_Path, yaml.Mark] = {}
    data = None if root is None else _plain_data(root, (), places, _File(file, text.splitlines()))
    return data, places


def _plain_data(node: yaml.Node, path: _Path, places: dict[_Path, yaml.Mark], file: _File) -> _Data:
    """The node as lists, keys and texts, with the place of each noted in ``places``.

    Every scalar stays text, as an editor wrote it: YAML would make ``NO`` (Norway) false and 2024
    a number. A key with nothing after it counts as not written. A key that stands twice is an
    error: YAML would drop one of the two in silence.
    """
    places.setdefault(path, node.start_mark)
    if len(path) > _DEPTH:
        raise _error(
            file.name, node.start_mark, "a list within a list: docs/guide.md shows how entries are written"
        )
    if node.tag not in _TAGS:
        raise _error(
            file.name,
            node.start_mark,
            "a value cannot begin with an exclamation mark: put quotation marks around the value",
        )
    if isinstance(node, yaml.SequenceNode):
        return [_plain_data(item, (*path, number), places, file) for number, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        data: dict[str, _Data] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _error(file.name, key.start_mark, "a key must be a word")
            if key.value != key.value.strip():
                message = f'blanks of another kind stand before "{key.value.strip()}": indent with plain ones'
                raise _error(file.name, key.start_mark, message)
            if key.value in data:
                raise _error(file.name, key.start_mark, f'"{key.value}" stands twice here: keep one')
            places[*path, key.value] = key.start_mark
            data[key.value] = _plain_data(value, (*path, key.value), places, file)
            if data[key.value] is None and (colour := _HEX.search(file.lines[key.start_mark.line])):
                raise _error(
                    file.name,
                    key.start_mark,
                    f'what follows # is a comment: put it in quotation marks: {key.value}: "{colour[0]}"',
                )
        return {key: value for key, value in data.items() if value is not None}
    quoted = isinstance(node, yaml.ScalarNode) and node.style
    return None if not quoted and node.value in {"", "~", "null"} else str(node.value)


def _schema_error(file: str, message: str, data: _Data, places: dict[_Path, yaml.Mark]) -> InputError:
    where = _PLACE.search(message)
    path: _Path = ()
    for step in _STEP.finditer(where["path"] if where else ""):
        path += (step["field"],) if step["field"] else (int(step["index"]) if step["index"] != "..." else 0,)
    what = message[: where.start()] if where else message
    unknown = _UNKNOWN.fullmatch(what)
    if unknown:
        path += (unknown["field"],)
        known = _fields(path)
        near = suggestions.nearest(unknown["field"], known, likeness=_LIKE)[:1]
        meant = suggestions.meant(near, "known here: " + ", ".join(known))
        what = f'unknown key "{unknown["field"]}": {meant}'
    else:
        what = misfits.plain(what, path, data)
    return _error(file, _nearest(places, path), what)


def _fields(path: _Path) -> list[str]:
    """The keys that may stand beside the last one of ``path``."""
    record: Any = Editorial
    for step in path[:-1]:
        if isinstance(step, str):
            fields = {f.encode_name: f.type for f in msgspec.structs.fields(record)}
            record = fields[step]
            record = getattr(record, "__args__", (record,))[0]
    return [f.encode_name for f in msgspec.structs.fields(record)]


def _nearest(places: dict[_Path, yaml.Mark], path: _Path) -> yaml.Mark | None:
    while path and path not in places:
        path = path[:-1]
    return places.get(path)


def _error(file: str, mark: yaml.Mark | None, message: str) -> InputError:
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return InputError(Finding(file, line, column, "S007", message))
