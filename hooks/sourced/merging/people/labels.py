"""What a person or body is called: the names, the roles, and the words that its key is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourced.merging import words
from sourced.merging.people import body_names, spelling
from sourced.merging.people.people import Individual
from sourced.model import Entity, Extraction, Seed, Span

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_KNIGHT = re.compile(r"(?:Sir|Dame)\s+[^\s’']+")  # whom one calls by the given name alone
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")


def names(one: Individual, seeds: Sequence[tuple[Seed, Extraction]]) -> tuple[str, ...]:
    """The spellings, the editor's first, then the fullest; each as a source writes it, without title."""
    written: dict[str, None] = {}
    for number, entity in one.found:
        text = seeds[number][0].article.text
        surfaces = [m.surface(text) for m in entity.mentions if m.kind == "name"]
        knighted = [name for name in surfaces if _KNIGHT.fullmatch(name)]
        if len(knighted) < len(surfaces) or not surfaces:
            written.setdefault(_clean(entity.name, one.kind))
        written.update(dict.fromkeys(n if n in knighted else _clean(n, one.kind) for n in surfaces))
    known: dict[str, str] = {}
    for name in [one.entry.name] if one.entry else []:
        known[words.plain(name)] = name
    for name in sorted(written, key=lambda n: (_without_its_land(n, one), -len(n.split()))):
        if name:
            known.setdefault(name.casefold().replace("’", "'") if one.entry is None else name, name)
    found = tuple(dict.fromkeys(known.values()))
    return found or (one.found[0][1].name,)


def _without_its_land(name: str, one: Individual) -> bool:
    """Whether a body's name leaves out the country that tells it from others: "Ministry of Defence"."""
    return one.kind == "body" and any(b.own for b in one.bodies) and not body_names.read(name).own


def _clean(name: str, kind: str) -> str:
    name = _POSSESSIVE.sub("", " ".join(name.split()))
    return _ARTICLE.sub("", name) if kind == "body" else spelling.bare(name)


def roles(one: Individual, seeds: Sequence[tuple[Seed, Extraction]]) -> tuple[str, ...]:
    """What the sources say the person is, as they write it.

    A role beside the name is left out when another one has all of it ("President" beside "Polish
    President"); a role that stands for the name ("the governor") when it adds no word.
    """
    beside: dict[str, str] = {}
    alone: dict[str, str] = {}
    for number, entity in one.found:
        count = len(entity.roles)
        for at, span in enumerate(role_spans(entity)):
            role = strip_role(span.surface(seeds[number][0].article.text))
            if role and not any(c.isdigit() for c in role):
                (beside if at < count else alone).setdefault(words.plain(role), role)
    kept = {
        key: role
        for key, role in beside.items()
        if not any(f" {key} " in f" {o} " for o in beside if o != key)
    }
    told = frozenset(word for key in beside for word in words.split(key))
    for key, role in alone.items():
        if not set(words.content(key)) <= told:
            kept.setdefault(key, role)
    return tuple(kept.values())


def role_spans(entity: Entity) -> list[Span]:
    """The places that say what the person is: roles beside the name, then roles that stand for it."""
    beside = [Span(r.start, r.end) for r in entity.roles]
    alone = (
        [Span(m.start, m.end) for m in entity.mentions if m.kind == "role"] if entity.kind == "person" else []
    )
    return beside + [span for span in alone if not any(span.overlaps(other) for other in beside)]


def strip_role(role: str) -> str:
    """The role without article, possessive word and possessive ending."""
    role = _POSSESSIVE.sub("", " ".join(role.split()))
    return re.sub(r"^(?:the|an?|his|her|their|its|our|my|this|that)\s+", "", role, flags=re.IGNORECASE)


def key_words(one: Individual) -> tuple[str, ...]:
    """The words a key is made of, the shortest first: the surname, then the whole name."""
    entity = one.found[0][1]
    if one.kind == "body":
        name = one.entry.name if one.entry and one.is_side else entity.name
        return (_ARTICLE.sub("", name),)
    bare = spelling.bare(one.shorter.get(entity.name, entity.name))
    return (spelling.surname(bare), bare) if spelling.parse(bare).given else (bare,)
