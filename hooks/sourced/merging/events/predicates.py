"""Which of several predicates in one clause a date belongs to, and the noun or subject that it is told of.

"The bridge, which fell in 2019, reopens in June" tells two things of one bridge, "the mill opened in
1911 and closed in 1983" two of one mill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourced.merging import words
from sourced.merging.events import verbs
from sourced.model import Span

_INSERTED = re.compile(
    r",\s+(?:(?P<relative>(?:(?:in|of|for|to|from|with|under|at|by|during)\s)?(?:which|who|whose|whom|where))|(?:\w+ly\s)?(?P<word>[a-z]+))\s"
)
_CLOSING = re.compile(r",\s+(?:(?:now|later|also|then|still|never|again|\w+ly)\s+)*(?P<verb>[a-z]+)(?:\s|$)")
_ADVERB = r"(?:(?:[a-z]+ly|later|then|again|also|finally|only)\s+)?"
_JOINED = re.compile(r",?\s+(?:and|but|then|before)\s+|,\s+")
_AGAIN = re.compile(r"(?:again|later|once|then|in|on|at|from|another|a)\b")
_FIRST_WORDS = re.compile(rf"{_ADVERB}(?P<one>[A-Za-z]+)(?:\s+(?P<two>[\w’'-]+))?(?:\s+(?P<three>[\w’'-]+))?")
_PREPOSITION = re.compile(r"(?:(?:late|early)\s+)?(?:on|in|at|by|since|from|until|between)?\s*(?:the\s+)?$")
_SUBJECT = re.compile(
    r"(?:the|an?|its|his|her|their|it|he|she|they|some|many|most|all|no|another|\d+)$|[A-Z]"
)
_BOUNDARY = re.compile(
    r"\b(?:in|on|at|to|for|with|by|from|into|over|against|about|after|before|discuss|(?:and|or)(?!\s[A-Z])|under|near|through)\s+"
)
_WORD = re.compile(r"[\w’'-]+")
_RELATED = re.compile(
    r"\b(?:an?|the|his|her|its|their|two|three|four|five|some|\d[\d,.]*)\s(?:(?!who\b|that\b|which\b|of\b)[\w’'-]+\s){1,4}"
    r"(?:who|that|which)\s(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_TRAILING = " \t\r\n,;:.–—-"
_INFINITIVE = re.compile(r"(?:not\s)?[a-z]+\s")
_MODALS = frozenset("will would can could may might must shall should to".split())
_PASSIVE = re.compile(r"(?:(?:is|was|were|are|(?:has|have|had)\sbeen)|(?:will|would|to)\sbe)\s")
_OBJECT = re.compile(r"\s(?:the|an?|its|his|her|their|that|this|all|some|many|\d)\b")
_RESTRICTED = re.compile(
    r"\b(?:to|of|in|from|under|with|by|for|at|into|about|against|over)\s"
    r"(?P<noun>(?:the|an?|its|his|her|their)\s(?:[a-z][\w-]*\s){1,3}?(?P<verb>[a-z]+)\s"
    r"(?:(?:late|early|in|on|at|the)\s)*)$"
)
_NO_PRESENT = frozenset(
    "this his its as thus us is was has across towards besides perhaps always sometimes".split()
)


def of(
    text: str, clause: Span, date: Span, others: Sequence[Span], inserted: Sequence[Span]
) -> tuple[Span, ...]:
    """What of ``clause`` is told of the date: one piece, or the subject and a later predicate of it."""
    within = [span for span in inserted if clause.start < span.start < date.start and date.end <= span.end]
    if within:
        return _inserted(text, clause, max(within), date, others)
    loose = next((s for s in inserted if date.end <= s.start and clause.end <= s.end), None)
    if loose is not None and any(loose.start <= other.start < loose.end for other in others):
        before = Span(clause.start, loose.start)
        if verbs.first_verb(text, before) is None and loose.end < clause.end:
            return _trim(text, before.start, before.end), _trim(text, loose.end, clause.end)
        clause = before  # "met to discuss the offer, which expires on Friday"
    restricted = (
        _related(text, clause, date) or _restrictive(text, clause, date) or _reduced(text, clause, date)
    )
    if restricted is not None:
        return (restricted,)
    end = clause.end
    for other in others:
        if date.end <= other.start < end:
            end = next((joint.ends for joint in _breaks(text, date.end, other, end)), end)
    clause = _trim(text, clause.start, end)
    earlier = [other for other in others if clause.start <= other.start and other.end <= date.start]
    if not earlier:
        return (clause,)
    aside = [s for s in inserted if s.covers(earlier[-1]) and clause.start < s.start and s.end <= date.start]
    if aside:  # "The bridge, which fell in 2019, reopens in June"
        return _trim(text, clause.start, aside[0].start), _trim(text, aside[-1].end, clause.end)
    for joint in reversed(list(_breaks(text, earlier[-1].end, date, clause.end))):
        rest = _trim(text, joint.begins, clause.end)
        if joint.subject:
            return (rest,)
        subject = _before(text, clause, earlier) if joint.again else _subject(text, clause, earlier, rest)
        return (subject, rest) if subject else (clause,)
    return (clause,)


def insertions(text: str, region: Span) -> Iterator[Span]:
    """What is put in after a noun: ", which fell in 2019," and ", built in 1974,", without the last comma.

    A participle is put in only before the verb of its clause: after it, it is a second predicate.
    """
    at = region.start
    while match := _INSERTED.search(text, at, region.end):
        at = match.start() + 1
        participle = match["word"] and verbs.is_participle(match["word"])
        if not match["relative"] and not participle:
            continue
        close = _closing(text, match.end(), region)
        if match["relative"]:
            yield Span(match.start(), close or region.end)
        elif close and verbs.first_verb(text, Span(region.start, match.start())) is None:
            yield Span(match.start(), close)
        else:
            continue
        at = close or region.end


def _closing(text: str, start: int, region: Span) -> int | None:
    """The comma that ends an insertion: the verb of the clause follows it."""
    for match in _CLOSING.finditer(text, start, region.end):
        word = match["verb"]
        present = word.endswith("s") and len(word) > len("his") and word not in _NO_PRESENT
        if verbs.is_verb(word) or present:
            return match.start()
    return None


def _inserted(text: str, clause: Span, span: Span, date: Span, others: Sequence[Span]) -> tuple[Span, ...]:
    """The noun and what is put in after it, cut where another date begins its own predicate."""
    start = clause.start
    if verbs.first_verb(text, Span(start, span.start)) is not None:
        noun = _noun_before(text, Span(start, span.start))
        start = start if any(noun <= other.start < span.start for other in others) else noun
    elif any(start <= other.start < span.start for other in others):
        start = max(text.rfind(", ", start, span.start) + 2, start)
    end = min(span.end, clause.end)
    for other in others:
        if date.end <= other.start < end:
            end = next((joint.ends for joint in _breaks(text, date.end, other, end)), end)
    return (_trim(text, start, end),)


def _noun_before(text: str, span: Span) -> int:
    """Where the noun phrase begins that ends the span: after the last verb or preposition other than "of"."""
    start = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        if verbs.is_verb(match[0]) and match.end() < span.end:
            start = match.end() + 1
            infinitive = _INFINITIVE.match(text, start, span.end) if match[0] in _MODALS else None
            start = infinitive.end() if infinitive else start
    for match in _BOUNDARY.finditer(text, start, span.end):
        start = match.end()
    return start


def _related(text: str, clause: Span, date: Span) -> Span | None:
    """The noun and its relative clause that the date stands in: "a student who was killed on Friday"."""
    for match in reversed(list(_RELATED.finditer(text, clause.start, date.start))):
        if verbs.is_verb(match["verb"]):
            groups = _verb_groups(text, Span(match.start("verb"), date.start))
            return Span(match.start(), date.end) if groups == 1 else None
    return None


def _verb_groups(text: str, span: Span) -> int:
    """How many finite verbs stand in the span, "had been" before a participle counted with it."""
    groups, in_group = 0, False
    for match in _WORD.finditer(text, span.start, span.end):
        verb = verbs.is_verb(match[0]) or (in_group and verbs.is_participle(match[0]))
        groups += verb and not in_group
        in_group = verb or (in_group and (match[0].endswith("ly") or match[0] in {"not", "also"}))
    return groups


def _restrictive(text: str, clause: Span, date: Span) -> Span | None:
    """The clause up to the date, where its verb follows: "A man arrested on Saturday [was released]"."""
    follows = _WORD.match(text, date.end + 1, clause.end)
    if follows is None or text[date.end] != " " or not verbs.is_verb(follows[0]):
        return None
    verb = verbs.first_verb(text, Span(clause.start, date.start))
    return Span(clause.start, date.end) if verb is not None and verb > clause.start else None


def _reduced(text: str, clause: Span, date: Span) -> Span | None:
    """The noun after a preposition and its participle: "return to the accord [reached in 2023]"."""
    match = _RESTRICTED.search(text, clause.start, date.start)
    if match is None or not verbs.is_participle(match["verb"]):
        return None
    verb = verbs.first_verb(text, Span(clause.start, match.start("noun")), infinite=True)
    return Span(match.start("noun"), date.end) if verb is not None else None


class _Joint(NamedTuple):
    """Where what is told of one date ends and what is told of the next begins.

    ``subject``: the next has a subject of its own; ``again``: it has not even a verb ("and again in 2023").
    """

    ends: int
    begins: int
    subject: bool
    again: bool = False


def _breaks(text: str, start: int, other: Span, end: int) -> Iterator[_Joint]:
    """The joints between a date, which ends at ``start``, and the ``other``."""
    for match in _JOINED.finditer(text, start, other.start):
        listed = not match[0].strip(" ,\n")
        first = bool(_PREPOSITION.fullmatch(text, match.end(), other.start))  # "and on Tuesday the army ..."
        after = _FIRST_WORDS.match(text, min(other.end + 1, end) if first else match.end(), end)
        if after is None:
            continue
        one, two, three = after["one"], after["two"] or "", after["three"] or ""
        if (
            verbs.is_verb(one)
            or verbs.is_participle(one)
            or (match[0].strip() == "before" and one.endswith("ing"))
        ):
            yield _Joint(match.start(), match.end(), subject=False)
        elif not listed and (_SUBJECT.match(one) or verbs.is_verb(two) or verbs.is_verb(three)):
            yield _Joint(match.start(), match.end(), subject=True)
        elif not listed and not first and _AGAIN.match(one):
            yield _Joint(match.start(), match.end(), subject=False, again=True)


def _before(text: str, clause: Span, earlier: Sequence[Span]) -> Span | None:
    """The clause up to its first date."""
    preposition = _PREPOSITION.search(text, clause.start, earlier[0].start)
    end = preposition.start() if preposition else earlier[0].start
    return _trim(text, clause.start, end) if end > clause.start else None


def _subject(text: str, clause: Span, earlier: Sequence[Span], rest: Span) -> Span | None:
    """The subject of the clause, with an auxiliary that ``rest`` shares: "Two men were … released"."""
    verb = verbs.first_verb(text, clause)
    start = clause.start
    if verb is None:
        return None
    inside = [other.end for other in earlier if other.start < verb]
    if inside:
        start = inside[-1]
    shared = _PASSIVE.match(text, verb, clause.end)
    subject = _trim(text, start, shared.end() if shared and _is_passive(text, rest) else verb)
    return subject if subject.end > subject.start else None


def _is_passive(text: str, rest: Span) -> bool:
    """Whether it may share an auxiliary before it: it begins with a participle that has no object."""
    first = _FIRST_WORDS.match(text, rest.start, rest.end)
    if first is None or first["one"] in verbs.AUXILIARIES or not verbs.is_participle(first["one"]):
        return False
    return first["one"] not in words.listed("events/intransitive.txt") and not _OBJECT.match(
        text, first.end("one"), rest.end
    )


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end)
