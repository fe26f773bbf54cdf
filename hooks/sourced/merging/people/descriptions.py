"""What the words beside a person's name say the person is, beyond the roles: for whom somebody speaks.

"Lee of the port authority", "counsel for the union, Lee", "Lee, who heads the union's team", "Lee is the
union's secretary".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sourced import wordlists
from sourced.merging.sides import phrases
from sourced.model import Entity, Extraction, Span

_AHEAD = 110  # characters behind a name that are looked at
_WORDS = r"(?P<what>[^,;:–—“”\"()\n]+)"
_OF = re.compile(rf",? (?P<link>of|for|from|representing|heading|leading|chairing|running) {_WORDS}")
_IS = re.compile(rf" (?:is|has been)(?: also| now)? {_WORDS}")
# Where the noun phrase ends and a clause goes on.
_CLAUSE = re.compile(
    r"\s+(?:(?:who|which|that|and|but|since|while|when|after|before|because|as|on|said|says|told|tells|added|has|had"
    r"|was|is|were|are|will|would)\b|in (?:an?|the|\d)\b).*|\.(?:\s.*)?$",
    re.DOTALL,
)


def find(text: str, entity: Entity, extraction: Extraction) -> Iterator[str]:
    """Phrases that say what the person is, to be read as a role is."""
    names = [mention for mention in entity.mentions if mention.kind == "name"]
    for quotation in extraction.quotations:
        if quotation.name == entity.name and quotation.source:
            for name in names:
                if quotation.source.covers(name):
                    yield from _beside(text, quotation.source, name)
    for name in names:
        yield from _behind(text, name)


def _beside(text: str, source: Span, name: Span) -> Iterator[str]:
    """What stands before and behind the name in the words that name who speaks."""
    before = text[source.start : name.start].strip(" ,")
    behind = text[name.end : source.end].strip(" ,")
    yield from (part for part in (before, behind) if part and not behind.startswith(("who ", "’s", "'s")))


def _behind(text: str, name: Span) -> Iterator[str]:
    ahead = text[name.end : name.end + _AHEAD]
    if match := _OF.match(ahead):
        yield f"{match['link']} {_cut(match['what'])}"
    if match := _does().match(ahead):
        yield f"{_nouns()[match['verb']]} of {_cut(match['what'])}"
    if match := _leaves().match(ahead):
        yield f"{match['verb']} {_cut(match['what']).partition(' to ')[0]}"
    if match := _IS.match(ahead):
        said = _cut(match["what"])
        if phrases.parse(said)[0].has(
            "sides/offices.txt", "sides/state_nouns.txt"
        ):  # not "is wary of Norway"
            yield said


def _cut(phrase: str) -> str:
    return _CLAUSE.sub("", phrase).strip()


@cache
def _nouns() -> dict[str, str]:
    """What somebody does -> what somebody is."""
    return dict(wordlists.rows(__package__, "leading_verbs.tsv"))


@cache
def _does() -> re.Pattern[str]:
    return _who(_nouns())


@cache
def _leaves() -> re.Pattern[str]:
    return _who(wordlists.lines(__package__, "leaving_verbs.txt"))


def _who(verbs: Iterable[str]) -> re.Pattern[str]:
    any_of = "|".join(sorted(verbs, key=len, reverse=True))
    return re.compile(rf",? who (?:also |now |jointly )?(?P<verb>{any_of}) {_WORDS}")


def left(phrase: str) -> str | None:
    """What somebody is of no more by a phrase that ``find`` gives: "left the union's board"."""
    verbs = "|".join(wordlists.lines(__package__, "leaving_verbs.txt"))
    match = re.match(rf"(?:{verbs}) (?P<what>.*)", phrase)
    return match["what"] if match else None
