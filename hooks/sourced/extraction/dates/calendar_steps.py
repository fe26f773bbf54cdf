"""What expressions come to that stand so far from today, or from the date last spoken of."""

from __future__ import annotations

import datetime

from sourced.extraction.dates import durations, timex
from sourced.extraction.dates.time_context import STEP, Context, Parts, anchor, anchor_of_later, modifier
from sourced.extraction.dates.timex import Meaning

_ANAPHORIC = frozenset(("that", "same", "previous", "following"))
_SIDES = {"earlier": -1, "later": 1}
_HOURS, _DAY_OF_HOURS = frozenset(("TH", "TM", "TS")), 24


def deictic(parts: Parts, context: Context) -> Meaning | None:
    """As in "today", "tonight", "yesterday morning", "overnight", "the day after tomorrow"."""
    word, part, mod = parts["deictic"], parts.get("part"), modifier(parts)
    if word == "ON":
        night = -1 if context.direction <= 0 else 0
        evening, morning = (_stepped(context.today, step, "D") for step in (night, night + 1))
        return Meaning("DATE", f"{evening}/{morning}") if context.today else Meaning("TIME", f"{evening}TNI")
    if word == "NI":
        word, part = "0", "NI"
    value = _stepped(context.today, int(word) + _SIDES.get(parts.get("side", ""), 0), "D")
    return Meaning("TIME", f"{value}T{part}", mod) if part else Meaning("DATE", value, mod)


def part_of_day(parts: Parts, context: Context) -> Meaning | None:
    """As in "last night", "this morning", "the next evening", "the night before"."""
    deixis, side = parts.get("deixis"), parts.get("side")
    if side and context.complement:
        return None
    step = _SIDES[side] if side else STEP.get(deixis or "this", 0)
    if step > 0:
        day = anchor_of_later(context)
    else:
        day = anchor(context) if side or deixis in _ANAPHORIC else context.today
    value = _stepped(day, step, "D")
    return Meaning("TIME", f"{value}T{parts['part']}", modifier(parts))


def part_of_that_day(parts: Parts, context: Context) -> Meaning | None:
    """As in "in the morning", of the day that has just been named; else it is any day's."""
    return part_of_a_day(parts, context) if context.recent else None


def part_of_a_day(parts: Parts, context: Context) -> Meaning:
    """As in "by nightfall", of the day that has just been named, else of some day."""
    day = anchor(context) if context.recent else None
    return Meaning("TIME", f"{_stepped(day, 0, 'D')}T{parts['part']}")


def _stepped(day: datetime.date | None, step: float, unit: str, grain: str | None = None) -> str:
    """The value of the period so many units from a day, "XXXX..." without a day."""
    moved = timex.shift(day, step, unit) if day else None
    return timex.period(moved, grain or unit) if moved else timex.unknown(grain or unit)


def period(parts: Parts, context: Context) -> Meaning | None:
    """As in "last week", "earlier this year", "the same day", "the year before", "the week after next"."""
    unit = parts["unit"]
    deixis, side = parts.get("deixis"), parts.get("side") or parts.get("shift")
    if unit in ("TS", "TM", "TH", "2W"):
        return Meaning("DURATION", timex.duration(1, unit)) if deixis == "past" else None
    if side and context.complement and "beyond" not in parts:
        return None
    if unit == "D" and deixis in ("last", "this"):
        return None  # "the last day of the trial"
    if (deixis == "past" and unit not in ("W", "WE")) or (deixis == "last" and unit in ("DE", "CE")):
        return Meaning("DURATION", timex.duration(1, unit))
    anaphoric = side is not None or deixis in _ANAPHORIC or (deixis == "next" and unit == "D")
    step = _SIDES[side] if side else STEP[deixis or "this"]
    spoken = anchor_of_later(context, unit) if step > 0 else anchor(context, unit)
    day = spoken if anaphoric and "beyond" not in parts else context.today
    if "beyond" in parts:
        step += STEP[parts["beyond"]]
    elif "gone" in parts or (
        unit == "WE" and deixis == "this" and context.direction < 0 and day and day.isoweekday() < 6
    ):
        step = -1
    return Meaning("DATE", _stepped(day, step, unit), modifier(parts))


def edge(parts: Parts, context: Context) -> Meaning:
    """The start, middle or end of the day, week or year that is spoken of."""
    day = anchor(context) if parts["unit"] == "D" else context.today
    return Meaning("DATE", _stepped(day, 0, parts["unit"]), modifier(parts))


def the_period(parts: Parts, context: Context) -> Meaning:
    """As in "over the weekend", "to end the day"."""
    unit, day = parts["unit"], anchor(context) if parts["unit"] == "D" else context.today
    gone = unit == "WE" and day is not None and day.isoweekday() < 6 and context.direction <= 0
    return Meaning("DATE", _stepped(day, -1 if gone else 0, unit))


def ago(parts: Parts, context: Context) -> Meaning | None:
    """As in "two years ago", "years ago", "three or four months ago", "a week from now", "a year's time"."""
    way = parts.get("ago") or parts.get("back") or "later"
    if "bare" in parts:
        return Meaning("DATE", "PAST_REF" if way == "earlier" else "FUTURE_REF")
    one = _shifted(parts, context.today, way)
    other = _shifted({**parts, "count": parts["to"]}, context.today, way) if "to" in parts else None
    if one and other and one.value != other.value:
        first, last = sorted((one.value, other.value))
        return Meaning("DATE", f"{first}/{last}", "APPROX")
    return one


def hence(parts: Parts, context: Context) -> Meaning | None:
    """As in "a week from tonight", "two weeks from Tuesday"."""
    day = context.today
    if "weekday" in parts and day:
        day = timex.shift(day, (int(parts["weekday"]) - day.isoweekday()) % 7, "D")
    elif day:
        day = timex.shift(day, {"-1": -1, "1": 1}.get(parts["deictic"], 0), "D")
    return _shifted(parts, day, "later")


def later(parts: Parts, context: Context) -> Meaning | None:
    """As in "two days later", "a year earlier"; but "two days after the vote" tells how long, not when."""
    measure = durations.measure(parts)
    if measure is None:
        return None
    if context.complement:
        return Meaning("DURATION", timex.duration(*measure), durations.qualifier(parts))
    if parts["unit"] in _HOURS and (measure[0] or 0) < _DAY_OF_HOURS:
        return Meaning("DATE", _stepped(anchor(context), 0, "D"), "APPROX")
    way, unit = parts.get("shift") or parts["side"], parts["unit"]
    return _shifted(parts, (anchor_of_later if way == "later" else anchor)(context, unit), way)


def some_time_later(parts: Parts, context: Context) -> Meaning | None:
    """As in "hours later", "years earlier"."""
    if context.complement:
        return None
    if parts["bare"] in _HOURS:
        return Meaning("DATE", _stepped(anchor(context), 0, "D"), "APPROX")
    return Meaning("DATE", "PAST_REF" if parts["shift"] == "earlier" else "FUTURE_REF")


def _shifted(parts: Parts, day: datetime.date | None, way: str) -> Meaning | None:
    measure = durations.measure(parts)
    if measure is None:
        return None
    many, unit = measure
    if many is None:
        return Meaning("DATE", "PAST_REF" if way == "earlier" else "FUTURE_REF")
    # The value is as precise as the words: a year for years, a day for weeks too, but then roughly.
    grain = parts.get("grain") or {"DE": "Y", "CE": "Y", "Q": "M"}.get(
        unit, unit if unit in ("Y", "M") else "D"
    )
    if many % 1 and unit == "Y":
        grain = "M"
    mod = durations.qualifier(parts) or (
        "APPROX" if unit in ("W", "WE", "DE", "CE", "Q") or many % 1 else None
    )
    mod = {"MORE_THAN": "BEFORE" if way == "earlier" else "AFTER"}.get(mod or "", mod)
    return Meaning("DATE", _stepped(day, -many if way == "earlier" else many, unit, grain), mod)


def vague(parts: Parts, _: Context) -> Meaning:
    """As in "in the coming days", "in past years", "in the weeks ahead"."""
    return Meaning("DATE", "FUTURE_REF" if STEP[parts.get("deixis", "next")] > 0 else "PAST_REF")
