"""S001: a citation key that no seed has."""

from __future__ import annotations

from collections.abc import Iterator

from sourced.citing import moved, references
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.merging import keys
from sourced.model import Finding

CODE = "S001"


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each citation whose key nothing has."""
    for reference in references.find(page.markdown):
        if reference.key not in ground.index:
            yield Finding(page.file, reference.line, reference.column, CODE, message(reference.key, ground))


def message(key: str, ground: Ground) -> str:
    """What is wrong and what may be meant."""
    for correction in ground.dossier.corrections:
        if key in correction.gone:
            now = f'now part of "{correction.keys[0]}": cite that' if correction.keys else "dropped"
            return f'the key "{key}" is gone by a correction in dossier.yml: it is {now}'
    if told := moved.lost(key, ground):
        return told
    near = " or ".join(f'"{name}"' for name in keys.nearest(key, ground.index))
    advice = f"did you mean {near}?" if near else '"python -m sourced cite WORDS" finds keys by their words'
    return f'no seed has the key "{key}": {advice}'
