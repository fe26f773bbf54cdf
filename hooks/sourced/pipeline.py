"""From the folder of seeds to what the site is made from: the one place that joins the floors."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

import msgspec

from sourced.citing import backlinks, checks, keys, pages, report, snippets, used
from sourced.citing.ground import Ground
from sourced.extraction import extract
from sourced.merging import dossier as merging
from sourced.merging import own_dates, unused
from sourced.merging.people import undecided
from sourced.model import (
    Article,
    Backlink,
    Dossier,
    Editorial,
    Extraction,
    Finding,
    InputError,
    Seed,
    SourceEntry,
    TimeExpression,
)
from sourced.publishing import entries, evidence, includes, sources
from sourced.publishing import write as writing
from sourced.publishing.entries import Entry
from sourced.reading import files, history, pins, seeds, settings

DOSSIER = "dossier.json"


class Made(msgspec.Struct, frozen=True):
    """All that one state of the seeds comes to.

    ``includes`` are what pages may include, by name; ``texts`` the whole seeds, by source's key, and
    ``dates`` those that each tells; ``written`` is ``dossier.yml``, ``findings`` what an editor is to put
    right in it; ``before`` what the keys led to in seeds that have changed since they were pinned,
    ``earlier`` before the last change that is known.
    """

    written: str
    editorial: Editorial
    seeds: tuple[Seed, ...]
    dossier: Dossier
    includes: Mapping[str, str]
    texts: Mapping[str, str]
    dates: Mapping[str, tuple[TimeExpression, ...]]
    findings: tuple[Finding, ...] = ()
    before: keys.Index = {}
    earlier: Callable[[], keys.Index] = dict

    def files(self, checked: str = "") -> Mapping[str, str]:
        """The includes and ``dossier.json``, by name; ``checked`` is what the checks of the pages came to."""
        data = msgspec.json.format(msgspec.json.encode(self.dossier), indent=2).decode()
        return {**self.includes, report.NAME: checked, DOSSIER: data + "\n"}

    def is_made(self, path: str) -> bool:
        """Whether the page at ``path`` in the docs folder is a source's, which no editor writes."""
        return any(path == f"sources/{source.key}.md" for source in self.dossier.sources)

    def edited(self, docs: Path) -> tuple[str, ...]:
        """The paths of the pages in ``docs`` that editors write."""
        return tuple(path for path in pages.paths(docs) if not self.is_made(path))

    def ground(self, *folders: Path) -> Ground:
        """What pages are checked against; they may also include what lies in ``folders``."""
        articles = {seed.source.key: seed.article for seed in self.seeds}
        texts = snippets.Texts({**self.includes, report.NAME: ""}, folders)
        return Ground(
            dossier=self.dossier,
            index=keys.index(self.dossier),
            articles=articles,
            includes=texts,
            dates=self.dates,
            before=self.before,
            earlier=self.earlier,
            own=texts.own(),
        )

    def uncited(self, edited: Iterable[str], ground: Ground) -> tuple[Entry, ...]:
        """What the sources say that none of the pages cites, given as Markdown, the strongest first."""
        listed = entries.collect(self.dossier)
        return used.uncited(listed, used.cited(edited, ground, listed), ground)

    def evidence(self, edited: Iterable[str], ground: Ground) -> str:
        """The list of the evidence page; ``edited`` are the pages that editors wrote, as Markdown."""
        listed = entries.collect(self.dossier)
        uncited = {entry.key for entry in used.uncited(listed, used.cited(edited, ground, listed), ground)}
        return evidence.render(listed, uncited, sides=bool(self.dossier.sides))

    def backlinks(self, edited: Mapping[str, tuple[str, str]], ground: Ground) -> tuple[Backlink, ...]:
        """What the pages cite that editors wrote: path -> (title, Markdown).

        It is all the rest too, where one of them lists the evidence.
        """
        cited = backlinks.find(edited, ground.includes)
        if page := snippets.page_of(evidence.NAME, edited, ground.includes):
            known = {link.key for link in cited}
            cited += tuple(Backlink(key, page, edited[page][0]) for key in ground.index if key not in known)
        return cited

    def source_pages(self, links: Iterable[Backlink]) -> Mapping[str, str]:
        """The sources' pages, path in the docs folder -> Markdown: what is linked, and the links back."""
        return sources.render(self.dossier, self.texts, links)


def make(folder: Path, last: Made | None = None) -> Made:
    """Read, extract, merge and render a folder of seeds.

    ``last`` is what was made before: it is given back where no seed has changed. Raises InputError
    for whatever is wrong with the seeds or ``dossier.yml``.
    """
    path = folder / settings.NAME
    try:
        editorial, read = seeds.read_folder(folder)
        written = path.read_text("utf-8-sig") if path.is_file() else ""
    except OSError as error:
        raise _unusable(error, folder) from error
    if last and (written, read) == (last.written, last.seeds):
        return last
    extracted = _extracted(read)
    dossier, misfits = merging.merge_and_correct(extracted, editorial)
    dossier = _with_lines(dossier, path)
    misfits = (
        *pins.find(editorial, read),
        *misfits,
        *unused.find(dossier, editorial),
        *own_dates.contradicted(read, editorial),
    )
    texts = {seed.source.key: seed.article.text for seed in read}
    return Made(
        written=written,
        editorial=editorial,
        seeds=read,
        dossier=dossier,
        includes=includes.render(dossier),
        texts=texts,
        dates={seed.source.key: found.dates for seed, found in extracted},
        findings=(
            *settings.findings(path, misfits),
            *undecided.find(dossier, editorial, texts, folder.name),
        ),
        before=_before(folder, editorial, read),
        earlier=partial(_earlier, folder, editorial, read),
    )


def _with_lines(dossier: Dossier, path: Path) -> Dossier:
    """The dossier with the line of each correction in ``dossier.yml``."""
    lines = settings.where(path, [("corrections", done.entry) for done in dossier.corrections])
    corrections = (
        msgspec.structs.replace(done, line=line)
        for done, (line, _) in zip(dossier.corrections, lines, strict=True)
    )
    return msgspec.structs.replace(dossier, corrections=tuple(corrections))


def _extracted(read: Iterable[Seed]) -> tuple[tuple[Seed, Extraction], ...]:
    dated = [own_dates.infer(seed) for seed in read]
    return tuple((seed, _extract(seed.article)) for seed in dated)


def _before(folder: Path, editorial: Editorial, read: tuple[Seed, ...]) -> keys.Index:
    """What the keys of the changed seeds led to in the texts that are pinned, as far as Git has these."""
    was: dict[str, Seed | None] = {}
    for number, seed in pins.changed(editorial, read):
        entry = editorial.sources[number]
        versions = _versions(folder, seed, entry)
        pin = (entry.sha256 or "").lower()
        was[seed.source.key] = next((one for one in versions if one.source.sha256 == pin), None)
    return _keys_then(was, editorial, read)


@lru_cache(maxsize=4)  # while somebody types a key, each build asks for one that nothing has
def _earlier(folder: Path, editorial: Editorial, read: tuple[Seed, ...]) -> keys.Index:
    """What the keys led to before the last change of each seed that Git has."""
    entries = {entry.file: entry for entry in editorial.sources}
    was: dict[str, Seed | None] = {}
    for seed in read:
        versions = _versions(folder, seed, entries.get(seed.source.file))
        was[seed.source.key] = next(
            (one for one in versions if one.source.sha256 != seed.source.sha256), None
        )
    return _keys_then(was, editorial, read)


def _versions(folder: Path, seed: Seed, entry: SourceEntry | None) -> Iterator[Seed]:
    """A seed as it was in each commit that changed it, the newest first."""
    path = folder / seed.source.file
    for data in history.versions(path):
        with contextlib.suppress(InputError):  # it was no text then
            yield seeds.read(path, data, entry)


def _keys_then(was: Mapping[str, Seed | None], editorial: Editorial, read: tuple[Seed, ...]) -> keys.Index:
    """What the keys led to that some of the seeds, by source's key, had when they were another text."""
    changed = {key for key, seed in was.items() if seed}
    if not changed:
        return {}
    then = tuple(was.get(seed.source.key) or seed for seed in read)
    dossier, _ = merging.merge_and_correct(_extracted(then), editorial)
    return {key: one for key, one in keys.index(dossier).items() if one.passage.source in changed}


def source_pages(made: Made, docs: Path, parts: Iterable[Path]) -> Mapping[str, str]:
    """The sources' pages for the pages that lie in ``docs``, for builders that run no hooks.

    ``parts`` are folders that pages include texts from. Raises InputError for a page that cannot
    be read.
    """
    edited = {path: pages.read_page(docs / path) for path in made.edited(docs)}
    titled = {path: (pages.title(path, text), text) for path, text in edited.items()}
    return made.source_pages(made.backlinks(titled, made.ground(*parts)))


def listed(made: Made, docs: Path, parts: Iterable[Path]) -> Mapping[str, str]:
    """The list of the evidence as a file, for builders that run no hooks. Raises InputError, as above."""
    edited = [pages.read_page(docs / path) for path in made.edited(docs)]
    return {evidence.LIST: made.evidence(edited, made.ground(*parts))}


def checked(made: Made, docs: Path, parts: Iterable[Path]) -> Mapping[str, tuple[str, checks.Checked]]:
    """What the checks of all pages in ``docs`` came to: path -> (title, checked).

    Messages call a page by its path below the folder that ``docs`` lies in. Raises InputError for a
    page that cannot be read.
    """
    ground = made.ground(*parts)
    found = {}
    for path in made.edited(docs):
        name = f"{docs.name}/{path}"
        text = pages.read_page(docs / path, name)
        found[path] = pages.title(path, text), checks.check(name, text, ground)
    return found


def write(files: Mapping[str, str], folder: Path) -> bool:
    """Write files, name -> text, into a folder; whether anything changed. Raises InputError."""
    try:
        return writing.write(files, folder)
    except OSError as error:
        raise _unusable(error, folder) from error


def _unusable(error: OSError, folder: Path) -> InputError:
    named = Path(str(error.filename or folder))
    near = named.relative_to(Path.cwd()) if named.is_relative_to(Path.cwd()) else named
    return InputError.about(files.shown(str(near)), files.unusable(error))


@lru_cache(maxsize=1024)
def _extract(article: Article) -> Extraction:
    """An article gives the same each time: while serving, only what changed is extracted."""
    return extract.extract(article)
