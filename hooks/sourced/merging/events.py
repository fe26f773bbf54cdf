"""The timeline: what the sources say happened or is planned on which day, each event once."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby, zip_longest

import msgspec

from sourced.merging import clauses, datings, keys, passages, words
from sourced.merging.datings import Dating
from sourced.merging.evidence import Reading
from sourced.model import Event, Quotation, Span
from sourced.reading import datelines

_CONDITION = re.compile(r"(?:if|whether|unless|had|should)\s", re.IGNORECASE)
_UNREAL = re.compile(r"\bwould\s+(?:not\s+)?have\b|\b(?:could|might)\s+have\b")
_REPORTED = re.compile(r"\s+that\s")
_SPEECH = re.compile(r"\b(?:said|says|told\s\w+|wrote|[a-z]+ed)\s(?:(?:on|late|early|in|last)\s)*$")
_SAID = re.compile(r"[”\"]\s+(?:said|says|added)\b[^.;”\"]{0,80}$")
_NOW = frozenset({"today", "tonight", "now"})
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|will|is to|are to|to be|[a-z]{2,}ed|began|held|took|made|won)\b"
)
_TIME = re.compile(r"(?<=\d)t\S*$")
_DECADE = re.compile(r"\d\d(?:\d|x|xx|\dx)?")  # or a century
_SHARED, _LIKE = 3, 0.6


class Chronicle:
    """The events of the seeds read so far."""

    def __init__(self, register: keys.Register) -> None:
        self._register = register
        self._found: list[Event] = []
        self._stems: list[frozenset[str]] = []
        self._by_days: dict[tuple[datetime.date, datetime.date, bool], list[int]] = {}

    def add(self, reading: Reading) -> None:
        """Take in the events of one more seed."""
        for event, matter in _events(reading):
            self._take(event, matter)

    def _take(self, event: Event, matter: frozenset[str]) -> None:
        days = (event.first, event.last, event.planned)
        for number in self._by_days.get(days, ()):
            if _alike(matter, self._stems[number]):
                known = self._found[number]
                if event.passage not in known.evidence:
                    evidence = (*known.evidence, event.passage)
                    self._found[number] = msgspec.structs.replace(known, evidence=evidence)
                return
        self._by_days.setdefault(days, []).append(len(self._found))
        self._found.append(msgspec.structs.replace(event, key=self._register.take(event.key)))
        self._stems.append(matter)

    def events(self) -> tuple[Event, ...]:
        """All events in the order of their days; a shorter time before a longer one that begins with it."""
        return tuple(sorted(self._found, key=lambda e: (e.first, e.last)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two clauses of one day tell the same: most words of the shorter, and no other number."""
    shared = one & other
    numbers = {s for s in one if s.isdigit()}, {s for s in other if s.isdigit()}
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    if shared in (one, other) and 3 * len(shared) >= len(one | other):
        return bool(shared)
    return len(shared) >= _SHARED and len(shared) >= _LIKE * min(len(one), len(other))


@cache
def _unspecific() -> frozenset[str]:
    return frozenset(words.stem(word) for word in words.listed("unspecific.txt"))


def _events(reading: Reading) -> Iterator[tuple[Event, frozenset[str]]]:
    """The events of one seed, each with the stems that tell it from others of its day."""
    article, text = reading.article, reading.article.text
    published = article.date
    spoken = {(d.start, d.end): q for q, d in reading.said_on.items() if d is not None}
    cut_before: dict[int, Span] = {}
    told: dict[int, Span] = {}
    found = list(_datings(reading, spoken))
    for dating, following in zip_longest(found, found[1:]):
        sentence = passages.sentence(article, dating.span)
        rest = clauses.without_dateline(text, sentence, dating.span)
        if rest is not None:
            cut_before[sentence.start] = rest
            continue
        quotation = spoken.get((dating.span.start, dating.span.end))
        if quotation is not None and not _is_act(text, quotation):
            continue
        around = reading.around(dating.span)
        if around is not None and _is_act(text, around):
            around = None  # the saying is the news: the article itself tells it
        clause = _clause(reading, dating, around, cut_before.get(sentence.start, sentence))
        if clause is None:
            continue
        earlier = told.setdefault(clause.start, dating.span)
        if earlier is not dating.span and not datings.separate(text, earlier, dating.span):
            continue
        if following is not None and following.span.end <= clause.end:
            clause = clauses.before_next(text, clause, dating.span, following.span)
        planned = datings.is_planned(text, clause, dating, published, reported=around is not None)
        event = _event(reading, dating, around, clause, planned=planned)
        yield event, words.stems(event.text) - _unspecific() - words.stems(dating.span.surface(text))


def _datings(reading: Reading, spoken: Mapping[tuple[int, int], Quotation]) -> Iterator[Dating]:
    """The datings of a seed without those of datelines and those that only say another one again."""
    article = reading.article
    found = datings.find(article, reading.extraction.dates)
    for start, several in groupby(found, key=lambda dating: passages.sentence(article, dating.span).start):
        if not datelines.find(article.text, Span(start, len(article.text))):
            dated = list(several)
            finest = datings.finest(
                article.text, [d for d in dated if (d.span.start, d.span.end) not in spoken]
            )
            yield from (d for d in dated if d in finest or (d.span.start, d.span.end) in spoken)


def _clause(reading: Reading, dating: Dating, around: Quotation | None, sentence: Span) -> Span | None:
    """The clause that tells what happened on the date, None where none does."""
    text = reading.article.text
    if _in_heading(reading, dating.span) or _is_speech(text, dating.span, sentence):
        return None
    clause = None
    if around is not None:
        within = Span(max(around.start, sentence.start), min(around.end, sentence.end))
        clause = clauses.cut(text, within, dating.span, reported=True) if within.covers(dating.span) else None
    clause = clause or clauses.cut(text, sentence, dating.span)
    if clause is None or "?" in text[clause.end - 1 : clause.end + 2] or _CONDITION.match(text, clause.start):
        return None
    told = clause.surface(text)
    idle = dating.span.surface(text).lower() in _NOW and not _PAST.search(told)
    return None if idle or _UNREAL.search(told) else clause


def _event(
    reading: Reading, dating: Dating, around: Quotation | None, clause: Span, *, planned: bool
) -> Event:
    text = reading.article.text
    told = clause.surface(text)
    party = reading.speaker(around) if around else None
    passage = passages.passage(reading.seed, clause)
    date = "-to-".join(_key_date(part) for part in dating.value.split("/"))
    return Event(
        key=keys.joined([date, *_key_words(told, dating.span.surface(text))], "event"),
        date=dating.value,
        first=dating.days[0],
        last=dating.days[1],
        approximate=dating.approximate,
        planned=planned,
        text=told,
        passage=passage,
        evidence=(passage,),
        speaker=party.key if party else None,
        side=reading.side(around) if around else None,
    )


def _key_date(value: str) -> str:
    """A TIMEX3 value as a key has it: without the time of day, a decade ("198") as "1980s"."""
    date = _TIME.sub("", keys.slug(value))
    return date.rstrip("x").ljust(4, "0") + "s" if _DECADE.fullmatch(date) else date


def _key_words(told: str, date: str) -> list[str]:
    """Three words of the clause: those that begin with a small letter say what happened."""
    dated = set(words.split(date))
    small = [w for w in words.content(" ".join(t for t in told.split() if t[:1].islower())) if w not in dated]
    return small[:3] or [w for w in words.content(told) if w not in dated][:3]


def _in_heading(reading: Reading, date: Span) -> bool:
    paragraphs = reading.article.paragraphs
    at = bisect_right(paragraphs, date.start, key=lambda p: p.start) - 1
    return at >= 0 and paragraphs[at].heading


def _is_speech(text: str, date: Span, sentence: Span) -> bool:
    """Whether the date belongs to a verb of speech that extraction left: "warned Tuesday that"."""
    before = text[max(sentence.start, date.start - 100) : date.start]
    return bool(_SAID.search(before) or (_REPORTED.match(text, date.end) and _SPEECH.search(before)))


def _is_act(text: str, quotation: Quotation) -> bool:
    """Whether the saying itself is the news: "declared a strike on Friday"."""
    if quotation.kind == "direct" or quotation.cue is None or quotation.start < quotation.cue.end:
        return False
    verbs = set(quotation.cue.surface(text).lower().split())
    between = text[quotation.cue.end : quotation.start]
    content = quotation.surface(text)
    first = content.split(maxsplit=1)[0].lower() if content.strip() else ""
    clause = re.search(r"\b(?:that|whether|if)\b", between) or first in {"that", "he", "she", "it", "they"}
    return bool(verbs & words.listed("performatives.txt")) and not clause and not clauses.finite(content)
