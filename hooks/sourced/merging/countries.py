"""Countries by their names, people and capitals: which words of a phrase name which.

Names are CLDR's (through Babel); demonyms, capitals and everyday names, which CLDR does not carry,
stand in ``countries.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from babel import Locale
from msgspec import Struct

from sourced.merging import words

Kind = Literal["demonym", "country", "capital"]


class Place(Struct, frozen=True):
    """Tokens ``start`` to ``end`` of a phrase name the country ``code`` (ISO 3166)."""

    start: int
    end: int
    code: str
    kind: Kind


@cache
def _names() -> tuple[dict[tuple[str, ...], tuple[str, Kind]], dict[str, int]]:
    """Words of a name -> country and what the name is; first word -> how long its longest name is."""
    found: dict[tuple[str, ...], tuple[str, Kind]] = {}
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ"}:
            found[_key(name)] = (code, "country")
    for line in words.lines("countries.tsv"):
        code, demonyms, capitals, others = [*line.split("\t"), "", "", ""][:4]
        kinds: tuple[tuple[str, Kind], ...] = (
            (demonyms, "demonym"),
            (capitals, "capital"),
            (others, "country"),
        )
        for column, kind in kinds:
            for name in filter(None, map(str.strip, column.split(","))):
                found[_key(name)] = (code, kind)
                if kind == "demonym" and name.endswith("n"):
                    found[_key(name + "s")] = (code, kind)
    longest: dict[str, int] = {}
    for name in found:
        longest[name[0]] = max(len(name), longest.get(name[0], 0))
    return found, longest


def _key(name: str) -> tuple[str, ...]:
    return tuple(name.replace("’", "'").replace("&", "and").split())


def find(tokens: Sequence[str]) -> Iterator[Place]:
    """The countries that the tokens name, left to right; capital letters count ("Polish", not "polish").

    A token is a word without punctuation. A compound such as "pro-Polish" or "Danish-born" is
    one token, and names none.
    """
    known, longest = _names()
    at = 0
    while at < len(tokens):
        for size in range(min(longest.get(tokens[at], 0), len(tokens) - at), 0, -1):
            hit = known.get(tuple(tokens[at : at + size]))
            if hit:
                yield Place(at, at + size, *hit)
                at += size
                break
        else:
            at += 1
