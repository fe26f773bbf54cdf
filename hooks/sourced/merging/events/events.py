"""The dated events of one seed: what it says happened or is planned on which day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from sourced.merging import keys, passages, words
from sourced.merging.events import clauses, coreference, datings, plans, subjects, undated, verbs
from sourced.merging.events.coreference import Matter
from sourced.merging.events.datings import Dating
from sourced.merging.events.plans import Outlook
from sourced.merging.evidence import Reading
from sourced.model import Article, Event, Quotation, Span
from sourced.reading import datelines

_CONDITION = re.compile(r"(?:if|whether|unless|had|should)\s", re.IGNORECASE)
_UNREAL = re.compile(r"\bwould\s+(?:not\s+)?have\b|\b(?:could|might)\s+have\b")
_REPORTED = re.compile(r"\s+that\s")
_SPEECH = re.compile(r"\b(said|says|told\s\w+|wrote|[a-z]+ed)\s(?:(?:on|late|early|in|last)\s)*$")
_SAID = re.compile(r"[”\"]\s+(?:said|says|added)\b[^.;”\"]{0,80}$")
_REPORTS = frozenset("reported reports report recorded records according to".split()) | {"according to"}
_HEARD = re.compile(r",\s(?:the|an?)\s[\w’' -]{3,40}\s(?:heard|(?:was|were) told)\s(?:(?:on|late|early)\s)*$")
_NOW = frozenset({"today", "tonight", "now"})
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|will|is to|are to|to be|[a-z]{2,}ed|began|held|took|made|won)\b"
)
_TIME = re.compile(r"(?<=\d)t\S*$")
_DECADE = re.compile(r"\d\d(?:\d|x|xx|\dx)?")  # or a century
_LARGE = re.compile(r"(?:(?<=[a-z,;’]\s)[A-ZÀ-ÞŠŽ]|[A-Z][\w’'-]+\s[A-Z])[\w’'-]*(?:\s[A-Z][\w’'-]*)*")
_HANGING = re.compile(
    r"(?:an?|one|two|three|four|five|six|\d+|some|several)\s(?:minute|hour)s?\s(?:later|earlier|after|before)",
    re.IGNORECASE,
)
_FRONT = 40  # characters before a pronoun that is the subject


class _Telling(Struct, frozen=True):
    """A clause that tells a dated event, and the quotation that it stands in."""

    dating: Dating
    pieces: tuple[Span, ...]
    around: Quotation | None
    planned: bool


def find(reading: Reading) -> Iterator[tuple[Event, Matter]]:
    """The events of one seed, and what each says, to tell it from others of its day."""
    text = reading.article.text
    tellings = list(_tellings(reading))
    dates = [telling.dating.span for telling in tellings]
    heads = [subjects.subject(text, telling.pieces, dates) for telling in tellings]
    named = subjects.names(reading, [head for head in heads if head is not None])
    proper = _written_large(text)
    for telling, head in zip(tellings, heads, strict=True):
        name = named.get(head) if head else None
        event = _event(reading, telling, head, name)
        if event is not None:
            subject = (
                f"{head.surface(text)} [{name}]" if head and name else head.surface(text) if head else ""
            )
            date = telling.dating.span
            own = event.text if name else clauses.told(text, telling.pieces)
            yield (
                event,
                coreference.matter(
                    own,
                    date.surface(text),
                    subject,
                    proper,
                    deadline=plans.is_deadline(text, date),
                ),
            )


def _written_large(text: str) -> frozenset[str]:
    """The words, plain, that the article writes large within a sentence: names."""
    return frozenset(plain for word in _LARGE.findall(text) for plain in words.split(word))


def _tellings(reading: Reading) -> Iterator[_Telling]:
    article, text = reading.article, reading.article.text
    spoken = {(d.start, d.end): q for q, d in reading.said_on.items() if d is not None}
    cut_before: dict[int, Span] = {}
    told: set[tuple[Span, ...]] = set()
    found = list(_datings(reading, spoken))
    dated: dict[int, list[Span]] = defaultdict(list)
    for dating in found:
        dated[passages.sentence(article, dating.span).start].append(dating.span)
    for dating in found:
        sentence = passages.sentence(article, dating.span)
        rest = clauses.without_dateline(text, sentence, dating.span)
        if rest is not None:
            cut_before[sentence.start] = rest
            continue
        quotation = spoken.get((dating.span.start, dating.span.end))
        if quotation is not None and not _is_news(text, quotation, dating.span):
            continue
        around = reading.around(dating.span)
        if around is not None and _is_act(text, around):
            around = None  # the saying is the news: the article itself tells it
        elif around is not None and _is_thing(text, around):
            if (
                around.cue
                and around.cue.surface(text).lower() not in _REPORTS
                and not _is_to_come(article, dating)
            ):
                continue  # "accused the troops on Monday of murder", "described the clashes on Monday"
            around = around if around.cue and around.cue.surface(text).lower() in _REPORTS else None
        others = [span for span in dated[sentence.start] if sentence.covers(span) and span != dating.span]
        pieces = _clause(reading, dating, around, cut_before.get(sentence.start, sentence), others)
        if not pieces or pieces in told:
            continue
        told.add(pieces)
        stands = plans.outlook(text, pieces[-1], dating, sentence, article.date, reported=around is not None)
        if stands is not Outlook.NEITHER:
            yield _Telling(dating, pieces, around, stands is Outlook.PLANNED)


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


def _clause(
    reading: Reading, dating: Dating, around: Quotation | None, sentence: Span, others: Sequence[Span]
) -> tuple[Span, ...]:
    """The clause that tells what happened on the date, empty where none does."""
    text, date = reading.article.text, dating.span
    if (
        date.surface(text).lower() == "the day"
        or _in_heading(reading, date)
        or _is_speech(text, date, sentence)
    ):
        return ()
    if undated.is_undated(text, date, reading.extraction.terms, to_come=_is_to_come(reading.article, dating)):
        return ()
    pieces: tuple[Span, ...] = ()
    if around is not None:
        within = Span(max(around.start, sentence.start), min(around.end, sentence.end))
        if within.covers(date):
            pieces = clauses.cut(text, within, date, others, reported=True)
    pieces = pieces or clauses.cut(text, sentence, date, others)
    if not pieces:
        return ()
    start, end = pieces[0].start, pieces[-1].end
    if undated.is_no_event(text, pieces, around):
        return ()
    if "?" in text[end - 1 : end + 2] or (
        _CONDITION.match(text, start) and "," not in text[start : date.start]
    ):
        return ()
    told = clauses.told(text, pieces)
    idle = (
        date.surface(text).lower() in _NOW
        and not _PAST.search(told)
        and not plans.is_fixture(text, pieces[0])
    )
    return () if idle or _UNREAL.search(told) else pieces


def _event(reading: Reading, telling: _Telling, head: Span | None, name: str | None) -> Event | None:
    """The event that is told; None where nobody could say whom it is about."""
    text, dating, around = reading.article.text, telling.dating, telling.around
    party = reading.speaker(around) if around else None
    pieces, told = telling.pieces, clauses.told(text, telling.pieces)
    if head is not None and name is not None and around is None and name not in told:
        told = f"{text[pieces[0].start : head.end]} [{name}]{told[head.end - pieces[0].start :]}"
    elif (leans := subjects.leans(text, head)) or _hangs(reading, dating, head, around):
        if around is not None and (
            around.kind == "direct" or not leans or subjects.is_somebody_else(text, head, around)
        ):
            return None
        near = not leans or (head is not None and head.start - pieces[0].start < _FRONT)
        before = (
            subjects.sentence_before(reading.article, pieces[0], head) if near and around is None else None
        )
        if before is not None:
            pieces = (before, *pieces)
            whole = text[before.end - 1] in '.!?”"'
            told = f"{before.surface(text)}{' ' if whole else ' … '}{told}"
    passage = passages.passage(reading.seed, *pieces)
    date = "-to-".join(_key_date(part) for part in dating.value.split("/"))
    source = around.source if around else None
    return Event(
        key=keys.joined(
            [date, *_key_words(clauses.told(text, telling.pieces), dating.span.surface(text))], "event"
        ),
        date=dating.value,
        first=dating.days[0],
        last=dating.days[1],
        approximate=dating.approximate,
        part=dating.part,
        planned=telling.planned,
        text=told,
        passage=passage,
        evidence=(passage,),
        speaker=party.key if party else None,
        attribution=source.surface(text) if source else None,
        side=reading.side(around) if around else None,
    )


def _hangs(reading: Reading, dating: Dating, head: Span | None, around: Quotation | None) -> bool:
    """Whether date or object are clear only from the sentence before: "an hour later", "bought it"."""
    article = reading.article
    if around is None and subjects.takes_pronoun(article.text, head):
        return True
    sentence = passages.sentence(article, dating.span)
    alone = not any(
        sentence.start <= date.start < dating.span.start
        for date in reading.extraction.dates
        if date.type in {"DATE", "TIME"}
    )
    return alone and bool(_HANGING.fullmatch(dating.span.surface(article.text)))


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
    if _SAID.search(before) or _HEARD.search(before):
        return True
    speech = _SPEECH.search(before) if _REPORTED.match(text, date.end) else None
    return speech is not None and speech[1] not in words.listed("events/acts.txt")


def _is_news(text: str, quotation: Quotation, date: Span) -> bool:
    """Whether something happened on the date of a saying: the saying itself, or what came with it.

    "The minister resigned on Monday, saying ..."
    """
    cue = quotation.cue
    if cue is None or _is_act(text, quotation):
        return True
    said = cue.surface(text).lower()
    if said.endswith("ing") and date.end <= cue.start:
        return True
    return (
        quotation.kind == "indirect" and quotation.start > cue.end and said in words.listed("events/acts.txt")
    )


def _is_thing(text: str, quotation: Quotation) -> bool:
    """Whether a reported thing stands without a verb: "reported clashes on Monday"."""
    return quotation.kind != "direct" and not verbs.has_verb(quotation.surface(text))


def _is_to_come(article: Article, dating: Dating) -> bool:
    return article.date is not None and dating.days[0] > article.date


def _is_act(text: str, quotation: Quotation) -> bool:
    """Whether the saying itself is the news: "declared a strike on Friday"."""
    if quotation.kind == "direct" or quotation.cue is None or quotation.start < quotation.cue.end:
        return False
    verbs = set(quotation.cue.surface(text).lower().split())
    between = text[quotation.cue.end : quotation.start]
    content = quotation.surface(text)
    first = content.split(maxsplit=1)[0].lower() if content.strip() else ""
    clause = re.search(r"\b(?:that|whether|if)\b", between) or first in {"that", "he", "she", "it", "they"}
    return (
        bool(verbs & words.listed("events/performatives.txt")) and not clause and not clauses.finite(content)
    )
