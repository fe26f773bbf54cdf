"""S001: a citation key that no seed has."""

from __future__ import annotations

from collections.abc import Iterator

from sourced import suggestions
from sourced.citing import moved, references
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.model import Finding

CODE = "S001"


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each citation whose key nothing has, or has for the time being only."""
    for reference in references.find(page.markdown):
        told = message if reference.key not in ground.index else _passing
        if said := told(reference.key, ground):
            yield Finding(page.file, reference.line, reference.column, CODE, said)


def message(key: str, ground: Ground) -> str:
    """What is wrong and what may be meant."""
    if told := gone(key, ground):
        return told
    near = suggestions.nearest(key, ground.index)
    advice = suggestions.meant(near, '"python -m sourced cite WORDS" finds keys by their words')
    return f'no seed has the key "{key}": {advice}'


def gone(key: str, ground: Ground) -> str:
    """What became of a key that was there; "" where that is not known."""
    for correction in ground.dossier.corrections:
        if {key, key.rpartition(".")[0]} & set(correction.gone):
            line = f", line {correction.line}" if correction.line else ""
            if correction.keys:
                now = correction.keys[0]
                return f'"{key}" is merged into "{now}" in dossier.yml{line}: cite "{now}"'
            way = "cite something else, or take that correction out"
            return f'"{key}" is dropped in dossier.yml{line}: {way}'
    return moved.lost(key, ground)


def _passing(key: str, ground: Ground) -> str:  # noqa: ARG001  # as message
    """What is wrong with the number of a mention: with other articles, another mention has it."""
    name, dot, _ = key.rpartition(".")  # no other key has one
    if not dot:
        return ""
    return f'"{key}" leads elsewhere as soon as an article comes in: cite "{name}", or what is said there'
