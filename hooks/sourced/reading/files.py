"""Files as they are read: what messages call one, its bytes, its text, or the one line that says why not."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from sourced.model import Finding, InputError

_LINE_END = re.compile(rb"\r\n|\r|\n")
# None of these is text, and a browser shows none: they come from files that are something else.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_KINDS = (
    (stat.S_ISDIR, "is a folder, not a file: rename it or move it elsewhere"),
    (stat.S_ISREG, ""),
)


def name(path: Path) -> str:
    """A file of an explainer's folder as messages name it: "seeds/post.txt"."""
    return shown(f"{path.parent.name}/{path.name}")


def shown(words: str) -> str:
    """The name of a file as it can be written: bytes that are no letters are shown as such."""
    return words.encode("utf-8", "replace").decode("utf-8")


def data(path: Path, called: str | None = None) -> bytes:
    """The bytes of a file; ``called`` is its name in messages. Raises InputError."""
    called = shown(called or name(path))
    if shown(path.name) != path.name:
        raise InputError.about(called, "has a name that is not UTF-8: rename it")
    try:
        kind = path.stat().st_mode
        wrong = next((words for is_kind, words in _KINDS if is_kind(kind)), "is no file: take it away")
        if not wrong:
            return path.read_bytes()
    except OSError as error:
        link = path.is_symlink()
        wrong = f"cannot be read: {unusable(error)}" if not link else "is a link that leads nowhere: mend it"
    raise InputError.about(called, wrong)


def text(path: Path, called: str | None = None) -> str:
    """The text of a file in UTF-8; a byte order mark is no part of it. Raises InputError."""
    return decode(data(path, called), called or name(path))


def decode(read: bytes, called: str) -> str:
    """The text of a file's bytes. Raises InputError where they are not UTF-8, or no text."""
    try:
        words = read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        *before, last = _LINE_END.split(read[: error.start])
        column = len(last.decode("utf-8", "replace")) + 1
        message = f"byte 0x{read[error.start]:02x} is not UTF-8: save the file as UTF-8"
        raise InputError(Finding(called, len(before) + 1, column, "", message)) from None
    if control := _CONTROL.search(words):
        *lines, last = _LINE_END.split(words[: control.start()].encode())
        message = f"has a control character (U+{ord(control[0]):04X}): take it out"
        raise InputError(Finding(called, len(lines) + 1, len(last.decode()) + 1, "", message))
    return words


def unusable(error: OSError) -> str:
    """Why the system does not give or take a file, in an editor's words."""
    return {
        "PermissionError": "permission denied: change the file's permissions",
        "FileNotFoundError": "no such file",
        "IsADirectoryError": "it is a folder",
        "NotADirectoryError": "one of the folders in its path is a file",
        "FileExistsError": "a file of that name is there already",
    }.get(type(error).__name__, (error.strerror or "the system gives no reason").lower())
