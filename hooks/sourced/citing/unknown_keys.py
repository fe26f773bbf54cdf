"""S001: a citation key that no seed has."""

from __future__ import annotations

from collections.abc import Iterator

from sourced.citing import keys, references
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.model import Finding

CODE = "S001"


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each citation whose key nothing has."""
    for reference in references.find(page.markdown):
        if reference.key not in ground.index:
            yield Finding(page.file, reference.line, reference.column, CODE, message(reference.key, ground))


def message(key: str, ground: Ground) -> str:
    """What is wrong and what may be meant."""
    near = " or ".join(f'"{name}"' for name in keys.nearest(key, ground.index))
    advice = f"did you mean {near}?" if near else '"python -m sourced cite WORDS" finds keys by their words'
    return f'no seed has the key "{key}": {advice}'
