"""S006: a seed that is not the one pinned in ``dossier.yml`` by its SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourced.model import Editorial, Misfit, Seed

CODE = "S006"


def find(editorial: Editorial, seeds: Iterable[Seed]) -> Iterator[Misfit]:
    """One misfit for each entry whose ``sha256`` is not that of its file's bytes."""
    files = {seed.source.file: seed.source.sha256 for seed in seeds}
    for number, entry in enumerate(editorial.sources):
        found = files.get(entry.file)
        if entry.sha256 is not None and found is not None and entry.sha256.lower() != found:
            yield Misfit(
                ("sources", number, "sha256"),
                f"{entry.file} is not the text that is pinned here: put the pinned one back, "
                f"or read it again and pin it: sha256: {found}",
                CODE,
            )
