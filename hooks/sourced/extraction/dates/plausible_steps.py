"""Which lengths of time, and times by where they stand from another, are times where they stand."""

from __future__ import annotations

import re

from sourced.extraction.dates.surroundings import Place, listed


def duration(place: Place) -> bool:
    """Not an age, a war, "$5 a day", the 2008 years of "in 2008 years of neglect ended"."""
    if _is_age(place) or _is_war(place):
        return False
    if "bare" in place.parts:
        if "long" in place.words:
            return True
        spent = place.after == "of" and listed(place.before, "before much time")  # "after days of protests"
        return place.parts["bare"] not in ("TS", "WE") and (spent or listed(place.before, "before years"))
    if place.words.startswith("last ") and listed(place.before, "before a verb"):
        return False  # "is expected to last six weeks"
    count, unit = place.parts.get("count", "").lower(), place.parts.get("unit")
    if re.fullmatch(r"(?:19|20)\d\d", count) or (count == "many" and listed(place.before, "too many")):
        return False  # "in 2008 years of neglect ended"
    if place.after == "-" and place.beyond == "long":
        return False  # "a day-long tour" is longer
    if unit == "Q" and "-" in place.words:
        return False  # "three-quarters" is a share
    if place.before == "-" and place.earlier.isdigit() and "-" not in place.words:
        return False  # the end of a range that is no length
    if count in ("a", "an", "one"):
        if place.rule == "later" and unit != "TS":
            return True
        if unit in ("TS", "Q") or place.before[:1].isdigit() or listed(place.before, "apart"):
            return False  # "$5 a day"
        return "qualifier" in place.parts or "-" in place.words or listed(place.before, "before a length")
    return not place.words.lower().endswith("second") or "-" in place.words


def _is_age(place: Place) -> bool:
    """As in "16-year-old", "aged 12 years", "at the age of four months", "45 years of age"."""
    after, beyond = place.after.lower(), place.beyond.lower()
    return (
        after == "old"
        or (after in ("-", "of") and beyond in ("old", "age"))
        or place.before.lower() == "aged"
        or (place.before.lower() == "of" and place.earlier.lower() == "age")
    )


def _is_war(place: Place) -> bool:
    """As in "the Six-Day War", "the Thirty Years' War"."""
    return "War" in (place.after, place.beyond) and place.words.split("-")[-1].split()[-1][0].isupper()


def pair(place: Place) -> bool:
    """Not "two and three years", but "between two and three years"."""
    if " and " in place.words and place.before.lower() != "between":
        return False
    return place.parts["count"] not in ("a", "an") and not _is_age(place) and place.before.lower() != "-"


def in_time(place: Place) -> bool:
    """As in "in two years' time"."""
    return place.before.lower() in ("in", "within")


def hence(place: Place) -> bool:
    """As in "a week from Friday"; not "for two days from Friday"."""
    return place.before.lower() != "for"


def ago(place: Place) -> bool:
    """Not "a quarter of a century ago", "back" where it goes on."""
    if place.before.lower() == "of" and place.earlier.lower() in ("quarter", "half", "third"):
        return False  # "a quarter of a century ago"
    return "back" not in place.parts or place.after in (".", ",", "", "that", "when")


def repeated(place: Place) -> bool:
    """Not the Daily Mail, "people's every day lives"."""
    if "set" in place.parts and place.words[0].isupper():
        return not (place.title_like or place.before[:1].isupper() or place.after == "et")  # the Daily Mail
    return not ("each" in place.parts and listed(place.before, "owner"))  # "people's every day lives"


def time(place: Place) -> bool:
    """Not a score: "3:10"."""
    if place.parts.keys() & {"ampm", "meridiem", "noon", "hour", "zone"}:
        return not ("noon" in place.parts and place.title_like)
    return listed(place.before, "before a clock")  # "3:10" may be a score


def period(place: Place) -> bool:
    """Not the programme "This Week"."""
    if "unit" not in place.parts or not place.words.istitle() or " " not in place.words:
        return True
    return not (place.in_marks or place.before.islower() or place.before in ("'s", "’s"))


def the_part(place: Place) -> bool:
    """As in "in the morning"; not "in the night train"."""
    return listed(place.before, "before the part") and not listed(place.after, "of every night")


def by_part(place: Place) -> bool:
    """As in "by nightfall"; "at night" is any night."""
    if place.title_like or place.parts["part"] in ("DT", "MI"):
        return False
    within = ("by", "before", "until", "till") if place.words.lower() != "night" else ()
    return place.before.lower() in within or (
        place.before.lower() in ("at", "around", "after") and place.words.lower() not in ("night", "morning")
    )


def the_period(place: Place) -> bool:
    """As in "over the weekend", "to end the day"."""
    if place.parts["unit"] == "WE":
        return listed(place.before, "before the weekend")
    if listed(place.before, "before the day"):
        return True
    return place.before.lower() == "for" and place.after in (".", ",", ";", "")


def edge(place: Place) -> bool:
    """As in "by year end", "at the end of the week"."""
    if place.parts["unit"] == "D" and place.after == "," and "At" in (place.before, place.earlier):
        return False  # "At the end of the day, we lost": all told
    if place.parts["unit"] in ("Y", "M") and re.match(r"(?:year|month)\b", place.words, re.IGNORECASE):
        return place.parts.get("edge") == "END" and listed(place.before, "before a whole year")
    return not re.match(r"(?:week|day|decade|century|hour|minute)\b", place.words, re.IGNORECASE)


def present(place: Place) -> bool:
    """As in "at present", "until now", "these days"."""
    words = place.words.lower()
    if words in ("present", "the moment"):
        return place.before.lower() == "at"
    if words == "now":  # mostly a word that only goes on with the talk
        return listed(place.before, "before now")
    return not words.startswith("these") or words == "these days"


def reference(place: Place) -> bool:
    """As in "in the past", "in the near future"; not "the future King"."""
    if place.words.lower() == "the future" and (place.before == "of" or place.after[:1].isupper()):
        return not place.after.isalnum()  # "the future King"
    return place.words.lower().endswith("ly") or listed(place.before, "before the past")


def vague(place: Place) -> bool:
    """As in "in the coming days", "in the weeks ahead"."""
    if "deixis" not in place.parts:
        return listed(place.before, "before a month")
    return place.parts["deixis"] in ("next", "past", "previous", "following") and listed(
        place.before, "before a month"
    )
