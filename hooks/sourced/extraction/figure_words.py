"""The word classes that figures are read with (``figure_words.tsv``)."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _classes() -> dict[str, frozenset[str]]:
    lines = resources.files(__package__).joinpath("figure_words.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in rows}


def classed(name: str) -> frozenset[str]:
    """The words of a class, in lower case. Raises KeyError where there is no such class."""
    return _classes()[name]
