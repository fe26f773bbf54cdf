"""What expressions come to that stand so far from today, or from the date last spoken of."""

from __future__ import annotations

import datetime

from sourced.extraction.dates import durations, timex
from sourced.extraction.dates.time_context import STEP, Context, Parts, anchor, modifier
from sourced.extraction.dates.timex import Meaning

_ANAPHORIC = frozenset(("that", "same", "previous", "following"))
_SIDES = {"earlier": -1, "later": 1}


def deictic(parts: Parts, context: Context) -> Meaning | None:
    """As in "today", "tonight", "yesterday morning", "overnight", "the day after tomorrow"."""
    word, part, mod = parts["deictic"], parts.get("part"), modifier(parts)
    if word == "ON":
        night = _stepped(context.today, -1, "D")
        return (
            Meaning("DATE", f"{night}/{context.today}") if context.today else Meaning("TIME", f"{night}TNI")
        )
    if word == "NI":
        word, part = "0", "NI"
    value = _stepped(context.today, int(word) + _SIDES.get(parts.get("side", ""), 0), "D")
    return Meaning("TIME", f"{value}T{part}", mod) if part else Meaning("DATE", value, mod)


def part_of_day(parts: Parts, context: Context) -> Meaning | None:
    """As in "last night", "this morning", "the next evening", "the night before"."""
    deixis, side = parts.get("deixis"), parts.get("side")
    if side and context.complement:
        return None
    day = anchor(context) if side or deixis in _ANAPHORIC else context.today
    value = _stepped(day, _SIDES[side] if side else STEP.get(deixis or "this", 0), "D")
    return Meaning("TIME", f"{value}T{parts['part']}", modifier(parts))


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
    day = anchor(context, unit) if anaphoric and "beyond" not in parts else context.today
    step = _SIDES[side] if side else STEP[deixis or "this"]
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
    """As in "two years ago", "a week from now"."""
    return _shifted(parts, context.today, parts.get("ago") or parts.get("back") or "later")


def later(parts: Parts, context: Context) -> Meaning | None:
    """As in "two days later", "a year earlier"; but "two days after the vote" tells how long, not when."""
    measure = durations.measure(parts)
    if measure is None:
        return None
    if context.complement or (parts["unit"] in ("TH", "TM", "TS") and (measure[0] or 0) < 24):
        return Meaning("DURATION", timex.duration(*measure), durations.qualifier(parts))
    return _shifted(parts, anchor(context, parts["unit"]), parts.get("shift") or parts["side"])


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
    if many % 1 and grain == "Y":
        grain = "M"
    mod = durations.qualifier(parts) or (
        "APPROX" if unit in ("W", "WE", "DE", "CE", "Q") or many % 1 else None
    )
    mod = {"MORE_THAN": "BEFORE" if way == "earlier" else "AFTER"}.get(mod or "", mod)
    return Meaning("DATE", _stepped(day, -many if way == "earlier" else many, unit, grain), mod)


def vague(parts: Parts, _: Context) -> Meaning:
    """As in "in the coming days", "in past years"."""
    return Meaning("DATE", "FUTURE_REF" if STEP[parts["deixis"]] > 0 else "PAST_REF")
