"""Where things lie in an explainer's folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeGuard

from msgspec import Struct

_SETTINGS = "mkdocs.yml"
# The explainer that this code lies in.
OWN = Path(__file__).resolve().parents[2]


class Layout(Struct, frozen=True):
    """An explainer's folder and those in it that the build reads and writes."""

    root: Path

    @property
    def seeds(self) -> Path:
        """The articles, and ``dossier.yml``."""
        return self.root / "seeds"

    @property
    def includes(self) -> Path:
        """What the build writes for pages to include."""
        return self.root / "build" / "includes"

    @property
    def docs(self) -> Path:
        """What editors write: ``docs_dir`` of ``mkdocs.yml``."""
        named = _settings(self.root).get("docs_dir")
        return self.root / (named if is_path(named) else "docs")

    @property
    def parts(self) -> tuple[Path, ...]:
        """Where pages include texts from: ``base_path`` of the snippets in ``mkdocs.yml``."""
        return tuple(self.root / path for path in _base_paths(_settings(self.root)))


def is_temporary(name: str) -> bool:
    """Whether a file is one that an editor's program keeps beside the one that is edited."""
    # Hidden ones (Vim's swap files, Emacs' locks), Emacs' automatic copies, copies of the last
    # version, and the file with which Vim tries whether it may write.
    return name.startswith((".", "#")) or name.endswith("~") or name == "4913"


def last_changed(folder: Path) -> float:
    """When a file below a folder last changed; what Python and editors' programs keep there is left out."""
    last = 0.0
    folders = [os.fspath(folder)]
    # Temporary files come and go.
    with contextlib.suppress(OSError):
        for path in folders:
            for entry in os.scandir(path):
                if entry.is_dir():
                    folders += [entry.path] * (entry.name != "__pycache__")
                elif not is_temporary(entry.name):
                    last = max(last, entry.stat().st_mtime)
    return last


def find(start: Path) -> Layout:
    """The nearest explainer from ``start`` upwards; the one this code lies in where there is none."""
    for folder in (start, *start.parents):
        if (folder / _SETTINGS).is_file() or (folder / "seeds").is_dir():
            return Layout(folder)
    return Layout(OWN)


def _settings(root: Path) -> Mapping[str, Any]:
    """``mkdocs.yml`` as plain text; what MkDocs would refuse is as good as nothing."""
    import yaml  # noqa: PLC0415  # half the commands do without

    from sourced.reading import yaml_text  # noqa: PLC0415

    try:
        text = (root / _SETTINGS).read_text("utf-8-sig")
        data = yaml_text.load(text)  # as text: MkDocs' own tags (!ENV) too
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return {}
    return data if isinstance(data, dict) else {}


def _base_paths(settings: Mapping[str, Any]) -> Iterator[str]:
    extensions = settings.get("markdown_extensions", [])
    for extension in extensions if isinstance(extensions, list) else [extensions]:
        options = extension.get("pymdownx.snippets") if isinstance(extension, dict) else None
        paths = options.get("base_path", []) if isinstance(options, dict) else []
        yield from filter(is_path, paths if isinstance(paths, list) else [paths])


def is_path(value: object) -> TypeGuard[str]:
    """Whether it is text that can name a file."""
    return isinstance(value, str) and "\0" not in value and bool(value)
