"""One person or body made of several, and two made of one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from sourced.merging import keys, words
from sourced.merging.people import spelling
from sourced.merging.sides.sides import Sides
from sourced.model import Amount, Editorial, Event, Party, Passage, Selector, Statement
from sourced.reading.contradictions import NONE

Place = tuple[Selector, Passage]


def joined(parties: Sequence[Party], order: Mapping[str, int], editorial: Editorial) -> Party:
    """One out of several: the key, the name and the kind of the first, the mentions of all.

    ``order`` numbers the sources. The side is the editor's, else the one that all are on who are on one.
    """
    first = parties[0]
    told = {one.side for one in parties if one.side is not None}
    editors = _editors_side(first, editorial)
    return msgspec.structs.replace(
        _standing(
            first, sorted((p for one in parties for p in _places(one)), key=lambda p: _where(p, order))
        ),
        names=_union((one.names for one in parties), str.casefold),
        roles=_union((one.roles for one in parties), words.plain),
        sources=tuple(sorted({source for one in parties for source in one.sources}, key=order.__getitem__)),
        side=None if editors == NONE else editors or (told.pop() if len(told) == 1 else None),
    )


def taken_out(
    party: Party, names: Collection[str], sources: Collection[str], places: Collection[Place] = ()
) -> tuple[bool, ...]:
    """For each mention of a person or body, whether it names somebody else.

    These are the mentions with one of the ``names``, or all in the ``sources``; where both are given, those
    names in those sources; and those at the ``places``.
    A pronoun or role ("he", "the mayor") goes with the name before it.
    """
    spellings, wanted = set(map(_plain, party.names)), set(map(_plain, names))
    verdicts: list[bool] = []
    last: dict[str, bool] = {}
    for mention, passage in _places(party):
        within = passage.source in sources if sources else bool(names)
        said = _plain(mention.exact)
        if (mention, passage) in places:
            other = True
        elif said in wanted or (sources and not names):
            other = within
        else:
            other = said not in spellings and last.get(passage.source, False)
        last[passage.source] = other
        verdicts.append(other)
    return tuple(verdicts)


def parted(
    party: Party, out: Sequence[bool], key: str, sides: Sides, editorial: Editorial
) -> tuple[Party, Party]:
    """The person or body without the mentions that are taken out, and the other one that these name."""
    places = _places(party)
    rest = _half(party, [p for p, other in zip(places, out, strict=True) if not other], party.key)
    other = _half(party, [p for p, other in zip(places, out, strict=True) if other], key)
    told = [_told(half, sides, editorial) for half in (rest, other)]
    # A side that neither's own words tell (it may come from whom they serve) stays with the first.
    kept = party.side if not any(told) else None
    return (
        msgspec.structs.replace(rest, side=told[0] or kept),
        msgspec.structs.replace(other, side=told[1]),
    )


def says(record: Statement | Amount | Event, party: Party, out: Sequence[bool]) -> bool:
    """Whether it is one of the mentions taken out of ``party`` that names who says a record of its.

    That is the mention that the record is attributed to; else the last one before the words.
    """
    here = [
        (mention, other)
        for (mention, passage), other in zip(_places(party), out, strict=True)
        if passage.source == record.passage.source
    ]
    if isinstance(record, Event):
        start, attribution = record.passage.end, None
    else:
        start, attribution = record.selector.start, record.attribution
    whole = record.passage
    named = [o for m, o in here if whole.start <= m.start < whole.end and m.exact == attribution]
    before = [other for mention, other in here if mention.start <= start]
    return [*named[:1], *before[-1:], *(other for _, other in here[:1]), False][0]


def key_words(party: Party, names: Collection[str]) -> tuple[str, ...]:
    """What a key for the one that is taken out is made of, the shortest first."""
    called = max(names or party.names, key=lambda name: len(name.split()))
    if party.kind == "body":
        return (keys.joined([called], party.kind),)
    return tuple(keys.joined([word], party.kind) for word in (spelling.surname(called), called))


def _places(party: Party) -> list[Place]:
    return list(zip(party.mentions, party.passages, strict=True))


def _where(place: Place, order: Mapping[str, int]) -> tuple[int, int]:
    return order[place[1].source], place[0].start


def _plain(name: str) -> str:
    return " ".join(w for w in words.split(spelling.bare(name)) if w not in {"the", "a", "an"})


def _union(parts: Iterable[Iterable[str]], same: Callable[[str], str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for part in parts:
        for one in part:
            found.setdefault(same(one), one)
    return tuple(found.values())


def _standing(party: Party, places: Sequence[Place]) -> Party:
    """The same person or body with these mentions."""
    if not places:
        return party
    return msgspec.structs.replace(
        party,
        passage=places[0][1],
        mentions=tuple(mention for mention, _ in places),
        passages=tuple(passage for _, passage in places),
        sources=tuple(dict.fromkeys(passage.source for _, passage in places)),
    )


def _half(party: Party, places: Sequence[Place], key: str) -> Party:
    said = {_plain(mention.exact) for mention, _ in places}
    texts = [passage.text for _, passage in places]
    names = tuple(name for name in party.names if _plain(name) in said) or party.names
    half = msgspec.structs.replace(
        _standing(party, places),
        key=key,
        names=names,
        roles=tuple(role for role in party.roles if any(role in text for text in texts)),
    )
    return msgspec.structs.replace(
        half, name=party.name if party.name in names else max(names, key=lambda name: len(name.split()))
    )


def _told(party: Party, sides: Sides, editorial: Editorial) -> str | None:
    """The side that the editor or its own words give it."""
    phrases = [*party.roles, *(party.names if party.kind == "body" else ())]
    editors = _editors_side(party, editorial)
    return None if editors == NONE else editors or sides.agreed(phrases)[0] or None


def _editors_side(party: Party, editorial: Editorial) -> str | None:
    named = set(map(_plain, party.names))
    return next(
        (e.side for e in editorial.people if e.side and named & set(map(_plain, (e.name, *e.also)))), None
    )
