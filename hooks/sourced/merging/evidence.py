"""What pages can cite: each quotation, term and figure of a seed with its key, passage and speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec

from sourced.extraction import figures
from sourced.merging import claims, ellipsis, figure_dates, keys, passages, saying, words
from sourced.merging.people import spelling
from sourced.merging.sides.sides import Sides
from sourced.model import (
    Amount,
    Entity,
    Extraction,
    Figure,
    Party,
    Quotation,
    Seed,
    Span,
    Statement,
    TimeExpression,
)

# "a friend of Ann Lee", "Ann Lee's lawyer": the name in the source's words is not the source.
_OTHER_HEAD = re.compile(r"\b(?:of|for|from|at|in|to|by|with|and)\b|[’']s?\s")


class Reading:
    """One seed with what was found in it, and who of the dossier each of its names is."""

    def __init__(
        self, seed: Seed, extraction: Extraction, parties: Mapping[Entity, Party], sides: Sides
    ) -> None:
        self.seed = seed
        self.article = seed.article
        self.extraction = extraction
        self.sides = sides
        self._parties = parties

    @cached_property
    def said_on(self) -> dict[Quotation, TimeExpression | None]:
        """When each quotation was said, as far as its sentence tells."""
        return {q: self._said_on(q) for q in self.extraction.quotations}

    def when(self, figure: Figure, around: Quotation | None) -> str | None:
        """What day or time a figure is said of: its own date, that of the speech, that of the article."""
        article = self.article
        sentence = passages.sentence(article, figure)
        told = [self.said_on[q] for q in self._by_sentence.get(sentence.start, ())]
        dates = [d for d in self._dates_by_sentence.get(sentence.start, ()) if d not in told]
        region = sentence if around is None else around
        said = self.said(around) if around else None
        dates = [date for date in dates if date != said]
        date = figure_dates.own(article.text, region, figure, self.extraction.figures, dates) or said
        if date is not None:
            return date.value
        return article.date.isoformat() if article.date else None

    def said(self, claim: Quotation) -> TimeExpression | None:
        """When a quotation, or a claim of a figure, was said."""
        return self.said_on[claim] if claim in self.said_on else self._said_on(claim)

    def _said_on(self, quotation: Quotation) -> TimeExpression | None:
        sentence = passages.sentence(self.article, quotation.cue or quotation)
        return saying.date(self.article, quotation, self._dates_by_sentence.get(sentence.start, ()))

    @cached_property
    def _dates_by_sentence(self) -> dict[int, list[TimeExpression]]:
        found: dict[int, list[TimeExpression]] = {}
        for date in self.extraction.dates:
            found.setdefault(passages.sentence(self.article, date).start, []).append(date)
        return found

    @cached_property
    def _by_name(self) -> dict[str, Party]:
        found: dict[str, Party] = {}
        for entity in self.extraction.entities:
            if entity in self._parties:
                found.setdefault(entity.name, self._parties[entity])
        return found

    @cached_property
    def _by_mention(self) -> dict[tuple[int, int], Party]:
        return {
            (mention.start, mention.end): self._parties[entity]
            for entity in self.extraction.entities
            if entity in self._parties
            for mention in entity.mentions
        }

    def speaker(self, quotation: Quotation) -> Party | None:
        """The person or body that says it, None where the article leaves that open."""
        if quotation.name is not None:
            by_name = self._by_name
            return by_name.get(quotation.name) or by_name.get(spelling.bare(quotation.name))
        if quotation.source is None:
            return None
        return self._by_mention.get((quotation.source.start, quotation.source.end))

    def side(self, quotation: Quotation) -> str | None:
        """The side of the speaker; where that is nobody known, what the source's words tell."""
        party = self.speaker(quotation)
        if party is not None:
            return party.side
        if quotation.source is None:
            return None
        return self.sides.of_phrase(quotation.source.surface(self.article.text)) or None

    def around(self, span: Span) -> Quotation | None:
        """The shortest quotation that ``span`` stands in."""
        covering = [q for q in self._candidates(span) if q.covers(span)]
        return min(covering, key=lambda q: (q.end - q.start, q.start), default=None)

    def claim(self, figure: Figure) -> Quotation | None:
        """The quotation that a figure stands in, else the words of the article that say whose it is."""
        if around := self.around(figure):
            return around
        article = self.article
        found = claims.find(article.text, passages.sentence(article, figure), figure)
        if found is None or found.source is None:
            return found
        start, name = self._mention_before.get(found.source.end, (-1, ""))
        title = article.text[found.source.start : max(start, 0)]
        if start < found.source.start or _OTHER_HEAD.search(title):
            return found
        return msgspec.structs.replace(found, name=name)

    @cached_property
    def _mention_before(self) -> dict[int, tuple[int, str]]:
        """For each place where a mention ends, where it begins and the name of whom it means."""
        return {
            mention.end: (mention.start, entity.name)
            for entity in self.extraction.entities
            for mention in entity.mentions
        }

    def _candidates(self, span: Span) -> list[Quotation]:
        return [
            q
            for sentence in passages.sentences(self.article, span)
            for q in self._by_sentence.get(sentence.start, ())
        ]

    @cached_property
    def _by_sentence(self) -> dict[int, list[Quotation]]:
        found: dict[int, list[Quotation]] = {}
        for quotation in self.extraction.quotations:
            for sentence in passages.sentences(self.article, quotation):
                found.setdefault(sentence.start, []).append(quotation)
        return found


def statements(reading: Reading, register: keys.Register) -> list[Statement]:
    """The quotations of a seed, in text order."""
    return [_statement(reading, quotation, register) for quotation in reading.extraction.quotations]


def _statement(reading: Reading, quotation: Quotation, register: keys.Register) -> Statement:
    article, text = reading.article, reading.article.text
    party = reading.speaker(quotation)
    said = reading.said_on[quotation]
    source, cue = quotation.source, quotation.cue
    attribution = source.surface(text) if source else None
    shown = quotation.quoted[0] if quotation.kind == "mixed" and quotation.quoted else quotation
    speaker = party.key if party else _last_word(attribution or "")
    near = [
        s for s in (cue, source) if s is not None and cue and passages.in_one_paragraph(article, s, quotation)
    ]
    return Statement(
        key=register.take(keys.spoken(speaker, shown.surface(text), "quotation")),
        selector=passages.selector(article, quotation),
        passage=passages.passage(reading.seed, quotation, *near),
        speaker=party.key if party else None,
        attribution=attribution,
        side=reading.side(quotation),
        date=said.value if said else None,
        kind=quotation.kind,
        cue=cue.surface(text) if cue else None,
        quoted=tuple(passages.selector(article, span) for span in quotation.quoted),
    )


def _last_word(phrase: str) -> str:
    """The head of a short noun phrase, roughly: its last word before "of", "in" and the like."""
    head = re.split(r"\s(?:of|in|from|at|for|on|who|with|near)\s|,", phrase, maxsplit=1)[0]
    found = words.content(head)
    return keys.slug(found[-1]) if found else ""


def terms(reading: Reading, register: keys.Register) -> list[Statement]:
    """The words in marks that nobody speaks, in text order."""
    return [
        Statement(
            key=register.take(keys.term(span.surface(reading.article.text))),
            selector=passages.selector(reading.article, span),
            passage=passages.passage(reading.seed, span),
            kind="term",
        )
        for span in reading.extraction.terms
    ]


def amounts(reading: Reading, register: keys.Register) -> list[Amount]:
    """The figures of a seed, in text order, each with who claims it."""
    return [_amount(reading, figure, register) for figure in reading.extraction.figures]


def _amount(reading: Reading, figure: Figure, register: keys.Register) -> Amount:
    article = reading.article
    whole = figures.whole(article.text, figure)
    around = reading.claim(figure)
    party = reading.speaker(around) if around else None
    said = reading.said(around) if around else None
    source = around.source if around else None
    counted = figure.counted.surface(article.text) if figure.counted else None
    when = reading.when(figure, around)
    if counted is None and figure.unit is None:
        counted = claims.counted(article.text, passages.sentence(article, figure), figure)
        meant = None if counted else ellipsis.antecedent(article, figure, reading.extraction.figures)
        if meant and meant.counted:
            counted = meant.counted.surface(article.text)
            # Who takes up the noun takes up the day as well.
            if when in (said and said.value, article.date and article.date.isoformat()):
                when = reading.when(meant, reading.claim(meant))
    return Amount(
        key=register.take(keys.figure(article, figure)),
        selector=passages.selector(article, whole),
        passage=passages.passage(reading.seed, whole),
        speaker=party.key if party else None,
        attribution=source.surface(article.text) if source else None,
        side=reading.side(around) if around else None,
        date=said.value if said else None,
        value=figure.value,
        unit=figure.unit,
        counted=counted,
        bound=figure.bound,
        of=figure.of,
        dimension=figure.dimension,
        when=when,
    )
