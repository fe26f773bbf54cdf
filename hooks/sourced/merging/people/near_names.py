"""Names that differ no more than papers err: an editor is asked, nothing is joined.

Papers slip in vowels, in "h" and in doubled letters. What tells families apart is the ending of a surname
(Petrov, Petrenko, Petrovich), and what tells their members apart is a given name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from sourced import wordlists
from sourced.merging.people import families
from sourced.merging.people.name_parts import Name

# How much of two words agrees, of a hundred: unknown given names must agree in more than surnames.
_SURNAMES, _GIVEN_NAMES = 82, 88
_SHORT, _LONG = 2, 6
_SLIPS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|k|ch(?=r)|c(?![eiyh])"), "k"),
    (re.compile(r"(?<=.)h"), ""),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=..)e$"), ""),
)
_VOWELS = re.compile(r"(?<=.)[aeiou]")


def given(one: str, other: str, shared: Sequence[str] = ()) -> bool:
    """Whether two given names may be slips of one: "Arvind", "Aravind"; but not "Francis", "Frances"."""
    if min(len(one), len(other)) < 2 or _of_two_people(one, other):
        return False
    if _alike(one) == _alike(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > _SHORT and long.startswith(short):
        return True  # "Tom", "Tomasz"
    if families.is_given(one) and families.is_given(other):
        return False
    return _slips(one, other, shared) or (
        min(len(one), len(other)) >= _LONG and one[0] == other[0] and fuzz.ratio(one, other) > _GIVEN_NAMES
    )


def surnames(one: str, other: str, shared: Sequence[str]) -> bool:
    """Whether two surnames, in plain letters, may be slips of one: "Sheinbaum", "Scheinbaum"."""
    sounds = [(families.sound(f, one), families.sound(f, other)) for f in shared]
    pairs = [(one, other), *sounds]
    if any(_of_man_and_woman(x, y) or _of_man_and_woman(y, x) for x, y in pairs):
        return False
    if any(_derived(x, y) for x, y in pairs):
        return False
    if bool(shared) and _slips(one, other, shared):
        return True
    return max(fuzz.ratio(*_without_shared_ending(x, y)) for x, y in pairs) >= _SURNAMES


def both(a: Name, b: Name, shared: Sequence[str]) -> bool:
    """Whether given name and surname are both slips, in a language whose names each paper romanises anew."""
    return bool(shared) and all([given(a.given[0], b.given[0], shared), _slips(a.surname, b.surname, shared)])


def _of_two_people(one: str, other: str) -> bool:
    """Whether two given names are a man's and a woman's: "Imran" and "Imrana"."""
    genders = {families.gender(one), families.gender(other)}
    her_own = one.endswith("a") != other.endswith("a") or f"{one}e" == other or one == f"{other}e"
    return genders == {"m", "f"} or her_own


def _alike(word: str) -> str:
    """How a name is spoken in English, roughly: "Eric" and "Erik" are alike."""
    for written, spoken in _SLIPS:
        word = written.sub(spoken, word)
    return word


def _slips(one: str, other: str, shared: Sequence[str]) -> bool:
    pairs = [(one, other), *((families.sound(f, one), families.sound(f, other)) for f in shared)]
    bones = [(_bones(x), _bones(y)) for x, y in pairs]
    return any(x == y and len(x) > 1 for x, y in bones)


def _bones(word: str) -> str:
    return _VOWELS.sub("", _alike(word))


def _of_man_and_woman(his: str, hers: str) -> bool:
    return hers == f"{his}a" or (his.endswith(("i", "y")) and hers == f"{his[:-1]}a")


@cache
def _endings() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in wordlists.lines(__package__, "surname_endings.txt"))


def _derived(one: str, other: str) -> bool:
    """Whether two surnames are made of one word by other endings: "Bondar", "Bondarenko", "Bondarchuk"."""
    short, long = sorted((one, other), key=len)
    return any(
        end_a != end_b and stem_a == stem_b
        for stem_a, end_a in _stems(short)
        for stem_b, end_b in _stems(long)
    )


def _without_shared_ending(one: str, other: str) -> tuple[str, str]:
    """What tells two surnames apart: an ending that half a country shares does not make them alike."""
    (a, of_a), (b, of_b) = _stems(one)[-1], _stems(other)[-1]
    return (a, b) if of_a == of_b else (one, other)


def _stems(surname: str) -> list[tuple[str, int]]:
    """The surname, and what is left without an ending, each with the number of its ending (-1 for none)."""
    return [
        (surname, -1),
        *(
            (surname[: -len(end)], number)
            for number, endings in enumerate(_endings())
            for end in endings
            if surname.endswith(end) and len(surname) - len(end) > 2
        ),
    ]
