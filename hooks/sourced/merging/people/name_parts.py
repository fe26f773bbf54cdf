"""A person's name taken apart: title, given names, surname and suffix."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from sourced import wordlists
from sourced.extraction.names import lexicon
from sourced.merging import words

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'ʼ`-][^\W\d_]+)*\.?")
# What news agencies do: the surname in capitals, wherever it stands. Shorter ones may be initials.
_SURNAME_IN_CAPITALS = re.compile(
    r"^([^\W\d_a-z][^\W\d_]{3,}(?:-[^\W\d_]+)*)\s+(?=[^\W\d_]+[\s-]?[^\W\d_]*$)"
)
_ARTICLE = re.compile(r"^[ae]l[- ]")
_WRITTEN_TOGETHER = re.compile(r"\b(?:El|Al)(?=[A-Z][a-z])")
_SERVANT = re.compile(r"\babd(?:[aeu]l)?(?:[- ][ae]l)?[- ](?=\w)|\babd[aeu]l(?=\w)")
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\.)|\b([A-Z])(?=[A-Z]\s+[A-Z][a-z])")
_SUFFIX = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_APOSTROPHES = re.compile(r"[’'ʼ`´-]")
_POSSESSIVE = re.compile(r"[’']s?$")
# One or two syllables as Chinese and Korean names have them.
_SYLLABLE = (
    r"(?:zh|ch|sh|hs|t[sz]|kk|[bcdfghjklmnpqrstwxyz])?"
    r"(?:[aeiouy]{1,3}|w[aeo]|y[aeou]{1,2})(?:ng|n|k|l|m|p|(?<=[ie])h|rh)?"
)
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE}){{1,2}}")
_SCRIPTS = (
    ("south", re.compile("[јљњђћџѓќѕ]", re.IGNORECASE)),
    ("slavic", re.compile("[а-яґєії]", re.IGNORECASE)),
    ("greek", re.compile("[α-ω]", re.IGNORECASE)),
)


class Name(Struct, frozen=True):
    """A name in parts, each in plain lower-case letters.

    ``last`` is the last word of the surname, hyphens counted as blanks; ``gender`` is what the title
    says; ``script`` the languages that the letters, or an article, show it to be of ("slavic", "arabic").
    ``barrels`` are the parts of a surname with a hyphen in it.
    """

    given: tuple[str, ...]
    surname: str
    last: str = ""
    suffix: str = ""
    gender: str = ""
    script: str = ""
    barrels: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Given names and surname, word by word."""
        return (*self.given, *self.surname.split())


@cache
def _titles() -> dict[str, str]:
    """Word of address -> the gender it tells, or ""; no given names ("Don", "Earl")."""
    given = {name.casefold() for name in lexicon.given_names()}
    own = [line for line in wordlists.lines(__package__, "titles.txt") if not line.startswith("-")]
    found = {**lexicon.titles(), **dict.fromkeys(own, "-")}
    return {words.plain(t): gender.strip("-") for t, gender in found.items() if t not in given}


@cache
def _given() -> frozenset[str]:
    several = {form for line in wordlists.lines(__package__, "given_names.txt") for form in line.split()[1:]}
    return frozenset(map(words.plain, lexicon.given_names())) | several


@cache
def _modifiers() -> frozenset[str]:
    lines = wordlists.lines(__package__, "titles.txt")
    return frozenset(word for line in lines if line.startswith("-") for word in line.split()[1:])


def _title(tokens: list[str]) -> int:
    """How many plain words at the beginning are titles and what belongs to them: "Vice President"."""
    count = 0
    for at, token in enumerate(tokens[:-1]):
        word = token.rstrip(".")
        if word in _titles():
            count = at + 1
        elif word not in _modifiers():
            break
    return count


def bare(name: str) -> str:
    """The name as written, without titles before it and a possessive ending after it."""
    written = _POSSESSIVE.sub("", " ".join(name.split())).split(" ")
    return " ".join(written[_title([words.plain(word) for word in written]) :])


@cache
def parse(name: str) -> Name:
    """Take a name apart: "NEWSOM, Gavin", "Gov. Newsom", "Ursula von der Leyen", "King Jr."."""
    head, comma, tail = name.partition(",")
    if comma and words.plain(tail).strip(" .") not in _SUFFIX:
        name = f"{tail} {head}"
    name = _POSSESSIVE.sub("", name.replace(",", " ").strip())
    in_capitals = _SURNAME_IN_CAPITALS.match(name)
    if in_capitals and _is_told(in_capitals[1]) and not name.isupper():
        name = f"{name[in_capitals.end() :]} {in_capitals[1]}"
    script = next((script for script, letters in _SCRIPTS if letters.search(name)), "")
    written = _INITIALS.sub(lambda m: f"{m[1] or m[2]}. ", _WRITTEN_TOGETHER.sub("al-", name))
    tokens = _TOKEN.findall(_SERVANT.sub("abdul", words.plain(written)))
    titles = _title(tokens)
    gender = next((g for t in tokens[:titles] if (g := _titles().get(t.rstrip("."), ""))), "")
    if any(map(_ARTICLE.match, tokens[titles:])):
        script = "arabic"
    tokens = [_ARTICLE.sub("", t.rstrip(".")) for t in tokens[titles:]]
    suffix = ""
    if len(tokens) > 1 and tokens[-1] in _SUFFIX:
        suffix = _SUFFIX[tokens.pop()]
    if _begins_with_surname(tokens):
        surname = tokens[0]
        given = "".join(_APOSTROPHES.sub("", token) for token in tokens[1:])
        return Name((given,), surname, surname, suffix, gender, script)
    barrels = tuple(re.split(r"\W", tokens[-1])) if tokens else ("",)
    tokens = [_APOSTROPHES.sub("", token) for token in tokens]
    at = _surname_at(tokens)
    surname = " ".join(tokens[at:])
    return Name(tuple(tokens[:at]), surname, barrels[-1], suffix, gender, script, barrels[1:] and barrels)


def _is_told(surname: str) -> bool:
    """Whether capitals tell the surname, and not the order that a Chinese or Korean name has anyway."""
    return surname.isupper() and words.plain(surname) not in words.listed("people/surnames_first.txt")


def _begins_with_surname(tokens: list[str]) -> bool:
    """Whether it is a name such as "Xi Jinping", "Kim Jong-un" or "Kim Jong Un"."""
    syllables = [part for token in tokens[1:] for part in token.split("-")]
    return (
        0 < len(syllables) <= 2
        and tokens[0] in words.listed("people/surnames_first.txt")
        and not (len(syllables) == 1 and tokens[1] in words.listed("people/surnames_first.txt"))
        and all(_SYLLABLES.fullmatch(part) for part in syllables)
    )


def _surname_at(tokens: list[str]) -> int:
    particles = words.listed("people/particles.txt")
    at = max(len(tokens) - 1, 0)
    while at > 1 and tokens[at - 1] in particles:
        at -= 1
    # "Ben Carson" and "Al Sharpton" begin with a given name, "De Croo" with a particle.
    if at == 1 and tokens[0] in particles and tokens[0] not in _given():
        at = 0
    return at


def surname(name: str) -> str:
    """The surname as the name has it, hyphens and all: "Lvova-Belova", "von der Leyen"."""
    parsed = parse(name)
    if "," in name:
        return parsed.surname
    written = [t for t in name.split() if words.plain(t).strip(".,") not in _SUFFIX]
    count = len(parsed.surname.split())
    if count == 1 and len(written) > 1 and words.plain(written[0]) == parsed.surname:
        return written[0]
    return " ".join(written[-count:])
