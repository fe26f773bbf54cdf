"""The time expressions of an article, and the date that an article gives itself."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourced.extraction.dates import calendar_resolution, durations, expressions, plausibility, tense, timex
from sourced.extraction.dates.dateline import published
from sourced.extraction.dates.expressions import Expression
from sourced.extraction.dates.time_context import Context
from sourced.extraction.dates.timex import Meaning
from sourced.model import Article, TimeExpression

__all__ = ["find", "published"]

_MEMORY = 4  # paragraphs after which a date is no longer the one "last spoken of"


def find(article: Article) -> tuple[TimeExpression, ...]:
    """The time expressions, in text order, not overlapping.

    Without a date of the article, relative ones get a value with what is known ("XXXX-08-06").
    """
    return tuple(_joined(article.text, list(_resolved(article))))


class _Memory:
    """The dates spoken of so far, as far as "the day before" and "in March" may mean them."""

    def __init__(self) -> None:
        self.days: dict[str, datetime.date] = {}
        self.paragraph = {"D": 0, "M": 0, "Y": 0}
        self.year: str | None = None
        self.sentence = 0

    def spoken(self, paragraph: int) -> dict[str, datetime.date]:
        return {unit: day for unit, day in self.days.items() if paragraph - self.paragraph[unit] <= _MEMORY}

    def keep(self, value: str, paragraph: int) -> None:
        days = timex.days(value)
        if days is None:
            return
        length = (days[1] - days[0]).days
        for unit, longest in (("D", 1), ("M", 31), ("Y", 366)):
            if length < longest:
                self.days[unit] = days[1] if unit == "D" else days[0]
                self.paragraph[unit] = paragraph


class _Found(NamedTuple):
    """An expression, the rule that found it, and which sentence it stands in."""

    rule: str
    sentence: int
    item: TimeExpression


def _resolved(article: Article) -> Iterator[_Found]:
    """The expressions, before times of day get their days."""
    memory, text = _Memory(), article.text
    starts = [sentence.start for sentence in article.sentences]
    last_sentence = -1
    ahead: tense.Direction = 0
    for n, paragraph in enumerate(article.paragraphs):
        for found in expressions.find(text, paragraph, plausibility.plausible):
            sentence = bisect.bisect_right(starts, found.span.start) - 1
            if sentence != last_sentence:
                ahead = 0
            direction = tense.direction(text, found, article.sentences[sentence]) or ahead
            context = Context(
                today=article.date,
                spoken=memory.spoken(n),
                spoken_year=memory.year if direction <= 0 and sentence - memory.sentence <= 1 else None,
                direction=direction,
                complement=_complement(text, found),
            )
            last_sentence = sentence
            meaning = calendar_resolution.resolve(found.rule, found.parts, context)
            if meaning is None:
                continue
            if meaning.type == "DATE":
                memory.keep(meaning.value, n)
                if found.rule in ("date", "month", "later"):
                    memory.sentence, memory.year = sentence, _other_year(meaning.value, article.date)
                ahead = _side(meaning.value, article.date)
            yield from (_Found(found.rule, sentence, item) for item in _expressions(found, meaning))


def _side(value: str, today: datetime.date | None) -> tense.Direction:
    """1 where a date is ahead of today, else 0."""
    days = timex.days(value)
    return 1 if days and today and days[0] > today else 0


def _other_year(value: str, today: datetime.date | None) -> str | None:
    """The year of a date, where it is not the article's."""
    year = value[:4]
    return year if today and year.isdigit() and int(year) != today.year else None


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


def _expressions(found: Expression, meaning: Meaning) -> Iterator[TimeExpression]:
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
    yield TimeExpression(start, end, meaning.type, meaning.value, meaning.mod)


_JOINS = re.compile(r"\s+(?:(?:on|at)\s+)?")


def _joined(text: str, found: Sequence[_Found]) -> Iterator[TimeExpression]:
    """Give each time of day the day that stands with it in the sentence.

    Side by side the two are one expression: "10 a.m. on Monday".
    """
    taken = -1  # the last one that has gone into a time of day
    for n, (rule, sentence, item) in enumerate(found):
        if n == taken:
            continue
        if rule != "time":
            if not (
                n + 1 < len(found)
                and found[n + 1].rule == "time"
                and _adjoining(text, item, found[n + 1].item)
            ):
                yield item
            continue
        near = [
            m
            for m in (n - 1, n + 1)
            if 0 <= m < len(found)
            and m != taken
            and found[m].sentence == sentence
            and found[m].rule != "time"
            if _DAY.match(found[m].item.value)
        ]
        whole = item
        for m in near:
            whole = _dated(item, found[m].item)
            if _adjoining(text, *sorted((item, found[m].item))):
                taken = m
                start, end = min(item.start, found[m].item.start), max(item.end, found[m].item.end)
                whole = TimeExpression(start, end, "TIME", whole.value, whole.mod)
                break
        yield whole


_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)(?:T\D|$)")
_JOIN = re.compile(r"\s+(?:(?:on|at)\s+)?")


def _adjoining(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether a day and a time of day stand side by side."""
    days = sum(bool(_DAY.match(item.value)) for item in (first, second))
    return days == 1 and bool(_JOIN.fullmatch(text, first.end, second.start))


def _dated(time: TimeExpression, day: TimeExpression) -> TimeExpression:
    value = f"{day.value.partition('T')[0]}T{time.value.partition('T')[2]}"
    return TimeExpression(time.start, time.end, "TIME", value, time.mod)
