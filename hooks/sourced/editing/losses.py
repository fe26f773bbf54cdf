"""What pages lose by an article that takes another one's place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from sourced import pipeline
from sourced.citing import keys, moved, pages
from sourced.editing import shelf
from sourced.layout import Layout
from sourced.model import Finding, InputError


def before(seeds: Path, source: str) -> keys.Index:
    """What the keys of a source lead to: in the text that is pinned, else in the one that lies there."""
    with contextlib.suppress(InputError):  # it may be replaced because it cannot be used
        made = pipeline.make(seeds)
        known = dict(made.before) or dict(keys.index(made.dossier))
        sources = {one.key for one in made.dossier.sources if shelf.is_called(one.key, one.file, source)}
        return {key: one for key, one in known.items() if one.passage.source in sources}
    return {}


def find(here: Layout, seeds: Path, was: keys.Index) -> Iterator[Finding]:
    """One finding for each citation that has lost its passage, or leads to other words than it ``was``."""
    if not here.docs.is_dir():
        return
    made = pipeline.make(seeds)
    ground = replace(made.ground(*here.parts), before=was)
    for path in made.edited(here.docs):
        name = f"{here.docs.name}/{path}"
        yield from moved.find(pages.parse(name, pages.read_page(here.docs / path, name)), ground)
