"""What a build says at its end: what the site rests on, and what ``dossier.yml`` does not say yet."""

from __future__ import annotations

from sourced.model import Dossier, Source
from sourced.reading.yaml_text import scalar


def counts(dossier: Dossier) -> str:
    """One line: how much was found, and corrected."""
    corrected = len({one.entry for one in dossier.corrections})
    return ", ".join(
        [
            count(len(dossier.sources), "source", "sources"),
            count(len(dossier.quotations), "quotation", "quotations"),
            count(len(dossier.figures), "figure", "figures"),
            count(len(dossier.people), "person", "people"),
            count(len(dossier.events), "event", "events"),
            *([count(corrected, "correction", "corrections")] if corrected else []),
        ]
    )


def to_add(dossier: Dossier) -> str:
    """Entries to fill in and paste for the seeds that have none; "" where all have one."""
    return "\n".join(_entry(source) for source in dossier.sources if not source.described)


def count(number: int, one: str, many: str) -> str:
    """A number and its noun: "1 source", "2 sources"."""
    return f"{number} {one if number == 1 else many}"


def _entry(source: Source) -> str:
    lines = [
        f"  - file: {scalar(source.file)}",
        f"    title: {scalar(source.title)}",
        "    publisher:",
        "    address:",
        "    date:",
        f"    sha256: {source.sha256}",
    ]
    return "\n".join(lines)
