"""First-level regions of countries: which country each belongs to.

Names are those of ISO 3166-2 (through pycountry). It has many of them in the language of the country;
English ones, and words for what is of a region, stand in ``regions.tsv``. Parliaments and seats of
government that go by a name of their own stand in ``institutions.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from sourced import wordlists
from sourced.merging import words

_BESIDE = re.compile(r"\s*[(\[].*")
# "Samarskaya", "Kharkivska", "Viciebskaja": of a town whose name ends in one of several ways.
_OF_TOWN = re.compile(r"s?k(?:aya|aja|a)$")
_TOWN_ENDS = ("sk", "a", "sa", "o", "")
_SHORT = 3


class Region(Struct, frozen=True):
    """Tokens ``start`` to ``end`` name a region of one of ``countries``; ``of`` it, or the region itself."""

    start: int
    end: int
    countries: frozenset[str]
    is_place: bool


@cache
def _names() -> tuple[dict[tuple[str, ...], tuple[frozenset[str], bool]], int]:
    """Plain words of a name -> countries, and whether it is a place; how many words the longest has."""
    # It takes as long to import as all of this package, and many dossiers name no region.
    import pycountry  # noqa: PLC0415

    found: dict[tuple[str, ...], tuple[set[str], bool]] = {}

    def add(name: Iterable[str], code: str, *, is_place: bool) -> None:
        if key := tuple(name):
            found.setdefault(key, (set(), is_place))[0].add(code)

    for region in pycountry.subdivisions:
        if region.parent_code is None:
            for form in _forms(region.name):
                add(form, region.country_code, is_place=True)
    left_out = set()
    for row in wordlists.rows(__package__, "regions.tsv"):
        code, names, adjectives = [*row, "", ""][:3]
        if code == "-":
            left_out |= {_key(name) for name in names.split(",")}
            continue
        for name in filter(str.strip, names.split(",")):
            add(_key(name), code, is_place=True)
        for name in filter(str.strip, adjectives.split(",")):
            add(_key(name), code, is_place=False)
    for code, names in wordlists.rows(__package__, "institutions.tsv"):
        for name in names.split(","):
            add(_key(name), code, is_place=False)
    for region in pycountry.subdivisions:
        if region.parent_code is not None and (form := next(_forms(region.name))) in found:
            found[form][0].add(region.country_code)  # Limburg is a province in Belgium, too
    kept = {key: (frozenset(codes), place) for key, (codes, place) in found.items() if key not in left_out}
    return kept, max(map(len, kept))


def _key(name: str) -> tuple[str, ...]:
    return tuple(words.plain(name.replace("’", "'")).split())


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    """The names of a region that English papers may use: "Omskaya oblast'" is "Omsk"."""
    types = words.listed("sides/region_types.txt")
    parts = words.plain(_BESIDE.sub("", name).partition(",")[0]).replace("'", "").split()
    while len(parts) > 1 and parts[-1] in types:
        parts.pop()
    while len(parts) > 1 and parts[0] in types:
        parts.pop(0)
    if parts and (cut := parts[-1].rpartition("-"))[2] in types:
        parts[-1] = cut[0]
    yield tuple(parts)
    if len(parts) == 1 and (stem := _OF_TOWN.sub("", parts[0])) != parts[0]:
        ends = _TOWN_ENDS if len(stem) > _SHORT else ("sk", "a", "sa")
        yield from ((stem + end,) for end in ends)
        if stem.endswith("en"):
            yield from ((stem[:-1],), (stem[:-2] + "a",))


def find(tokens: Sequence[str]) -> Iterator[Region]:
    """The regions that the tokens name, left to right; each word must begin with a capital."""
    known, longest = _names()
    plain = [words.plain(token.strip(".")) if token[:1].isupper() else token for token in tokens]
    at = 0
    while at < len(tokens):
        for size in range(min(longest, len(tokens) - at), 0, -1):
            hit = known.get(tuple(plain[at : at + size]))
            if hit and tokens[at][:1].isupper():
                yield Region(at, at + size, *hit)
                at += size
                break
        else:
            at += 1
