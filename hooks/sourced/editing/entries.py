"""Entries in ``dossier.yml`` as text: what editors wrote there, comments and blanks and all, stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from sourced.reading import yaml_text

Fields = Iterable[tuple[str, str]]

_COMMENT = re.compile(r"[ \t]*#")


def append(text: str, fields: Fields) -> str:
    """The text of a ``dossier.yml`` with one more entry at the end of ``sources``.

    A field without a value is left for the editor to fill. The text must be YAML with a mapping at its
    top, or nothing.
    """
    root = yaml.compose(text, yaml.BaseLoader)
    key, sources = next(_find(root, "sources"), (None, None))
    newline = "\r\n" if "\r\n" in text else "\n"
    if sources is None:
        gap = "" if not text.strip() else newline if text.endswith("\n") else 2 * newline
        return f"{text}{gap}sources:{newline}{_lines(fields, '  ', newline)}"
    if isinstance(sources, yaml.SequenceNode) and sources.value:
        if sources.flow_style:
            at = sources.end_mark.index - 1
            comma = "" if text[:at].rstrip().endswith(",") else ", "
            one = ", ".join(f'"{name}": {yaml_text.quoted(value)}' for name, value in fields if value)
            return f"{text[:at].rstrip()}{comma}{{{one}}}{text[at:]}"
        first, last = sources.value[-2:][0], sources.value[-1]
        between = text[_last(first) : last.start_mark.index]
        indent = " " * sources.start_mark.column
        gap = newline if first is last or re.search(r"\n[ \t]*\r?\n", between) else ""
        at = _after_comments(text, _line_end(text, _last(last)), len(indent))
        return _inserted(text, at, gap + _lines(fields, indent, newline), newline)
    # Nothing after "sources:", or an empty list.
    assert key is not None  # noqa: S101  # it has a value
    start, end = sources.start_mark.index, sources.end_mark.index
    text = text[:start].rstrip(" ") + text[end:] if end > start else text
    at = _line_end(text, key.end_mark.index)
    return _inserted(text, at, _lines(fields, " " * key.start_mark.column + "  ", newline), newline)


def set_field(text: str, number: int, name: str, value: str) -> str:
    """The text with another value for one field of the entry ``number`` of ``sources``, from 0."""
    _, sources = next(_find(yaml.compose(text, yaml.BaseLoader), "sources"))
    entry = sources.value[number]
    for _, node in _find(entry, name):
        written = value if node.end_mark.index > node.start_mark.index else f" {value}"
        return text[: node.start_mark.index] + written + text[node.end_mark.index :]
    key, file = entry.value[0]
    at = file.end_mark.index
    if entry.flow_style:
        return f"{text[:at]}, {name}: {value}{text[at:]}"
    newline = "\r\n" if "\r\n" in text else "\n"
    line = f"{' ' * key.start_mark.column}{name}: {value}{newline}"
    return _inserted(text, _line_end(text, at), line, newline)


def line_of(text: str, number: int, name: str) -> int:
    """The line, from 1, of a field of an entry of ``sources``, or of the entry where it has no such field."""
    _, sources = next(_find(yaml.compose(text, yaml.BaseLoader), "sources"))
    entry = sources.value[number]
    places = [key.start_mark.line for key, _ in entry.value if key.value == name]
    return int(next(iter(places), entry.start_mark.line)) + 1


def _find(node: yaml.Node | None, name: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == name:
            yield key, value


def _last(node: yaml.Node) -> int:
    """Where the last character of a node stands; a node's own mark may come after the comments below it."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    index: int = node.end_mark.index
    buffer = node.end_mark.buffer or ""
    return len(buffer[:index].rstrip("\0 \t\r\n")) if node.start_mark.index < index else index


def _line_end(text: str, index: int) -> int:
    """Where the line that has ``index`` in it ends, with its line end."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _after_comments(text: str, at: int, indent: int) -> int:
    """Comments right below an entry, farther in than its dash, belong to it."""
    while (match := _COMMENT.match(text, at)) and match.end() - 1 - at > indent:
        at = _line_end(text, at)
    return at


def _inserted(text: str, at: int, lines: str, newline: str) -> str:
    before = text[:at] if text[:at].endswith("\n") else text[:at] + newline
    return before + lines + text[at:]


def _lines(fields: Fields, indent: str, newline: str) -> str:
    written = [f"{name}: {yaml_text.scalar(value)}" if value else f"{name}:" for name, value in fields]
    return f"{indent}- " + f"{newline}{indent}  ".join(written) + newline
