"""A Python-Markdown extension: the definitions of what a page cites, and links to passages and people.

MkDocs gets it from the hook. Any other generator over Python-Markdown lists
``sourced.citing.extension`` with the option ``dossier``, the path of ``dossier.json``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import msgspec
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from sourced.citing import evidence_list, footnotes, keys, references
from sourced.citing.glossary import CLASS, Glossary, link_names
from sourced.model import Dossier, Finding, InputError
from sourced.publishing import evidence
from sourced.reading import files

_AFTER_SNIPPETS = 31.5  # pymdownx.snippets is 32: text that a page includes cites too
_FOOTNOTE = "footnote-ref"
_BEFORE_LINKS = 11  # names within links are left alone, so it does not matter what links those are
_AFTER_RAW = 5  # raw HTML is put back at 30
_AFTER_INLINE = 10  # links are made at 20, and MkDocs makes them relative and checks them at 0


class CitationExtension(Extension):
    """Adds to each page the footnotes it cites, in the order of first citation, and no others.

    ``index`` is what can be cited; without it, the option ``dossier`` says where to read it.
    ``page`` is the path in the docs folder of the page that comes next: links are relative to it.
    Zensical tells it by itself.
    ``unknown`` are the keys of the last page that nothing has, ``broken`` its addresses that are none.
    ``evidence`` makes the list of the evidence page; without it, the list lies beside ``dossier.json``.
    ``names`` are made links to the page ``glossary``, which has an entry of each; "" for no such page.
    """

    def __init__(
        self, index: keys.Index | None = None, names: Glossary | None = None, **options: str
    ) -> None:
        self.config = {
            "dossier": ["build/includes/dossier.json", "path of dossier.json"],
            "page": ["index.md", "path in the docs folder of the page that is rendered"],
            "directory_urls": [True, "whether a page's address ends with a slash, not with .html"],
            "glossary": ["", "path in the docs folder of the page that includes people.md"],
        }
        super().__init__(**options)
        self._index = index
        self._names = names
        self.page: str = self.getConfig("page")
        self.glossary: str = self.getConfig("glossary")
        self.directory_urls: bool = self.getConfig("directory_urls")
        self.evidence: Callable[[], str] = self._read_evidence
        self.unknown: tuple[str, ...] = ()
        self.broken: tuple[str, ...] = ()

    @property
    def index(self) -> keys.Index:
        """All that can be cited, by key."""
        if self._index is None:
            self._index, self._names = self._read()
        return self._index

    @property
    def names(self) -> Glossary | None:
        """The names that are made links; None without a glossary."""
        if self._index is None:
            self._index, self._names = self._read()
        return self._names if self.glossary else None

    def about(self, key: str) -> str:
        """Who somebody is in a line, as the tooltip of a name says it."""
        return self.names.about.get(key, "") if self.names else ""

    def _read(self) -> tuple[keys.Index, Glossary]:
        path = Path(self.getConfig("dossier"))
        try:
            return _read(path, path.stat().st_mtime_ns)
        except (OSError, msgspec.MsgspecError) as error:
            why = files.unusable(error) if isinstance(error, OSError) else "is no dossier"
            way = 'run "python -m sourced build", or set the option "dossier" to where it wrote dossier.json'
            raise InputError(Finding(str(path), 0, 0, "", f"{why}: {way}")) from None

    def _read_evidence(self) -> str:
        path = Path(self.getConfig("dossier")).with_name(evidence.LIST)
        return path.read_text("utf-8") if path.is_file() else ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register the processors."""
        md.preprocessors.register(_Definitions(self, md), "sourced_definitions", _AFTER_SNIPPETS)
        md.treeprocessors.register(_Names(self, md), "sourced_names", _BEFORE_LINKS)
        md.treeprocessors.register(_Links(self, md), "sourced_links", _AFTER_INLINE)
        md.postprocessors.register(_Evidence(self, md), "sourced_evidence", _AFTER_RAW)
        md.treeprocessors.register(_Commas(md), "sourced_commas", _AFTER_INLINE)


class _Definitions(Preprocessor):
    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        cited = references.find("\n".join(lines), front_matter=False)
        index = self.extension.index
        self.extension.unknown = tuple(dict.fromkeys(r.key for r in cited if r.key not in index))
        notes = dict.fromkeys(r.key for r in cited if not r.link and r.key in index)
        return [*lines, "", *(footnotes.definition(key, index) for key in notes)] if notes else lines


def _page(extension: CitationExtension, md: Markdown) -> str:
    """The path of the page that is rendered."""
    # Zensical has no hooks; it leaves word of the page in a preprocessor of its own.
    if "rendering_context" in md.preprocessors:
        context: Any = md.preprocessors["rendering_context"]
        return str(context.page.path)
    return extension.page


class _OfPage(Treeprocessor):
    """What depends on where the page stands."""

    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def folder(self) -> str:
        return posixpath.dirname(_page(self.extension, self.md)) or "."


class _Names(_OfPage):
    def run(self, root: Element) -> None:
        names, page = self.extension.names, self.extension.glossary
        if names is not None:
            link_names(root, names, posixpath.relpath(page, self.folder()), self.md.htmlStash)


class _Links(_OfPage):
    def run(self, root: Element) -> None:
        folder = self.folder()
        self.extension.broken = tuple(_without_broken(root))
        for link in root.iter("a"):
            scheme, _, key = link.get("href", "").partition(":")
            if scheme not in {"cite", "who"}:
                continue
            record = self.extension.index.get(unquote(key))
            if record is None or (scheme == "who" and not self.extension.glossary):
                # A link to nowhere would look alive: leave its words as text.
                link.tag = "span"
                del link.attrib["href"]
            elif scheme == "who":
                link.set("href", f"{posixpath.relpath(self.extension.glossary, folder)}#{record.key}")
                link.set("class", CLASS)
                if about := self.extension.about(record.key):
                    link.set("title", about)
            else:
                link.set("href", posixpath.relpath(keys.target(record), folder))


def _without_broken(root: Element) -> Iterator[str]:
    """The addresses that are none; their links and pictures are words now, for generators fail at them."""
    for element in root.iter():
        for attribute in {"href", "src"} & element.attrib.keys():
            try:
                urlsplit(element.attrib[attribute])
            except ValueError:
                element.tag = "span"
                yield element.attrib.pop(attribute)


class _Evidence(Postprocessor):
    """The list of the evidence, on the page that has a place for it."""

    def __init__(self, extension: CitationExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        if not evidence_list.has_place(text):
            return text
        found = self.extension
        page = _page(found, self.md)
        return evidence_list.put(
            text, found.evidence(), found.index, page, directory_urls=found.directory_urls
        )


class _Commas(Treeprocessor):
    """Two footnotes in a row are two numbers: a comma between them. Read out, each says what it is."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            children = list(parent)
            if parent.get("class") == _FOOTNOTE:
                parent.set("aria-label", f"Footnote {parent.text}")
            for place in range(len(children) - 1, 0, -1):
                before = children[place - 1]
                if not before.tail and _is_footnote(before) and _is_footnote(children[place]):
                    comma = Element("sup")
                    comma.text = ","
                    comma.tail = "\N{NARROW NO-BREAK SPACE}"
                    parent.insert(place, comma)


def _is_footnote(element: Element) -> bool:
    return element.tag == "sup" and any(link.get("class") == _FOOTNOTE for link in element)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> tuple[keys.Index, Glossary]:  # noqa: ARG001  # a changed file is read again
    dossier = msgspec.json.decode(path.read_bytes(), type=Dossier)
    return keys.index(dossier), Glossary(dossier)


def makeExtension(**options: str) -> CitationExtension:  # noqa: N802  # Python-Markdown's name
    """What Python-Markdown calls for ``sourced.citing.extension`` in a list of extensions."""
    return CitationExtension(None, None, **options)
