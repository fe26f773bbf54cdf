"""Whether two names are one body's: other order, legal form, acronym, or the country left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from sourced import wordlists
from sourced.merging import words
from sourced.merging.sides import countries

_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_ACRONYM = re.compile(r"[A-Z][A-Z&]+|[A-Z](?:\.[A-Z])+\.?|[A-Z]{1,2}[a-z]?[A-Z]{2,}")
_LINKING = frozenset({"the", "of", "for", "and", "on", "in", "s"})
_SPELT = {"defense": "defence", "labor": "labour", "center": "centre", "motors": "motor"}
# Ministries of "Foreign Affairs" are "foreign ministries".
_AFFAIRS = frozenset({"foreign", "internal", "home"})
# What ends right before a name, from its first capital on.
_OWNER = re.compile(r"((?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*[’']s?)\s$")
_BEFORE = 40
_ENOUGH = 3  # letters that an acronym has if nobody needs to introduce it


class BodyName(Struct, frozen=True):
    """A body as one article names it.

    ``parts`` are the plain words that tell, each country as its code ("=NO"); ``form`` is what the law calls
    a company; ``acronyms`` are those that the article itself gives it. ``lands`` are the countries that the
    article names, ``around`` its words with a capital.
    """

    name: str
    parts: tuple[str, ...]
    form: str = ""
    acronyms: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()

    @property
    def kind(self) -> tuple[str, ...]:
        """The parts without countries, in a fixed order."""
        return tuple(sorted(part for part in self.parts if part[0] != "="))

    @property
    def own(self) -> frozenset[str]:
        """The countries in the name itself."""
        return frozenset(part for part in self.parts if part[0] == "=")


def read(
    name: str,
    also: Iterable[str] = (),
    lands: frozenset[str] = frozenset(),
    around: frozenset[str] = frozenset(),
) -> BodyName:
    """Take the name of a body apart; ``also`` is what else its article calls it."""
    parts, form = _parts(_letters(name) if is_acronym(name) else name)
    called = dict.fromkeys(also)
    forms = (form, *(_parts(other)[1] for other in called))
    acronyms = frozenset(_letters(other) for other in called if is_acronym(other))
    return BodyName(name, parts, next(filter(None, forms), ""), acronyms, lands, around)


def _parts(name: str) -> tuple[tuple[str, ...], str]:
    parts = [_SPELT.get(word, word) for word in _country_words(name) if word not in _LINKING]
    if "affairs" in parts and _AFFAIRS & set(parts):
        parts.remove("affairs")
    form = ""
    while len(parts) > 1 and parts[-1] in _legal():
        form = _legal()[parts.pop()]
    return tuple(parts), form


def is_acronym(name: str) -> bool:
    """Whether a name consists of initials: "GM", "U.N.", "UOKiK"."""
    return _ACRONYM.fullmatch(name) is not None


def indexes(body: BodyName) -> frozenset[str]:
    """What two names of one body share at least one of."""
    found = {"body:" + " ".join(body.kind), "body:" + (body.parts or ("",))[0]}
    found |= {f"initials:{one}" for one in (*body.acronyms, *_initials(body.name))}
    if is_acronym(body.name):
        found.add(f"initials:{_letters(body.name)}")
    if " of " in body.name:
        found.add("body:" + " ".join(read(body.name.rpartition(" of ")[0]).kind))
    return frozenset(found)


def same(one: BodyName, other: BodyName) -> bool:
    """Whether two names are one body's, as far as names tell; whoever asks sees that there is no other."""
    if different(one, other):
        return False
    return (
        sorted(one.parts) == sorted(other.parts)
        or any(_is_acronym_of(a, b) or _is_short_for(a, b) for a, b in ((one, other), (other, one)))
        or bool(
            one.acronyms & other.acronyms
            and (set(one.kind) <= set(other.kind) or set(other.kind) <= set(one.kind))
        )
    )


def different(one: BodyName, other: BodyName) -> bool:
    """Whether two names cannot be one body's: of two countries, or two companies of one group."""
    return bool(one.own and other.own and one.own != other.own) or bool(
        one.form and other.form and one.form != other.form
    )


def _is_acronym_of(short: BodyName, full: BodyName) -> bool:
    if not is_acronym(short.name) or is_acronym(full.name):
        return False
    letters = _letters(short.name)
    if letters in full.acronyms or _known().get(letters) == " ".join(words.split(full.name)):
        return True
    return len(letters) >= _ENOUGH and letters in _initials(full.name)


def _is_short_for(short: BodyName, full: BodyName) -> bool:
    """Whether what is left out is what kind of company it is, its country, or the place that it is of."""
    count = len(short.parts)
    rest = full.parts[count:]
    if short.parts == full.parts[:count] and rest and all(part in _company_words() for part in rest):
        return not short.own
    if not is_acronym(short.name):
        if not short.own and full.own and short.kind == full.kind:
            return short.lands == full.own
        head, of, place = full.name.rpartition(" of ")
        if of and read(head).parts == short.parts and count > 1 and not full.own:
            return set(words.split(place)) <= short.around
    return False


@cache
def _known() -> dict[str, str]:
    return dict(wordlists.rows(__package__, "acronyms.tsv"))


@cache
def _legal() -> dict[str, str]:
    """Legal form to the first spelling of it."""
    kinds = [line.split() for line in wordlists.lines(__package__, "company_forms.txt") if line[0] != "-"]
    return {spelling: kind[0] for kind in kinds for spelling in kind}


@cache
def _company_words() -> frozenset[str]:
    return words.listed("people/company_forms.txt") - {"-"}


def _letters(name: str) -> str:
    return name.replace(".", "").upper()


@cache
def _initials(name: str) -> frozenset[str]:
    """The initials of a name of several words: with its small words and its country, and without."""
    tokens = [token for token in re.findall(r"[^\W\d_][\w’']*", name) if token.casefold() != "the"]
    if len(tokens) < _ENOUGH - 1:
        return frozenset()
    large = [token for token in tokens if token[0].isupper()]
    return frozenset("".join(token[0] for token in some).upper() for some in (tokens, large))


def _country_words(name: str) -> list[str]:
    """The plain words of a name, with each country, demonym or country's name as its code."""
    tokens = [_POSSESSIVE.sub("", token) for token in name.replace("’", "'").split()]
    result, at = [], 0
    for place in countries.find(tokens):
        if place.kind == "capital":
            continue
        result += [*words.split(" ".join(tokens[at : place.start])), f"={place.code}"]
        at = place.end
    return [*result, *words.split(" ".join(tokens[at:]))]


def is_land(name: str) -> bool:
    """Whether a name is a country's and no more."""
    parts = _country_words(name)
    return len(parts) == 1 and parts[0][0] == "="


def owner(text: str, start: int) -> str:
    """The country that what begins at ``start`` belongs to, as "Norway’s" stands before it; else ""."""
    before = _OWNER.search(text, max(0, start - _BEFORE), start)
    return before[1] if before and is_land(before[1]) else ""


def lands(tokens: Sequence[str]) -> frozenset[str]:
    """The countries that a text names, by name, people or capital."""
    return frozenset(f"={place.code}" for place in countries.find(tokens))
