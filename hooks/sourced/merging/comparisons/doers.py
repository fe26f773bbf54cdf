"""Whose deed a figure counts, whose the counted things are, and where: as far as its clause tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sourced.merging import words
from sourced.merging.sides import countries
from sourced.model import Amount, Passage

_SELF = re.compile(r"\b(?:we|our|us|its?|ourselves|itself)\b", re.IGNORECASE)
# "They" are those who speak only where several do: "officials said they", but not "the spokesman said they".
_THEY = re.compile(r"\b(?:they|their|them|themselves)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:s|\bpolice|\bpeople|\bmilitary|\bmen|\bwomen|\bstaff)$", re.IGNORECASE)
_OF_OURS = re.compile(r"\s(?:of|among)\s(?:our|its)\b")
_PLACE = re.compile(
    r"\b(?P<by>in|at|near|around|outside|across|through|throughout|on|from|of|to|towards?)\s(?:the\s)?"
    r"(?:(?:city|town|village|region|province|state|district|port|capital)\sof\s)?"
    r"(?P<place>(?:[A-Z][\w’'-]+)(?:\s(?:(?:de|la|el|al|du|of)\s)?[A-Z][\w’'-]+)*)"
)
_WHERE = frozenset("in at near across throughout inside from to into of over the".split())
_CAPITAL = re.compile(r"[A-Z][\w’'-]+")
_NATION = re.compile(r"\b(?:nation-?wide|countrywide|nationally|(?:across|throughout|around) the country)\b")


def parties(
    clause: str, figure: Amount, sides: Mapping[str, str], *, suffered: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """The sides and countries that did it, and those whose the counted things are; "we" is whoever speaks.

    ``sides`` has the side of each country by its code. Who ``suffered`` it lost what is counted.
    """
    before, counted, after = clause.partition(figure.selector.exact)
    who = figure.attribution or ""
    did = _countries(before, sides)
    theirs = {code for kind, code in _countries(counted, sides) if kind == "demonym"}
    agents = {code for _, code in did}
    if speaker := figure.side or figure.speaker or who:
        if _SELF.search(before) or (_SEVERAL.search(who) and _THEY.search(before)):
            agents.add(speaker)
        if _OF_OURS.search(counted) or _OF_OURS.match(after):
            theirs.add(speaker)
    return (frozenset(), frozenset(theirs | agents)) if suffered else (frozenset(agents), frozenset(theirs))


def _countries(text: str, sides: Mapping[str, str]) -> set[tuple[str, str]]:
    """The countries that a stretch names otherwise than as a place, with the kind of the name."""
    tokens = [token.strip(',.;:()“”"').removesuffix("’s").removesuffix("'s") for token in text.split()]
    return {
        (place.kind, sides.get(place.code, place.code))
        for place in countries.find(tokens)
        if place.kind == "demonym"
        or (place.kind == "country" and tokens[max(0, place.start - 1)].lower() not in _WHERE)
    }


def actors(clause: str, figure: Amount) -> frozenset[str]:
    """The words of the names before a figure that are no places: who won the seats."""
    before = _PLACE.sub(" ", clause.partition(figure.selector.exact)[0])
    opening = figure.passage.text.lstrip('“"‘ ').partition(" ")[0]
    tokens = [token.rstrip("’'").removesuffix("’s").removesuffix("'s") for token in _CAPITAL.findall(before)]
    known = {n for place in countries.find(tokens) for n in range(place.start, place.end)}
    named = (words.plain(t) for n, t in enumerate(tokens) if n not in known and t != opening)
    return frozenset(named).difference(
        *map(words.listed, ("comparisons/of_no_deed.txt", "people/titles.txt", "stopwords.txt"))
    )


def places(clause: str) -> frozenset[str]:
    """The words of the names of places; "Italian" names none, and "of Italy" need not."""
    found: set[str] = set()
    for match in _PLACE.finditer(clause):
        tokens = match["place"].replace("’s", "").replace("'s", "").split()
        named = [p for p in countries.find(tokens) if p.kind == "demonym" or match["by"] == "of"]
        left = [t for at, t in enumerate(tokens) if not any(p.start <= at < p.end for p in named)]
        found |= {words.plain(token) for token in left} - words.listed("comparisons/of_no_deed.txt")
    return frozenset(found) if found or not _NATION.search(clause) else frozenset({"nationwide"})


def named(passages: Iterable[Passage]) -> dict[str, frozenset[str]]:
    """For each source, the words in its passages that begin with a capital."""
    found: dict[str, set[str]] = {}
    for passage in dict.fromkeys(passages):
        capitals = (
            word.rstrip("’'").removesuffix("’s").removesuffix("'s") for word in _CAPITAL.findall(passage.text)
        )
        found.setdefault(passage.source, set()).update(map(words.plain, capitals))
    return {source: frozenset(capitals) for source, capitals in found.items()}
