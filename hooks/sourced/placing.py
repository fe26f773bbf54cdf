"""Put files on the disk: all of them, or none."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path


def put(files: Mapping[Path, bytes]) -> None:
    """Write files, path -> bytes, with the folders they need.

    All lie on the disk before the first one takes its place; where one cannot, those that did are put
    back as they were, and nothing new is left. Raises OSError.
    """
    places = {_real(path): data for path, data in files.items()}
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in places.items():
            made += _make_folder(path.parent)
            waiting[path] = path.with_name(f".{path.name}.sourced")  # hidden: no preview takes it for an edit
            waiting[path].write_bytes(data)
            if path.exists():
                shutil.copymode(path, waiting[path])
        for path, place in waiting.items():
            before[path] = path.read_bytes() if path.exists() else None
            place.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            _put_back(before)
        raise
    finally:
        for place in waiting.values():
            with contextlib.suppress(OSError):
                place.unlink(missing_ok=True)
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()  # of those that have something in them by now, none goes


def _real(path: Path) -> Path:
    """Where the bytes lie: what is written over a link goes to what the link leads to."""
    return path.resolve() if path.is_symlink() else path


def _make_folder(folder: Path) -> list[Path]:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir()
    return missing[::-1]


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    for path, data in before.items():
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
