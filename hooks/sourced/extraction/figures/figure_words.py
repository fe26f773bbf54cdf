"""The word classes that figures are read with (``figure_words.tsv``)."""

from __future__ import annotations

from functools import cache

from sourced import wordlists


@cache
def _classes() -> dict[str, frozenset[str]]:
    return wordlists.classes(__package__, "figure_words.tsv")


def classed(name: str) -> frozenset[str]:
    """The words of a class, in lower case. Raises KeyError where there is no such class."""
    return _classes()[name]
