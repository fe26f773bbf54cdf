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
        if {key, key.rpartition(".")[0]} & set(correction.gone):
            line = f", line {correction.line}" if correction.line else ""
            if correction.keys:
                now = correction.keys[0]
                return f'"{key}" is merged into "{now}" in dossier.yml{line}: cite "{now}"'
            way = "cite something else, or take that correction out"
            return f'"{key}" is dropped in dossier.yml{line}: {way}'
    if told := moved.lost(key, ground):
        return told
    near = " or ".join(f'"{name}"' for name in keys.nearest(key, ground.index))
    advice = f"did you mean {near}?" if near else '"python -m sourced cite WORDS" finds keys by their words'
    return f'no seed has the key "{key}": {advice}'
