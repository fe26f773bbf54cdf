"""What a page includes with ``--8<--``: the notation of pymdownx.snippets, read without the disk."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

_LINE = re.compile(
    r"[ \t]*(?P<escape>;*)"
    r"(?:-+8<-+[ \t]+(?P<quote>[\"'])(?P<path>[^\r\n]+)(?P=quote)|(?P<block>-+8<-+))\r?"
)
_NAME = r"[A-Za-z][-_0-9A-Za-z]*"
_SECTION = re.compile(
    rf"(?<![;-])-+8<-+[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>{_NAME})[ \t]*\]", re.IGNORECASE
)
# What may follow the file's name: a section, or ranges of lines.
_PART = re.compile(rf":(?:(?P<section>{_NAME})|-?[0-9]*(?::-?[0-9]*)?(?:,-?[0-9]*(?::-?[0-9]*)?)*)")
_DEPTH = 20


class Snippet(Struct, frozen=True):
    """One inclusion. ``line`` and ``column`` count from 1; ``part`` is a section's name or ""."""

    file: str
    part: str
    line: int
    column: int


class Texts(Mapping[str, str]):
    """What pages may include, by name: the texts that are known, then files, read when asked for.

    The first folder that has a file wins. A file that is not UTF-8 is as good as none.
    """

    def __init__(self, known: Mapping[str, str], folders: Iterable[Path]) -> None:
        self._known = known
        self._folders = tuple(folder.resolve() for folder in folders)

    def own(self) -> Texts:
        """The same with nothing in those that are known: only what lies in the folders has words."""
        return Texts(dict.fromkeys(self._known, ""), self._folders)

    def __getitem__(self, name: str) -> str:
        if name in self._known:
            return self._known[name]
        for path in self._paths(name):
            with contextlib.suppress(OSError, ValueError):
                return path.read_text("utf-8")
        raise KeyError(name)

    def file(self, name: str) -> str | None:
        """The file that has the text of that name, relative to where one types; None for a known text."""
        path = None if name in self._known else next(self._paths(name), None)
        here = Path.cwd()
        if path is None:
            return None
        return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)

    def _paths(self, name: str) -> Iterator[Path]:
        for folder in self._folders:
            with contextlib.suppress(OSError, ValueError):
                path = folder.joinpath(name).resolve()
                if path.is_file() and path.is_relative_to(folder):
                    yield path

    def __iter__(self) -> Iterator[str]:
        files = (path.name for folder in self._folders if folder.is_dir() for path in folder.glob("*.md"))
        return iter(dict.fromkeys([*self._known, *files]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def find(markdown: str) -> tuple[Snippet, ...]:
    """All inclusions of a text, in order; in code too, for the notation works there as well."""
    return tuple(line.snippet for line in _read(markdown) if line.snippet)


def nested(markdown: str, includes: Mapping[str, str]) -> Iterator[Snippet]:
    """All inclusions of a text, and those in what it includes."""
    return _nested(markdown, includes, ())


def missing(snippet: Snippet, includes: Mapping[str, str]) -> Snippet | None:
    """The inclusion that fails: this one, one in the text that it includes, or None.

    It fails where it names a file or a section that does not exist.
    """
    return _missing(snippet, includes, ())


def expand(markdown: str, includes: Mapping[str, str]) -> str:
    """The text with all that it includes; an inclusion of what does not exist gives nothing.

    A range of lines counts as the whole file. A file that includes itself ends there.
    """
    return "\n".join(_expanded(markdown, includes, ()))


def parts(markdown: str, includes: Mapping[str, str]) -> Mapping[str, str]:
    """The files of editors that a text includes, path -> whole text, and those that they include."""
    found: dict[str, str] = {}
    if isinstance(includes, Texts):
        waiting = [snippet.file for snippet in find(markdown)]
        for name in waiting:
            path = includes.file(name)
            if path and path not in found and (text := includes.get(name)) is not None:
                found[path] = text
                waiting += (snippet.file for snippet in find(text))
    return found


def page_of(file: str, pages: Mapping[str, tuple[str, str]], includes: Mapping[str, str]) -> str:
    """The first of the pages, path -> (title, Markdown), that includes the whole file; "" where none does."""
    for path, (_, markdown) in pages.items():
        if any(snippet.file == file and not snippet.part for snippet in find(markdown)):
            return path if file in includes else ""
    return ""


def without_missing(markdown: str, includes: Mapping[str, str]) -> str:
    """The text with the inclusions of what does not exist taken out, so that it can be rendered."""
    return "\n".join(
        line.text for line in _read(markdown) if line.snippet is None or not missing(line.snippet, includes)
    )


@lru_cache(maxsize=256)
def sections(text: str) -> Mapping[str, str]:
    """The named sections of an include and the text of each."""
    found: dict[str, str] = {}
    lines = text.splitlines()
    open_at: dict[str, int] = {}
    for number, line in enumerate(lines):
        for mark in _SECTION.finditer(line):
            name = mark["name"]
            if mark["type"].lower() == "start":
                open_at[name] = number + 1
            elif name in open_at:
                found.setdefault(name, "\n".join(lines[open_at.pop(name) : number]))
    for name, start in open_at.items():
        found.setdefault(name, "\n".join(lines[start:]))
    return found


class _Line(Struct, frozen=True):
    """A line; ``notation`` tells a line that is not shown, ``snippet`` is what it includes."""

    text: str
    notation: bool = False
    snippet: Snippet | None = None


def _read(markdown: str) -> Iterator[_Line]:
    in_block = False
    for number, text in enumerate(markdown.split("\n"), 1):
        match = _LINE.fullmatch(text)
        if match and match["escape"]:
            yield _Line(text)
        elif match and match["block"]:
            in_block = not in_block
            yield _Line(text, notation=True)
        elif match and not in_block:
            yield _Line(text, True, _snippet(match["path"].strip(), number, match.start("path") + 1))
        elif in_block and text.strip() and not match:
            indent = len(text) - len(text.lstrip())
            yield _Line(text, True, _snippet(text.strip(), number, indent + 1))
        else:
            yield _Line(text, notation=in_block)


def _snippet(path: str, line: int, column: int) -> Snippet | None:
    if path.startswith(";"):
        return None
    name, colon, rest = path.partition(":")
    part = _PART.fullmatch(colon + rest) if colon else None
    return Snippet(name, part["section"] or "", line, column) if part else Snippet(path, "", line, column)


def _text(snippet: Snippet, includes: Mapping[str, str]) -> str | None:
    text = includes.get(snippet.file)
    return sections(text).get(snippet.part) if text is not None and snippet.part else text


def _missing(snippet: Snippet, includes: Mapping[str, str], within: tuple[str, ...]) -> Snippet | None:
    text = _text(snippet, includes)
    if text is None:
        return snippet
    if snippet.file in within or len(within) == _DEPTH:
        return None
    inner = (_missing(nested, includes, (*within, snippet.file)) for nested in find(text))
    return next(filter(None, inner), None)


def _nested(markdown: str, includes: Mapping[str, str], within: tuple[str, ...]) -> Iterator[Snippet]:
    for snippet in find(markdown):
        yield snippet
        if snippet.file not in within and len(within) < _DEPTH:
            yield from _nested(_text(snippet, includes) or "", includes, (*within, snippet.file))


def _expanded(markdown: str, includes: Mapping[str, str], within: tuple[str, ...]) -> Iterator[str]:
    for line in _read(markdown):
        if not line.notation:
            yield line.text
        elif line.snippet and line.snippet.file not in within and len(within) < _DEPTH:
            text = _text(line.snippet, includes) or ""
            yield from _expanded(text, includes, (*within, line.snippet.file))
