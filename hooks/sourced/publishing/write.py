"""Write made files into a folder: only what changed, each whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sourced import placing

# What was made here before, one path a line. Only these files may be deleted: an editor who names
# a folder with other things in it must not lose them.
MANIFEST = ".sourced-made"


def write(files: Mapping[str, str], folder: Path) -> bool:
    """Make ``folder`` hold ``files`` (path below it -> text); return whether anything changed.

    A file that has its text already is left alone. One that was made here before and is made no
    longer is deleted; so are folders that this leaves empty. All new texts lie on the disk before
    the first one takes its place, so that a full disk leaves everything as it was. Raises OSError,
    and ValueError for a path that leads out of the folder.
    """
    wanted = {_below(folder, name): text.encode("utf-8") for name, text in files.items()}
    manifest = folder / MANIFEST
    stale = {_below(folder, name) for name in _lines(manifest)} - wanted.keys()
    stale = {path for path in stale if path.is_file()}
    wanted[manifest] = "".join(f"{name}\n" for name in sorted(files)).encode("utf-8")
    changed = {path: data for path, data in wanted.items() if not _holds(path, data)}
    if changed:
        placing.put(changed)
    for path in stale:
        path.unlink(missing_ok=True)
        _prune(path.parent, folder)
    return bool(changed or stale)


def _below(folder: Path, name: str) -> Path:
    path = Path(name)
    if path.is_absolute() or not path.parts or ".." in path.parts:
        raise ValueError(f'"{name}" does not lie below {folder}')
    return folder / path


def _lines(manifest: Path) -> list[str]:
    try:
        return manifest.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []


def _holds(path: Path, data: bytes) -> bool:
    try:
        return not path.is_symlink() and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _prune(below: Path, folder: Path) -> None:
    while below != folder and not any(below.iterdir()):
        below.rmdir()
        below = below.parent
