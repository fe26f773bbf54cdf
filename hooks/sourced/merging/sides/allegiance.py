"""The side of each person and body, out of all that the seeds and the editor say of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.merging import passages, words
from sourced.merging.people import body_names, descriptions, families, labels, spelling
from sourced.merging.people.people import Individual
from sourced.merging.sides.sides import NOBODY, Sides
from sourced.model import Extraction, Seed, Span
from sourced.reading.contradictions import NONE

_BACK = 60
_OWNER = re.compile(r"(?:\b(?P<pronoun>his|her|their|its)|(?P<name>[^\W\d_][\w-]*)['’]s?)\s+$", re.IGNORECASE)
_OWNER_WITHIN = re.compile(
    r"^(?:(?P<pronoun>his|her|their|its)\s|(?P<name>[^\W\d_][\w-]*)['’]s?\s)", re.IGNORECASE
)
_SERVES = re.compile(r"\b(?:to|of|for)\s+(?:[\w.-]+\s+){0,3}?(?P<name>[^\W\d_][\w-]*)$")
_GIVEN = re.compile(r"\b(?P<name>[A-Z][^\W\d_]+)\s+$")

Seeds = Sequence[tuple[Seed, Extraction]]


class Allegiance(Struct, frozen=True):
    """A side, or None; ``doubt`` says why none is taken where the sources tell more than one."""

    side: str | None
    doubt: str | None = None


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


def assign(everyone: Sequence[Individual], seeds: Seeds, sides: Sides) -> dict[Individual, Allegiance]:
    """The side of each: the editor's, else what roles and names say, else that of the one they serve."""
    found: dict[Individual, str | None] = {}
    doubts: dict[Individual, str | None] = {}
    for one in everyone:
        if one.entry is not None and one.entry.side is not None:
            found[one] = NOBODY if one.entry.side == NONE else one.entry.side
        else:
            found[one], doubts[one] = sides.agreed(_phrases(one, seeds, sides))
    named = [_Named(number, everyone) for number in range(len(seeds))]
    for one in everyone:
        if found[one] is None and one.kind == "person":
            found[one] = _of_master(one, seeds, named, found)
    return {one: Allegiance(side or None, doubts.get(one)) for one, side in found.items()}


def _phrases(one: Individual, seeds: Seeds, sides: Sides) -> Iterator[str]:
    """What the sources call somebody."""
    for number, entity in one.found:
        seed, extraction = seeds[number]
        for span in labels.role_spans(entity):
            yield _whole(seed.article.text, span)
        text = seed.article.text
        if one.kind == "person":
            yield from descriptions.find(text, entity, extraction)
        else:
            owners = (body_names.owner(text, m.start) for m in entity.mentions if m.kind == "name")
            yield from (f"{owner} {entity.name}" for owner in owners if owner)
    yield from (name for name in labels.names(one, seeds) if one.kind == "body" or sides.is_name(name))


def _whole(text: str, role: Span) -> str:
    """The role, and the given name of whose it is where that stands before: "Michael Jordan's agent"."""
    before = _GIVEN.search(text, max(0, role.start - _BACK), role.start)
    given = before["name"] if before and families.is_given(words.plain(before["name"])) else ""
    return f"{given} {labels.strip_role(role.surface(text))}".strip()


def _of_master(
    one: Individual, seeds: Seeds, named: Sequence[_Named], found: dict[Individual, str | None]
) -> str | None:
    """The side of him whom they serve: "his commander-in-chief", "Smith's lawyer", "adviser to Smith"."""
    told = set()
    for number, entity in one.found:
        for span in labels.role_spans(entity):
            master = _master(span, seeds[number][0], named[number], one)
            if master is not None and found.get(master):
                told.add(found[master])
    return told.pop() if len(told) == 1 else None


def _master(role: Span, seed: Seed, named: _Named, one: Individual) -> Individual | None:
    text = seed.article.text
    surface = role.surface(text)
    serving = words.listed("sides/subordinates.txt")
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
