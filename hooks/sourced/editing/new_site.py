"""An empty explainer to start from, in a folder that stands by itself.

It holds all it needs: the program and its looks are copied from the explainer that this code lies in,
with those pages that are the same for every story. What is a story's own (the settings, the front page,
what the folder of seeds says of itself) comes from the files beside this module.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from sourced import placing
from sourced.citing import pages, references
from sourced.layout import is_temporary
from sourced.model import Finding, InputError
from sourced.publishing import escape
from sourced.reading import files, schema, yaml_text

_HOME = "index.md"
# Where the files beside this module go.
_OWN = {
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    _HOME: f"docs/{_HOME}",
    "seeds.md": "seeds/README.md",
    "dossier.yml": "seeds/dossier.yml",
}
# What is copied from the explainer's folder, where it is there: from -> to.
_PROGRAM = {
    "hooks": "hooks",
    "overrides": "overrides",
    "Makefile": "Makefile",
    "requirements.txt": "requirements.txt",
    ".gitignore": ".gitignore",
    ".gitattributes": ".gitattributes",
    # What is copied is under it; what editors write is not.
    "LICENSE": "hooks/LICENSE",
}
_CACHES = {"__pycache__"}


def make(folder: Path, name: str | None, here: Path) -> str:
    """Make an explainer in ``folder`` out of the one in ``here``; return what it is called.

    Without a ``name`` it is called after its folder. Raises InputError where there is something in the
    folder already, or where it cannot be written; then nothing is left of it.
    """
    called = escape.visible(name if name is not None else _words(folder)).strip()
    if not called:
        raise InputError.about(
            str(folder).strip() or "SITE", 'no name for the site in this: give one with --name "..."'
        )
    try:
        if folder.exists() and (not folder.is_dir() or _contents(folder)):
            raise InputError.about(
                str(folder), "is there already and not empty: name a folder that is new or empty"
            )
        placing.put({folder / path: data for path, data in _files(called, here).items()})
    except OSError as error:
        raise InputError.about(str(error.filename or folder), files.unusable(error)) from error
    return called


def _words(folder: Path) -> str:
    """A folder's name as a title: "harbour-strike" is "Harbour strike"."""
    words = Path(os.path.abspath(folder)).name.replace("-", " ").replace("_", " ").strip()  # noqa: PTH100  # links stay
    return words[:1].upper() + words[1:]


def _contents(folder: Path) -> bool:
    """Whether anything lies in a folder, besides what Git keeps in a new repository."""
    return any(path.name != ".git" for path in folder.iterdir())


def _files(name: str, here: Path) -> dict[str, bytes]:
    own = {target: _template(file, name) for file, target in _OWN.items()}
    settings: dict[str, Any] = yaml_text.load(own["mkdocs.yml"])
    found = {
        **dict(_copied(here)),
        **{f"docs/{path}": _page(here, path) for path in _standing(settings)},
        **{target: text.encode() for target, text in own.items()},
        f"seeds/{schema.NAME}": schema.text().encode(),
    }
    for path in _linked(settings):
        found[f"docs/{path}"] = (here / "docs" / path).read_bytes()
    return found


def _template(file: str, name: str) -> str:
    text = resources.files(__package__ or "").joinpath(file).read_text("utf-8")
    return text.replace("{name}", yaml_text.quoted(name) if file.endswith(".yml") else name)


def _copied(here: Path) -> Iterator[tuple[str, bytes]]:
    for origin, target in _PROGRAM.items():
        path = here / origin
        if path.is_file():
            yield target, path.read_bytes()
        for below in sorted(path.rglob("*")):
            within = below.relative_to(path)
            passing = _CACHES.intersection(within.parts) or any(map(is_temporary, within.parts))
            if below.is_file() and not passing:
                yield f"{target}/{within.as_posix()}", below.read_bytes()


def _standing(settings: dict[str, Any]) -> Iterator[str]:
    """The pages that are the same for every story: all in the navigation but the front page."""
    for entry in settings["nav"]:
        yield from (path for path in entry.values() if path != _HOME)


def _page(here: Path, path: str) -> bytes:
    """Such a page as it stands here. One that somebody has made a part of a story is no start for another."""
    file = here / "docs" / path
    text = pages.read_page(file)
    for reference in references.find(text):
        raise InputError(
            Finding(
                str(file),
                reference.line,
                reference.column,
                "",
                f"cites [^{reference.key}], so that it is no page to start with: "
                "make the new site from a copy of the program whose pages nobody has changed",
            )
        )
    return text.encode()


def _linked(settings: dict[str, Any]) -> list[str]:
    """The looks: the files in ``docs/`` that the settings name."""
    return [
        settings["theme"]["favicon"],
        *settings.get("extra_css", []),
        *settings.get("extra_javascript", []),
    ]
