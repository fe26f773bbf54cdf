"""Names that one article takes as known, and another one introduces.

A follow-up says "Dunmore" or "the CPSC" of whom the article before named in full. Alone it does not show that
the word is a name; beside the others it does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from sourced.extraction.names import candidates, lexicon
from sourced.merging.people import body_names, spelling
from sourced.model import Entity, Extraction, Mention, Quotation, Seed, Span

_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*[^\W_]")
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*\.?)[ \n]$")
_AFTER = re.compile(r"[ \n][^\W\d_a-z]")
_POSSESSIVE = re.compile(r"[’']s$")
_LEAD = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_LETTERS = 3  # an acronym of two stands for too much


class _Place(Struct, frozen=True):
    """A word that is a known name, and the mention that it is or begins with a title."""

    word: str
    mention: Mention
    titled: bool


def spread(seeds: Sequence[tuple[Seed, Extraction]]) -> tuple[tuple[Seed, Extraction], ...]:
    """The seeds, and in each the people by surname and bodies by acronym that one before names in full.

    A surname counts where it has a title or is the source of a quotation; all its places then do. Countries
    that say nothing are left out. Nothing else that the article itself tells is changed.
    """
    surnames: set[str] = set()
    acronyms: set[str] = set()
    of_bodies: set[str] = set()
    found = []
    for seed, extraction in seeds:
        text = seed.article.text
        named = _as_people(_without_lands(extraction), surnames - of_bodies)
        found.append((seed, _read(text, named, surnames, acronyms)))
        for entity in named.entities:
            if entity.kind == "body":
                of_bodies.update(entity.name.split())
                acronyms |= {s for s in _surfaces(entity, text) if _stands_alone(s) and s != entity.name}
            elif spelling.parse(entity.name).given:
                surnames.add(spelling.surname(entity.name).split()[-1])
    return tuple(found)


def _without_lands(extraction: Extraction) -> Extraction:
    """The extraction without countries that say nothing in it: "Norway had to act" makes none a body."""
    speaking = {quotation.name for quotation in extraction.quotations}
    entities = tuple(
        entity
        for entity in extraction.entities
        if entity.kind != "body" or entity.name in speaking or not body_names.is_land(entity.name)
    )
    return msgspec.structs.replace(extraction, entities=entities)


def _as_people(extraction: Extraction, surnames: set[str]) -> Extraction:
    """The extraction with people for what speaks by a known surname: "Dunmore said" alone may be a firm."""
    entities = tuple(
        msgspec.structs.replace(entity, kind="person") if entity.name in surnames else entity
        for entity in extraction.entities
    )
    return msgspec.structs.replace(extraction, entities=entities)


def _surfaces(entity: Entity, text: str) -> Iterator[str]:
    return (mention.surface(text) for mention in entity.mentions if mention.kind == "name")


def _stands_alone(surface: str) -> bool:
    return len(surface) >= _LETTERS and body_names.is_acronym(surface)


def _read(text: str, extraction: Extraction, surnames: set[str], acronyms: set[str]) -> Extraction:
    ends = {m.end for entity in extraction.entities for m in entity.mentions}
    known = {word for entity in extraction.entities for word in entity.name.replace("’", "'").split()}
    places: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    for match in _NAME.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        end = match.start() + len(word)
        if word.replace("’", "'") in known or end in ends:
            continue
        if word in acronyms:
            places["body", word].append(_Place(word, Mention(match.start(), end, "name"), titled=True))
        elif word in surnames and (place := _by_surname(text, word, match.start())):
            places["person", word].append(place)
    if not places:
        return extraction
    sources = {_without_article(text, q): q for q in extraction.quotations if q.source and q.name is None}
    added = [_entity(kind, word, where, sources) for (kind, word), where in places.items()]
    entities = [entity for entity in added if entity]
    if not entities:
        return extraction
    said = {(m.start, m.end): entity.name for entity in entities for m in entity.mentions}
    return msgspec.structs.replace(
        extraction,
        entities=tuple(sorted([*extraction.entities, *entities], key=lambda entity: entity.mentions[:1])),
        quotations=tuple(_said(text, q, said) for q in extraction.quotations),
    )


def _by_surname(text: str, word: str, start: int) -> _Place | None:
    """The mention of somebody by surname alone, or by title and surname; None within a longer name."""
    if lexicon.is_people(word) or word in lexicon.places() or word in lexicon.not_names():
        return None
    if candidates.placed(text, start):
        return None
    end = start + len(word)
    before = _BEFORE.search(text, max(0, start - 20), start)
    title = before is not None and before[1][0].isupper() and lexicon.is_title(before[1])
    alone = before is None or not before[1][0].isupper() or before[1].lower() in lexicon.common_words()
    if not (title or alone) or _AFTER.match(text, end):
        return None
    begin = before.start(1) if before and title else start
    return _Place(word, Mention(begin, end, "name"), titled=title)


def _entity(
    kind: str, word: str, places: Sequence[_Place], sources: Iterable[tuple[int, int]]
) -> Entity | None:
    spoken = set(sources)
    mentions = tuple(place.mention for place in places)
    if kind == "body":
        return Entity(name=word, kind="body", mentions=mentions)
    sure = any(place.titled or (place.mention.start, place.mention.end) in spoken for place in places)
    return Entity(name=word, kind="person", mentions=mentions) if sure else None


def _without_article(text: str, quotation: Quotation) -> tuple[int, int]:
    source = quotation.source or Span(0, 0)
    lead = _LEAD.match(source.surface(text))
    return source.start + (lead.end() if lead else 0), source.end


def _said(text: str, quotation: Quotation, said: dict[tuple[int, int], str]) -> Quotation:
    if quotation.name is not None or quotation.source is None:
        return quotation
    name = said.get(_without_article(text, quotation))
    return msgspec.structs.replace(quotation, name=name) if name else quotation
