"""Chinese names in pinyin and in Wade-Giles, and Korean ones, which papers spell each by ear.

The tables of the Wade-Giles system and of Hanyu Pinyin set the sounds that both write (``sounds.tsv``).
Without its apostrophes, which papers leave out, Wade-Giles writes two sounds of pinyin alike.
"""

from __future__ import annotations

import re
from typing import Literal

from sourced.merging import words
from sourced.merging.people import families
from sourced.merging.people.name_parts import Name

# What Wade-Giles writes and pinyin does not.
_WADE = re.compile(
    r"\w*(?:hs|t[sz]|ung|i[eu]?h|teh|[cp]hieh|ien|ueh|chi[aeou]|ching?(?![aeou])|chueh|s?szu|erh|kuei|kuo|yen)\w*"
)
_TWO_SYLLABLES = re.compile(r"[aeiou]+[^aeiou]+[aeiou]+")


def compare(a: Name, b: Name) -> Literal["same", "unsure"] | None:
    """Whether two names are one person's in two systems; None for all other names."""
    if not (len(a.given) == len(b.given) == 1 and _surname_first(a) and _surname_first(b)):
        return None
    for one, other in ((a, b), (b, a)):
        if _is_wade(one) and not _is_wade(other) and _sounds("wade", one) == _sounds("pinyin", other):
            return "same" if _TWO_SYLLABLES.search(other.given[0]) else "unsure"
    surnames = {a.surname, b.surname}
    korean = surnames <= words.listed("people/korean_surnames.txt") and _sounds("korean", a) == _sounds(
        "korean", b
    )
    return "unsure" if korean else None


def indexes(name: Name) -> set[str]:
    """What two names that may be one share at least one of."""
    if not (name.given and _surname_first(name)):
        return set()
    return {" ".join(_sounds(system, name)) for system in ("wade", "pinyin", "korean")}


def _surname_first(name: Name) -> bool:
    return name.surname in words.listed("people/surnames_first.txt")


def _is_wade(name: Name) -> bool:
    return any(map(_WADE.fullmatch, name.words))


def _sounds(system: str, name: Name) -> tuple[str, ...]:
    return tuple(families.sound(system, word) for word in name.words)
