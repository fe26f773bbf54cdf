"""The articles that an explainer has, and the text of its ``dossier.yml``: what a new one must fit in."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sourced.editing import entries
from sourced.model import InputError
from sourced.reading import files, schema, seeds, settings

_BOM = "\ufeff"


class Held(Struct, frozen=True):
    """An article that is there: its file in the folder, its bytes, its key, and the number of its entry."""

    file: str
    data: bytes
    key: str
    entry: int | None

    @property
    def words(self) -> list[str]:
        """Its words: what is the same where only blanks and line ends are not."""
        return self.data.decode("utf-8", "replace").removeprefix(_BOM).split()


class Shelf(Struct, frozen=True):
    """The articles of the folder, the text of ``dossier.yml``, and the files that are to be written."""

    folder: Path
    held: tuple[Held, ...]
    dossier: str
    pending: dict[Path, bytes]

    def find(self, key: str) -> Held | None:
        """The article with this key, or file."""
        return next((one for one in self.held if is_called(one.key, one.file, key)), None)

    def with_article(self, file: str, data: bytes) -> Shelf:
        """The shelf with an article, or with another text of one that is there."""
        others = tuple(one for one in self.held if one.file != file)
        before = next((one for one in self.held if one.file == file), None)
        held = replace(before, data=data) if before else Held(file, data, seeds.key_of(Path(file).stem), None)
        return replace(self, held=(*others, held), pending={**self.pending, self.folder / file: data})

    def with_entry(self, file: str, fields: entries.Fields) -> Shelf:
        """The shelf with an entry for one of its articles."""
        fields = tuple(fields)
        number = len(settings.parse(self.dossier).sources)
        held = tuple(
            replace(one, key=dict(fields)["key"], entry=number) if one.file == file else one
            for one in self.held
        )
        return replace(self._with_text(entries.append(self.dossier, fields), number + 1), held=held)

    def pinned(self, held: Held) -> Shelf:
        """The shelf with the bytes of one of its articles pinned in the entry that it has."""
        assert held.entry is not None  # noqa: S101  # who calls this has looked
        text = entries.set_field(self.dossier, held.entry, "sha256", seeds.hash_of(held.data))
        return self._with_text(text, len(settings.parse(self.dossier).sources))

    def line(self, held: Held, field: str) -> str:
        """Where a field of an article's entry stands: "seeds/dossier.yml:12"."""
        assert held.entry is not None  # noqa: S101  # who calls this has looked
        return f"{self._name}:{entries.line_of(self.dossier, held.entry, field)}"

    @property
    def _name(self) -> str:
        return f"{self.folder.name}/{settings.NAME}"

    def _with_text(self, text: str, sources: int) -> Shelf:
        """With another ``dossier.yml``, in which all that was there still stands."""
        before = settings.parse(self.dossier)
        try:
            after = settings.parse(text)
        except InputError:
            after = None
        if not after or len(after.sources) != sources or replace(after, sources=before.sources) != before:
            raise InputError.about(
                self._name, 'write "sources:" as a list with a line for each field: nothing was done'
            )
        path = self.folder / settings.NAME
        bom = _BOM if path.exists() and path.read_bytes().startswith(_BOM.encode()) else ""
        return replace(self, dossier=text, pending={**self.pending, path: (bom + text).encode()})


def is_called(key: str, file: str, name: str) -> bool:
    """Whether an editor who writes ``name`` means the article with this key and file."""
    return name.casefold().removesuffix(".txt") in {key.casefold(), file.casefold().removesuffix(".txt")}


def read(folder: Path) -> Shelf:
    """What lies in the folder of seeds, which need not be there yet. Raises InputError."""
    path = folder / settings.NAME
    editorial = settings.load(path)
    numbers = {entry.file: number for number, entry in enumerate(editorial.sources)}
    held = []
    try:
        for file, place in seeds.paths(folder).items() if folder.is_dir() else ():
            number = numbers.get(file)
            said = editorial.sources[number].key if number is not None else None
            held.append(Held(file, place.read_bytes(), said or seeds.key_of(place.stem), number))
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else None
    except OSError as error:
        raise InputError.about(str(error.filename or folder), files.unusable(error)) from error
    pending = {}
    if text is None:
        text = resources.files(__package__ or "").joinpath(settings.NAME).read_text("utf-8")
        if not (folder / schema.NAME).exists():
            pending[folder / schema.NAME] = schema.text().encode()
    return Shelf(folder, tuple(held), text, pending)
