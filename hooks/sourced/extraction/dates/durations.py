"""Durations, times of day and what happens again and again."""

from __future__ import annotations

import re

from sourced.extraction import numbers
from sourced.extraction.dates import timex
from sourced.extraction.dates.time_context import Context, Parts, anchor
from sourced.extraction.dates.timex import Meaning

# The TIMEX3 modifiers of two words; a single word has its own in time_words.tsv.
_QUALIFIERS = {
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "up to": "EQUAL_OR_LESS",
    "as much as": "EQUAL_OR_LESS",
    "at least": "EQUAL_OR_MORE",
    "just over": "MORE_THAN",
    "just under": "LESS_THAN",
}
_VAGUE = re.compile(r"(?:a\s+)?(?:few|several|many|some|couple|numerous)(?:\s+of)?", re.IGNORECASE)


def amount(words: str) -> float | None:
    """The number in a count ("two and a half"), None for a vague one ("several")."""
    bare = " ".join(words.lower().strip("[]").split()).removesuffix(" an").removesuffix(" a")
    return 1 if bare in ("a", "an") else None if _VAGUE.fullmatch(bare) else numbers.value(bare)


def measure(parts: Parts) -> tuple[float | None, str] | None:
    """(amount, unit) of "two and a half years"; None where the count is no number."""
    unit, words = parts["unit"], parts["count"]
    many = amount(words)
    if many is None and not _VAGUE.fullmatch(words):
        return None
    if many is not None and "half" in parts:
        many += 0.5
    return (None if many is None else 2 * many, "W") if unit == "2W" else (many, unit)


def qualifier(parts: Parts) -> str | None:
    """The TIMEX3 modifier of "almost" or "more than"."""
    words = " ".join(parts.get("qualifier", "").split())
    return _QUALIFIERS.get(words.lower(), words if words.isupper() else "APPROX" if words else None)


def duration(parts: Parts, _: Context) -> Meaning | None:
    """As in "two and a half years", "years", "yearlong", "year-long"."""
    if "long" in parts:
        return Meaning("DURATION", parts["long"])
    if "bare" in parts:
        return Meaning("DURATION", timex.duration(None, "W" if parts["bare"] == "2W" else parts["bare"]))
    if "count" not in parts:
        return Meaning("DURATION", timex.duration(1, parts["unit"]))
    length = measure(parts)
    return Meaning("DURATION", timex.duration(*length), qualifier(parts)) if length else None


def time_of_day(parts: Parts, context: Context) -> Meaning | None:
    """As in "6:40 p.m.", "14:30 GMT", "noon", on the day last spoken of."""
    clock = parts.get("noon") or _clock(parts)
    day = anchor(context)
    value = day.isoformat() if day else timex.unknown("D")
    mod = parts.get("approx")
    return Meaning("TIME", f"{value}T{clock}{parts.get('zone', '')}", mod) if clock else None


def _clock(parts: Parts) -> str | None:
    written = parts.get("clock") or parts.get("point") or parts["hour"]
    hour, _, rest = written.replace(".", ":").partition(":")
    number = int(hour) if hour.isdecimal() else amount(hour)
    if number is None or number > 24 or not re.fullmatch(r"(?:[0-5]\d)?(?::[0-5]\d)?", rest):
        return None
    if half_of_day := (parts.get("ampm") or parts.get("meridiem") or "").lower()[:1]:
        number = number % 12 + (12 if half_of_day == "p" else 0)
    return f"{int(number):02}:{rest or '00'}"


def repeated(parts: Parts, _: Context) -> Meaning | None:
    """As in "daily", "every two weeks", "every Tuesday", "on Tuesdays", "twice a year"."""
    if "set" in parts:
        return Meaning("SET", parts["set"])
    if weekday := parts.get("weekday") or parts.get("weekdays"):
        return Meaning("SET", f"XXXX-WXX-{weekday}")
    if "month" in parts:
        return Meaning("SET", f"XXXX-{parts['month']}")
    if "season" in parts:
        return Meaning("SET", f"XXXX-{parts['season']}")
    if "part" in parts:
        return Meaning("SET", f"XXXX-XX-XXT{parts['part']}")
    length = measure({"count": "a", **parts})
    return Meaning("SET", timex.duration(*length)) if length else None
