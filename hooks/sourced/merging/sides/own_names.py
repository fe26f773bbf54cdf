"""What speaks under a name of a side is that side: "Manila said", "Campaigners said", "the union".

The editor's list tells two things that no article does: that words in small letters name somebody, and
where a long name begins and ends ("St Anne's and Harbour Street Residents' Group").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec
from msgspec import Struct

from sourced.extraction.names import lexicon
from sourced.merging import words
from sourced.merging.people import body_names, families, spelling
from sourced.merging.sides import countries, phrases
from sourced.model import Editorial, Entity, Extraction, Mention, PersonEntry, Seed, SideEntry, Span

_LEAD = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


class _Own(Struct, frozen=True):
    """A name of a side, as its entity is called, and whether it names no more than what the side is."""

    name: str
    described: bool


def entries(editorial: Editorial) -> Iterator[PersonEntry]:
    """For each side the body that it is itself, with those of its names that are that body's."""
    decided = {_exact(name) for entry in editorial.people for name in (entry.name, *entry.also)}
    for side in editorial.sides:
        if _exact(side.name) not in decided:
            also = [name for name in side.also if is_itself(side, name) and _exact(name) not in decided]
            yield PersonEntry(side.name, tuple(also), side.key)


def is_itself(side: SideEntry, name: str) -> bool:
    """Whether a name is the side's own; a list may have others that are of the side: "police", "SNP".

    Its country and capital are, and what has no other words than its name, or the name than it; and words in
    small letters for what it is ("the union"), but not for a body of a state among others.
    """
    if _place(name):
        return _place(side.name) or bool(side.countries)
    one, other = (frozenset(map(words.stem, words.split(_bare(n)))) for n in (name, side.name))
    if one <= other or other <= one or body_names.same(*map(body_names.read, (name, side.name))):
        return True
    return _is_described(name) and not phrases.has(phrases.tokens(name)[0], "sides/state_nouns.txt")


def spread(
    seeds: Sequence[tuple[Seed, Extraction]], editorial: Editorial
) -> tuple[tuple[Seed, Extraction], ...]:
    """The seeds, and in each a body for each name of a side that speaks or that is written out in full."""
    people = {
        name
        for _, extraction in seeds
        for entity in extraction.entities
        if entity.kind == "person" and spelling.parse(entity.name).given
        for name in (_exact(entity.name), spelling.parse(entity.name).last)
    }
    people |= {_exact(name) for entry in editorial.people for name in (entry.name, *entry.also)}
    own = {exact: name for exact, name in _own(editorial.sides).items() if exact not in people}
    return tuple((seed, _read(seed.article.text, extraction, own)) for seed, extraction in seeds)


def _own(sides: Iterable[SideEntry]) -> dict[str, _Own]:
    """Each name that a body may speak under; not an office ("interior minister")."""
    found: dict[str, _Own] = {}
    for side in sides:
        for name in (side.name, *side.also):
            tokens = phrases.tokens(name)[0]
            of_person = families.is_given(words.plain(tokens[0])) and not _place(name) if tokens else True
            if of_person or (lexicon.role_noun(tokens[-1]) and phrases.has(tokens[-1:], "sides/offices.txt")):
                continue
            described = _is_described(name)
            called = side.name if described and is_itself(side, name) else _bare(name)
            found.setdefault(_exact(name), _Own(called[:1].upper() + called[1:], described))
    return found


def _read(text: str, extraction: Extraction, own: Mapping[str, _Own]) -> Extraction:
    written = dict(_written_out(text, own, extraction.entities))
    within = _Written(written)
    called = {e.name: c for e in extraction.entities if (c := _called(text, e, own, written, within))}
    quotations = []
    spoken: dict[Span, Mention] = {}
    for quotation in extraction.quotations:
        name = called.get(quotation.name or "", quotation.name)
        if name is None and quotation.source is not None:
            span = _without_article(text, quotation.source)
            if said := own.get(_exact(span.surface(text))):
                name = said.name
                spoken[span] = Mention(span.start, span.end, "role" if said.described else "name")
                written.setdefault(span, name)
        quotations.append(msgspec.structs.replace(quotation, name=name))
    bodies: dict[str, list[Mention]] = {}
    for span, name in written.items():
        bodies.setdefault(name, []).append(spoken.get(span, Mention(span.start, span.end, "name")))
    entities = []
    around = _Written(written)
    for entity in extraction.entities:
        mentions = tuple(mention for mention in entity.mentions if not around.around(mention))
        if entity.name in called:
            bodies.setdefault(called[entity.name], []).extend(mentions)
        elif entity.kind == "person":
            entities.append(entity)
        elif mentions or not entity.mentions:
            entities.append(msgspec.structs.replace(entity, mentions=mentions))
    entities += [Entity(name, "body", tuple(sorted(mentions))) for name, mentions in bodies.items()]
    entities.sort(key=lambda entity: entity.mentions[:1])
    return msgspec.structs.replace(extraction, entities=tuple(entities), quotations=tuple(quotations))


def _called(
    text: str, entity: Entity, own: Mapping[str, _Own], written: Mapping[Span, str], within: _Written
) -> str | None:
    """What an entity is called as the side whose name it has, or of whose name it is a part; else None."""
    names = [mention for mention in entity.mentions if mention.kind == "name"]
    said = own.get(_exact(entity.name))
    if entity.kind == "person":
        titled = any(spelling.bare(name.surface(text)) != name.surface(text) for name in names)
        return said.name if said and not titled else None
    exactly = (written.get(Span(name.start, name.end)) for name in names)
    if whole := said.name if said else next(filter(None, exactly), None):
        return whole
    wholes = {within.around(name) for name in names}
    return wholes.pop() if len(wholes) == 1 else None


def _written_out(
    text: str, own: Mapping[str, _Own], entities: Iterable[Entity]
) -> Iterator[tuple[Span, str]]:
    """Each place where a name of several words stands, and no longer name."""
    pattern = _pattern(tuple(one.name for one in own.values() if " " in one.name and not one.described))
    if pattern is None:
        return
    ends = {mention.start: mention.end for entity in entities for mention in entity.mentions}
    for match in pattern.finditer(text):
        span = Span(match.start(), match.end())
        if ends.get(span.start, 0) <= span.end:
            yield span, own[_exact(match[0])].name


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    written = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    alternatives = "|".join(re.sub("[’']", "[’']", name) for name in written)
    return re.compile(rf"\b(?:{alternatives})(?!-?\w)(?! [^\W\d_a-z])")


class _Written:
    """The places of names, none of which overlap, and the name at each."""

    def __init__(self, places: Mapping[Span, str]) -> None:
        self._spans = sorted(places)
        self._places = places

    def around(self, span: Span) -> str | None:
        """The name that a stretch is a part of."""
        at = bisect_right(self._spans, span.start, key=lambda place: place.start) - 1
        within = at >= 0 and self._spans[at].covers(span)
        return self._places[self._spans[at]] if within else None


def _without_article(text: str, source: Span) -> Span:
    lead = _LEAD.match(text, source.start, source.end)
    return Span(lead.end() if lead else source.start, source.end)


def _is_described(name: str) -> bool:
    """Whether a name is none but says what the side is: "the union"."""
    return name.replace("The ", "").islower()


def _place(name: str) -> bool:
    tokens = phrases.tokens(name)[0]
    return any((p.start, p.end) == (0, len(tokens)) and p.kind != "demonym" for p in countries.find(tokens))


def _bare(name: str) -> str:
    return _LEAD.sub("", name, count=1) if _LEAD.match(name) else name


def _exact(name: str) -> str:
    return " ".join(words.split(_bare(name)))
