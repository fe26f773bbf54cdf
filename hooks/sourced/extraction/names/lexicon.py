"""The word lists that tell people and bodies from everything else: data files beside this module."""

from __future__ import annotations

import re
import zoneinfo
from functools import cache, lru_cache

from babel import Locale

from sourced import wordlists
from sourced.extraction.sayings import verbs

# Whoever is called so has studied something: there are more of them than a list holds.
_LEARNED = ("ologist", "iatrist", "ographer")
_WORDS = 1 << 14  # words that are remembered with what they are


def _pairs(name: str) -> dict[str, str]:
    return dict(wordlists.rows(__package__, name))


@cache
def given_names() -> dict[str, str]:
    """Given name to "m", "f" or "u" (either)."""
    return _pairs("given_names.tsv")


@cache
def titles() -> dict[str, str]:
    """Word of address, in lower case and without full stop, to "m", "f" or "-"."""
    return {row[0].lower(): row[1] for row in wordlists.rows(__package__, "titles.tsv")}


@cache
def abbreviations() -> dict[str, str]:
    """Word of address that is short for a role ("sen") to the role noun ("senator")."""
    rows = [line.lower().split("\t") for line in wordlists.lines(__package__, "titles.tsv")]
    return {row[0]: row[2] for row in rows if len(row) == 3}


@cache
def epithets() -> frozenset[str]:
    """Role nouns that may stand for somebody just named."""
    return frozenset(" ".join(wordlists.lines(__package__, "epithets.txt")).split())


@cache
def role_nouns() -> dict[str, str]:
    """Noun for what a person is, in lower case, to "m", "f" or "-"."""
    return {word.lower(): gender for word, gender in _pairs("role_nouns.tsv").items()}


@cache
def body_nouns() -> dict[str, str]:
    """Noun for a body, in lower case, to its class (see the file)."""
    return _pairs("body_nouns.tsv")


@cache
def body_modifiers() -> frozenset[str]:
    """Words in small letters that may stand between a proper name and a body noun."""
    return frozenset(" ".join(wordlists.lines(__package__, "body_modifiers.txt")).split())


@cache
def bodies() -> frozenset[str]:
    """Bodies whose name tells nothing, as written."""
    return frozenset(wordlists.lines(__package__, "bodies.txt"))


@cache
def body_epithets() -> dict[str, frozenset[str]]:
    """Noun that may stand for a named body, to the body nouns of the names it fits (see the file)."""
    rows = wordlists.rows(__package__, "body_epithets.tsv")
    return {noun: frozenset(heads.split()) for nouns, heads in rows for noun in nouns.split()}


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that no person's name has in it."""
    return frozenset(wordlists.lines(__package__, "not_names.txt"))


@cache
def common_words() -> frozenset[str]:
    """Words in lower case that begin sentences and are no names."""
    return frozenset(" ".join(wordlists.lines(__package__, "common_words.txt")).split())


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one class of name_words.tsv. Raises KeyError where there is no such class."""
    return _classes()[name]


@cache
def honours() -> str:
    """The letters that may stand after a name ("KC"), as alternatives of a pattern."""
    return "|".join(re.escape(word) for word in sorted(listed("honour"), key=len, reverse=True))


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _pairs("name_words.tsv").items()}


@cache
def pronouns() -> dict[str, str]:
    """Pronoun in lower case to "m", "f", "n" (a thing or body) or "p" (several)."""
    return _pairs("pronouns.tsv")


@cache
def speech_verbs() -> frozenset[str]:
    """Forms of verbs of saying and the like: who does it is a person or a body, never a place or a thing.

    They are the verbs of ``cues.tsv`` that take a clause, and the class "act" of
    name_words.tsv.
    """
    said = {
        form
        for form, found in verbs.table().items()
        if any(kind != "ing" and "that" in verb.frames for kind, verb in found)
    }
    return listed("act") | said


@cache
def countries() -> frozenset[str]:
    """Names of countries and regions of the world, those of several words too."""
    return frozenset(str(name) for name in Locale("en").territories.values()) | listed("country")


@cache
def territories() -> frozenset[str]:
    """Names of countries, regions of the world and the main languages (which serve as "of that country")."""
    locale = Locale("en")
    names = {str(name) for name in (*locale.territories.values(), *locale.languages.values())}
    return frozenset(
        name for name in names if " " not in name and len(name) > 2 and name not in given_names()
    )


@cache
def places() -> frozenset[str]:
    """Countries, languages, and the cities that time zones are named after: what "in" may stand before."""
    cities = {
        zone.rsplit("/", 1)[-1].replace("_", " ") for zone in zoneinfo.available_timezones() if "/" in zone
    }
    return territories() | (cities - set(given_names()))


def is_people(word: str) -> bool:
    """Whether a word with a capital means people at large: "Russians", "Democrats", "British"."""
    low = word.lower()
    nation = low in _nations() or word in listed("attribute")
    singular = word.removesuffix("s")
    plural = word.endswith(("ans", "ists", "ers", "ors", "ites", "crats", "ees")) or singular in territories()
    plural = plural or singular in listed("demonym")
    return nation or (singular != word and (plural or role_noun(singular) is not None))


@cache
def _nations() -> frozenset[str]:
    return frozenset(pair.partition("/")[0] for pair in listed("nation"))


@lru_cache(_WORDS)
def is_title(word: str) -> bool:
    """Whether the word, with or without its full stop, is a word of address."""
    return word.rstrip(".").lower() in titles() or word in listed("letters")


@lru_cache(_WORDS)
def role_noun(word: str) -> str | None:
    """The role noun that ``word`` is a form of, in lower case and the singular; None for any other word."""
    low = word.lower()
    nouns = role_nouns()
    if word[0].isupper() and low.rstrip(".") in abbreviations():
        return abbreviations()[low.rstrip(".")]
    low = low.rstrip(".")
    for form in (low, low.rsplit("-", 1)[-1] if "-" in low else low):
        if form in nouns or form.endswith(_LEARNED):
            return form
    return None
