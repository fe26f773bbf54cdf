"""The folder of seeds: every ``*.txt`` in it, with what ``dossier.yml`` says about it."""

from __future__ import annotations

import hashlib
import re
import textwrap
import unicodedata
from pathlib import Path

from sourced import suggestions
from sourced.model import (
    Article,
    Editorial,
    InputError,
    Misfit,
    Passage,
    Seed,
    Source,
    SourceEntry,
    Span,
)
from sourced.reading import article, contradictions, files, settings

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_TITLE = 200  # a headline is shorter; what is longer is a paragraph
_WORD = re.compile(r"\w")


def read_folder(folder: Path) -> tuple[Editorial, tuple[Seed, ...]]:
    """All seeds of a folder: those that ``dossier.yml`` lists, in its order, then the others by name.

    Raises InputError for a folder that is not there or has neither seeds nor a ``dossier.yml``, a seed
    that is empty or not UTF-8, two seeds with one key, and whatever is wrong with ``dossier.yml``.
    """
    if not folder.is_dir():
        raise InputError.about(f"{folder}", 'no such folder: make it and put articles in it as "*.txt"')
    editorial = settings.load(folder / settings.NAME)
    found = paths(folder)
    # With a dossier.yml it is an explainer's, and its articles are to come.
    if not found and not (folder / settings.NAME).is_file():
        raise InputError.about(f"{folder.name}/", 'no seeds: put articles in it as "*.txt"')
    entries = {entry.file: entry for entry in editorial.sources}
    for number, name in enumerate(entries):
        if name not in found:
            meant = suggestions.meant(
                suggestions.misspelt(name, found), 'correct "file:" or take the entry out'
            )
            absent = Misfit(("sources", number, "file"), f'"{name}" is not in {folder.name}/: {meant}')
            raise InputError(*settings.findings(folder / settings.NAME, [absent]))
    order = [*entries, *(name for name in found if name not in entries)]
    seeds = tuple(read(found[name], files.data(found[name]), entries.get(name)) for name in order)
    _refuse_shared_keys(folder, seeds)
    return editorial, seeds


def paths(folder: Path) -> dict[str, Path]:
    """The articles of a folder by name, in the order of their names."""
    return {
        unicodedata.normalize("NFC", path.name): path
        for path in sorted(folder.iterdir())
        if path.suffix.lower() == ".txt" and not path.name.startswith(".")
    }


def decode(data: bytes, file: str) -> str:
    """The text of a seed, of which messages call the file ``file``. Raises InputError."""
    text = files.decode(data, file)
    if not _WORD.search(text):
        raise InputError.about(file, "is empty: put the article's text in it or take it away")
    return text


def read(path: Path, data: bytes, entry: SourceEntry | None) -> Seed:
    """One seed: the bytes that ``path`` has, or had, and what ``dossier.yml`` says. Raises InputError."""
    file = files.name(path)
    said = entry or SourceEntry(file=path.name)
    cut = article.read(decode(data, file), said.date)
    source = Source(
        key=said.key or key_of(path.stem),
        file=path.name,
        title=said.title or _first_line(cut),
        publisher=said.publisher,
        address=said.address,
        date=said.date,
        language=said.language or "en",
        sha256=hash_of(data),
        show=said.show,
        described=entry is not None,
        passage=_first_passage(cut, said.key or key_of(path.stem)),
    )
    return Seed(source=source, article=cut)


def hash_of(data: bytes) -> str:
    """The SHA-256 by which a seed is pinned."""
    return hashlib.sha256(data).hexdigest()


def key_of(stem: str) -> str:
    """The key of a source that is given none: its file's name, as far as a key can have it."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    key = _UNSAFE.sub("-", plain).strip("-")
    # sources/index.md is the page of all sources; digits alone would be an editor's own note, [^1].
    if key and not key.isdigit() and key.lower() != contradictions.TAKEN:
        return key
    return f"source-{key or hashlib.sha256(stem.encode()).hexdigest()[:8]}"


def _first_line(cut: Article) -> str:
    words = cut.paragraphs[0].surface(cut.text)
    return textwrap.shorten(words, _TITLE, placeholder=" …", break_on_hyphens=False)


def _first_passage(cut: Article, key: str) -> Passage:
    first: Span = cut.sentences[0]
    return Passage(key, first.start, first.end, first.surface(cut.text))


def _refuse_shared_keys(folder: Path, seeds: tuple[Seed, ...]) -> None:
    """Two seeds must not have one key, nor keys that differ in case only: addresses may not."""
    first: dict[str, Source] = {}
    for seed in seeds:
        source = seed.source
        other = first.setdefault(source.key.lower(), source)
        if other is not source:
            raise InputError.about(
                f"{folder.name}/{source.file}",
                f'has the key "{source.key}" like {folder.name}/{other.file}: '
                f'give one of them another "key:" in {folder.name}/{settings.NAME}',
            )
