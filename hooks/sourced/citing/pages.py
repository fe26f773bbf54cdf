"""The pages that editors write: their texts, and what each is called."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from sourced.citing.prose import prose
from sourced.model import Finding, InputError

_TITLE = re.compile(r"^title:[ \t]*(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(?P<title>.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?[ \t]*\r?$", re.MULTILINE)


def paths(docs: Path) -> tuple[str, ...]:
    """The paths of all pages below a folder, hidden ones left out."""
    found = (path.relative_to(docs) for path in sorted(docs.rglob("*.md")) if path.is_file())
    return tuple(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))


def read_page(path: Path, name: str | None = None) -> str:
    """The text of one page; ``name`` is what messages call it. Raises InputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(Finding(name or str(path), 0, 0, "", f"cannot be read: {error.strerror}")) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        raise InputError(Finding(name or str(path), line, 0, "", message)) from None


def title(path: str, markdown: str) -> str:
    """What a page is called: its front matter's title, else its first heading, else its file's name."""
    text = prose(markdown)
    head = markdown[: len(text) - len(text.lstrip())]
    found = _TITLE.search(head) if head.lstrip("\ufeff").startswith("---") else None
    found = found or _HEADING.search(text)
    return (
        found["title"] if found else PurePosixPath(path).stem.replace("-", " ").replace("_", " ").capitalize()
    )
