"""What a time expression comes to on the calendar: TIMEX3 type, value and modifier."""

from __future__ import annotations

from collections.abc import Callable

from sourced.extraction.dates import calendar_names as names
from sourced.extraction.dates import calendar_steps as steps
from sourced.extraction.dates import durations
from sourced.extraction.dates.time_context import Context, Parts
from sourced.extraction.dates.timex import Meaning


def resolve(rule: str, parts: Parts, context: Context) -> Meaning | None:
    """What an expression of ``rule`` with these parts means; None when it is no time after all."""
    return _RULES[rule](parts, context)


_RULES: dict[str, Callable[[Parts, Context], Meaning | None]] = {
    "iso": names.iso,
    "slash": names.slashed,
    "date": names.day,
    "dates": names.days,
    "weekday": names.weekday,
    "named": names.named,
    "month": names.month,
    "quarter": names.quarter,
    "half": names.half,
    "season": names.season,
    "year": names.year,
    "years": names.years,
    "decade": names.decade,
    "century": names.century,
    "deictic": steps.deictic,
    "part": steps.part_of_day,
    "period": steps.period,
    "edge": steps.edge,
    "theday": steps.the_period,
    "ago": steps.ago,
    "later": steps.later,
    "vague": steps.vague,
    "time": durations.time_of_day,
    "duration": durations.duration,
    "pair": durations.duration,
    "set": durations.repeated,
    "present": lambda _, __: Meaning("DATE", "PRESENT_REF"),
    "past": lambda _, __: Meaning("DATE", "PAST_REF"),
    "future": lambda _, __: Meaning("DATE", "FUTURE_REF"),
}
