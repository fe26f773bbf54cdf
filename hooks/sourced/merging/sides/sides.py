"""Who stands on which side: by what the text says they are, or by the editor; never by where they stand.

A phrase ("French finance minister", "head of the Spanish region of Murcia", "counsel for the union") is
read from its head outwards: first what stands before the head, then what follows "of", "for", "at" or
"from". The first part that names a side or country decides, also when that country is no side. "In" a
place decides for bodies and officials of a state only, and a region for those who have an office there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from sourced.merging import words
from sourced.merging.people import descriptions
from sourced.merging.sides import countries, phrases, placings, regions
from sourced.merging.sides.countries import Place
from sourced.merging.sides.phrases import Part
from sourced.merging.sides.side_names import SideNames
from sourced.model import Article, Editorial, SideEntry

# What ``of_phrase`` gives for somebody who is plainly of a country that is no side.
NOBODY = ""


class Sides:
    """The sides of a dossier, and the places that its texts say belong to a country."""

    def __init__(self, editorial: Editorial, articles: Iterable[Article]) -> None:
        self._states: dict[str, str] = {}  # by the code of their country
        self._seats: dict[tuple[str, ...], str] = {}  # "Kyiv", in small letters
        self._epithets = SideNames()  # other names of states: "the Kremlin"
        self._bodies = SideNames()
        claimed = Counter(code for side in editorial.sides for code in _codes(side))
        for side in editorial.sides:
            self._add(side, {code for code in _codes(side) if claimed[code] == 1})
        self._any = bool(editorial.sides)
        self._told = placings.find(articles) if self._states else {}

    def _add(self, side: SideEntry, own: Collection[str]) -> None:
        """``own`` are its countries; what two sides are both of, as parties are, tells of neither."""
        for code in own:
            self._states[code] = side.key
        known = self._epithets if own else self._bodies
        for name in (side.name, *side.also):
            tokens, _ = phrases.tokens(name)
            place = _whole(tokens)
            if place is None:
                known.add(side.key, [name])
            elif place.kind == "capital":
                self._seats[tuple(token.lower() for token in tokens)] = side.key

    def of_phrase(self, phrase: str) -> str | None:
        """The side that a role, a body's name or a source's words tell; None where they tell none.

        NOBODY where they say plainly that it is somebody of another country.
        """
        if not self._any:
            return None
        tokens, _ = phrases.tokens(phrase)
        parts = phrases.parse(phrase, self._names(tokens))
        head = parts[0]
        if head.has("sides/former.txt") or any(token.lower().startswith("ex-") for token in head.tokens):
            return None
        if len(parts) == 1 and (whole := self._is_name(tokens)) is not None:
            return whole
        official = head.has("sides/state_nouns.txt")
        for part in parts:
            if named := self._bodies.of_part(part, head):
                return _one(named)
            if _is_barred(part) or not self._reaches(part, head):
                break
            side = self._of_state(part, outsider=head.has("sides/outsiders.txt"), official=official)
            official = official or part.has("sides/state_nouns.txt")
            if side is None and not any(_is_installed(token) for p in parts for token in p.tokens):
                side = self._of_region(part, office=official or head.has("sides/regional_nouns.txt"))
            if side is not None:
                return side
            if part.link and part.has("sides/outsiders.txt", "sides/counterparts.txt"):
                break
        return None

    def agreed(self, told: Iterable[str]) -> tuple[str | None, str | None]:
        """The side that all phrases on one person or body tell; where they tell several, why it is none."""
        said = dict.fromkeys(told)
        tells: dict[str, list[str]] = {}
        for phrase in said:
            if descriptions.left(phrase) is None and (side := self.of_phrase(phrase)) is not None:
                tells.setdefault(side, []).append(phrase)
        if len(tells) > 1 and self._bodies:
            tells.pop(NOBODY, None)  # a Norwegian may be of a union
            states = set(self._states.values())
            if not states.issuperset(tells):  # and a Peruvian may be a company's lawyer
                tells = {s: own for s, own in tells.items() if s not in states or any(map(_is_of_state, own))}
        if len(tells) > 1:
            first = " and ".join(f"“{own[0]}”" for own in tells.values())
            return NOBODY, f"{first} are not of one side"
        for side, current in tells.items():
            for over in (phrase for phrase in said if self.left(phrase) == side):
                if office := _same_office(over, current):
                    return NOBODY, f"“{office}” is over elsewhere: “{over}”"
            return side, None
        return None, None

    def is_name(self, phrase: str) -> bool:
        """Whether the phrase is a side's name, or that of a country or capital, and nothing else."""
        return self._is_name(phrases.tokens(phrase)[0]) is not None

    def left(self, phrase: str) -> str | None:
        """What ``of_phrase`` tells of a role that the phrase says is over: "former Acme director"."""
        if (body := descriptions.left(phrase)) is not None:
            side = self.of_phrase(f"member of {body}")
            return None if side in self._states.values() else side  # from a country one may move
        kept = [token for token in phrase.split() if not phrases.has([token], "sides/former.txt")]
        said = " ".join(token.removeprefix("ex-").removeprefix("Ex-") for token in kept)
        return self.of_phrase(said) if said != " ".join(phrase.split()) else None

    def _names(self, tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The names among the tokens, which may hold a preposition."""
        yield from ((hit.start, hit.end) for hit in self._bodies.find(tokens))
        yield from ((hit.start, hit.end) for hit in self._epithets.find(tokens))
        yield from ((place.start, place.end) for place in countries.find(tokens))

    def _reaches(self, part: Part, head: Part) -> bool:
        """Whether what the part names may tell what the head is."""
        if not part.link:
            return True
        if part.link == "in":
            return _is_official(head.tokens)
        return part.belongs and not head.has("sides/outsiders.txt")

    def _is_name(self, tokens: Sequence[str]) -> str | None:
        """The side whose country, capital or name is all that the tokens say: "Paris", "the White House"."""
        if seat := self._seats.get(tuple(token.lower() for token in tokens)):
            return seat
        for known in (self._epithets, self._bodies):
            for hit in known.find(tokens):
                if (hit.start, hit.end) == (0, len(tokens)):
                    return hit.key
        place = _whole(tokens)
        return None if place is None or place.kind == "demonym" else self._of_codes(place.codes)

    def _of_codes(self, codes: Iterable[str]) -> str | None:
        """The side of one of some countries: of a name that several have, the one that is a side is meant."""
        sides = {self._states[code] for code in codes if code in self._states}
        return NOBODY if not sides else sides.pop() if len(sides) == 1 else None

    def _of_state(self, part: Part, *, outsider: bool, official: bool) -> str | None:
        """The side whose country, people or capital the part names; capitals count for officials."""
        found = {hit.key for hit in self._epithets.find(part.tokens) if not outsider}
        within = [region for region in regions.find(part.tokens) if region.end - region.start > 1]
        for place in countries.find(part.tokens):
            # "New Mexico" does not name Mexico.
            if any(region.start <= place.start and place.end <= region.end for region in within):
                continue
            match place.kind:
                case "demonym":
                    told = True
                case "country":
                    told = not outsider and _is_whose(part, place)
                case "capital":
                    told = official and not outsider
            if told:
                seat = self._seats.get(tuple(t.lower() for t in part.tokens[place.start : place.end]))
                side = seat or self._of_codes(place.codes)
                if side is None:
                    return None
                found.add(side)
        return _one(found)

    def _of_region(self, part: Part, *, office: bool) -> str | None:
        """The side of the country whose region the part names; places count for who has an office."""
        tokens = part.tokens
        told = {
            self._told[place]
            for size in (2, 1)
            for at in range(len(tokens) - size + 1)
            if (place := " ".join(tokens[at : at + size])) in self._told
        }
        if told:
            return _one({side for code in told if (side := self._of_codes([code])) is not None})
        found = set()
        for region in regions.find(tokens):
            if office or not region.is_place:
                side = self._of_codes(region.countries)
                if side is None or (side == NOBODY and len(region.countries) > 1):
                    return None
                found.add(side)
        return _one(found)


def _codes(side: SideEntry) -> set[str]:
    """The countries of a side: those it lists, and those that it is called by."""
    places = (_whole(phrases.tokens(name)[0]) for name in (side.name, *side.also))
    return {
        *map(str.upper, side.countries),
        *(place.code for place in places if place and place.kind == "country"),
    }


def _same_office(phrase: str, others: Iterable[str]) -> str | None:
    """The other phrase for the same office, which this one says is over."""
    if descriptions.left(phrase) is not None:
        return next(iter(others), None)
    over = words.stems(phrase) - words.stems(" ".join(words.listed("sides/former.txt")))
    return next((other for other in others if over and over >= words.stems(other)), None)


def _whole(tokens: Sequence[str]) -> Place | None:
    """The place that all the tokens name."""
    return next((p for p in countries.find(tokens) if (p.start, p.end) == (0, len(tokens))), None)


def _one(found: set[str]) -> str | None:
    """What all agree on; of several sides none."""
    return NOBODY if len(found) > 1 else next(iter(found), None)


def _is_barred(part: Part) -> bool:
    """Whether it names somebody who speaks for himself only: "the Danish critic", "an Iraqi rights group"."""
    if part.has("sides/independents.txt"):
        return True
    low = {token.lower() for token in part.tokens}
    return bool({"rights", "news", "media"} & low) and not part.has(
        "sides/state_nouns.txt", "sides/regional_nouns.txt"
    )


def _is_whose(part: Part, place: Place) -> bool:
    """Whether somebody is of the country whose name it is: "Peru's farmers", not "the UN's Peru office"."""
    before, after = part.tokens[: place.start], part.tokens[place.end :]
    if any(token[:1].isupper() and not any(countries.find([token])) for token in before):
        return False
    name = " ".join(part.tokens[place.start : place.end])
    if name in words.listed("sides/namesakes.txt") and not part.has("sides/national_nouns.txt"):
        return False
    if place.end - 1 in part.owners:
        return True
    return _is_official(after)


def _is_of_state(phrase: str) -> bool:
    """Whether it tells an office or body of a state, not where somebody is from: not "Peruvian lawyer"."""
    return any(
        part.has("sides/state_nouns.txt", "sides/regional_nouns.txt") for part in phrases.parse(phrase)
    )


def _is_official(tokens: Sequence[str]) -> bool:
    """Whether they are all words that make up the name of an office or body of a state."""
    return all(
        phrases.has([t], "sides/state_nouns.txt") or phrases.has([t], "sides/state_words.txt") for t in tokens
    )


def _is_installed(token: str) -> bool:
    """Whether it shows that a place is ruled by others: "foreign-installed", "self-proclaimed"."""
    low = token.lower()
    return bool({low, low.rpartition("-")[2]} & words.listed("sides/installed.txt")) or low.startswith("pro-")
