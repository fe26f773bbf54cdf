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

from sourced import wordlists

# Names that have a country's in them and are of none: "Latin American".
_NONE = "-"

Kind = Literal["demonym", "country", "capital"]


class Place(Struct, frozen=True):
    """Tokens ``start`` to ``end`` of a phrase name the country ``code`` (ISO 3166), or one of ``others``."""

    start: int
    end: int
    code: str
    kind: Kind
    others: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """All countries that are called so: of "Congolese" there are two."""
        return (self.code, *self.others)


@cache
def _names() -> tuple[dict[tuple[str, ...], tuple[str, Kind, tuple[str, ...]]], dict[str, int]]:
    """Words of a name -> country, what it is, other countries; first word -> how long its longest is."""
    found: dict[tuple[str, ...], tuple[str, Kind, tuple[str, ...]]] = {}

    def add(name: str, code: str, kind: Kind) -> None:
        first, what, others = found.get(_key(name), (code, kind, ()))
        found[_key(name)] = (first, what, others) if first == code else (first, what, (*others, code))

    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ"}:
            add(name, code, "country")
    for row in wordlists.rows(__package__, "countries.tsv"):
        code, demonyms, capitals, others = [*row, "", "", ""][:4]
        kinds: tuple[tuple[str, Kind], ...] = (
            (demonyms, "demonym"),
            (capitals, "capital"),
            (others, "country"),
        )
        for column, kind in kinds:
            for name in filter(None, map(str.strip, column.split(","))):
                add(name, code, kind)
                if kind == "demonym" and name.endswith("n"):
                    add(name + "s", code, kind)
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
                if hit[0] != _NONE:
                    yield Place(at, at + size, *hit)
                at += size
                break
        else:
            at += 1
