"""The texts that a seed once had, out of Git's history.

Of the text that is pinned only the SHA-256 is written down; but whoever pinned it committed it, so that
each clone has it. Nothing more need be kept beside the seeds for that.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

_OBJECT = re.compile(rb"[0-9a-f]{40,64}")
_SECONDS = 10


def versions(path: Path) -> Iterator[bytes]:
    """The bytes that a file had in each commit that changed it, the newest first; none without Git."""
    log = _git(path.parent, "log", "--full-history", "--format=", "--raw", "--no-abbrev", "--", path.name)
    # Each line has the names of what was there before the commit and after it, and then the file's.
    changes = (_OBJECT.findall(line.split(b"\t")[0]) for line in log.splitlines())
    for name in dict.fromkeys(name for before, after in changes for name in (after, before)):
        if name.strip(b"0"):  # a file that was not there yet
            yield _git(path.parent, "cat-file", "blob", name.decode())


def _git(folder: Path, *arguments: str) -> bytes:
    """What Git answers; nothing where it does not."""
    program = shutil.which("git")
    if program is None:
        return b""
    try:
        done = subprocess.run(  # noqa: S603  # the arguments are our own
            [program, *arguments], cwd=folder, capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""
