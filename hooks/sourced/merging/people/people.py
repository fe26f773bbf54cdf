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

from msgspec import Struct

from sourced.extraction.names import lexicon
from sourced.merging import words
from sourced.merging.people import body_names, families, spelling
from sourced.merging.people.body_names import BodyName
from sourced.merging.sides import own_names
from sourced.model import Editorial, Entity, Extraction, PersonEntry, Seed

Found = tuple[int, Entity]
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_KNIGHT = re.compile(r"(?:Sir|Dame)\s+\S+\s+\S")
_TOKEN = re.compile(r"[^\W\d_][\w’'.-]*")
_SEVERAL = 2


class Individual:
    """A person or body as it comes together: what each seed (by number) found of it."""

    def __init__(
        self, kind: Literal["person", "body"], entry: PersonEntry | None = None, *, is_side: bool = False
    ) -> None:
        self.kind = kind
        self.entry = entry
        self.is_side = is_side
        self.found: list[Found] = []
        self.spellings: dict[str, None] = dict.fromkeys((entry.name, *entry.also) if entry else ())
        # Of a name whose surname is not its last word how it would be written if it were (``_by_surname``).
        self.shorter: dict[str, str] = {}
        self.bodies: list[BodyName] = [body_names.read(name) for name in self.spellings]
        self.offices: set[str] = set()


class _Named(Struct, frozen=True):
    """An entity of one article, and what that article tells of it to find it among others.

    ``called`` are a person's names with a title; ``offices`` the role nouns that titles and roles show.
    """

    entity: Entity
    body: BodyName | None
    called: tuple[str, ...]
    offices: frozenset[str]

    @property
    def full(self) -> bool:
        """Whether it is more than a surname."""
        return self.body is not None or bool(spelling.parse(self.entity.name).given)


def gather(seeds: Sequence[tuple[Seed, Extraction]], editorial: Editorial) -> list[Individual]:
    """All people and bodies, in the order of their first mention; what ``editorial`` names decides first."""
    everyone = [
        *(Individual("person", entry) for entry in editorial.people),
        *(Individual("body", entry, is_side=True) for entry in own_names.entries(editorial)),
    ]
    decided = {_exact(name): one for one in everyone for name in one.spellings}
    where: dict[str, list[Individual]] = defaultdict(list)
    for one in everyone:
        for name in one.spellings:
            for index in spelling.indexes(name) | body_names.indexes(body_names.read(name)):
                where[index].append(one)
    for number, (seed, extraction) in enumerate(seeds):
        text = seed.article.text
        named = _read(extraction.entities, text)
        joined = _join(named, decided, where)
        for told, earlier in zip(named, joined, strict=True):
            entity = told.entity
            chosen = earlier or _same_in_this_seed(told, number, where) or Individual(entity.kind)
            if not chosen.found:
                chosen.kind = entity.kind
            if not chosen.found and chosen.entry is None:
                everyone.append(chosen)
            chosen.found.append((number, entity))
            if not _knight(told):
                chosen.spellings.setdefault(entity.name)
            chosen.offices |= told.offices
            if told.body:
                chosen.bodies.append(told.body)
            indexes = _indexes(told)
            if shorter := _by_surname(entity, text):
                chosen.shorter[entity.name] = shorter
                indexes |= spelling.indexes(shorter)
            for index in indexes:
                if chosen not in where[index]:
                    where[index].append(chosen)
    met = [one for one in everyone if one.found]
    return sorted(met, key=lambda one: (one.found[0][0], _first(one.found[0][1])))


def _first(entity: Entity) -> int:
    return min((m.start for m in entity.mentions), default=0)


def _read(entities: Iterable[Entity], text: str) -> list[_Named]:
    """What an article tells of each of its entities."""
    tokens = _TOKEN.findall(text)
    lands = body_names.lands(tokens)
    around = frozenset(words.plain(token) for token in tokens if token[0].isupper())
    named = []
    for entity in entities:
        surfaces = [m.surface(text) for m in entity.mentions if m.kind == "name"]
        if entity.kind == "body":
            owners = {body_names.owner(text, m.start) for m in entity.mentions if m.kind == "name"} - {""}
            name = f"{min(owners)} {entity.name}" if len(owners) == 1 else entity.name
            body = body_names.read(name, surfaces, lands, around)
            named.append(_Named(entity, body, (), frozenset()))
            continue
        called = tuple(surface for surface in dict.fromkeys(surfaces) if spelling.bare(surface) != surface)
        told = " ".join([*called, *(role.surface(text) for role in entity.roles)])
        nouns = (lexicon.role_noun(word) for word in _TOKEN.findall(told))
        named.append(_Named(entity, None, called, frozenset(noun for noun in nouns if noun)))
    return named


def _knight(named: _Named) -> str:
    """The given name of whom an article calls "Sir Peter" or "Dame Ann" and nothing else; else ""."""
    called = {tuple(words.split(name)) for name in named.called}
    title, given = called.pop() if len(called) == 1 and len(min(called)) == _SEVERAL else ("", "")
    return given if title in {"sir", "dame"} and families.is_given(given) else ""


def _by_surname(entity: Entity, text: str) -> str:
    """The name with its surname last or before a comma, where the article shows which that is; else "".

    "Ana Ruiz" of an "Ana Ruiz Soto" whom it calls "Ruiz", "Shen, Min" of a "Shen Min" whom it calls "Shen".
    """
    written = spelling.bare(entity.name).split()
    called = {spelling.bare(m.surface(text)) for m in entity.mentions if m.kind == "name"}
    if entity.kind == "body" or len(written) < _SEVERAL or written[-1] in called:
        return ""
    if len(written) == _SEVERAL:
        first = words.plain(written[0])
        told = written[0] in called and first in words.listed("people/surnames_first.txt")
        return ", ".join(written) if told and not families.is_given(first) else ""
    given = families.is_given(words.plain(written[-2]))
    return " ".join(written[:-1]) if written[-2] in called and not given else ""


def _exact(name: str) -> str:
    return " ".join(words.split(_ARTICLE.sub("", spelling.bare(name))))


def _indexes(named: _Named) -> frozenset[str]:
    if named.body:
        return body_names.indexes(named.body)
    knights = {f"knight:{spelling.parse(name).given[0]}" for name in named.called if _KNIGHT.match(name)}
    return spelling.indexes(named.entity.name) | knights


def _likely(named: _Named, where: dict[str, list[Individual]]) -> list[Individual]:
    """Everybody so far whom the entity may be: by the whole name, else by the office."""
    if given := _knight(named):
        return where.get(f"knight:{given}", [])
    found = (one for index in sorted(_indexes(named)) for one in where.get(index, ()))
    fitting = [one for one in dict.fromkeys(found) if _fits(named, one)]
    if len(fitting) < _SEVERAL or named.body:
        return fitting
    if named.full:
        return [one for one in fitting if any(spelling.parse(n).given for n in one.spellings)] or fitting
    in_office = [one for one in fitting if one.offices & named.offices]
    return in_office if len(in_office) == 1 else fitting


def _join(
    entities: Sequence[_Named], decided: dict[str, Individual], where: dict[str, list[Individual]]
) -> list[Individual | None]:
    """Which individual of the editor's or of the seeds before each entity is; None for a new one."""
    chosen: list[Individual | None] = []
    certain: list[bool] = []
    for named in entities:
        editors = decided.get(_exact(named.entity.name))
        if editors is None or (editors.is_side and named.body is None):
            likely = _likely(named, where)
            spelt = [one for one in likely if _is_spelt(named.entity, one)]
            certain.append(len(spelt) == 1)
            likely = spelt or likely
            editors = likely[0] if len(likely) == 1 else None
        else:
            certain.append(True)
        chosen.append(editors)
    for one, count in Counter(id(c) for c in chosen if c).items():
        if count > 1:
            _keep_apart([named.entity for named in entities], chosen, certain, one)
    return chosen


def _is_spelt(entity: Entity, one: Individual) -> bool:
    """Whether a seed before has the very spelling, with given name."""
    whole = entity.kind == "body" or bool(spelling.parse(entity.name).given)
    return whole and entity.name in one.spellings


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


def _same_in_this_seed(named: _Named, number: int, where: dict[str, list[Individual]]) -> Individual | None:
    """Another spelling of a full name in the same article."""
    likely = [
        one for one in _likely(named, where) if one.found and all(seed == number for seed, _ in one.found)
    ]
    whole = named.body is not None or (
        named.full and all(spelling.parse(name).given for one in likely for name in one.spellings)
    )
    return likely[0] if len(likely) == 1 and whole else None


def _fits(named: _Named, one: Individual) -> bool:
    name = named.entity.name
    if (one.entry is None or one.is_side) and one.kind != named.entity.kind:
        return False
    if named.body:
        names = one.bodies
        return any(body_names.same(named.body, other) for other in names) and not any(
            body_names.different(named.body, other) for other in names
        )
    if _is_spelt(named.entity, one):
        return True
    verdicts = [_compare(name, other, one.shorter.get(other, "")) for other in one.spellings]
    titled = [spelling.compare(called, other) for called in named.called for other in one.spellings]
    return "same" in verdicts and "different" not in (*verdicts, *titled)


def _compare(one: str, other: str, shorter: str) -> spelling.Verdict:
    verdict = spelling.compare(one, other)
    return "same" if shorter and spelling.compare(one, shorter) == "same" else verdict
