"""Who holds the role that a source names: "the army chief", "the Kenyan president", "the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from sourced.extraction.names import bodies, lexicon, roles
from sourced.extraction.names.antecedents import Antecedents
from sourced.extraction.names.register import Register
from sourced.extraction.names.sources import Described
from sourced.model import Span

_WORD = re.compile(r"[^\W_]+")
_WINDOW = 1600
_MANY, _FAR = 50, 5000
_ALONE = 200  # how much nearer than an unnamed one the named must stand to be meant

_Words = tuple[frozenset[str], frozenset[str]]  # the stems of a role's words, and of those that name places
_OF_A = re.compile(r"\b(?:of|for) an? ")
_NAME_WITHIN = 6  # characters after a noun in which the name of what it stands for begins
_CALLED_BEFORE = re.compile(r"(?P<words>[a-z-]+(?: [a-z-]+)?)(?:,\s(?:the\s)?|\s)$")
_CALLED_AFTER = re.compile(r"(?:,| is| was),? (?:a|an|the|one of) (?P<words>(?:[\w'’-]+ ){0,5}[\w'’-]+)")


class Holders:
    """The roles and body nouns of one article and who has them."""

    def __init__(self, register: Register, antecedents: Antecedents) -> None:
        self._register = register
        self._antecedents = antecedents
        self._roles: defaultdict[str, defaultdict[int, list[_Words]]] = defaultdict(lambda: defaultdict(list))
        for number in range(len(register)):
            for role in register[number].roles:
                nouns = roles.heads(register.text, role)
                words = _WORD.findall(role.surface(register.text).lower())
                named = _names(
                    word
                    for word in _WORD.findall(role.surface(register.text))
                    if word[0].isupper() and not lexicon.role_noun(word)
                )
                for form in {form for noun in nouns for form in (noun, noun.partition("-")[0])}:
                    self._roles[form][number].append((frozenset(_stem(word) for word in words), named))
        self._bodies: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._words: defaultdict[int, set[str]] = defaultdict(set)  # the stems that tell of a body
        for mention, number in register.mentions(0, len(register.text)):
            if register[number].kind == "body" and not register.is_spoken(mention):
                called = _called(register.text, mention)
                self._words[number].update(bodies.key(register[number].name), *map(_stems, called))
                for noun in {bodies.head(register[number].name) or "", *(words[-1] for words in called)}:
                    self._bodies[noun].append((mention.start, number))

    def of_role(self, source: Span, described: Described) -> int | None:
        """The person who has the role that the source names, if it fits one only, or one best."""
        said = {_stem(word) for word in described.modifiers}
        proper = _names(described.proper)
        # "the organiser of a rally" is nobody who only comes later
        another = _OF_A.search(source.surface(self._register.text)) is not None
        scored: dict[int, tuple[float, int]] = {}
        for noun in _alike(described.noun):
            having: Mapping[int, list[_Words]] = self._roles.get(noun, {})
            for number in self._near(having, source):
                points = max(
                    (_fit(said, words) for words, named in having[number] if not _apart(proper, named)),
                    default=None,
                )
                if points is not None:
                    place = self._register.last_named(number, source.end + 3)  # the name may follow its role
                    if another and place < 0:
                        continue
                    score = (points - 3 * (place < 0), place)
                    scored[number] = max(scored.get(number, score), score)
        if not scored:
            return None
        ranked = sorted(scored, key=lambda n: scored[n], reverse=True)
        if len(ranked) > 1:
            (first, at), (second, other) = scored[ranked[0]], scored[ranked[1]]
            if first == second and not self._register.sentences_between(other, at):
                return None  # both fit, and one sentence names both
        return ranked[0]

    def _near(self, having: Collection[int], source: Span) -> Iterable[int]:
        """Who may be meant: all who have the role, or of very many those named not too long ago."""
        if len(having) <= _MANY:
            return having
        named = self._register.mentions(source.start - _FAR, source.end + 3)
        return {number for _, number in named if number in having}

    def of_epithet(self, source: Span, described: Described) -> int | None:
        """The person just named whom "the billionaire" or "the Ohio senator" is another name for."""
        aged = described.noun.endswith("-year-old")
        known = described.noun in lexicon.epithets() or described.noun.title() in lexicon.listed("demonym")
        if not described.definite or not (known or aged):
            return None
        if aged:
            return self._aged(source, described.noun.partition("-")[0])
        if any(lexicon.role_noun(word) for word in described.modifiers):
            return None  # "the inspector general" is no general
        best = self._antecedents.salient(source, described.gender or "-", sure=True)
        if best is None or best[0] in self._register.spoken_of(source):
            return None  # nobody calls himself by his name
        introduced = re.compile(
            rf"\b(?:a|an|another|one) (?:[\w-]+ ){{0,4}}{re.escape(described.noun)}\b", re.IGNORECASE
        )
        found = introduced.finditer(self._register.text, max(0, source.start - _WINDOW), source.start)
        unnamed = [match.start() for match in found if not self._antecedents.apposed(match.start())]
        return None if unnamed and unnamed[-1] > best[1] - _ALONE else best[0]

    def _aged(self, source: Span, years: str) -> int | None:
        """The only person whose age stands behind a name ("Ann Lee, 58,"), or in the sentence before."""
        age = re.compile(rf",? \(?(?:aged )?{re.escape(years)}(?:,|\)| years)")
        having = {
            number
            for mention, number in self._register.mentions(0, len(self._register.text))
            if self._register[number].kind == "person" and age.match(self._register.text, mention.end)
        }
        start = self._register.previous(source.start)
        if not having and start is not None:
            named = self._register.mentions(start, self._register.sentence(source.start))
            having = {number for _, number in named if self._register[number].kind == "person"}
        return having.pop() if len(having) == 1 else None

    def of_called(self, source: Span, described: Described) -> int | None:
        """The body last named beside a noun for a person as well: "the publisher, Heron Press"."""
        named = self._bodies.get(described.noun, ()) if described.definite else ()
        before = [number for start, number in named if start < source.start]
        return before[-1] if before else None

    def of_body(self, source: Span, described: Described) -> int | None:
        """The body whose noun is repeated ("the ministry"), or the one that stands out ("the company")."""
        if described.owner in ("his", "her"):
            return self._owned(source, described)
        named = self._bodies.get(described.noun, [])
        words = _stems(described.modifiers)
        if words:  # "the health ministry" is no other ministry
            named = [pair for pair in named if words & self._words[pair[1]]]
        at = bisect_left(named, (source.start, 0)) - 1
        since = named[at][0] if at >= 0 else source.start - _WINDOW
        if self._another(described.noun, since, source.start):
            return None
        if at >= 0:
            sure = described.definite or described.owner or len({number for _, number in named}) == 1
            return named[at][1] if sure else None
        heads = lexicon.body_epithets().get(described.noun)
        if not heads or not described.definite:
            return None
        return self._antecedents.salient_body(
            source,
            lambda number: self._is_a(number, heads, words),
            only=described.noun not in lexicon.listed("generic"),
        )

    def _is_a(self, number: int, heads: Collection[str], words: frozenset[str]) -> bool:
        """Whether a body may be called by a noun that fits names with one of ``heads``, after ``words``."""
        entity = self._register[number]
        if not words <= self._words[number]:
            return False  # "the paper maker" may be "Ridley Paper" only
        if entity.kind != "body" or entity.name in lexicon.places() or entity.name in lexicon.countries():
            return False
        noun = bodies.head(entity.name)
        if noun:
            return noun in heads or lexicon.body_nouns()[noun] in heads
        listed = entity.name in lexicon.bodies()
        return ("acronym" if entity.name.isupper() else "") in heads if listed else "-" in heads

    def _another(self, noun: str, since: int, before: int) -> bool:
        """Whether another body of the kind comes in, without a name: "a group", "the trade group for ..."."""
        since = max(since, before - _WINDOW)
        for match in _introduced(noun).finditer(self._register.text, since, before):
            near = self._register.mentions(match.start(), match.end() + _NAME_WITHIN)
            if not near and not self._antecedents.apposed(match.start()):
                return True
        return False

    def _owned(self, source: Span, described: Described) -> int | None:
        """The body with the owner's surname in its name: "his campaign"."""
        owner = self._antecedents.salient(source, "m" if described.owner == "his" else "f")
        if owner is None:
            return None
        surname = self._register[owner[0]].name.split()[-1]
        return self._register.numbered("body", f"{surname} {described.noun}")


def _alike(noun: str) -> set[str]:
    """The nouns that may stand for the same role."""
    short = noun.partition("-")[0]
    pairs = [pair.split("/") for pair in lexicon.listed("alike")]
    return {noun, short, *(b for a, b in pairs if a == short), *(a for a, b in pairs if b == short)}


def _fit(said: set[str], words: frozenset[str]) -> float:
    """How well the words of a source fit those of a role."""
    return 1.0 + len(said & words) - 0.6 * len((said ^ words) & lexicon.listed("different"))


def _names(words: Iterable[str]) -> frozenset[str]:
    """The stems of those words that name a country or place, not a rank, a field, a party."""
    left = {word.lower() for word in words} - _no_places()
    return frozenset(_stem(word) for word in left if not lexicon.role_noun(word))


@cache
def _no_places() -> frozenset[str]:
    """Words of roles, in lower case, that name no place."""
    parties = {word.lower() for word in lexicon.listed("attribute")}
    parties -= {name.lower() for name in lexicon.territories()}
    other = lexicon.body_modifiers() | lexicon.common_words() | lexicon.body_nouns().keys()
    return other | parties | lexicon.listed("rank") | lexicon.listed("different")


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name places, and none in common."""
    return bool(one) and bool(other) and not one & other


def _stem(word: str) -> str:
    """A word without its ending; one that tells what belongs to a country becomes the country's."""
    return bodies.stem(_countries().get(word, word))


@cache
def _countries() -> dict[str, str]:
    pairs = (pair.partition("/") for pair in lexicon.listed("nation"))
    return {of: country for of, _, country in pairs}


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(bodies.stem(word) for word in words)


def _called(text: str, mention: Span) -> list[list[str]]:
    """The words beside a name that say what body it is, their noun last: "the union, the Acme"."""
    nouns = lexicon.body_epithets().keys() | lexicon.body_nouns().keys() | lexicon.listed("either")
    before = _CALLED_BEFORE.search(text, max(0, mention.start - 40), mention.start)
    found = [before["words"].split()] if before else []
    after = _CALLED_AFTER.match(text, mention.end)
    if after:
        said = after["words"].split()
        small = lexicon.listed("link") | lexicon.listed("aside")
        found.append(said[: next((at for at, word in enumerate(said) if word in small), len(said))])
    return [words for words in found if words and words[-1] in nouns]


@cache
def _introduced(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:a|an|another|one) (?:[a-z-]+ ){{0,4}}|the (?:[a-z-]+ ){{1,3}}){re.escape(noun)}\b",
        re.IGNORECASE,
    )
