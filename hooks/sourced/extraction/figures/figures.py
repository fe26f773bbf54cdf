"""Figures: what a text counts and measures, with value, unit or counted thing, and bound."""

from __future__ import annotations

import re

from sourced.extraction.figures import (
    ages,
    bounds,
    counted,
    designations,
    nouns,
    quantities,
    ranges,
    rates,
    uncounted,
)
from sourced.extraction.figures.quantities import Quantity
from sourced.extraction.figures.unit_table import COUNT
from sourced.extraction.figures.unit_words import Match
from sourced.model import Article, Figure, Span, TimeExpression

_REACH = 16  # characters before "over" in which the word stands that makes it a bound
# "over" before a length of time is a bound after these and before those; else it is a preposition.
_LASTED = re.compile(
    r"\b(?:for|in|after|within|than|of|by|and|or|to|every|last(?:s|ed|ing)?|takes?|took|taken|taking|spends?|spent"
    r"|wait(?:s|ed|ing)?|serv(?:es?|ed|ing)|is|was|are|were|been|be|just|now|well)\s$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\s(?:ago|old|earlier|later|before|long|behind|late|since|in (?:prison|jail|office))\b|[’']"
)
_CHILDREN = re.compile(r"\b(?:mother|father|parents?|grand(?:mother|father)|mum|dad) of $")
_NAMED_NEXT = re.compile(r",\s[A-Z]")
_PER_THING = re.compile(r" (?:per|an?) (?P<thing>[^\W\d_]+(?:[- ][^\W\d_]+)*?)(?![\w-])")
# What may stand between a number and the noun that it counts, for the two to be shown as one.
_DESCRIBES = re.compile(
    r"[\s-]+(?:of\s+)?(?:[^\W\d_]+\s(?:and|or)\s)?(?:(?!(?:and|or)\b)(?:[^\W\d_]|\d{1,3}\b)[\w’'-]*\s+){0,6}",
    re.IGNORECASE,
)


def find(article: Article, dates: tuple[TimeExpression, ...] = ()) -> tuple[Figure, ...]:
    """The figures of an article, in text order, not overlapping.

    ``dates`` are the time expressions found in it: their numbers are no figures, but lengths of
    time are both. A figure's span is bound, number and unit; the counted noun is ``counted``, and
    ``whole`` is both. Indefinite numbers ("dozens") have no value and the bound "~". The unit of a
    person's age is "year of age", that of a bare count with a rate "count per day".
    """
    text = article.text
    sterling = "£" in text
    models, timed = designations.models(text), uncounted.Dates(dates)
    headings = {paragraph.start for paragraph in article.paragraphs if paragraph.heading}
    figures: list[Figure] = []
    noun: Span | None = None  # what the last figure of the sentence before counts
    for sentence in article.sentences:
        found = quantities.read(text, sentence, sterling=sterling)
        own = {each: nouns.of(text, each, sentence) for each in found}
        if found:
            found = _counting(text, sentence, own, timed, models, heading=sentence.start in headings)
        told = _figures(text, sentence, found, nouns.shared(text, sentence, found, own, noun))
        noun = told[-1].counted if told else None
        figures += told
    return tuple(figures)


def whole(text: str, figure: Figure) -> Span:
    """The figure with the noun that it counts, where that follows it ("more than 100 Danish sailors")."""
    noun = figure.counted
    rated = figure.unit is not None and figure.unit.startswith(COUNT.name)
    if (
        noun
        and (figure.unit is None or rated)
        and noun.start >= figure.end
        and _DESCRIBES.fullmatch(text, figure.end, noun.start)
    ):
        end = rates.rate(text, Match(noun.end, noun.end, COUNT), len(text)).end if rated else noun.end
    else:
        end = figure.end
    thing = _PER_THING.match(text, end)
    if thing and figure.unit and figure.unit.lower().endswith(f" per {thing['thing'].lower()}"):
        end = thing.end()
    return Span(figure.start, end)


def _counting(
    text: str,
    sentence: Span,
    found: dict[Quantity, Span | None],
    dates: uncounted.Dates,
    models: frozenset[str],
    *,
    heading: bool,
) -> list[Quantity]:
    """The quantities, each given with its noun, that are no dates and name nothing; ranges put together."""
    kept: list[Quantity] = []
    covered = sentence.start  # the end of the noun phrase that a number before counts: "five new 737 jets"
    for quantity, noun in found.items():
        whole = bool(kept) and ranges.of_whole(text, kept[-1], quantity)
        if quantity.unit is None and quantity.start < covered and not whole:
            continue
        if uncounted.date(text, quantity, dates):
            continue
        if designations.list_number(text, quantity, sentence) and not ages.bracketed(text, quantity):
            continue
        followed = noun is not None
        if designations.designates(text, quantity, sentence, models, heading=heading, followed=followed):
            continue
        if noun and quantity.unit is None:
            covered = noun.end
        kept.append(quantity)
    return [
        each
        for each in ranges.combine(text, sentence, kept)
        if not uncounted.loose(text, each, dates) and not uncounted.votes(text, each)
    ]


def _figures(text: str, sentence: Span, found: list[Quantity], counts: list[Span | None]) -> list[Figure]:
    """The figures of a sentence; ``counts`` are the nouns that the quantities found in it count."""
    figures: list[Figure] = []
    floor = covered = sentence.start
    for quantity, noun in zip(found, counts, strict=True):
        if quantity.start < covered:
            continue  # "12 deaths per 100,000 people" is one figure
        bound = bounds.before(text, quantity.start, floor)
        if bound and _is_span_of_time(text, quantity, bound):
            bound = None
        if _ranks(text, quantity, sentence) or _CHILDREN.search(
            text[max(0, quantity.start - 16) : quantity.start]
        ):
            continue
        if (
            uncounted.pronoun(text, quantity, sentence, noun)
            or uncounted.part(text, quantity, bounded=bound is not None)
            or (noun is None and uncounted.score(text, quantity, sentence))
        ):
            continue
        figure = _figure(text, sentence, quantity, noun, bound)
        figures.append(figure)
        floor = figure.end
        covered = whole(text, figure).end if figure.unit and " per " in figure.unit else floor
    return figures


def _is_span_of_time(text: str, quantity: Quantity, bound: bounds.Bound) -> bool:
    """Whether "over" is a preposition: "a 7% rise over two years", "save 3 million over a decade"."""
    if quantity.unit is None or quantity.unit.dimension != "time":
        return False
    if text[bound.start : quantity.start].strip().lower() != "over" or _COMPARED.match(text, quantity.end):
        return False
    return _LASTED.search(text, max(0, bound.start - _REACH), bound.start) is None


def _ranks(text: str, quantity: Quantity, sentence: Span) -> bool:
    """Whether "a third" is the next of a row ("A third, Ann Lee, was freed") and no part of anything."""
    opens = quantity.shape == "part" and not text[sentence.start : quantity.start].strip()
    return opens and _NAMED_NEXT.match(text, quantity.end) is not None


def _figure(
    text: str, sentence: Span, quantity: Quantity, noun: Span | None, bound: bounds.Bound | None
) -> Figure:
    start, end, unit = quantity.start, quantity.end, quantity.unit
    name = unit.name if unit else None
    if unit is None and noun is None and ages.told(text, sentence, quantity):
        name = "year of age"
    elif unit and unit.dimension == "time" and ages.introduced(text, sentence, start):
        name = f"{unit.name} of age"
    sign: bounds.Sign = "~" if quantity.shape == "many" else "="
    if bound:
        start, sign = bound.start, bound.sign
    dimension = None
    if unit and unit.dimension == "length" and (found := bounds.dimension(text, end, sentence.end)):
        end, dimension = found
    if after := bounds.after(text, end, sentence.end):
        end, sign = after
        if noun is None and unit is None:
            noun = counted.after(text, end, sentence.end, one=False, share=False)
    if name is None:
        at = noun.end if noun else end
        rate = rates.rate(text, Match(at, at, COUNT), sentence.end)
        if rate.unit != COUNT:
            name, end = rate.unit.name, end if noun else rate.end
    elif unit and noun and " per " not in unit.name:
        # "12 tonnes of coal a day"
        name = rates.rate(text, Match(noun.end, noun.end, unit), sentence.end).unit.name
    return Figure(start, end, quantity.value, name, noun, sign, quantity.of, dimension)
