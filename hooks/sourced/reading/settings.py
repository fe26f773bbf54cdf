"""``dossier.yml``: what editors say about the seeds, checked against its schema line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml
from rapidfuzz import process

from sourced.model import Editorial, Finding, InputError, Misfit
from sourced.reading import contradictions

NAME = "dossier.yml"

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>.*)`")
_PLACE = re.compile(r" - at `(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<field>\w+)|\[(?P<index>\d+|\.\.\.)\]")
_DEPTH = 8
# The C parser where PyYAML was built with it: the same language, ten times faster.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# A place in the file: the keys and numbers that lead to it.
_Path = contradictions.Path
_Data = str | None | list["_Data"] | dict[str, "_Data"]


def load(path: Path) -> Editorial:
    """What ``path`` says; an empty ``Editorial`` where there is no such file.

    Raises InputError with line and column where it is not UTF-8, not YAML, or not as its schema
    says.
    """
    if not path.exists():
        return Editorial()
    file = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _error(file, None, f"byte {error.start + 1} is not UTF-8: save the file as UTF-8") from None
    return parse(text, file)


def parse(text: str, file: str = NAME) -> Editorial:
    """What the text of a ``dossier.yml`` says; ``file`` is its name in messages. Raises InputError."""
    root = _compose(text, file)
    places: dict[_Path, yaml.Mark] = {}
    data = None if root is None else _plain_data(root, (), places, file)
    if data is None:
        return Editorial()
    try:
        editorial = msgspec.convert(data, Editorial)
    except msgspec.ValidationError as error:
        raise _schema_error(file, str(error), places) from None
    for place, message in contradictions.find(editorial):
        raise _error(file, _nearest(places, place), message)
    return editorial


def findings(path: Path, misfits: Sequence[Misfit]) -> tuple[Finding, ...]:
    """What fits nothing in a ``dossier.yml`` that was read before, with line and column."""
    file = f"{path.parent.name}/{path.name}"
    places = where(path, [misfit.path for misfit in misfits])
    return tuple(
        Finding(file, *place, misfit.code, _in_a_line(misfit.message))
        for place, misfit in zip(places, misfits, strict=True)
    )


def where(path: Path, entries: Sequence[_Path]) -> list[tuple[int, int]]:
    """The line and column, from 1, of entries of a ``dossier.yml`` that was read before."""
    if not entries:
        return []
    places: dict[_Path, yaml.Mark] = {}
    file = f"{path.parent.name}/{path.name}"
    root = _compose(path.read_bytes().decode("utf-8-sig"), file)
    if root is not None:
        _plain_data(root, (), places, file)
    marks = (_nearest(places, entry) for entry in entries)
    return [(mark.line + 1, mark.column + 1) if mark else (0, 0) for mark in marks]


def _compose(text: str, file: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(filter(None, [error.context, error.problem]))
        raise _error(file, mark, f"not YAML: {problem}") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise InputError(Finding(file, line, 0, "S007", f"not YAML: {error.reason}: take it out")) from None


def _plain_data(node: yaml.Node, path: _Path, places: dict[_Path, yaml.Mark], file: str) -> _Data:
    """The node as lists, keys and texts, with the place of each noted in ``places``.

    Every scalar stays text, as an editor wrote it: YAML would make ``NO`` (Norway) false and 2024
    a number. A key with nothing after it counts as not written. A key that stands twice is an
    error: YAML would drop one of the two in silence.
    """
    places.setdefault(path, node.start_mark)
    if len(path) > _DEPTH:
        raise _error(file, node.start_mark, "is nested too deeply: see the shipped dossier.yml for the form")
    if isinstance(node, yaml.SequenceNode):
        return [_plain_data(item, (*path, number), places, file) for number, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        data: dict[str, _Data] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _error(file, key.start_mark, "a key must be a word")
            if key.value in data:
                raise _error(file, key.start_mark, f'"{key.value}" stands twice here: keep one')
            places[*path, key.value] = key.start_mark
            data[key.value] = _plain_data(value, (*path, key.value), places, file)
        return {key: value for key, value in data.items() if value is not None}
    quoted = isinstance(node, yaml.ScalarNode) and node.style
    return None if not quoted and node.value in {"", "~", "null"} else str(node.value)


def _schema_error(file: str, message: str, places: dict[_Path, yaml.Mark]) -> InputError:
    where = _PLACE.search(message)
    path: _Path = ()
    for step in _STEP.finditer(where["path"] if where else ""):
        path += (step["field"],) if step["field"] else (int(step["index"]) if step["index"] != "..." else 0,)
    what = message[: where.start()] if where else message
    unknown = _UNKNOWN.fullmatch(what)
    if unknown:
        path += (unknown["field"],)
        known = _fields(path)
        near = process.extractOne(unknown["field"], known, score_cutoff=60)
        meant = f'did you mean "{near[0]}"?' if near else "known here: " + ", ".join(known)
        what = f'unknown key "{unknown["field"]}": {meant}'
    else:
        what = _plain(what, path)
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


_TYPES = {"str": "text", "array": "a list", "object": "keys with values", "date": "a date", "int": "a number"}


def _plain(message: str, path: _Path) -> str:
    """Msgspec's message in an editor's words."""
    subject = f'"{path[-1]}"' if path and isinstance(path[-1], str) else "this"
    expected = re.fullmatch(r"Expected `([^`]*)`, got `([^`]*)`", message)
    if expected:
        wanted = " or ".join(_TYPES.get(t, t) for t in expected[1].split(" | ") if t != "null")
        got = _TYPES.get(expected[2], "nothing" if expected[2] == "null" else expected[2])
        return f"{subject} must be {wanted}, not {got}"
    missing = re.fullmatch(r"Object missing required field `([^`]*)`", message)
    if missing:
        return f'"{missing[1]}" is missing here: add it'
    choice = re.fullmatch(r"Invalid enum value '(.*)'", message)
    if choice:
        return f'{subject} cannot be "{choice[1]}": write cited or full'
    if message == "Invalid RFC3339 encoded date":
        return f"{subject} must be a date such as 2024-08-14"
    return f"{subject}: {message[0].lower()}{message[1:]}"


def _nearest(places: dict[_Path, yaml.Mark], path: _Path) -> yaml.Mark | None:
    while path and path not in places:
        path = path[:-1]
    return places.get(path)


def _error(file: str, mark: yaml.Mark | None, message: str) -> InputError:
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return InputError(Finding(file, line, column, "S007", _in_a_line(message)))


def _in_a_line(message: str) -> str:
    """What an editor wrote may have line breaks in it; a message has none."""
    return " ".join(message.split())
