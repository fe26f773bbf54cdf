"""Languages whose names each paper romanises its own way, and names that have several forms.

Compare BGN/PCGN, ISO 9 and the Ukrainian system of 2010 for East Slavic names; for Arabic ones no
system is followed by the papers at all.
"""

from __future__ import annotations

import re
from functools import cache

from sourced import wordlists
from sourced.extraction.names import lexicon
from sourced.merging import words
from sourced.merging.people.name_parts import Name

# Shown by one of two spellings, these hold for the other too if it looks Slavic at all.
_BESIDE_SLAVIC = frozenset({"belarusian", "south"})


@cache
def _ends() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = wordlists.rows(__package__, "families.tsv")
    return tuple((family, re.compile(f"{end}$")) for family, kind, end in rows if kind == "end")


@cache
def _in_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = wordlists.rows(__package__, "families.tsv")
    return tuple((family, re.compile(word)) for family, kind, word in rows if kind == "word")


@cache
def _sounds(family: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [[*row, ""][:3] for row in wordlists.rows(__package__, "sounds.tsv")]
    return tuple((re.compile(written), sounds) for of, written, sounds in rows if family in of.split())


@cache
def _rows() -> dict[str, frozenset[tuple[str, str, str]]]:
    """Given name -> the rows of ``given_names.txt`` it stands in: gender, family or "", first form."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for line in wordlists.lines(__package__, "given_names.txt"):
        kind, *forms = line.split()
        gender, _, family = kind.partition(":")
        for form in forms:
            found.setdefault(form, set()).add((gender, family, forms[0]))
    return {form: frozenset(rows) for form, rows in found.items()}


@cache
def _genders() -> dict[str, str]:
    return {words.plain(name): gender for name, gender in lexicon.given_names().items()}


def is_given(word: str) -> bool:
    """Whether a plain word is known as a given name."""
    return word in _genders() or word in _rows()


@cache
def double(given: str) -> tuple[str, ...]:
    """The two given names that one with a hyphen is made of, as ``parse`` writes it: "jeanmarie"."""
    cuts = () if is_given(given) else range(2, len(given) - 1)
    return next(((given[:n], given[n:]) for n in cuts if is_given(given[:n]) and is_given(given[n:])), ())


def gender(given: str) -> str:
    """The gender, "m" or "f"; "" where the name tells neither or is not known."""
    given = (*double(given), given)[0]
    found = {row[0] for row in _rows().get(given, ())} - {"-"}
    if len(found) == 1:
        return found.pop()
    return "" if found else _genders().get(given, "").replace("u", "")


@cache
def of(name: Name) -> frozenset[str]:
    """The families that a name shows it is of."""
    found = {name.script} if name.script else set()
    found |= {family for family, end in _ends() if end.search(name.surname)}
    found |= {family for family, word in _in_words() if any(map(word.fullmatch, name.words))}
    # An Arabic surname is often a father's or grandfather's given name.
    found |= {
        "arabic" for word in name.surname.split() if {row[1] for row in _rows().get(word, ())} == {"arabic"}
    }
    for given in name.given:
        kinds = {row[1] for row in _rows().get(given, ())}
        if "" not in kinds:
            found |= kinds if len(kinds) == 1 else kinds & _BESIDE_SLAVIC
    return frozenset(found | {"slavic"} if found & _BESIDE_SLAVIC else found)


def shared(one: Name, other: Name) -> tuple[str, ...]:
    """The families whose sounds two names may be compared by, in a fixed order."""
    a, b = of(one), of(other)
    both = (a & b) | ((a | b) & _BESIDE_SLAVIC if "slavic" in a & b else frozenset())
    if one.given and other.given:
        rows = _rows().get(one.given[0], frozenset()) & _rows().get(other.given[0], frozenset())
        kinds = {family for _, family, _ in rows}
        # Anna and Hanna are one name nowhere else: the two show together what neither does alone.
        together = len(kinds) == 1 and one.given[0] != other.given[0]
        both |= kinds - {""} if together else kinds & (a | b)
    return tuple(sorted(both))


@cache
def sound(family: str, word: str) -> str:
    """How a romanised name of a family sounds: "Dostoyevsky", "Dostoevskii" and "Dostoevsky" are one."""
    for written, sounds in _sounds(family):
        word = written.sub(sounds, word)
    return word


def variants(one: str, other: str) -> bool:
    """Whether two given names are forms of one: "Bill" and "William", "Olena" and "Elena"."""
    return bool(_rows().get(one, frozenset()) & _rows().get(other, frozenset()))


def initial_of_variant(initial: str, given: str) -> bool:
    """Whether an initial is that of another form of a name: the J of Johannes, whom others write Hans."""
    rows = _rows().get(given, frozenset())
    return any(form[0] == initial and rows & others for form, others in _rows().items())
