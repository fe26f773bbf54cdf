"""The time expressions of an article, and the date that an article gives itself."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterator
from typing import NamedTuple

from sourced.extraction.dates import (
    calendar_resolution,
    discourse,
    durations,
    expressions,
    neighbours,
    plausibility,
    tense,
    timex,
)
from sourced.extraction.dates.dateline import own_date, published
from sourced.extraction.dates.discourse import Memory
from sourced.extraction.dates.expressions import Expression
from sourced.extraction.dates.neighbours import Found
from sourced.extraction.dates.time_context import Context
from sourced.extraction.dates.timex import Meaning
from sourced.model import Article, TimeExpression

__all__ = ["find", "own_date", "published"]


def find(article: Article) -> tuple[TimeExpression, ...]:
    """The time expressions, in text order, not overlapping.

    Without a date of the article, relative ones get a value with what is known ("XXXX-08-06").
    """
    found = neighbours.in_order(article.text, list(_resolved(article)), article.date)
    return tuple(neighbours.joined(article.text, found))


# What means the same wherever its clause looks.
_CERTAIN = frozenset(
    "iso slash year years decade century duration pair set present past future vague".split()
)


class _Read(NamedTuple):
    """An expression, the numbers of its paragraph and sentence, and where its clause looks."""

    expression: Expression
    paragraph: int
    sentence: int
    direction: tense.Direction


def _read(article: Article) -> Iterator[_Read]:
    starts = [sentence.start for sentence in article.sentences]
    for n, paragraph in enumerate(article.paragraphs):
        for found in expressions.find(article.text, paragraph, plausibility.plausible):
            sentence = bisect.bisect_right(starts, found.span.start) - 1
            within = article.sentences[sentence]
            needed = found.rule not in _CERTAIN and "year" not in found.parts
            heading = paragraph.heading
            direction = tense.direction(article.text, found, within, heading=heading) if needed else 0
            yield _Read(found, n, sentence, direction)


def _resolved(article: Article) -> Iterator[Found]:
    """The expressions, before those side by side tell of each other."""
    memory, last_sentence = Memory(article.date), -1
    ahead: tense.Direction = 0
    found = list(_read(article))
    agreed = discourse.agreed_years(((each.expression, each.direction) for each in found), article.date)
    for expression, paragraph, sentence, told in found:
        if sentence != last_sentence:
            ahead = 0
        direction = told or ahead
        context = Context(
            today=article.date,
            spoken={} if article.paragraphs[paragraph].heading else memory.spoken(paragraph),
            spoken_year=memory.year(sentence) if direction <= 0 else None,
            agreed=agreed,
            direction=direction,
            recent=memory.recent(sentence),
            complement=_complement(article.text, expression),
        )
        last_sentence = sentence
        meaning = calendar_resolution.resolve(expression.rule, expression.parts, context)
        if meaning is None:
            continue
        if meaning.type == "DATE" or expression.rule in ("date", "weekday"):
            memory.keep(expression, meaning.value, paragraph, sentence)
            ahead = _side(meaning.value, article.date)
        for item in _expressions(article.text, expression, meaning):
            yield Found(expression.rule, sentence, item, "year" in expression.parts)


def _side(value: str, today: datetime.date | None) -> tense.Direction:
    """1 where a date is ahead of today, else 0."""
    days = timex.days(value)
    return 1 if days and today and days[0] > today else 0


_FOLLOWERS = frozenset("in at on with and but or was were had has is said".split())


def _complement(text: str, found: Expression) -> bool:
    """Whether words follow that say after or before what: "two days after the vote"."""
    if found.last == len(found.tokens):
        return False
    token = found.tokens[found.last]
    word = text[token.start : token.end]
    if "side" not in found.parts:
        return word == "than"
    return word[0].isalnum() and word not in _FOLLOWERS


def _expressions(text: str, found: Expression, meaning: Meaning) -> Iterator[TimeExpression]:
    """An expression as it goes out, without a full stop that ends the sentence; "60 to 90 days" are two."""
    start, end = found.span.start, found.span.end
    last = found.tokens[found.last - 1]
    if found.rule == "later" and meaning.type == "DURATION":
        end = found.places.get("half", found.places["unit"]).end  # "two days" of "two days after the vote"
    elif found.rule in ("weekday", "date", "month") and last.value == ".":
        end = found.tokens[found.last - 2].end
    elif found.rule == "pair":
        first, unit = found.places["count"], found.parts["unit"]
        low, high = (timex.duration(durations.amount(found.parts[side]), unit) for side in ("count", "to"))
        yield TimeExpression(first.start, first.end, "DURATION", low)
        start, meaning = found.places["to"].start, Meaning("DURATION", high)
    if found.rule == "month" and found.parts.keys() == {"month"}:
        start = found.places["month"].start  # of "the November election"
    if "yearof" in found.parts and " of " not in found.span.surface(text):
        year = found.places["yearof"].start  # "May 3" and "last year" are two as well
        cut = start + len(text[start:year].rstrip())
        yield TimeExpression(start, cut, meaning.type, meaning.value, meaning.mod)
        start, meaning = year, Meaning("DATE", meaning.value[:4])
    yield TimeExpression(start, end, meaning.type, meaning.value, meaning.mod)
