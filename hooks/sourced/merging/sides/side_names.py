"""The names of sides that are no states: who is of such a side or speaks for it by what a phrase says.

A union, a company or a party speaks as a whole ("the union", "two residents"), or through whoever holds
an office in it ("Acme chief executive", "counsel for the plaintiffs"). Whoever works there, buys from it
or deals with it ("an Acme driver", "a customer of Acme") speaks for himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from sourced.merging import words
from sourced.merging.people import families
from sourced.merging.sides import countries, phrases, regions
from sourced.merging.sides.phrases import Part

# What a name may go without: "Acme" for "Acme Ltd", "Labour" for "Labour Party".
_FORMS = frozenset(
    "AB AG AS ASA BV B.V Co Corp Corporation GmbH Group Holding Holdings Inc KG Limited LLC LLP Ltd NV N.V "
    "Oy PLC plc SA S.A SE SpA S.p.A".split()
)
_PARTY = "Party"
_ADJECTIVES = (("crat", ("cratic",)), ("cratic", ("crat", "crats")))  # a "Democrat" and "Democratic"
_CHAMBERS = frozenset({"Assembly", "Commons", "Congress", "House", "Senate", "State"})  # "House Republicans"
# An office that is named by its field: a "Labour minister" may be one of labour.
_FIELDED = frozenset({"minister", "ministry", "secretary", "commissioner"})
# Officers who speak for a body; a "parking officer" does not.
_SPEAKING = frozenset(
    "branch campaigns chief communications executive information media national policy press regional "
    "research".split()
)
# What a body does for those it deals with: a "customer service manager" is of the body.
_SERVING = frozenset("affairs care experience relations safety service services support".split())


class Hit(Struct, frozen=True):
    """Tokens ``start`` to ``end`` are a name of the side ``key``."""

    start: int
    end: int
    key: str


class SideNames:
    """The names of sides, to be looked up by their words; capitals count."""

    def __init__(self) -> None:
        self._keys: dict[tuple[str, ...], str] = {}
        self._words: dict[str, set[str]] = {}
        self._definite: set[str] = set()  # the first word of "the union"
        self._longest = 0

    def add(self, key: str, names: Sequence[str]) -> None:
        """Add the names of a side, with the forms that papers make of them."""
        for name in names:
            if name.lower().startswith("the ") and name[4:5].islower():
                self._definite.add(name.split()[1])
            for form in _forms(*phrases.tokens(name)):
                self._keys.setdefault(form, key)
                self._longest = max(self._longest, len(form))
        own = self._words.setdefault(key, set())
        own.update(words.stem(word) for name in (key, *names) for word in words.split(name))

    def __bool__(self) -> bool:
        return bool(self._keys)

    def find(self, tokens: Sequence[str]) -> Iterator[Hit]:
        """The names among the tokens, left to right, the longest at each place."""
        at = 0
        while at < len(tokens):
            for size in range(min(self._longest, len(tokens) - at), 0, -1):
                key = self._keys.get(tuple(tokens[at : at + size])) or self._opening(tokens, at, size)
                if key:
                    yield Hit(at, at + size, key)
                    at += size
                    break
            else:
                at += 1

    def _opening(self, tokens: Sequence[str], at: int, size: int) -> str | None:
        """The side of a name in small letters that opens a sentence: "Union leaders", not "Union Bank"."""
        following = tokens[size : size + 1]
        if at or (following and following[0][:1].isupper()):
            return None
        return self._keys.get((tokens[0][:1].lower() + tokens[0][1:], *tokens[1:size]))

    def of_part(self, part: Part, head: Part) -> set[str]:
        """The sides that a part of a phrase tells: whose office it is, or which side itself."""
        if part.link and (not part.belongs or not self._may_serve(part, head)):
            return set()
        found = [hit for hit in self.find(part.tokens) if self._is_of(part, hit)]
        if found and found[0].end - 1 in part.owners:
            return {found[0].key}  # "the union's Acme branch secretary"
        return {hit.key for hit in found}

    def _may_serve(self, part: Part, head: Part) -> bool:
        """Whether the head may speak for what follows: an office does, also one left out ("Lee of Acme")."""
        if not head.tokens:
            return part.link in {"of", "for", "from"} or part.link.endswith("ing")
        if part.link in {"of", "for", "from"} and families.is_given(words.plain(head.tokens[0])):
            return len(head.tokens) > 1  # "Ann Lee of the union", whom nobody found to be a person
        return _is_office(head.tokens) and not head.has("sides/counterparts.txt")

    def _is_of(self, part: Part, hit: Hit) -> bool:
        before, after = part.tokens[: hit.start], part.tokens[hit.end :]
        owns = hit.end - 1 in part.owners
        name = part.tokens[hit.start : hit.end]
        proper = name[0][:1].isupper() and bool(before) and before[-1][:1].isupper()
        if (proper or (before and name[0] in self._definite)) and not self._apart(part, hit):
            return False  # "Union" in "European Union", "union" in "student union"
        if any(words.stem(token.lower()) not in self._words[hit.key] for token in _counterparts(after)):
            return False
        if not after:
            return not (phrases.has(before, "sides/offices.txt") or any(_counterparts(before)))
        if not owns and after[0][:1].isupper() and name[0][:1].isupper() and not _is_office(after[:1]):
            return False  # "Labour" in "Labour Bank"
        if not owns and len(after) == 1 and after[0].lower() in _FIELDED:
            return False
        return _is_office(after) or (owns and phrases.has(after, "sides/offices.txt"))

    def _apart(self, part: Part, hit: Hit) -> bool:
        """Whether the capital before a name is another's: "Danish Venstre", "Norway's Venstre"."""
        return (
            hit.start - 1 in part.owners
            or part.tokens[hit.start - 1] in _CHAMBERS
            or any(place.end == hit.start for place in countries.find(part.tokens))
            or any(region.end == hit.start for region in regions.find(part.tokens))
            or any(other.end == hit.start for other in self.find(part.tokens))
        )


def _counterparts(tokens: Sequence[str]) -> list[str]:
    return [
        before
        for before, after in pairwise([*tokens, ""])
        if phrases.has([before], "sides/counterparts.txt") and after not in _SERVING
    ]


def _is_office(tokens: Sequence[str]) -> bool:
    """Whether whoever is called so speaks for the body: "director", "press officer", "chief engineer"."""
    *before, last = ["", *(token.lower() for token in tokens)]
    officer = last == "officer" and not _SPEAKING.isdisjoint(before)
    return officer or before[-1:] == ["chief"] or phrases.has([last], "sides/offices.txt")


def _forms(tokens: tuple[str, ...], owners: frozenset[int]) -> Iterator[tuple[str, ...]]:
    """The forms of a name: whole, without what it may go without, and one of many."""
    if not tokens:
        return
    yield tokens
    bare = tokens
    while len(bare) > 1 and bare[-1] in _FORMS:
        bare = bare[:-1]
        yield bare
    if len(bare) > 1 and bare[-1] == _PARTY and len(bare) - 2 not in owners:
        bare = bare[:-1]
        yield from (bare, (*bare[:-1], bare[-1] + "s"))
    last = bare[-1]
    single = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    if not last.endswith("ss"):
        yield (*bare[:-1], single)
    for end, others in _ADJECTIVES:
        if single.endswith(end):
            yield from ((*bare[:-1], single.removesuffix(end) + other) for other in others)
