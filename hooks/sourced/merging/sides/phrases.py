"""Noun phrases cut into parts: the head with what stands before it, and what follows "of", "for" or "at".

"The union's head of pay at Northern Rail" is "union's head", "of pay" and "at Northern Rail".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sourced.merging import words

_TOKEN = re.compile(r"[^\s,;:()“”\"«»]+")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its"})
# What ties a part to the one before it; "representing" and the like do so behind an office.
_BELONGING = frozenset({"of", "for", "at", "from", "with"})
_ACTING_FOR = frozenset("representing heading leading chairing running advising defending".split())
_OTHER = frozenset("in on to by under near against between about over who which that and or".split())


class Part(Struct, frozen=True):
    """Words and the preposition before them, "" for the head; those in ``owners`` had a possessive ending."""

    link: str
    tokens: tuple[str, ...]
    owners: frozenset[int]

    @property
    def belongs(self) -> bool:
        """Whether the part says whose the head is or for whom; not where, by whom or against whom."""
        return not self.link or self.link in _BELONGING | _ACTING_FOR

    def has(self, *names: str) -> bool:
        """Whether one of the words stands in one of the data files."""
        return any(has(self.tokens, name) for name in names)


def tokens(phrase: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """The words without punctuation and possessive endings, and which of them had such an ending."""
    found: list[str] = []
    owners: set[int] = set()
    for word in _TOKEN.findall(phrase):
        written = word.replace("’", "'")
        bare = _POSSESSIVE.sub("", written)
        token = bare if "." in bare[:-1] else bare.strip(".'")
        if token and (found or token.lower() not in ARTICLES):
            if bare != written:
                owners.add(len(found))
            found.append(token)
    return tuple(found), frozenset(owners)


def parse(phrase: str, names: Iterable[tuple[int, int]] = ()) -> list[Part]:
    """The parts in order. The head comes first, and may be empty ("of the port authority").

    ``names`` are stretches of its ``tokens`` that are not cut ("Bank of England").
    """
    all_tokens, all_owners = tokens(phrase)
    inside = {at for start, end in names for at in range(start, end)}
    parts: list[tuple[str, list[str], set[int]]] = [("", [], set())]
    for at, token in enumerate(all_tokens):
        _, before, owners = parts[-1]
        if at not in inside and (token in _BELONGING | _OTHER or _is_participle(token, before)):
            parts.append((token, [], set()))
        elif before or at in inside or token.lower() not in ARTICLES:
            if at in all_owners:
                owners.add(len(before))
            before.append(token)
    return [Part(link, tuple(found), frozenset(owners)) for link, found, owners in parts]


def _is_participle(token: str, before: Sequence[str]) -> bool:
    """Whether it says what an office does: "lawyer suing", but "chief operating officer"."""
    return (
        token.endswith("ing")
        and (token in _ACTING_FOR or before[-1:] != ["chief"])
        and has(before[-1:], "sides/offices.txt")
    ) or (token in _ACTING_FOR and not before)


def has(found: Iterable[str], name: str) -> bool:
    """Whether a word stands in the data file, in singular or plural."""
    return any(words.stem(token.lower()) in words.stems_listed(name) for token in found)
