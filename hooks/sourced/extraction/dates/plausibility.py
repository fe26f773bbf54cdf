"""Whether words that look like a time are one: the year 2024 or 2024 votes, Sunday or the Sunday Times.

Each check looks at the words on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sourced.extraction.dates import plausible_names as names
from sourced.extraction.dates import plausible_steps as steps
from sourced.extraction.dates import surroundings
from sourced.extraction.dates.expressions import Expression
from sourced.extraction.dates.surroundings import Place

# A full stop after a whole name ends a sentence: "on Wednesday. Sept. 11 is ..."
_STOPPED = re.compile(r"(?:day|ary|March|April|May|June|July|August|ber)\.\s")


def plausible(text: str, expression: Expression) -> bool:
    """Whether the expression is a time here, judged by the words beside it."""
    place = surroundings.beside(text, expression)
    ends = place.rule in ("month", "season") and place.after in surroundings.STOPS  # "He lost that November."
    if place.parts.get("deixis") == "that" and place.rule not in ("period", "part") and not ends:
        return False  # "said that March 3 was fine"
    if _STOPPED.search(text, expression.span.start, expression.span.end):
        return False
    check = _CHECKS.get(expression.rule)
    return check is None or check(place)


_CHECKS: dict[str, Callable[[Place], bool]] = {
    "ago": steps.ago,
    "bypart": steps.by_part,
    "century": names.century,
    "date": names.weekday,
    "decade": names.decade,
    "deictic": names.deictic,
    "duration": steps.duration,
    "edge": steps.edge,
    "future": steps.reference,
    "half": names.half,
    "hence": steps.hence,
    "holiday": names.holiday,
    "intime": steps.in_time,
    "later": steps.duration,
    "month": names.month,
    "pair": steps.pair,
    "past": steps.reference,
    "period": steps.period,
    "present": steps.present,
    "quarter": names.quarter,
    "season": names.season,
    "set": steps.repeated,
    "theday": steps.the_period,
    "thepart": steps.the_part,
    "time": steps.time,
    "vague": steps.vague,
    "weekday": names.weekday,
    "year": names.year,
}
