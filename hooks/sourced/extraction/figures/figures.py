"""Figures: what a text counts and measures, with value, unit or counted thing, and bound."""

from __future__ import annotations

import re

from sourced.extraction.figures import bounds, counted, designations, quantities, ranges, uncounted, units
from sourced.extraction.figures.quantities import Quantity
from sourced.extraction.figures.unit_table import COUNT
from sourced.model import Article, Figure, Span, TimeExpression

_AGE = re.compile(
    r"\b(?:aged?|turn(?:s|ed|ing)?)\s(?:of )?(?:about |around |just |between )?$", re.IGNORECASE
)
_AGE_LIST = re.compile(r"\baged\s(?:\d{1,3}(?:,|,? and|,? or)\s){1,4}$")
_AGE_VERB = re.compile(r"\b(?:he|she|I) (?:was|is|turned|turns) (?:only |just |about )?$", re.IGNORECASE)
_AFTER_AGE = re.compile(r"\s*[.,;:)”\"]|\s(?:when|and|so|at the time|but|years)\b|\s*$")
_AGE_ASIDE = re.compile(r"(?:^|\s)[A-Z][\w’'-]*,\s$")
# A line that presents somebody: "Ahmed Berg, 40."
_PRESENTED = re.compile(r"(?:[A-Z][\w’'.-]*\s){1,4}(?:\([^()]{1,20}\))?[A-Z\w’'.-]*,\s")
_AFTER_ASIDE = re.compile(r",|\)|\s(?:and|who|of|from)\b")
# "said Berg, 52." at the end of a sentence.
_AGE_SAID = re.compile(r"\b(?:said|says|added|told\s\w+)\s(?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'-]*,\s$")
_OLDEST = 120
_REACH = 60  # characters before "over" in which what is spread over a time stands
_DURING = re.compile(
    r"(?:[£$€¥]\d[\d.,]*\w*|\d[\d.,]*\s?(?:%|per\s?cent|points?|[mb]n?|(?:m|b)illion|euros?|dollars?|pounds?|kron\w+)|\b(?:rises?|raises?|increases?|spread|phased|invest\w*|cuts?|savings?|contract|deal|jobs))"
    r"(?:\s[\w-]+){0,3}\s$"
)
_CHILDREN = re.compile(r"\b(?:mother|father|parents?|grand(?:mother|father)|mum|dad) of $")
_NAMED_NEXT = re.compile(r",\s[A-Z]")
_MAGNITUDE = re.compile(r"\b(?P<noun>magnitude)\s$")
_PER_THING = re.compile(r" per [^\W\d_]+(?:[- ][^\W\d_]+)*?(?![\w-])")
_OF = re.compile(r"\s+of\s")
# What may stand between a number and the noun that it counts, for the two to be shown as one.
_DESCRIBES = re.compile(
    r"[\s-]+(?:of\s+)?(?:(?!(?:and|or)\b)(?:[^\W\d_]|\d{1,3}\b)[\w’'-]*\s+){0,6}", re.IGNORECASE
)
# A number with no noun may count what the figure before it counts: "40 strikes … 25 were called off".
_INHERITS = re.compile(
    r"\s+(?:(?:of (?:them|those|these|which|whom)|in|at|on|from|were|was|are|had|have|others?|more|to|for"
    r"|into|with|by)\b|$)|\s*[.,;:)]"
)
_GOVERNED = re.compile(r"\b(?:to|than|by|at|of|for|as)\s$")


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
    for sentence in article.sentences:
        found = quantities.read(text, sentence, sterling=sterling)
        if found:
            found = _counting(text, sentence, found, timed, models, heading=sentence.start in headings)
            figures += _figures(text, sentence, found)
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
        end = units.rate(text, units.Match(noun.end, noun.end, COUNT), len(text)).end if rated else noun.end
    else:
        end = figure.end
    thing = _PER_THING.match(text, end)
    if thing and figure.unit and figure.unit.lower().endswith(thing[0].lower()):
        end = thing.end()
    return Span(figure.start, end)


def _counting(
    text: str,
    sentence: Span,
    found: list[Quantity],
    dates: uncounted.Dates,
    models: frozenset[str],
    *,
    heading: bool,
) -> list[Quantity]:
    """The quantities that are no dates and name nothing, ranges put together."""
    kept: list[Quantity] = []
    covered = sentence.start  # the end of the noun phrase that a number before counts: "five new 737 jets"
    for quantity in found:
        whole = bool(kept) and ranges.of_whole(text, kept[-1], quantity)
        if quantity.unit is None and quantity.start < covered and not whole:
            continue
        if uncounted.date(text, quantity, dates) or designations.list_number(text, quantity, sentence):
            continue
        noun = _noun(text, quantity, sentence)
        followed = noun is not None
        if designations.designates(text, quantity, sentence, models, heading=heading, followed=followed):
            continue
        if noun and quantity.unit is None:
            covered = noun.end
        kept.append(quantity)
    return [
        each
        for each in ranges.combine(text, sentence, kept)
        if not uncounted.loose(text, each) and not uncounted.votes(text, each)
    ]


def _figures(text: str, sentence: Span, found: list[Quantity]) -> list[Figure]:
    figures: list[Figure] = []
    floor = covered = sentence.start
    for quantity, noun in zip(found, _nouns(text, sentence, found), strict=True):
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
    over = text[bound.start : quantity.start].strip().lower() == "over"
    return over and _DURING.search(text, max(0, bound.start - _REACH), bound.start) is not None


def _ranks(text: str, quantity: Quantity, sentence: Span) -> bool:
    """Whether "a third" is the next of a row ("A third, Ann Lee, was freed") and no part of anything."""
    opens = quantity.shape == "part" and not text[sentence.start : quantity.start].strip()
    return opens and _NAMED_NEXT.match(text, quantity.end) is not None


def _noun(text: str, quantity: Quantity, sentence: Span) -> Span | None:
    """The noun that the quantity counts or, across "of", measures ("20 tonnes of grain")."""
    measured = quantity.unit is not None
    if quantity.unit and (
        quantity.unit.dimension in ("time", "age") or not _OF.match(text, quantity.end, sentence.end)
    ):
        return None
    size = _MAGNITUDE.search(text, max(sentence.start, quantity.start - 12), quantity.start)
    if size and not measured:
        return Span(size.start("noun"), size.end("noun"))
    one = (quantity.value == 1 and quantity.of is None) or measured
    share = quantity.shape == "part"
    noun = counted.after(text, quantity.end, sentence.end, one=one, share=share)
    if noun and quantity.value == 1 and quantity.shape == "words" and counted.idle(text, noun):
        return None
    return noun


def _nouns(text: str, sentence: Span, found: list[Quantity]) -> list[Span | None]:
    """The counted nouns; a number that has none shares that of its list, or of the figure before it."""
    nouns = [_noun(text, quantity, sentence) for quantity in found]
    bare = [quantity.unit is None for quantity in found]
    for at in range(len(found) - 2, -1, -1):
        if nouns[at] is None and bare[at] and bare[at + 1] and ranges.listed(text, found[at], found[at + 1]):
            nouns[at] = nouns[at + 1]
    for at in range(1, len(found)):
        if nouns[at] is None and bare[at] and bare[at - 1]:
            start, end = found[at].start, found[at].end
            governed = _GOVERNED.search(text[max(0, start - 8) : start])
            if not governed and _INHERITS.match(text, end, sentence.end):
                nouns[at] = nouns[at - 1]
    return nouns


def _figure(
    text: str, sentence: Span, quantity: Quantity, noun: Span | None, bound: bounds.Bound | None
) -> Figure:
    start, end, unit = quantity.start, quantity.end, quantity.unit
    name = unit.name if unit else None
    if unit is None and noun is None and _is_age(text, sentence, quantity):
        name = "year of age"
    elif unit and unit.dimension == "time" and _AGE.search(text[max(sentence.start, start - 16) : start]):
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
        rate = units.rate(text, units.Match(at, at, COUNT), sentence.end)
        if rate.unit != COUNT:
            name, end = rate.unit.name, end if noun else rate.end
    elif unit and noun and " per " not in unit.name:
        # "12 tonnes of coal a day"
        name = units.rate(text, units.Match(noun.end, noun.end, unit), sentence.end).unit.name
    return Figure(start, end, quantity.value, name, noun, sign, quantity.of, dimension)


def _is_age(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether the number tells an age, as in "aged 55" or "Smith, 51, said"."""
    if isinstance(quantity.value, tuple) or not 0 < quantity.low < _OLDEST or not quantity.low.is_integer():
        return False
    before = text[max(sentence.start, quantity.start - 32) : quantity.start]
    if _AGE.search(before) or _AGE_LIST.search(before):
        return True
    if _AGE_VERB.search(before) and _AFTER_AGE.match(text, quantity.end):
        return True
    if quantity.shape != "digits":
        return False
    ends = text[quantity.end : sentence.end].strip('”"’ ') in ("", ".")
    if ends and _AGE_SAID.search(before):
        return True
    if _AGE_ASIDE.search(before) and _AFTER_ASIDE.match(text, quantity.end):
        return True
    return ends and _PRESENTED.fullmatch(text, sentence.start, quantity.start) is not None
