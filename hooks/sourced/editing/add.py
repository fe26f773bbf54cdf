"""An article that comes in: a copy of it among the seeds, and its entry in ``dossier.yml``."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from sourced import placing
from sourced.editing import intake, shelf, told
from sourced.editing.intake import Intake
from sourced.editing.shelf import Held, Shelf
from sourced.editing.told import Told
from sourced.merging import keys, words
from sourced.model import InputError
from sourced.reading import files, seeds, settings

# A name that says nothing: what browsers and machines call a file.
_NAMELESS = re.compile(
    r"(?:untitled|article|download|document|story|text|page|index|copy|new|stdin|news|tmp\w*|[\d_-]*[0-9a-f]{8,}[\w-]*|[\W\d_]*)"
    r"(?:[ _-]?(?:copy|\(?\d+\)?))*",
    re.IGNORECASE,
)
_KEY_WORDS = 4


class Given(Struct, frozen=True):
    """What the editor says of an article; None where the text is asked."""

    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    date: datetime.date | None = None
    key: str | None = None
    encoding: str | None = None


class Added(Struct, frozen=True):
    """An article that came in.

    ``taken`` are (field, value, the words it was read from or ""); ``left`` are the fields that nobody
    tells, each with its line in ``dossier.yml``; ``nothing`` is why nothing was to be done.
    """

    file: str
    key: str
    text: str
    date: datetime.date | None = None
    taken: tuple[tuple[str, str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    nothing: str = ""


def add(articles: Sequence[tuple[Path | None, bytes]], given: Given, folder: Path) -> tuple[Added, ...]:
    """Take articles in, (file, its bytes), None for one that was piped in; all of them or none.

    ``folder`` is that of the seeds. Raises InputError.
    """
    _refuse_bad(given)
    stock = shelf.read(folder)
    done = []
    for path, data in articles:
        name = files.shown(str(path)) if path else "standard input"
        stock, added = _one(stock, path, intake.read(data, name, given.encoding), given)
        done.append(added)
    _write(stock)
    return tuple(done)


def put_in_place(path: Path | None, data: bytes, key: str, given: Given, folder: Path) -> Added:
    """Put an article in the place of the one with ``key``, and pin it. Raises InputError."""
    stock = shelf.read(folder)
    held = stock.find(key)
    if held is None:
        there = ", ".join(sorted(one.key for one in stock.held)) or "none"
        raise InputError.about("--replace", f'no source has the key "{key}": there are: {there}')
    came = intake.read(data, str(path) if path else "standard input", given.encoding)
    stock = stock.with_article(held.file, came.data)
    after = stock.find(held.key)
    assert after is not None  # noqa: S101  # it was there before
    if held.entry is None:
        stock, added = _described(stock, after, came, given)
    else:
        stock = stock.pinned(after)
        added = Added(held.file, held.key, came.text, notes=("its new text is pinned", *came.notes))
    _write(stock)
    return added


def _one(stock: Shelf, path: Path | None, came: Intake, given: Given) -> tuple[Shelf, Added]:
    same = next((one for one in stock.held if one.data == came.data), None)
    alike = same or next((one for one in stock.held if one.words == came.text.split()), None)
    if alike and (alike.entry is not None or not same):
        what = "the same text" if same else "the same words, with other blanks or line ends"
        why = f"{stock.folder.name}/{alike.file} has {what}: nothing to do"
        return stock, Added(alike.file, alike.key, came.text, nothing=why)
    if same:  # it lies there, and nobody has described it
        return _described(stock, same, came, given)
    key = given.key or _key(path, told.read(came.text))
    file = f"{key}.txt"
    _refuse_taken(stock, path, key, given)
    stock = stock.with_article(file, came.data)
    held = stock.find(key)
    assert held is not None  # noqa: S101  # it has just been put there
    return _described(stock, held, came, given)


def _described(stock: Shelf, held: Held, came: Intake, given: Given) -> tuple[Shelf, Added]:
    """With an entry that has all that the editor or the text tells, and an empty line for the rest."""
    read = told.read(came.text)
    key = given.key or held.key
    date = given.date or read.date
    said = (
        ("title", given.title or read.title, ""),
        ("publisher", given.publisher or read.publisher, "" if given.publisher else read.publisher_words),
        ("address", given.address or read.address, ""),
        ("date", date.isoformat() if date else None, "" if given.date else read.date_words),
    )
    values = {field: " ".join((value or "").split()) for field, value, _ in said}
    fields = {"file": held.file, "sha256": seeds.hash_of(held.data), "key": key, **values, "language": "en"}
    stock = stock.with_entry(held.file, tuple(fields.items()))
    described = stock.find(key)
    assert described is not None  # noqa: S101  # it has just been described
    notes = came.notes
    if date is None and read.inferred:
        notes += (f"{read.inferred} is the day of “{read.date_words}”: used until you write down a date",)
    return stock, Added(
        file=held.file,
        key=key,
        text=came.text,
        date=date or read.inferred,
        taken=tuple((field, values[field], read_from or "") for field, _, read_from in said if values[field]),
        left=tuple((field, stock.line(described, field)) for field, value in values.items() if not value),
        notes=notes,
    )


def _key(path: Path | None, read: Told) -> str:
    """A key that says something: the file's name, else the first words of the headline."""
    stem = path.stem if path else ""
    if stem and not _NAMELESS.fullmatch(stem):
        return seeds.key_of(stem).lower()
    title = (words.content(read.title) or words.split(read.title))[:_KEY_WORDS] if read.title else []
    return seeds.key_of(keys.joined(title, "article") if title else stem or "article").lower()


def _refuse_taken(stock: Shelf, path: Path | None, key: str, given: Given) -> None:
    held = stock.find(key)
    if held is None:
        return
    name = str(path) if path else "standard input"
    if given.key:
        raise InputError.about("--key", f'"{key}" is {stock.folder.name}/{held.file}: take another key')
    raise InputError.about(
        name,
        f"{stock.folder.name}/{held.file} is there with another text. If this is that article as it is now, "
        f"add --replace {held.key}; if it is another one, give it its own key: --key {_free(stock, key)}",
    )


def _free(stock: Shelf, key: str) -> str:
    return next(
        f"{key}-{number}" for number in range(2, len(stock.held) + 3) if not stock.find(f"{key}-{number}")
    )


def _refuse_bad(given: Given) -> None:
    """What dossier.yml could not have, told by the option it came in."""
    for option in ("key", "address"):
        value = getattr(given, option)
        if value is None:
            continue
        try:
            settings.parse(json.dumps({"sources": [{"file": "a.txt", option: value}]}))
        except InputError as error:
            raise InputError.about(f"--{option}", error.finding.message) from error


def _write(stock: Shelf) -> None:
    try:
        placing.put(stock.pending)
    except OSError as error:
        raise InputError.about(str(error.filename or stock.folder), files.unusable(error)) from error


def lines(added: Added, folder: str) -> Iterator[str]:
    """What came in, for people to read."""
    if added.nothing:
        yield added.nothing
        return
    yield f"{folder}/{added.file}: cite it as [^{added.key}]"
    for field, value, read_from in added.taken:
        source = f'  (it says "{read_from}")' if read_from and read_from != value else ""
        yield f"  {field}: {value}{source}"
    for note in added.notes:
        yield f"  note: {note}"
    for field, line in added.left:
        yield f"{line}: {field}: the article does not tell it: fill it in, or take the line out"
