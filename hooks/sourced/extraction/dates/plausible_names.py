"""Which names of days, months, seasons, years and longer times are times where they stand."""

from __future__ import annotations

import re

from sourced.extraction.dates.surroundings import STOPS, Place, listed

_NAMES_TOO = frozenset("03 04 05 06 08".split())  # March, April, May, June and August
_SAFE_LENGTH = 5  # a shorter name of a month or weekday may be an abbreviation, or another word


def year(place: Place) -> bool:
    """Not 2024 votes, Flight 1984, a 1900-seat hall."""
    year = place.parts.get("year")
    if year is None:
        return listed(place.before, "before a short year")
    if place.parts.keys() != {"year"} or len(place.words) > len("the 2024"):
        return True  # "late 2024", "fiscal 2024"
    if not place.words[0].isdigit() or listed(place.before, "apart") or listed(place.after, "unit sign"):
        return False
    if listed(place.after, "counted") or (place.after == "year" and place.beyond == "old"):
        return False
    if listed(place.before, "numbered") or (place.before == "-" and place.earlier[-1:].isupper()):
        return False  # "No. 1984", "Flight 1984", a model
    if place.after in ("-", "‑") and listed(place.beyond, "measured"):
        return False  # "a 1900-seat hall"
    plural = place.after.islower() and len(place.after) > 3 and place.after.endswith("s")
    plural = plural and not place.after.endswith(("ss", "is", "us"))
    eventful = listed(place.after, "no plural") or listed(place.after, "event")
    told = listed(place.before, "before a name") or listed(place.before, "before a year")
    if plural and not (eventful or told):
        return False  # "2024 votes"
    if "1900" <= year <= "2099":
        return True
    named = place.before == "of" and place.earlier[:1].isupper()  # "the Constitution of 1780"
    return not plural and (named or listed(place.before, "before an early year"))


def month(place: Place) -> bool:
    """Not May the name, the March on Washington, the October Revolution."""
    if place.before.lower() == "in" and place.beyond.isalpha() and place.beyond.islower():
        return True  # "In April 14 firms closed"
    if place.after.isdigit() and len(place.after) <= 2 and "year" not in place.parts:
        return False  # "the Nov 5 vote": the date is longer than that
    if place.parts.keys() != {"month"} or place.words.lower().startswith(("of ", "in ")):
        return True
    ambiguous, followed = place.parts["month"] in _NAMES_TOO, place.after[:1].isupper()
    if place.words == "March" and place.after in ("on", "for", "against") and place.before in ("and", "of"):
        return False  # a March on Rome
    determined = place.words[:4].lower() == "the " or listed(place.before, "determiner")
    if determined and ambiguous:
        # "the March deadline"; but "the March on Washington", "the May government"
        noun = place.after.islower() and len(place.after) > len("with")
        return noun and not (listed(place.after, "function") or listed(place.after, "governing"))
    if determined:
        return not listed(place.after, "turmoil")  # the October Revolution
    if place.before.islower() and place.before.endswith("est"):
        return True  # "the wettest August since 1912"
    if listed(place.before, "before a month"):
        # "in May President ..." is a month, "and May Smith" may be anybody.
        return not (
            ambiguous
            and followed
            and place.before.lower() in ("and", "or", "of", "from", "to", "about", "for")
        )
    if ambiguous:
        return place.parts["month"] in ("04", "06") and not followed and not place.before[:1].isupper()
    return len(place.words) >= _SAFE_LENGTH or place.words == "July"


def weekday(place: Place) -> bool:
    """Not Black Friday, the Sunday Times, on a Monday."""
    named = place.before[:1].isupper()
    if named and listed(place.before, "feast"):
        return False  # Black Friday
    if place.rule == "date":
        if place.before.lower() == "in" and place.words[0].isalpha() and place.after.isalpha():
            return not place.after.islower()  # "In April 14 firms closed"
        return not (named and re.match(r"(?:Sun|Sat|Mon|Wed)\b", place.words))  # "Toronto Sun, August 16"
    if place.title_like and ("part" in place.parts or listed(place.after, "title")):
        return False  # the Sunday Times, Saturday Night Live
    if "plus" in place.parts and not (place.after in STOPS or listed(place.after, "function")):
        return False  # "a Saturday week"
    if place.before in ("a", "an") and place.earlier.lower() == "on":
        return False  # "on a Monday" is no certain one
    if place.parts.keys() == {"weekday"} and len(place.words.rstrip(".")) < _SAFE_LENGTH:
        return listed(place.before, "before a month") or (not named and place.after in (".", ","))
    return True


def season(place: Place) -> bool:
    """Not the Winter Olympics, the summer school, a spring of water."""
    if "year" not in place.parts and (place.title_like or listed(place.after, "of a season")):
        return False  # "the Winter Olympics", "the summer school"
    if place.parts.keys() != {"season"}:
        return True
    word = place.words.lower().split()[-1]
    if word in ("spring", "fall"):
        return listed(place.before, "before spring") and place.after != "of"
    return word != place.words or listed(place.before, "before a season")


def deictic(place: Place) -> bool:
    """Not the Today programme, nor USA Today, "Today" in marks, the overnight train."""
    if place.parts.get("deictic") == "ON" and listed(place.before, "determiner"):
        return not listed(place.after, "of every night")
    if place.parts.keys() != {"deictic"} or not place.words[0].isupper():
        return True
    if place.in_marks:
        return False
    named = place.before[:1].isupper() or place.before.lower() in ("the", "'s", "’s")
    return not named and place.after.lower() not in ("programme", "program", "show")


def quarter(place: Place) -> bool:
    """Not the third quarter lead."""
    return "year" in place.parts or not listed(place.after, "sporting")


def half(place: Place) -> bool:
    """As in "first-half profit", unlike "first-half goal"."""
    return "of" in place.words.split() or ("-" in place.words and listed(place.after, "earned"))


def decade(place: Place) -> bool:
    """Not a speed in the 90s without an article."""
    digits = place.parts.get("decade", "")
    return len(place.words) > len(digits) or (digits[:1] in ("1", "2", "'", "’", "‘") and len(digits) > 3)


def century(place: Place) -> bool:
    """Not 20th Century Fox."""
    return not place.title_like


def holiday(place: Place) -> bool:
    """Not Christmas trees, a Good Friday Agreement, Easter Island, every Thanksgiving."""
    name = place.parts["holiday"]
    if "year" in place.parts or "deixis" in place.parts:
        return True
    if listed(place.before, "before another feast") or place.title_like:
        return False
    whole = name.endswith(("Day", "Eve", "day", "Night"))
    if place.before[:1].isupper() and not (whole or listed(place.before, "before a month")):
        return False  # a surname
    return (
        whole
        or not place.after.isalpha()
        or listed(place.after, "function")
        or listed(place.after, "auxiliary")
    )
