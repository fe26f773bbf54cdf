"""Whom a pronoun means: who stands out in an article right before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from sourced.extraction.names import lexicon
from sourced.extraction.names.register import Register
from sourced.extraction.names.sources import Described
from sourced.model import Span

_WINDOW = 1600  # characters that a pronoun reaches back
_SUBJECT = 40  # characters from a sentence's beginning in which its subject mostly stands
_NEAR_SUBJECT = 25
_UNNAMED_WITHIN = 600
_MARGIN, _SURE = 0.4, 1.0  # by how much somebody must stand out above the next
_PROMINENT = 1.5
_SPEAKERS = 3  # so many speakers back, the last of the right gender counts
_ACTS = 2.7  # what the subject of a clause is worth that names a role
_TOPIC = -3.0  # at least so much does the person stand out whom the article is about
_SPOKE = 4.0  # what having spoken last is worth
_UNNAMED = re.compile(r"\b(?:a|an|one|another)\s(?:[\w-]+\s){0,4}?(?P<noun>[\w-]+)\b", re.IGNORECASE)
_ASKS = re.compile(r"\s(?:asked|asks|pressed|wondered)\b")
_BEFORE = re.compile(r"\b(?P<word>[a-z]+)\s(?:[A-Z][\w.]*\s)*$")
_LAST = re.compile(r"[a-z-]+$")
_AFTER = re.compile(r" (?P<word>[a-z]+)\b")
_APPOSED = ("(", " is", " was", " as", " be", " of", " for", " by", " to", " with", " like")


class Antecedents:
    """The people and bodies that pronouns of one article may mean."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._text = register.text

    def of_pronoun(self, source: Span, described: Described) -> int | None:
        """Whom "he", "she", "it" or "they" means, None where nobody or two stand out."""
        at, gender = source.start, described.gender
        if gender == "p":
            return self.speaking_body(at, within=1)
        if gender == "n":
            return self._thing(at)
        best = self.salient(source, gender or "-")
        if best is None or self._unnamed_between(best[1], at, gender or "-"):
            return None
        if self._register.unsettled(max(best[1], at - _UNNAMED_WITHIN), at):
            return None
        return best[0]

    def before_relative(self, source: Span) -> int | None:
        """Whom "who" means: the one named right before it."""
        named = self._register.mentions(source.start - _SUBJECT, source.start)
        if not named:
            return None
        mention, number = named[-1]
        return number if not self._text[mention.end : source.start].strip(" ,—–(\n") else None

    def salient(self, source: Span, gender: str, *, sure: bool = False) -> tuple[int, int] | None:
        """The person who stands out before ``source``, and where last named or speaking; None where two do.

        ``gender`` is "m", "f", or "-" for either. Nearer stands out more, a subject more than an
        object, who spoke last most of all; those named inside words that somebody else speaks do
        not count. After the centering view of discourse (Grosz, Joshi and Weinstein 1995), as weights.
        """
        at = source.start
        scores, places, subject = self._scored(source, lambda number: self._fits(number, gender))
        for last in reversed(self._register.speakers[-_SPEAKERS:]):
            if last.asks:
                continue
            near = self._nearness(last.at, at) + _SPOKE
            if last.entity is None and not last.plural and last.gender is not None:
                fits = {last.gender, gender} != {"m", "f"} and subject < last.at
                if fits and near > max(scores.values(), default=near - 1):
                    return None  # somebody without a name spoke last
            elif last.entity is not None and self._fits(last.entity, gender):
                scores[last.entity] = max(scores.get(last.entity, near), near)
                places[last.entity] = max(places.get(last.entity, 0), last.at)
            else:
                continue  # a body, or one of the other gender
            break
        self._topical(scores, places, at, gender)
        for number in scores:
            scores[number] -= gender != "-" and self._register.gender(number) is None
        best = _foremost(scores, _SURE if sure else _MARGIN)
        return None if best is None else (best, places[best])

    def _topical(self, scores: dict[int, float], places: dict[int, int], at: int, gender: str) -> None:
        """Let whom the article is about stand out above bystanders of earlier paragraphs.

        Those are named once only, and nothing tells that the pronoun fits them.
        """
        topic = self._topic
        if topic is None or gender == "-" or self._register.gender(topic) != gender:
            return
        for number in list(scores):
            once = number != topic and len(self._register[number].mentions) == 1
            apart = self._register.paragraphs_between(places[number], at) > 0
            if once and apart and self._register.gender(number) is None:
                del scores[number]
                scores.setdefault(topic, _TOPIC)
                places.setdefault(topic, self._register.last_named(topic, at))

    @cached_property
    def _topic(self) -> int | None:
        """Whom the article is about: the person named first, if nobody is named as often."""
        people = [n for n in range(len(self._register)) if self._register[n].kind == "person"]
        named = {n: len(self._register[n].mentions) for n in people}
        first = min(people, key=lambda n: self._register[n].mentions[0], default=None)
        others = (count for n, count in named.items() if n != first)
        return first if first is not None and named[first] > max(others, default=0) else None

    def salient_body(self, source: Span, fits: Callable[[int], bool], *, only: bool) -> int | None:
        """The body that stands out before ``source``, as far as it ``fits``; None where two do.

        ``only``: None too where another fits at all.
        """
        scores, _, _ = self._scored(source, fits)
        for last in reversed(self._register.speakers[-_SPEAKERS:]):
            if last.entity is not None and fits(last.entity):
                near = self._nearness(last.at, source.start) + _SPOKE
                scores[last.entity] = max(scores.get(last.entity, near), near)
                break
        return None if only and len(scores) > 1 else _foremost(scores, _SURE)

    def _scored(
        self, source: Span, fits: Callable[[int], bool]
    ) -> tuple[dict[int, float], dict[int, int], int]:
        """How much each stands out who is named before ``source``, and where; where a subject was last."""
        scores: dict[int, float] = {}
        places: dict[int, int] = {}
        subject = -1
        for mention, number in self._register.mentions(source.start - _WINDOW, source.start):
            if not fits(number) or self._register.is_spoken(mention):
                continue
            if self._register.says(source, mention):
                continue
            prominence = self._prominence(mention)
            if prominence > _PROMINENT:
                subject = mention.start
            score = self._nearness(mention.start, source.start) + prominence
            scores[number] = max(scores.get(number, score), score)
            places[number] = mention.start
        for span, number in self._register.actors[-_SPEAKERS:]:
            if fits(number) and not self._register.is_spoken(span):
                score = self._nearness(span.start, source.start) + _ACTS
                scores[number] = max(scores.get(number, score), score)
                places[number] = max(places.get(number, 0), span.start)
                subject = max(subject, span.start)
        return scores, places, subject

    def speaking_body(self, at: int, within: int = 3) -> int | None:
        """The body that spoke last, if nobody else did since and at most ``within`` sentences ago."""
        last = self._register.speakers[-1] if self._register.speakers else None
        if last is None or last.entity is None or self._register.sentences_between(last.at, at) > within:
            return None
        return last.entity if self._register[last.entity].kind == "body" else None

    def apposed(self, at: int) -> bool:
        """Whether "a farmer" says what somebody is who was named: ", a farmer", "is a farmer"."""
        low = max(0, at - 12)
        end = low + len(self._text[low:at].rstrip())
        if self._text[end - 1 : end] == ",":
            named = self._register.mentions(end - _SUBJECT, end)
            before = _LAST.search(self._text, max(0, end - _SUBJECT), end - 1)  # "Her father, a clerk"
            role = before is not None and lexicon.role_noun(before[0]) is not None
            return role or any(mention.end == end - 1 for mention, _ in named)
        return self._text.endswith(_APPOSED, low, end)

    def _fits(self, number: int, gender: str) -> bool:
        person = self._register[number].kind == "person"
        return person and (gender == "-" or self._register.gender(number) in (gender, None))

    def _nearness(self, start: int, at: int) -> float:
        sentences = self._register.sentences_between(start, at)
        return -1.2 * min(sentences, 6) - 0.8 * min(self._register.paragraphs_between(start, at), 4)

    def _prominence(self, mention: Span) -> float:
        """More for the subject of a clause, less for who only owns something or is talked about."""
        after = self._text[mention.end : mention.end + 2]
        if after in ("'s", "’s"):
            return -1.5
        sentence = self._register.sentence(mention.start)
        before = _BEFORE.search(self._text, max(sentence, mention.start - 20), mention.start)
        if before and before["word"] in lexicon.listed("object"):
            return -1.0
        score = 1.0 + (mention.start - sentence < _SUBJECT)
        verb = _AFTER.match(self._text, mention.end)
        if verb and verb["word"] not in lexicon.listed("object") and verb["word"] not in ("and", "or"):
            score += 0.7
        return score - self._register.is_told(mention)

    def _unnamed_between(self, start: int, at: int, gender: str) -> bool:
        """Whether somebody without a name ("A farmer ...") came in since, whom it may mean as well."""
        before = self._register.previous(at)
        low = max(start, before if before is not None else 0, at - _UNNAMED_WITHIN)
        for match in _UNNAMED.finditer(self._text, low, at):
            noun = lexicon.role_noun(match["noun"])
            if not noun or lexicon.role_nouns().get(noun) not in (gender, "-") or self.apposed(match.start()):
                continue
            span = Span(match.start(), match.end())
            subject = match.start() - self._register.sentence(match.start()) < _SUBJECT
            if _ASKS.match(self._text, match.end()):
                continue
            if subject and not self._register.is_spoken(span) and not self._register.is_told(span):
                return True
        return False

    def _thing(self, at: int) -> int | None:
        """Which body "it" means: the one that spoke last, else the subject of the sentence before."""
        last = self._register.speakers[-1] if self._register.speakers else None
        if last and self._register.sentences_between(last.at, at) <= 1:
            return self.speaking_body(at, within=1)
        start = self._register.previous(at)
        if start is None:
            return None
        named = self._register.mentions(start, self._register.sentence(at))
        bodies = [(mention, number) for mention, number in named if self._register[number].kind == "body"]
        return bodies[0][1] if bodies and bodies[0][0].start - start <= _NEAR_SUBJECT else None


def _foremost(scores: dict[int, float], margin: float) -> int | None:
    """Who stands out above all others, by ``margin`` at least."""
    ranked = sorted(scores, key=lambda number: scores[number], reverse=True)
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < margin):
        return None
    return ranked[0]
