"""The side of each person and body, out of all that the seeds and the editor say of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sourced.merging import passages, people, spelling, words
from sourced.merging.people import Individual
from sourced.merging.sides import NOBODY, Sides
from sourced.model import Extraction, Seed, Span

_BACK = 60
_OWNER = re.compile(r"(?:\b(?P<pronoun>his|her|their|its)|(?P<name>[^\W\d_][\w-]*)['’]s?)\s+$", re.IGNORECASE)
_OWNER_WITHIN = re.compile(
    r"^(?:(?P<pronoun>his|her|their|its)\s|(?P<name>[^\W\d_][\w-]*)['’]s?\s)", re.IGNORECASE
)
_SERVES = re.compile(r"\b(?:to|of|for)\s+(?:[\w.-]+\s+){0,3}?(?P<name>[^\W\d_][\w-]*)$")

Seeds = Sequence[tuple[Seed, Extraction]]


class _Named:
    """Where one seed names whom."""

    def __init__(self, number: int, everyone: Sequence[Individual]) -> None:
        self.places: list[tuple[int, int, Individual]] = []
        self.pronouns: dict[int, Individual] = {}
        self.surnames: dict[str, Individual] = {}
        for one in everyone:
            for seed, entity in one.found:
                if seed != number or one.kind != "person":
                    continue
                self.surnames.setdefault(spelling.parse(entity.name).last, one)
                for mention in entity.mentions:
                    if mention.kind == "pronoun":
                        self.pronouns[mention.start] = one
                    else:
                        self.places.append((mention.start, mention.end, one))
        self.places.sort(key=lambda place: place[:2])


def assign(everyone: Sequence[Individual], seeds: Seeds, sides: Sides) -> dict[Individual, str | None]:
    """The side of each: the editor's, else what roles and names say, else that of the one they serve."""
    found: dict[Individual, str | None] = {}
    for one in everyone:
        if one.entry is not None and one.entry.side is not None:
            found[one] = one.entry.side
        else:
            found[one] = _told(one, seeds, sides)
    named = [_Named(number, everyone) for number in range(len(seeds))]
    for one in everyone:
        if found[one] is None and one.kind == "person":
            found[one] = _of_master(one, seeds, named, found)
    return {one: side or None for one, side in found.items()}


def _told(one: Individual, seeds: Seeds, sides: Sides) -> str | None:
    phrases = [
        people.strip_role(s.surface(seeds[n][0].article.text))
        for n, e in one.found
        for s in people.role_spans(e)
    ]
    if one.kind == "body":
        phrases = [*phrases, *people.names(one, seeds)]
    told = {side for phrase in phrases if (side := sides.of_phrase(phrase)) is not None}
    if len(told) > 1:
        return NOBODY
    return next(iter(told), None)


def _of_master(
    one: Individual, seeds: Seeds, named: Sequence[_Named], found: dict[Individual, str | None]
) -> str | None:
    """The side of him whom they serve: "his commander-in-chief", "Smith's lawyer", "adviser to Smith"."""
    told = set()
    for number, entity in one.found:
        for span in people.role_spans(entity):
            master = _master(span, seeds[number][0], named[number], one)
            if master is not None and found.get(master):
                told.add(found[master])
    return told.pop() if len(told) == 1 else None


def _master(role: Span, seed: Seed, named: _Named, one: Individual) -> Individual | None:
    text = seed.article.text
    surface = role.surface(text)
    serving = words.listed("subordinates.txt")
    if not any(words.plain(token) in serving for token in re.findall(r"[\w-]+", surface)):
        return None
    owner = _OWNER_WITHIN.match(surface) or _OWNER.search(text, max(0, role.start - _BACK), role.start)
    if owner is None:
        served = _SERVES.search(surface)
        return named.surnames.get(words.plain(served["name"])) if served else None
    if owner["name"]:
        return named.surnames.get(words.plain(owner["name"]))
    at = (role.start if owner.re is _OWNER_WITHIN else 0) + owner.start("pronoun")
    return named.pronouns.get(at) or _nearest_before(at, seed, named, one)


def _nearest_before(at: int, seed: Seed, named: _Named, one: Individual) -> Individual | None:
    """The person named last before ``at`` in the same sentence."""
    start = passages.sentence(seed.article, Span(at, at + 1)).start
    index = bisect_left(named.places, at, key=lambda place: place[0]) - 1
    while index >= 0 and named.places[index][0] >= start:
        if named.places[index][2] is not one:
            return named.places[index][2]
        index -= 1
    return None
