"""YAML as editors write it: its nodes with their places, and what is wrong with it in an editor's words."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml

from sourced import wordlists

# The C parser where PyYAML was built with it: the same language, ten times faster.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What needs no marks around it, and what of that YAML takes for something else.
_PLAIN = re.compile(r"[A-Za-z](?:[\w.’() -]*[\w.’)])?|[0-9a-f]{64}|\d{4}-\d\d-\d\d|https?://[\w./?=&%~+-]+")
_NOT_TEXT = frozenset({"null", "none", "yes", "no", "true", "false", "on", "off", "y", "n"})
_FIRST = re.compile(r"[^\s\-]")


class NotYamlError(ValueError):
    """Text that is not YAML. ``line`` and ``column`` count from 1; a column of 0 is the whole line."""

    def __init__(self, message: str, line: int, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def compose(text: str) -> yaml.Node | None:
    """The root of the text, every scalar as written; None where it says nothing. Raises NotYamlError."""
    try:
        return yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise explained(error, text) from None


def explained(error: Exception, text: str) -> NotYamlError:
    """What a loader of YAML found wrong with a text, in an editor's words."""
    match error:
        case yaml.MarkedYAMLError():
            return _marked(error, text.splitlines())
        case yaml.reader.ReaderError():
            line = text.count("\n", 0, error.position) + 1
            return NotYamlError("a control character, which nobody sees: take it out", line)
        case RecursionError():
            return NotYamlError("brackets within brackets within brackets: take them out", 1)
    # Of all values only dates can be of the right form and none.
    return NotYamlError("a date that does not exist: correct it", 1)


def load(text: str) -> Any:  # noqa: ANN401  # YAML can be anything
    """What the text says as lists, keys and texts: every scalar as written. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  # it makes nothing but text


def scalar(text: str) -> str:
    """The text as YAML has it, with marks around it where it needs them."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """The text as YAML has it, in marks: JSON's strings are YAML's too, whatever stands in them."""
    return json.dumps(text, ensure_ascii=False)


@cache
def _mistakes() -> list[tuple[re.Pattern[str], str, str]]:
    """What the parser says of a mistake, the place that it is told at, and the editor's words for it."""
    rows = wordlists.rows(__package__, "yaml_mistakes.tsv")
    return [(re.compile(said), place, words) for said, place, words in rows]


def _marked(error: yaml.MarkedYAMLError, lines: list[str]) -> NotYamlError:
    at = error.problem_mark or error.context_mark
    begun = error.context_mark or at
    assert at is not None  # noqa: S101  # one of the two is always there
    assert begun is not None  # noqa: S101
    line = lines[at.line] if at.line < len(lines) else ""
    said = f"{error.problem}; {_clue(line, at.column)}; {error.context}"
    for pattern, place, words in _mistakes():
        if pattern.search(said):
            told = begun if place == "begun" else at
            here = lines[told.line] if told.line < len(lines) else ""
            fill = {"char": here[told.column : told.column + 1], "here": here.strip()}
            return NotYamlError(words.format(**fill), told.line + 1, told.column + 1)
    return NotYamlError("not understood from here on: see the lines above it", at.line + 1, at.column + 1)


def _clue(line: str, column: int) -> str:
    """What the line itself tells of the mistake: a tab, a colon before, where in the line it is."""
    before, rest = line[:column], line[column : column + 1]
    first = _FIRST.search(line)
    if rest == "\ufeff":
        return "byte order mark"
    if "\t" in line[: first.start() if first else column + 1]:
        return "tab"
    if rest == ":" and ": " in before:
        return "second colon"
    if rest in "]})" and rest:
        return "bracket"
    if not before.strip(" -"):
        return "line begins"
    return "after a mark" if re.search(r"[\"'][^\"']*[\"']\s*$|[\"']$", before) else "within"
