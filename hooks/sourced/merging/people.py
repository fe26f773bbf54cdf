"""One person or body out of many spellings, over all the seeds.

Seed by seed, each entity joins one that is already there or stands on its own; what earlier seeds
came to is never changed by a later one, so that their keys stay. Where more than one could be meant,
nothing is joined.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from sourced.merging import countries, families, spelling, words
from sourced.model import Editorial, Entity, Extraction, PersonEntry, Seed, Span

Found = tuple[int, Entity]
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")

_INITIALS = re.compile(r"[A-Z][A-Z&]+")
_LINKING = frozenset({"the", "of", "for", "and", "s"})
_SPELT = {"defense": "defence", "labor": "labour", "center": "centre"}


class Individual:
    """A person or body as it comes together: what each seed (by number) found of it."""

    def __init__(self, kind: Literal["person", "body"], entry: PersonEntry | None = None) -> None:
        self.kind = kind
        self.entry = entry
        self.found: list[Found] = []
        self.spellings: dict[str, None] = dict.fromkeys((entry.name, *entry.also) if entry else ())
        # Of a name with two surnames the one without the second, where the article shows which is which.
        self.shorter: dict[str, str] = {}


def gather(seeds: Sequence[tuple[Seed, Extraction]], editorial: Editorial) -> list[Individual]:
    """All people and bodies, in the order of their first mention; ``editorial.people`` decides first."""
    everyone = [Individual("person", entry) for entry in editorial.people]
    decided = {_exact(name): one for one in everyone for name in one.spellings}
    where: dict[str, list[Individual]] = defaultdict(list)
    for one in everyone:
        _note(where, one, one.spellings)
    for number, (seed, extraction) in enumerate(seeds):
        joined = _join(extraction.entities, decided, where)
        for entity, earlier in zip(extraction.entities, joined, strict=True):
            chosen = earlier or _same_in_this_seed(entity, number, where) or Individual(entity.kind)
            if not chosen.found:
                chosen.kind = entity.kind
            if not chosen.found and chosen.entry is None:
                everyone.append(chosen)
            chosen.found.append((number, entity))
            written = [entity.name, *_initials(entity, seed.article.text)]
            chosen.spellings.update(dict.fromkeys(written))
            _note(where, chosen, written)
            if shorter := _without_second_surname(entity, seed.article.text):
                chosen.shorter[entity.name] = shorter
    met = [one for one in everyone if one.found]
    return sorted(met, key=lambda one: (one.found[0][0], _first(one.found[0][1])))


def _first(entity: Entity) -> int:
    return min((m.start for m in entity.mentions), default=0)


def _initials(entity: Entity, text: str) -> list[str]:
    """The initials that the text itself gives a body: "General Motors (GM)"."""
    if entity.kind == "person":
        return []
    surfaces = [mention.surface(text) for mention in entity.mentions if mention.kind == "name"]
    return [surface for surface in dict.fromkeys(surfaces) if _INITIALS.fullmatch(surface)]


def _without_second_surname(entity: Entity, text: str) -> str:
    """The name "Ana Ruiz" of an "Ana Ruiz Soto" whom the article calls "Ruiz" as well; else ""."""
    written = spelling.bare(entity.name).split()
    if entity.kind == "body" or len(written) < 3 or families.is_given(words.plain(written[-2])):
        return ""
    called = {spelling.bare(m.surface(text)) for m in entity.mentions if m.kind == "name"}
    return " ".join(written[:-1]) if written[-2] in called else ""


def _exact(name: str) -> str:
    return " ".join(words.split(_ARTICLE.sub("", spelling.bare(name))))


def _note(where: dict[str, list[Individual]], one: Individual, names: Iterable[str]) -> None:
    for name in names:
        for index in spelling.indexes(name) | {body(name)} if one.entry else _indexes(one.kind, name):
            if one not in where[index]:
                where[index].append(one)


def _indexes(kind: str, name: str) -> frozenset[str]:
    return frozenset({body(name)}) if kind == "body" else spelling.indexes(name)


def _likely(entity: Entity, where: dict[str, list[Individual]]) -> list[Individual]:
    """Everybody so far whom the entity may be."""
    found = (one for index in sorted(_indexes(entity.kind, entity.name)) for one in where.get(index, ()))
    return [one for one in dict.fromkeys(found) if _fits(entity, one)]


def _join(
    entities: Sequence[Entity], decided: dict[str, Individual], where: dict[str, list[Individual]]
) -> list[Individual | None]:
    """Which individual of the editor's or of the seeds before each entity is; None for a new one."""
    chosen: list[Individual | None] = []
    certain: list[bool] = []
    for entity in entities:
        editors = decided.get(_exact(entity.name))
        if editors is None:
            likely = _likely(entity, where)
            spelt = [one for one in likely if _is_spelt(entity, one)]
            certain.append(len(spelt) == 1)
            likely = spelt or likely
            editors = likely[0] if len(likely) == 1 else None
        else:
            certain.append(True)
        chosen.append(editors)
    for one, count in Counter(id(c) for c in chosen if c).items():
        if count > 1:
            _keep_apart(entities, chosen, certain, one)
    return chosen


def _is_spelt(entity: Entity, one: Individual) -> bool:
    """Whether a seed before has the very spelling, with given name."""
    return entity.name in one.spellings and bool(spelling.parse(entity.name).given)


def _keep_apart(
    entities: Sequence[Entity], chosen: list[Individual | None], certain: list[bool], one: int
) -> None:
    """Two of one article that could both be somebody are both, if they are the same; else neither is."""
    claim = [n for n, c in enumerate(chosen) if c and id(c) == one]
    full = [entities[n].name for n in claim if spelling.parse(entities[n].name).given]
    if entities[claim[0]].kind == "body":
        return
    if any(spelling.compare(a, b) != "same" for n, a in enumerate(full) for b in full[n + 1 :]):
        for n in claim:
            if not certain[n]:
                chosen[n] = None


def _same_in_this_seed(entity: Entity, number: int, where: dict[str, list[Individual]]) -> Individual | None:
    """Another spelling of a full name in the same article."""
    likely = [
        one for one in _likely(entity, where) if one.found and all(seed == number for seed, _ in one.found)
    ]
    whole = entity.kind == "body" or (
        bool(spelling.parse(entity.name).given)
        and all(spelling.parse(name).given for one in likely for name in one.spellings)
    )
    return likely[0] if len(likely) == 1 and whole else None


def _fits(entity: Entity, one: Individual) -> bool:
    if one.entry is None and one.kind != entity.kind:
        return False
    if entity.kind == "body":
        return any(body(name) == body(entity.name) for name in one.spellings)
    if _is_spelt(entity, one):
        return True
    verdicts = [_compare(entity.name, name, one.shorter.get(name, "")) for name in one.spellings]
    return "same" in verdicts and "different" not in verdicts


def _compare(one: str, other: str, shorter: str) -> spelling.Verdict:
    verdict = spelling.compare(one, other)
    return "same" if shorter and spelling.compare(one, shorter) == "same" else verdict


def body(name: str) -> str:
    """What two names of one body share: "Ministry of Defence of Norway", "the Norwegian Defense Ministry"."""
    parts = [_SPELT.get(word, word) for word in _country_words(name) if word not in _LINKING]
    return "body:" + " ".join(sorted(parts))


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


def names(one: Individual, seeds: Sequence[tuple[Seed, Extraction]]) -> tuple[str, ...]:
    """The spellings, the editor's first, then the fullest; each as a source writes it, without title."""
    written: dict[str, None] = {}
    for number, entity in one.found:
        text = seeds[number][0].article.text
        written.setdefault(_clean(entity.name, one.kind))
        for mention in entity.mentions:
            if mention.kind == "name":
                written.setdefault(_clean(mention.surface(text), one.kind))
    known: dict[str, str] = {}
    for name in [one.entry.name] if one.entry else []:
        known[words.plain(name)] = name
    for name in sorted(written, key=lambda n: -len(n.split())):
        if name:
            known.setdefault(name.casefold() if one.entry is None else name, name)
    found = tuple(dict.fromkeys(known.values()))
    return found or (one.found[0][1].name,)


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
        return (_ARTICLE.sub("", entity.name),)
    bare = spelling.bare(one.shorter.get(entity.name, entity.name))
    return (spelling.surname(bare), bare) if spelling.parse(bare).given else (bare,)
