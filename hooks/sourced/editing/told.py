"""What the text of an article tells of itself: its headline, who published it, where it stands, and when.

Only the first and last lines are looked at, and only what they say in so many words is taken: a name
that is wrong would stand under each passage on the site.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct

from sourced import wordlists
from sourced.extraction import dates
from sourced.reading import datelines, segments

_HEAD, _FOOT = 8, 4  # lines that are not empty
_LONGEST = 30  # words of a headline
_SENTENCE = 16  # words: a longer line that ends in a full stop is the story's first sentence

_ADDRESS = re.compile(r"<?(https?://[^\s<>\"']+)>?")
_LABEL = re.compile(r"(?P<label>[A-Za-z]+(?: [A-Za-z]+)?)\s*:\s+(?P<value>\S.*)")
_BYLINE = re.compile(r"(?i:(?:words |text )?by)\s+[^\W\d_a-z].*|(?i:published|updated|posted|date)\b.*\d.*")
# "News > Africa > Kenya"; "3 min read".
_AROUND = re.compile(r"[^<>›»]+(?: [>›»] [^<>›»]+)+|\d+[ -]min(?:ute)?s?[ -]read")
_NAME = r"(?P<name>[^\W\d_a-z][^.,:;|©\n]{1,60}?(?:,? (?:Inc|Ltd|LLC|Co)\b\.?)?)"
_OWNED = re.compile(
    r"(?:(?i:copyright|\(c\)|©)[\s,]*)+(?:\d{4}(?:\s*[-–]\s*\d{4})?[\s,]*)(?i:by )?"
    rf"{_NAME}(?:[.,]?$|[.,]\s|(?<=\.)\s|\s+[-–|]|\s+(?i:all rights))"
)
_FIRST = re.compile(
    r"\b(?i:this (?:article|story|report|piece)(?: was)?(?: first| originally)? (?:appeared|published)"
    rf"(?: first| originally)? (?:in|on|by|at))(?: the)? {_NAME}(?:[.,]| and | on | in |$)"
)
_BAR = re.compile(rf"(?P<title>\S.{{8,}}?)\s+\|\s+{_NAME}")
_AGENCY = re.compile(r"\((?P<name>[^()]+)\)")


class Told(Struct, frozen=True):
    """What an article tells; None what it does not.

    ``publisher_words`` and ``date_words`` are the words it says it in. ``inferred`` is a day that its
    words come to without being said to be its own.
    """

    title: str | None = None
    publisher: str | None = None
    publisher_words: str | None = None
    address: str | None = None
    date: datetime.date | None = None
    inferred: datetime.date | None = None
    date_words: str | None = None


def read(text: str) -> Told:
    """Read the first and last lines of an article."""
    lines = _lines(text)
    edges = lines if len(lines) <= _HEAD + _FOOT else [*lines[:_HEAD], *lines[-_FOOT:]]
    address = next(filter(None, map(_address, edges)), None)
    title, behind_bar = _title(lines[:_HEAD])
    named = next(filter(None, map(_publisher, edges)), None) or behind_bar
    named = named or _host(address) or _agency(text)
    own = dates.own_date(text)
    return Told(
        title=title,
        publisher=named[0] if named else None,
        publisher_words=named[1] if named else None,
        address=address,
        date=own.day if own and own.stated else None,
        inferred=own.day if own and not own.stated else None,
        date_words=" ".join(own.words.surface(text).split()) if own else None,
    )


def _lines(text: str) -> list[str]:
    """The lines that are not empty; one that begins with a small letter goes on with the line before it."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        for number, line in enumerate(filter(None, (" ".join(line.split()) for line in block.split("\n")))):
            if number and line[0].islower():
                lines[-1] += f" {line}"
            else:
                lines.append(line)
    return lines


def _labelled(line: str, kind: str) -> str | None:
    """What a line says behind a label of this kind."""
    found = _LABEL.fullmatch(line)
    return found["value"] if found and found["label"].lower().replace(" ", "-") in _labels()[kind] else None


def _address(line: str) -> str | None:
    found = _ADDRESS.fullmatch(_labelled(line, "address") or line)
    return found[1].rstrip(".,)") if found else None


def _title(head: Iterable[str]) -> tuple[str | None, tuple[str, str] | None]:
    """The headline, and the publisher that a browser puts behind it: "Strike ends | Harbour Post"."""
    for line in head:
        said = _labelled(line, "title")
        if said is None and _is_furniture(line):
            continue
        title = said or line
        words = len(title.split())
        if words > _LONGEST or (words > _SENTENCE and title.endswith(".")):
            break
        parts = _BAR.fullmatch(title)
        return (parts["title"], (parts["name"], title)) if parts else (title, None)
    return None, None


def _is_furniture(line: str) -> bool:
    """Whether a line is no headline: a menu's, a section's name, a byline, an address, a date."""
    plain = line.casefold().replace("’", "'").strip(" .:>|")
    own = dates.own_date(line)
    return (
        plain in _furniture()
        or bool(_BYLINE.fullmatch(line) or _AROUND.fullmatch(plain))
        or bool(_address(line) or _labelled(line, "publisher"))
        or bool(_OWNED.search(line))
        or (own is not None and len(line.split()) <= 2 + len(own.words.surface(line).split()))
    )


def _publisher(line: str) -> tuple[str, str] | None:
    """The publisher that a line names, and the line."""
    said = _labelled(line, "publisher")
    if said and not _ADDRESS.search(said) and len(said.split()) <= 6 and said[0].isupper():
        return said.rstrip("."), line
    found = _OWNED.match(line) or _FIRST.search(line)
    return (found["name"].strip(), line) if found else None


def _host(address: str | None) -> tuple[str, str] | None:
    host = urlsplit(address).hostname if address else None
    return (host.removeprefix("www."), address) if host and address else None


def _agency(text: str) -> tuple[str, str] | None:
    """The agency of a dateline: "LIMA, March 3 (Andina Wire) - "."""
    for paragraph in segments.paragraphs(text)[:_HEAD]:
        dateline = datelines.find(text, paragraph)
        found = _AGENCY.search(dateline.surface(text)) if dateline else None
        if dateline and found:
            return found["name"].strip(), dateline.surface(text).strip(" -–—")
    return None


@cache
def _labels() -> dict[str, frozenset[str]]:
    return wordlists.classes(__package__, "labels.tsv")


@cache
def _furniture() -> frozenset[str]:
    return frozenset(wordlists.lines(__package__, "furniture.txt"))
