"""Who is named in one article, while its quotations are resolved in text order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from sourced.extraction.names import bodies, capitals, genders, lexicon
from sourced.model import Article, Entity, Mention, Quotation, Span

_ARTICLE = re.compile(r"(?:(?:the|a|an|his|her|its|their|this)\s)?", re.IGNORECASE)

_APPOSITION = re.compile(r",\s(?P<roles>(?:[^\W\d_][\w.’'-]*\s){0,4})")
_APPOSED_END = re.compile(r"\s*(?:[,.;:)”\"]|$)")
_APPOSED = 60  # characters in which a name in apposition begins
_CAPITALS = re.compile(r"\b[^\W\d_a-z][\w’'-]*[^\W_](?:\s[^\W\d_a-z][\w’'-]*)*")
_NEAR_BEGINNING = 25
_I = re.compile(r"\bI\b|\b[Mm]y\b")
_ASK = ("ask", "quer", "inquir", "wonder", "press")
_MANY = 100  # roles of one person


class Speaker(Struct, frozen=True):
    """Who spoke at a place: an entity's number, or None for somebody without a name.

    ``gender`` is what the source's words tell: "m", "f", "-" for a person, None for no person;
    ``asks`` says that it was a question, which somebody else answers.
    """

    at: int
    entity: int | None
    gender: str | None
    plural: bool
    asks: bool = False


class Register:
    """The people and bodies of an article by number, with what is found out about them on the way."""

    def __init__(self, article: Article, entities: Sequence[Entity], quotations: Sequence[Quotation]) -> None:
        self.text = article.text
        self.speakers: list[Speaker] = []
        self.actors: list[tuple[Span, int]] = []
        self._article = article
        self._entities = list(entities)
        self._sentences = [s.start for s in article.sentences]
        self._paragraphs = [p.start for p in article.paragraphs]
        spoken = [Span(q.start, q.end) for q in quotations if q.kind == "direct"]
        self._spoken = _Spans([*spoken, *(part for q in quotations for part in q.quoted)])
        self._told = _Spans([Span(q.start, q.end) for q in quotations if q.kind != "direct"])
        self._contents: defaultdict[Span, list[Span]] = defaultdict(list)
        self._asking: set[Span] = set()
        for q in quotations:
            if q.source:
                self._contents[Span(q.source.start, q.source.end)].append(Span(q.start, q.end))
            if q.source and q.cue and q.cue.surface(article.text).lower().startswith(_ASK):
                self._asking.add(Span(q.source.start, q.source.end))
        self._mentions = sorted((m, n) for n, e in enumerate(entities) for m in e.mentions)
        self._starts = [m.start for m, _ in self._mentions]
        self._extra: dict[int, list[Mention]] = {}
        self._genders: dict[int, str | None] = {}
        self._numbers = {(e.kind, bodies.key(e.name)): n for n, e in enumerate(entities)}
        self._initials = {bodies.initials(e.name): n for n, e in enumerate(entities) if e.kind == "body"}
        self._words = {word for e in entities if e.kind == "person" for word in e.name.split()}
        self._proper: frozenset[str] | None = None

    # ------------------------------------------------------------ what is known

    def __getitem__(self, number: int) -> Entity:
        return self._entities[number]

    def __len__(self) -> int:
        return len(self._entities)

    def mentions(self, start: int, end: int) -> Sequence[tuple[Mention, int]]:
        """The names that begin from ``start`` to ``end``, in order, each with whom it names."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_named(self, number: int, at: int) -> int:
        """Where an entity is named last before ``at``; -1 where it is not."""
        named = self._entities[number].mentions
        before = bisect_left(named, at, key=lambda m: m.start) - 1
        return named[before].start if before >= 0 else -1

    def numbered(self, kind: Literal["person", "body"], name: str) -> int | None:
        """The number of the entity of that name."""
        return self._numbers.get((kind, bodies.key(name)))

    def is_proper(self, word: str) -> bool:
        """Whether a word has a capital within a sentence, and is no part of the name of a known person."""
        if self._proper is None:
            runs = [run for run in capitals.runs(self._article) if not run.heading]
            words = (word for run in runs for word in run.texts[run.opens :])
            self._proper = frozenset(words)
        return word in self._proper and word not in self._words

    def unsettled(self, start: int, end: int) -> bool:
        """Whether a sentence there begins with a name that two people share, of whom it tells neither."""
        common = lexicon.common_words()
        for match in _CAPITALS.finditer(self.text, start, end):
            begins = self.sentence(match.start())
            if match.start() - begins >= _NEAR_BEGINNING:
                continue
            words = [word for word in match[0].split() if word.lower() not in common]
            if len(words) == 1 and words[0] in self._words:  # "Roe", and no "Ann Mary Roe"
                span = Span(match.end() - len(words[0]), match.end())
                covered = any(m.covers(span) for m, _ in self.mentions(begins, match.end()))
                if not covered and not self.is_spoken(span):
                    return True
        return False

    def says_i(self, source: Span) -> bool:
        """Whether a source speaks of itself as "I", as a person does."""
        return any(_I.search(self.text, c.start, c.end) for c in self._contents.get(source, ()))

    def asks(self, source: Span) -> bool:
        """Whether what a source says is a question that somebody else is to answer."""
        return source in self._asking

    def gender(self, number: int) -> str | None:
        """The gender of a person, "m", "f" or None."""
        if number not in self._genders:
            self._genders[number] = genders.of(self._article, self._entities[number])
        return self._genders[number]

    def sentence(self, at: int) -> int:
        """Where the sentence begins that ``at`` stands in."""
        return self._sentences[max(0, bisect_right(self._sentences, at) - 1)] if self._sentences else 0

    def previous(self, at: int) -> int | None:
        """Where the sentence before that of ``at`` begins."""
        here = bisect_right(self._sentences, at) - 2
        return self._sentences[here] if here >= 0 else None

    def sentences_between(self, one: int, other: int) -> int:
        """How many sentences further on ``other`` stands than ``one``."""
        return bisect_right(self._sentences, other) - bisect_right(self._sentences, one)

    def paragraphs_between(self, one: int, other: int) -> int:
        """How many paragraphs further on ``other`` stands than ``one``."""
        return bisect_right(self._paragraphs, other) - bisect_right(self._paragraphs, one)

    def apposed(self, source: Span) -> int | None:
        """The person whose name follows a role behind a comma: "said the chief of staff, General Lee."."""
        for mention, number in self.mentions(source.end, source.end + _APPOSED):
            if self._entities[number].kind != "person":
                return None
            between = _APPOSITION.fullmatch(self.text, source.end, mention.start)
            roles = between and [word for word in between["roles"].split() if word[:1].islower()]
            if roles is None or not (not roles or lexicon.role_noun(roles[-1])):
                return None
            return number if _APPOSED_END.match(self.text, mention.end) else None
        return None

    def is_spoken(self, span: Span) -> bool:
        """Whether the words stand within quotation marks that somebody speaks."""
        return self._spoken.cover(span)

    def says(self, source: Span, span: Span) -> bool:
        """Whether ``span`` is part of what ``source`` says."""
        return any(content.covers(span) for content in self._contents.get(source, ()))

    def spoken_of(self, source: Span) -> set[int]:
        """Who is named in what ``source`` says."""
        contents = self._contents.get(source, ())
        return {number for content in contents for _, number in self.mentions(content.start, content.end)}

    def is_told(self, span: Span) -> bool:
        """Whether the words stand in what somebody is reported to say."""
        return self._told.cover(span)

    # ------------------------------------------------------------ what is found out

    def add(self, span: Span, kind: Literal["person", "body"]) -> int:
        """Take up an entity that a source names, or find the one of that name; its number."""
        name = " ".join(span.surface(self.text).split())
        mention = Mention(span.start, span.end, "name")
        known = self.numbered(kind, name)
        if known is None and kind == "body" and name.isupper():
            known = self._initials.get(name)  # "the AP" after "Associated Press"
        if known is not None:
            self.mention(known, mention)
            return known
        number = len(self._entities)
        self._entities.append(Entity(name=name, kind=kind, mentions=(mention,)))
        self._numbers[kind, bodies.key(name)] = number
        at = bisect_left(self._starts, mention.start)
        self._starts.insert(at, mention.start)
        self._mentions.insert(at, (mention, number))
        return number

    def mention(self, number: int, mention: Mention) -> None:
        """Add a mention that was resolved."""
        self._extra.setdefault(number, []).append(mention)

    def act(self, span: Span, number: int | None) -> None:
        """Note whom the subject of a sentence means that names a role, where that is settled."""
        if number is not None:
            self.actors.append((span, number))

    def add_role(self, number: int, source: Span) -> None:
        """Count the words of a source that names by role among the roles, where they say more than those."""
        article = _ARTICLE.match(self.text, source.start, source.end)
        role = Span(article.end() if article else source.start, source.end)
        said = " ".join(role.surface(self.text).lower().split())
        entity = self._entities[number]
        known = (" ".join(r.surface(self.text).lower().split()) for r in entity.roles)
        if " " in said and len(entity.roles) < _MANY and not any(said in other for other in known):
            self._entities[number] = msgspec.structs.replace(entity, roles=(*entity.roles, role))

    def entities(self) -> tuple[Entity, ...]:
        """All entities in order of first mention, with the mentions that were added."""
        full = (
            msgspec.structs.replace(e, mentions=tuple(sorted({*e.mentions, *self._extra.get(n, ())})))
            for n, e in enumerate(self._entities)
        )
        return tuple(sorted(full, key=lambda e: e.mentions[0]))


class _Spans:
    """Spans that can be asked whether one of them covers another span."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [s.start for s in self._spans]

    def cover(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._spans[at].end
