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
    "weekof": names.week_of,
    "weekday": names.weekday,
    "overnight": names.overnight,
    "holiday": names.holiday,
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
    "thepart": steps.part_of_that_day,
    "bypart": steps.part_of_a_day,
    "period": steps.period,
    "edge": steps.edge,
    "theday": steps.the_period,
    "ago": steps.ago,
    "intime": steps.ago,
    "hence": steps.hence,
    "later": steps.later,
    "afterwards": steps.some_time_later,
    "vague": steps.vague,
    "time": durations.time_of_day,
    "duration": durations.duration,
    "pair": durations.duration,
    "set": durations.repeated,
    "present": lambda _, __: Meaning("DATE", "PRESENT_REF"),
    "past": lambda _, __: Meaning("DATE", "PAST_REF"),
    "future": lambda _, __: Meaning("DATE", "FUTURE_REF"),
}
