"""The places that name a person or body: a key for each, and what an entry tells of them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from sourced.extraction.names import lexicon
from sourced.merging import keys
from sourced.model import Party, Passage, Selector

# How many words beside a name show where it stands.
_BEFORE, _AFTER = 4, 6


class Mention(Struct, frozen=True):
    """One place. ``around`` are a few words of its sentence, ``name`` the spelling it has there."""

    key: str
    source: str
    around: str
    name: str | None


def at(party: Party, number: int) -> Party:
    """The person or body as its mention with this number (from 1) names it; its key is the mention's."""
    return msgspec.structs.replace(
        party,
        key=keys.of_mention(party.key, number),
        passage=party.passages[number - 1],
        mentions=(party.mentions[number - 1],),
        passages=(),
    )


def number(party: Party, mention: str) -> int:
    """The number that the key of a mention ends with; 0 where the party has no such mention."""
    found = mention.removeprefix(f"{party.key}.")
    return int(found) if found.isdecimal() and 0 < int(found) <= len(party.passages) else 0


def named(party: Party) -> tuple[Mention, ...]:
    """The places that name it or say what it is; not those that say "he" or "it"."""
    return tuple(
        Mention(
            keys.of_mention(party.key, n), passage.source, _around(mention, passage), _name(party, mention)
        )
        for n, mention, passage in _places(party)
        if mention.exact.lower() not in lexicon.pronouns()
    )


def of_role(party: Party, role: str) -> str | None:
    """The key of the first mention whose sentence calls it so."""
    words = " ".join(role.split())
    for n, _, passage in _places(party):
        if words in " ".join(passage.text.split()):
            return keys.of_mention(party.key, n)
    return None


def _places(party: Party) -> Iterator[tuple[int, Selector, Passage]]:
    for n, (mention, passage) in enumerate(zip(party.mentions, party.passages, strict=False), 1):
        yield n, mention, passage


def _name(party: Party, mention: Selector) -> str | None:
    """The fullest of the party's spellings that stands in a mention."""
    written = " ".join(mention.exact.split()).casefold()
    found = [name for name in party.names if name.casefold() in written]
    return max(found, key=len, default=None)


def _around(mention: Selector, passage: Passage) -> str:
    start, end = mention.start - passage.start, mention.end - passage.start
    before, after = passage.text[:start].split(" "), passage.text[end:].split(" ")
    left = " ".join(before[-_BEFORE - 1 :]) if len(before) > _BEFORE + 1 else " ".join(before)
    right = " ".join(after[: _AFTER + 1])
    return "".join(
        [
            "… " if len(before) > _BEFORE + 1 else "",
            left,
            mention.exact,
            right,
            " …" if len(after) > _AFTER + 1 else "",
        ]
    )
