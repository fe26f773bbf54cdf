"""Nouns of saying ("his claim that …", "her call for …") and the frames in which they take what is said."""

from __future__ import annotations

from functools import cache

from sourced import wordlists


@cache
def table() -> dict[str, frozenset[str]]:
    """From a noun, in the singular and the plural, to its frames, from ``nouns.tsv``."""
    return {
        noun: frozenset(frames.split())
        for nouns, frames in wordlists.rows(__package__, "nouns.tsv")
        for noun in nouns.split()
    }
