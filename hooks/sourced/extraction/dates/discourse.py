"""What the text before an expression, or the whole of it, says of the day or the year that it means."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from sourced.extraction.dates import timex
from sourced.extraction.dates.expressions import Expression
from sourced.extraction.dates.tense import Direction
from sourced.extraction.dates.time_context import Context, year_named, year_of

_MEMORY = 4  # paragraphs after which a date is no longer the one "last spoken of"


class Memory:
    """The dates spoken of so far, as far as "the day before" and "in March" may mean them."""

    def __init__(self, today: datetime.date | None) -> None:
        self._today = today
        self._days: dict[str, datetime.date] = {}
        self._paragraph = {"D": 0, "M": 0, "Y": 0}
        self._year: str | None = None
        self._sentence = 0
        self._named = -2

    def spoken(self, paragraph: int) -> dict[str, datetime.date]:
        """The day ("D"), month ("M") and year ("Y") last spoken of, each by its first day."""
        return {unit: day for unit, day in self._days.items() if paragraph - self._paragraph[unit] <= _MEMORY}

    def year(self, sentence: int) -> str | None:
        """The year that this sentence or the one before has named, where it is not the article's."""
        return self._year if sentence - self._sentence <= 1 else None

    def recent(self, sentence: int) -> bool:
        """Whether this sentence or the one before has named a day."""
        return sentence - self._named <= 1

    def keep(self, expression: Expression, value: str, paragraph: int, sentence: int) -> None:
        """Take in one more date."""
        if expression.rule in ("date", "month", "later"):
            self._sentence, self._year = sentence, self._other_year(expression, value)
        days = timex.days(value)
        if days is None:
            return
        length = (days[1] - days[0]).days
        if length < 1:
            self._named = sentence
        for unit, longest in (("D", 1), ("M", 31), ("Y", 366)):
            if length < longest:
                self._days[unit] = days[1] if unit == "D" else days[0]
                self._paragraph[unit] = paragraph

    def _other_year(self, expression: Expression, value: str) -> str | None:
        """The year of a date, where it is not the article's and not that of today's "last June"."""
        year = value[:4] if "deixis" not in expression.parts else ""
        return year if self._today and year.isdigit() and int(year) != self._today.year else None


def agreed_years(
    found: Iterable[tuple[Expression, Direction]], today: datetime.date | None
) -> dict[str, str]:
    """The years of the months whose verbs tell them, or this very year, all the same in the article.

    A month means one year in one article, as a rule: who "will vote in November" has "chances in November".
    """
    years: dict[str, set[str]] = {}
    for expression, direction in found:
        month = expression.parts.get("month")
        if today is None or month is None or expression.rule not in ("date", "month"):
            continue
        year = year_named(expression.parts, Context(today))
        if year is None and direction and "deixis" not in expression.parts:
            year = year_of(f"{{}}-{month}".format, Context(today, direction=direction))
        elif year is not None and int(year) != today.year:
            continue  # a year that is given need not be the one that is left out elsewhere
        if year is not None:
            years.setdefault(month, set()).add(year)
    return {month: year for month, (year, *others) in years.items() if not others}
