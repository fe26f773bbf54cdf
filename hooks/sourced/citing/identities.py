"""Whether two entries of the dossier may be one person or body: then nobody is told that they differ.

What the editors have not yet decided, or what two papers call by a shorter name, is no mistake of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sourced.merging.people import spelling
from sourced.model import Party, Side

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("the of for and on in".split())
_STEM = 5  # letters in which "Bolivia" and "Bolivian" agree, and "Norway" and "North" do not
_SHORT_FORM = 3  # letters in which "Tom" and "Tomasz" agree


@lru_cache(maxsize=4096)
def may_be_one(one: Party, other: Party) -> bool:
    """Whether any names of the two fit: "Okello" and "Grace Okello", "Defence Ministry" and its full name."""
    if one.kind != other.kind:
        return False
    alike = _people if one.kind == "person" else _bodies
    return one.key == other.key or any(alike(a, b) for a in one.names for b in other.names)


def speaks_for(person: Party, body: Party, sides: Iterable[Side]) -> bool:
    """Whether what a person says may be told of a body: of what the person is of, or of their whole side."""
    side = next((one for one in sides if one.key == person.side), None)
    whole = {name.casefold() for name in (side.name, *side.also)} if side else set()
    return (person.kind, body.kind) == ("person", "body") and any(
        name.casefold() in whole or any(_within(name, role) for role in person.roles) for name in body.names
    )


def _people(one: str, other: str) -> bool:
    if spelling.compare(one, other) != "different":
        return True
    (*first, a), (*second, b) = (_WORD.findall(name.casefold()) or [""] for name in (one, other))
    given = first[:1] and second[:1] and first[0][:_SHORT_FORM] == second[0][:_SHORT_FORM]
    return bool(given and spelling.compare(a, b) != "different")


def _bodies(one: str, other: str) -> bool:
    """Whether each word of the shorter name has one of its stem in the longer: "Defence Ministry"."""
    return _within(one, other) or _within(other, one)


def _within(shorter: str, longer: str) -> bool:
    fewer, more = (
        [word for word in _WORD.findall(name.casefold()) if word not in _SMALL] for name in (shorter, longer)
    )
    return bool(fewer) and all(any(_of_one_stem(word, other) for other in more) for word in fewer)


def _of_one_stem(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])
