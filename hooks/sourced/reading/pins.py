"""S006: a seed that is not the one pinned in ``dossier.yml`` by its SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourced.model import Editorial, Misfit, Seed

CODE = "S006"


def find(editorial: Editorial, seeds: Iterable[Seed]) -> Iterator[Misfit]:
    """One misfit for each entry whose ``sha256`` is not that of its file's bytes."""
    for number, seed in changed(editorial, seeds):
        source = seed.source
        yield Misfit(
            ("sources", number, "sha256"),
            f"{source.file} is not the text that is pinned here: put the pinned one back, or read it again "
            f'and pin it by "python -m sourced add seeds/{source.file} --replace {source.key}": it writes '
            f"sha256: {source.sha256}",
            CODE,
        )


def changed(editorial: Editorial, seeds: Iterable[Seed]) -> Iterator[tuple[int, Seed]]:
    """The seeds that are not those which are pinned, each with the number of its entry."""
    files = {seed.source.file: seed for seed in seeds}
    for number, entry in enumerate(editorial.sources):
        seed = files.get(entry.file)
        if seed is not None and entry.sha256 is not None and entry.sha256.lower() != seed.source.sha256:
            yield number, seed
