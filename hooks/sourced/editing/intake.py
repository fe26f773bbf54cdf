"""The bytes of an article that comes in: whether they are plain text, and if not, what they are."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from msgspec import Struct

from sourced.model import Finding, InputError
from sourced.reading import files, seeds

MOST = 5_000_000  # bytes: no article is that long, and some files never end
_KINDS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip file or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
# Those that say themselves what they are; the longer mark first.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_TAG = re.compile(
    r"<(?:/?(?:html|head|body|div|p|span|a|br|h[1-6]|ul|li|table|article|section|script|meta|img)\b[^<>]{0,2000}"
    r"|!doctype html[^<>]*)>",
    re.IGNORECASE,
)
_TAGS = 3  # more than an article has by chance
# What "“", "’" and "–" become where UTF-8 is read as Windows-1252 and saved again.
_GARBLED = re.compile(r"\S{0,12}â€\S{0,12}")
_AROUND = 12


class Intake(Struct, frozen=True):
    """An article that can be a seed: its bytes, in UTF-8, its text, and what one must know of it."""

    data: bytes
    text: str
    notes: tuple[str, ...] = ()


def read(data: bytes, name: str, encoding: str | None = None) -> Intake:
    """The article in some bytes; ``name`` is what messages call the file.

    UTF-8 stays as it is, byte for byte. Text in another encoding that is certain, by its mark or by what
    the editor says, becomes UTF-8. Raises InputError for what is no plain text.
    """
    if len(data) > MOST:
        raise _error(name, f"is larger than {MOST // 1_000_000} MB: an article is not")
    for mark, kind in _KINDS.items():
        if data.startswith(mark):
            raise _error(name, f"is {kind}, not plain text: save the article's words as text, and add that")
    known = encoding or next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    notes: tuple[str, ...] = ()
    if known and codecs.lookup(known).name != "utf-8":
        data = _converted(data, name, known)
        notes = (f"was {known.upper()} and is saved as UTF-8",)
    _refuse_other_encodings(data, name)
    text = seeds.decode(data, name)
    if len(_TAG.findall(text)) >= _TAGS:
        raise _error(
            name,
            "is HTML: open it in a browser, copy the article's words, and save them as text",
            text.count("\n", 0, next(_TAG.finditer(text)).start()) + 1,
        )
    garbled = _GARBLED.search(text)
    if garbled:
        notes += (f"looks garbled (“{garbled[0]}”): copy the article again, or quote it as it is",)
    return Intake(data, text, notes)


def load(path: Path) -> bytes:
    """The bytes of a file, as many as an article can have and one more. Raises InputError."""
    if path.is_dir():
        raise _error(str(path), "is a folder: name the files in it")
    try:
        with path.open("rb") as file:
            return file.read(MOST + 1)
    except OSError as error:
        raise _error(str(path), files.unusable(error)) from error


def _converted(data: bytes, name: str, encoding: str) -> bytes:
    try:
        return data.decode(encoding).removeprefix("\ufeff").encode()
    except UnicodeError as error:
        raise _error(name, f"is not {encoding.upper()}: {error.args[-1]}") from None


def _refuse_other_encodings(data: bytes, name: str) -> None:
    """What is not UTF-8 may be Windows-1252, as most of it is: an editor sees whether it reads right so."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        around = data[max(0, error.start - _AROUND) : error.start + _AROUND]
        if b"\x00" in data:
            raise _error(name, "is no text file: save the article's words as text, and add that") from None
        read_so = " ".join(around.decode("cp1252", "replace").split())
        line = data.count(b"\n", 0, error.start) + 1
        raise _error(
            name,
            f"byte 0x{data[error.start]:02x} is not UTF-8. Read as Windows-1252 (Latin-1) it is “{read_so}”: "
            "if that is right, add --encoding cp1252; else save the file as UTF-8",
            line,
        ) from None


def _error(file: str, message: str, line: int = 0) -> InputError:
    return InputError(Finding(files.shown(file), line, 0, "", message))
