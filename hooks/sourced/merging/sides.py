"""Who stands on which side: by what the text says they are, or by the editor; never by where they stand.

A phrase ("French finance minister", "head of the Spanish region of Murcia", "the government in Rome")
is read from its head outwards: first what stands before the head, then what follows "of", "for",
"at" or "from". The first part that names a country or party decides, also when that country is no
side. "In" a place decides for bodies and officials of a state only, and a region for those who have
an office there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sourced.merging import countries, regions, words
from sourced.model import Article, Editorial

# What ``of_phrase`` gives for somebody who is plainly of a country that is no side.
NOBODY = ""

_TOKEN = re.compile(r"[^\s,;:()“”\"«»]+")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_BELONGING = frozenset({"of", "for", "at", "from", "with"})
_OTHER = frozenset("in on to by under near against between about over who which that and or".split())
_REGION = "region|province|oblast|state|county|district|republic|territory|prefecture|canton"
_WHO = r"\b(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s)?"
_PLACE = r"(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_BETWEEN = r"(?: (?!(?:the|an?|in|on|of|to|from|at|near|into|against|and|or) )[a-z-]+)"
_BELONGS = (
    re.compile(rf"{_WHO}{_BETWEEN}{{0,2}} (?:{_REGION}|city|town|port|village|exclave) of {_PLACE}"),
    re.compile(rf"{_WHO}(?: (?:border|[a-z-]*(?:ern|most|ing)))? {_PLACE} (?:{_REGION})\b"),
)


class Sides:
    """The sides of a dossier, and the places that its texts say belong to a country."""

    def __init__(self, editorial: Editorial, articles: Iterable[Article]) -> None:
        self._country = {code.upper(): side.key for side in editorial.sides for code in side.countries}
        self._named: dict[tuple[str, ...], tuple[str, bool]] = {}
        for side in editorial.sides:
            for name in (side.name, *side.also):
                tokens = _tokens(name)
                if tokens:
                    self._named[tuple(t.lower() for t in tokens)] = (side.key, tokens[0][:1].isupper())
        # A side's capital is a name of its own only where it stands alone or before an office.
        self._capitals = {
            name
            for name in self._named
            for place in countries.find([t.title() for t in name])
            if place.kind == "capital"
        }
        self._longest = max(map(len, self._named), default=0)
        self._told = _told(articles) if self._country else {}

    def of_phrase(self, phrase: str) -> str | None:
        """The side that a role, a body's name or a source's words tell; None where they tell none.

        NOBODY where they say plainly that it is somebody of another country.
        """
        if not self._named and not self._country:
            return None
        parts = _parts(_tokens(phrase))
        head = parts[0][1]
        if len(parts) == 1 and self._is_name(head) is not None:
            return self._is_name(head)
        outsider, official = _has(head, "outsiders.txt"), _has(head, "state_nouns.txt")
        of_region = not outsider and not any(map(_is_installed, (t for _, part in parts for t in part)))
        for preposition, part in parts:
            if preposition and (
                outsider or not (preposition in _BELONGING or (preposition == "in" and official))
            ):
                break
            side = self._of_part(part, adjectives_only=outsider, capitals=official)
            official = official or _has(part, "state_nouns.txt")
            if side is None and of_region:
                side = self._of_region(part, office=official or _has(head, "regional_nouns.txt"))
            if side is not None:
                return side
        return None

    def _is_name(self, tokens: Sequence[str]) -> str | None:
        """The side whose country, capital or name is all that the tokens say: "Paris", "the White House"."""
        named = self._named.get(tuple(token.lower() for token in tokens))
        if named:
            return named[0]
        whole = [
            p for p in countries.find(tokens) if (p.start, p.end) == (0, len(tokens)) and p.kind != "demonym"
        ]
        return self._country.get(whole[0].code, NOBODY) if whole else None

    def _of_part(self, tokens: Sequence[str], *, adjectives_only: bool, capitals: bool) -> str | None:
        within = [region for region in regions.find(tokens) if region.end - region.start > 1]
        found = set() if adjectives_only else set(self._mentioned(tokens, capitals=capitals))
        found |= {
            self._country.get(place.code, NOBODY)
            for place in countries.find(tokens)
            # "New Mexico" does not name Mexico.
            if not any(r.start <= place.start and place.end <= r.end for r in within)
            and (place.kind == "demonym" or (not adjectives_only and (capitals or place.kind == "country")))
        }
        return _one(found)

    def _of_region(self, tokens: Sequence[str], *, office: bool) -> str | None:
        """The side of the country whose region the tokens name; places count for who has an office."""
        told = {
            self._told[place]
            for size in (2, 1)
            for at in range(len(tokens) - size + 1)
            if (place := " ".join(tokens[at : at + size])) in self._told
        }
        if told:
            return _one({self._country.get(code, NOBODY) for code in told})
        found = set()
        for region in regions.find(tokens):
            if office or not region.is_place:
                sides = {self._country.get(code, NOBODY) for code in region.countries}
                # Of a name that several countries have, the one that is a side is meant.
                found |= sides if len(sides) == 1 else sides - {NOBODY}
                if len(region.countries) > 1 and sides == {NOBODY}:
                    return None
        return _one(found)

    def _mentioned(self, tokens: Sequence[str], *, capitals: bool) -> Iterator[str]:
        """The sides whose names stand among the tokens; a capital counts where the name has one."""
        for at in range(len(tokens)):
            for size in range(1, min(self._longest, len(tokens) - at) + 1):
                name = tuple(token.lower() for token in tokens[at : at + size])
                named = None if name in self._capitals and not capitals else self._named.get(name)
                if named and (tokens[at][:1].isupper() or not named[1]):
                    yield named[0]


def _one(found: set[str]) -> str | None:
    """What all agree on; of several sides none."""
    return NOBODY if len(found) > 1 else next(iter(found), None)


def _is_installed(token: str) -> bool:
    """Whether it shows that a place is ruled by others: "Russian-installed", "self-proclaimed"."""
    low = token.lower()
    return bool({low, low.rpartition("-")[2]} & words.listed("installed.txt")) or low.startswith("pro-")


def _tokens(phrase: str) -> list[str]:
    found = (_POSSESSIVE.sub("", token.replace("’", "'")) for token in _TOKEN.findall(phrase))
    tokens = [token if "." in token[:-1] else token.strip(".'") for token in found]
    tokens = [token for token in tokens if token]
    return tokens[1:] if tokens and tokens[0].lower() in {"the", "a", "an"} else tokens


def _parts(tokens: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The phrase's head part, with "", and what follows each preposition, with the preposition."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for token in tokens:
        if token in _BELONGING or token in _OTHER:
            parts.append((token, []))
        else:
            parts[-1][1].append(token)
    return parts


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(words.stem(word) for word in words.listed(name))


def _has(tokens: Sequence[str], name: str) -> bool:
    return any(words.stem(token.lower()) in _stems(name) for token in tokens)


def _told(articles: Iterable[Article]) -> dict[str, str]:
    """Places that the texts say are a region or city of one country: "Italy's Veneto region"."""
    found: dict[str, set[str]] = {}
    for article in articles:
        for pattern in _BELONGS:
            for match in pattern.finditer(article.text):
                codes = {place.code for place in countries.find(_tokens(match["who"]))}
                if len(codes) == 1 and not any(countries.find(_tokens(match["place"]))):
                    found.setdefault(match["place"], set()).update(codes)
    return {place: codes.pop() for place, codes in found.items() if len(codes) == 1}
