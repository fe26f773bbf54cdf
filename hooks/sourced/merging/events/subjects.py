"""Who or what a clause is about, where the clause itself says only "he", "it" or "the mayor"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sourced.extraction.names import resolution
from sourced.merging import passages
from sourced.merging.events import verbs
from sourced.merging.evidence import Reading
from sourced.model import Article, Entity, Quotation, Span

_OPENING = re.compile(
    r"(?:(?:late|early|on|in|at|by|since|from|until|then|later|earlier|the)\s+)*$", re.IGNORECASE
)
_PERSON = re.compile(r"(?:he|she|it)", re.IGNORECASE)
_ROLE = re.compile(r"the\s(?:[a-z][\w-]+\s?){1,3}", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|it|they|this|that|these|those)", re.IGNORECASE)
_BEFORE_VERB = re.compile(
    r"(?<=it|he|ey)\s(?:first|also|then|later|now|still|again|never|once|\w+ly)$", re.IGNORECASE
)
_OBJECT = re.compile(r"\s[a-z]+\s(?:it|them)\b")
_ONE = re.compile(r"(?:The|An?|Its|Our)\s(?:[\w’'-]+\s){1,4}")
_ANOTHER = re.compile(
    r"\b(?:the|an?|its|his|her|their|this|that|another|one)\s"
    r"|\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|[A-Z]\w+day\b)[A-Z]"
)
_OTHERS = frozenset("they these those this that it".split())
_LONGEST = 220  # characters of a sentence that is told before one that leans on it


def subject(text: str, pieces: Sequence[Span], dates: Sequence[Span]) -> Span | None:
    """The words before the first verb, without a date that the clause opens with."""
    clause = pieces[0]
    start = clause.start
    at = bisect_left(dates, start, key=lambda d: d.start)
    opening = dates[at] if at < len(dates) and dates[at].start < clause.end else None
    if opening is not None and not _OPENING.fullmatch(text, start, opening.start):
        opening = None
    if opening is not None:
        start = opening.end
        while start < clause.end and text[start] in " ,\n":
            start += 1
    verb = verbs.first_verb(text, Span(start, clause.end))
    if verb is None and len(pieces) == 1:
        return None
    end = clause.end if verb is None else verb
    while end > start and not text[end - 1].isalnum():
        end -= 1
    adverb = _BEFORE_VERB.search(text, start, end)
    end = adverb.start() if adverb else end
    return Span(start, end) if end > start else None


def names(reading: Reading, subjects: Sequence[Span]) -> dict[Span, str]:
    """The names of those whom "he", "she", "it" and "the mayor" mean, as far as the article settles it.

    Each is looked at as if it were the source of a quotation.
    """
    text = reading.article.text
    asked = [s for s in subjects if _PERSON.fullmatch(s.surface(text)) or _ROLE.fullmatch(s.surface(text))]
    if not asked:
        return {}
    mentioned = [entity for entity in reading.extraction.entities if entity.mentions]
    as_said = [Quotation(s.end, s.end + 1, "indirect", source=s) for s in asked]
    known = [q for q in reading.extraction.quotations if q.source not in asked]
    said, entities = resolution.resolve(reading.article, mentioned, sorted([*known, *as_said]))
    found = {
        q.source: q.name
        for q in said
        if q.source is not None
        and not (_PERSON.fullmatch(q.source.surface(text)) and _far(reading, q, entities))
    }
    people = {entity.name for entity in entities if entity.kind == "person"}
    # "The company" may be any: only people go by what they are.
    return {
        s: name
        for s in asked
        if (name := found.get(s)) and (name in people) != (s.surface(text).lower() == "it")
    }


def _far(reading: Reading, said: Quotation, entities: Sequence[Entity]) -> bool:
    """Whether neither the sentence of a pronoun nor the one before it mentions whom it is said to mean."""
    if said.source is None:
        return False
    article, at = reading.article, said.source.start
    own = bisect_right(article.sentences, at, key=lambda s: s.start) - 1
    start = article.sentences[max(0, own - 1)].start
    meant = (mention for e in entities if e.name == said.name for mention in e.mentions)
    return not any(start <= mention.start < at for mention in meant)


def leans(text: str, subject: Span | None) -> bool:
    """Whether the subject is a pronoun."""
    return subject is not None and bool(_PRONOUN.fullmatch(subject.surface(text)))


def is_somebody_else(text: str, head: Span | None, around: Quotation) -> bool:
    """Whether "they" of "They will be back, the farmer said" is a pronoun for others than who says it."""
    after = around.source is not None and around.source.start > around.start
    return after and head is not None and head.surface(text).lower() in _OTHERS


def takes_pronoun(text: str, subject: Span | None) -> bool:
    """Whether the verb after the subject has a pronoun as its object: "Harvest bought it"."""
    return subject is not None and bool(_OBJECT.match(text, subject.end))


def sentence_before(article: Article, clause: Span, pronoun: Span | None = None) -> Span | None:
    """The sentence that a clause leans on: the one before its own, if that is short and no heading.

    Only its subject, where a ``pronoun`` "it" can mean nothing else there: "The airport … It must pay".
    """
    own = passages.sentence(article, clause)
    at = bisect_left(article.sentences, own.start, key=lambda s: s.start)
    if at == 0:
        return None
    before = article.sentences[at - 1]
    paragraph = article.paragraphs[bisect_right(article.paragraphs, before.start, key=lambda p: p.start) - 1]
    short = before.end - before.start <= _LONGEST
    if not short or paragraph.heading:
        return None
    text = article.text
    verb = verbs.first_verb(text, before) if pronoun and pronoun.surface(text).lower() == "it" else None
    alone = verb and _ONE.fullmatch(text, before.start, verb) and not _ANOTHER.search(text, verb, before.end)
    return Span(before.start, len(text[:verb].rstrip())) if alone else before
