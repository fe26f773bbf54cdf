"""Whether words that look like a time are one: the year 2024 or 2024 votes, Sunday or the Sunday Times.

Each check looks at the words on both sides; ``time_contexts.tsv`` has the lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sourced import wordlists
from sourced.extraction.dates.expressions import Expression

_NAMES_TOO = frozenset("03 04 05 06 08".split())  # March, April, May, June and August
# A full stop after a whole name ends a sentence: "on Wednesday. Sept. 11 is ..."
_STOPPED = re.compile(r"(?:day|ary|March|April|May|June|July|August|ber)\.\s")
_SAFE_LENGTH = 5  # a shorter name of a month or weekday may be an abbreviation, or another word


@cache
def _lists() -> dict[str, frozenset[str]]:
    return wordlists.classes(__package__, "time_contexts.tsv")


def _in(word: str, name: str) -> bool:
    return word.lower() in _lists()[name]


class _Place(NamedTuple):
    """An expression and two words on each side of it; they are empty at the ends of a paragraph."""

    rule: str
    parts: dict[str, str]
    words: str
    earlier: str
    before: str
    after: str
    beyond: str

    @property
    def title_like(self) -> bool:
        """Whether it ends in a capital and goes on with one: "Winter Olympics"."""
        return self.words.split()[-1][0].isupper() and self.after[:1].isupper()


def plausible(text: str, expression: Expression) -> bool:
    """Whether the expression is a time here, judged by the words beside it."""
    if expression.parts.get("deixis") == "that" and expression.rule not in ("period", "part"):
        return False  # "said that March 3 was fine"
    words = expression.span.surface(text)
    if _STOPPED.search(words):
        return False
    check = _CHECKS.get(expression.rule)
    if check is None:
        return True
    tokens, first, last = expression.tokens, expression.first, expression.last
    beside = [
        text[tokens[n].start : tokens[n].end] if 0 <= n < len(tokens) else ""
        for n in (first - 2, first - 1, last, last + 1)
    ]
    return check(_Place(expression.rule, expression.parts, words, *beside))


# ---------------------------------------------------------------- names on the calendar


def _year(place: _Place) -> bool:
    year = place.parts.get("year")
    if year is None:
        return _in(place.before, "before a short year")
    if place.parts.keys() != {"year"} or len(place.words) > len("the 2024"):
        return True  # "late 2024", "fiscal 2024"
    if not place.words[0].isdigit() or _in(place.before, "apart") or _in(place.after, "unit sign"):
        return False
    if _in(place.after, "counted") or (place.after == "year" and place.beyond == "old"):
        return False
    if place.before.lower() == "no" or (place.before == "-" and place.earlier[-1:].isupper()):
        return False  # a number or a model
    plural = place.after.islower() and len(place.after) > 3 and place.after.endswith("s")
    plural = plural and not place.after.endswith(("ss", "is", "us"))
    if plural and not (
        _in(place.after, "no plural") or _in(place.after, "event") or _in(place.before, "before a name")
    ):
        return False  # "2024 votes"
    return "1900" <= year <= "2099" or (_in(place.before, "before an early year") and not plural)


def _month(place: _Place) -> bool:
    if place.after.isdigit() and len(place.after) <= 2 and "year" not in place.parts:
        return False  # "the Nov 5 vote": the date is longer than that
    if place.parts.keys() != {"month"} or len(place.words) > len("September"):
        return True
    ambiguous, followed = place.parts["month"] in _NAMES_TOO, place.after[:1].isupper()
    if _in(place.before, "before a month"):
        # "in May President ..." is a month, "and May Smith" may be anybody.
        return not (
            ambiguous
            and followed
            and place.before.lower() in ("and", "or", "of", "from", "to", "about", "for")
        )
    if ambiguous:
        return place.parts["month"] in ("04", "06") and not followed and not place.before[:1].isupper()
    return len(place.words) >= _SAFE_LENGTH or place.words == "July"


def _weekday(place: _Place) -> bool:
    named = place.before[:1].isupper()
    if named and _in(place.before, "feast"):
        return False  # Black Friday
    if place.rule == "date":
        return not (named and re.match(r"(?:Sun|Sat|Mon|Wed)\b", place.words))  # "Toronto Sun, August 16"
    if place.title_like and ("part" in place.parts or _in(place.after, "title")):
        return False  # the Sunday Times, Saturday Night Live
    if place.before in ("a", "an") and place.earlier.lower() == "on":
        return False  # "on a Monday" is no certain one
    if place.parts.keys() == {"weekday"} and len(place.words.rstrip(".")) < _SAFE_LENGTH:
        return _in(place.before, "before a month") or (not named and place.after in (".", ","))
    return True


def _season(place: _Place) -> bool:
    if place.parts.keys() != {"season"}:
        return True
    if place.title_like:
        return False
    word = place.words.lower().split()[-1]
    if word in ("spring", "fall"):
        return _in(place.before, "before spring") and place.after != "of"
    return word != place.words or _in(place.before, "before a season")


def _deictic(place: _Place) -> bool:
    """Not the Today programme, nor USA Today."""
    if place.parts.keys() != {"deictic"} or not place.words[0].isupper():
        return True
    named = place.before[:1].isupper() or place.before.lower() in ("the", "'s", "’s")
    return not named and place.after.lower() not in ("programme", "program", "show")


def _decade(place: _Place) -> bool:
    digits = place.parts.get("decade", "")
    return len(place.words) > len(digits) or (digits[:1] in ("1", "2", "'", "’", "‘") and len(digits) > 3)


def _century(place: _Place) -> bool:
    return not place.title_like


# ---------------------------------------------------------------- lengths


def _duration(place: _Place) -> bool:
    if _is_age(place):
        return False
    if "bare" in place.parts:
        return "long" in place.words or (
            _in(place.before, "before years") and place.parts["bare"] not in ("TS", "WE")
        )
    count, unit = place.parts.get("count", "").lower(), place.parts.get("unit")
    if re.fullmatch(r"(?:19|20)\d\d", count) or (count == "many" and _in(place.before, "too many")):
        return False  # "in 2008 years of neglect ended"
    if place.before == "-" and place.earlier.isdigit() and "-" not in place.words:
        return False  # the end of a range that is no length
    if count in ("a", "an", "one"):
        if place.rule == "later" and unit != "TS":
            return True
        if unit in ("TS", "Q") or place.before[:1].isdigit() or _in(place.before, "apart"):
            return False  # "$5 a day"
        return "qualifier" in place.parts or "-" in place.words or _in(place.before, "before a length")
    return not place.words.lower().endswith("second") or "-" in place.words


def _is_age(place: _Place) -> bool:
    """As in "16-year-old", "aged 12 years", "at the age of four months", "45 years of age"."""
    after, beyond = place.after.lower(), place.beyond.lower()
    return (
        after == "old"
        or (after in ("-", "of") and beyond in ("old", "age"))
        or place.before.lower() == "aged"
        or (place.before.lower() == "of" and place.earlier.lower() == "age")
    )


def _pair(place: _Place) -> bool:
    if " and " in place.words and place.before.lower() != "between":
        return False
    return place.parts["count"] not in ("a", "an") and not _is_age(place) and place.before.lower() != "-"


def _ago(place: _Place) -> bool:
    if place.before.lower() == "of" and place.earlier.lower() in ("quarter", "half", "third"):
        return False  # "a quarter of a century ago"
    return "back" not in place.parts or place.after in (".", ",", "", "that", "when")


def _set(place: _Place) -> bool:
    if "set" in place.parts and place.words[0].isupper():
        return not (place.title_like or place.before[:1].isupper() or place.after == "et")  # the Daily Mail
    return not ("each" in place.parts and _in(place.before, "owner"))  # "people's every day lives"


def _time(place: _Place) -> bool:
    if place.parts.keys() & {"ampm", "meridiem", "noon", "hour", "zone"}:
        return not ("noon" in place.parts and place.title_like)
    return _in(place.before, "before a clock")  # "3:10" may be a score


# ---------------------------------------------------------------- by where they stand


def _the_period(place: _Place) -> bool:
    if place.parts["unit"] == "WE":
        return _in(place.before, "before the weekend")
    if _in(place.before, "before the day"):
        return True
    return place.before.lower() == "for" and place.after in (".", ",", ";", "")


def _edge(place: _Place) -> bool:
    if place.parts["unit"] in ("Y", "M") and re.match(r"(?:year|month)\b", place.words, re.IGNORECASE):
        return place.parts.get("edge") == "END" and _in(place.before, "before a whole year")
    return not re.match(r"(?:week|day|decade|century|hour|minute)\b", place.words, re.IGNORECASE)


def _present(place: _Place) -> bool:
    words = place.words.lower()
    if words in ("present", "the moment"):
        return place.before.lower() == "at"
    if words == "now":  # mostly a word that only goes on with the talk
        return _in(place.before, "before now")
    return not words.startswith("these") or words == "these days"


def _reference(place: _Place) -> bool:
    return place.words.lower().endswith("ly") or _in(place.before, "before the past")


def _vague(place: _Place) -> bool:
    return place.parts["deixis"] in ("next", "past", "previous", "following") and _in(
        place.before, "before a month"
    )


_CHECKS: dict[str, Callable[[_Place], bool]] = {
    "ago": _ago,
    "century": _century,
    "date": _weekday,
    "decade": _decade,
    "deictic": _deictic,
    "duration": _duration,
    "edge": _edge,
    "future": _reference,
    "later": _duration,
    "month": _month,
    "pair": _pair,
    "past": _reference,
    "present": _present,
    "season": _season,
    "set": _set,
    "theday": _the_period,
    "time": _time,
    "vague": _vague,
    "weekday": _weekday,
    "year": _year,
}
