"""Word lists and tables: the data files that lie beside the modules that read them.

One entry a line; empty lines and lines that begin with "#" are left out. Tables part their cells
with tabs.
"""

from __future__ import annotations

from importlib import resources


def lines(package: str | None, name: str) -> list[str]:
    """The entries of the file ``name`` in a package (``__package__``), blanks at their ends left out."""
    text = resources.files(package or "").joinpath(name).read_text("utf-8")
    return [line.rstrip(" ") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def rows(package: str | None, name: str) -> list[list[str]]:
    """The cells of each entry of a table."""
    return [line.split("\t") for line in lines(package, name)]


def classes(package: str | None, name: str) -> dict[str, frozenset[str]]:
    """The words of each class, for a table of two cells: the class, and its words with blanks between."""
    return {name: frozenset(words.split()) for name, words in rows(package, name)}
