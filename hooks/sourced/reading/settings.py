"""``dossier.yml``: what editors say about the seeds, checked against its schema line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import yaml
from rapidfuzz import process

from sourced.model import Editorial, Finding, InputError

NAME = "dossier.yml"
TAKEN = "index"  # sources/index.md is the page of all sources

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>.*)`")
_PLACE = re.compile(r" - at `(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<field>\w+)|\[(?P<index>\d+|\.\.\.)\]")
_DEPTH = 8
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# The C parser where PyYAML was built with it: the same language, ten times faster.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# A place in the file: the keys and numbers that lead to it.
_Path = tuple[str | int, ...]
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
    for place, message in _contradictions(editorial):
        raise _error(file, _nearest(places, place), message)
    return editorial


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


def _contradictions(editorial: Editorial) -> Iterator[tuple[_Path, str]]:
    """What the schema's types cannot say."""
    for kind, field in (("sources", "file"), ("sources", "key"), ("sides", "key"), ("topics", "name")):
        first: dict[str, int] = {}
        for number, entry in enumerate(getattr(editorial, kind)):
            value = getattr(entry, field)
            if value is None:
                continue
            if value in first:
                yield (
                    (kind, number, field),
                    f'"{value}" stands in an entry before this one: keep one of the two',
                )
            first.setdefault(value, number)
            if field == "key" and not _KEY.fullmatch(value):
                yield (kind, number, field), f'"{value}" is no key: use letters a to z, digits, "-" and "_"'
    for number, source in enumerate(editorial.sources):
        if source.key is not None and source.key.lower() == TAKEN:
            yield ("sources", number, "key"), f'"{source.key}" is the page of all sources: take another key'
        if source.address is not None and not _is_web_address(source.address):
            yield (
                ("sources", number, "address"),
                f'"{source.address}" is no address: begin with https:// or http://',
            )
    for number, side in enumerate(editorial.sides):
        if side.colour is not None and not _COLOUR.fullmatch(side.colour):
            yield ("sides", number, "colour"), f'"{side.colour}" is no colour: write it as "#0b5cad"'
    sides = [side.key for side in editorial.sides]
    for number, person in enumerate(editorial.people):
        if person.side is not None and person.side not in sides:
            known = ", ".join(sides) or "none: add it under sides"
            yield ("people", number, "side"), f'"{person.side}" is no side (there are: {known})'


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"[\s\"'<>\\]", address)


def _nearest(places: dict[_Path, yaml.Mark], path: _Path) -> yaml.Mark | None:
    while path and path not in places:
        path = path[:-1]
    return places.get(path)


def _error(file: str, mark: yaml.Mark | None, message: str) -> InputError:
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return InputError(Finding(file, line, column, "S007", message))
