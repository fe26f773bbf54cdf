"""The unit of a number: read from the sign before it or from the words after it, where they are one there."""

from __future__ import annotations

import re
from functools import cache

from sourced.extraction import numbers
from sourced.extraction.figures import rates, unit_words
from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.unit_table import named, table
from sourced.extraction.figures.unit_words import Match

_GAP = re.compile(r"[ ][-‑][ ](?=[^\W\d_]{2})|[ \t\u00a0\u202f\u2009]{0,2}\n?[-‑]?")
_MILLIONS = re.compile(r"[ \u00a0](hundred|thousand|million|billion|trillion)\b")
_BEFORE_SIGN = 8
# Texts cut into tokens part the letters from the sign: "HK $ 10 million".
_COUNTRY_BEFORE = re.compile(r"(?<![\w.])(U\.?S\.?|HK|NZ|AUS?|CAN?|C|NT|MEX|SG) $", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}(?![\d.,]*\d)(?!\s?(?:million|billion|trillion|bn|m|k)\b)")
_AMOUNT = re.compile(
    r"\d{1,3}(?:,\d{3})+|\d+\.\d\d(?!\d)|\d[\d.]*\s?(?:million|billion|trillion|[mb]n?)(?![^\W_])"
)


@cache
def _sign_ends() -> frozenset[str]:
    """The last one or two characters of each sign of money: few numbers have any before them."""
    written = [*table().signs, *classed("small code"), *(f"{code}$" for code in classed("small code"))]
    return frozenset(sign[-2:] for sign in written)


def before(text: str, at: int, floor: int = 0) -> Match | None:
    """The sign or code of money that ends just before the number at ``at`` ("$", "US$", "EUR ")."""
    window = text[max(floor, at - _BEFORE_SIGN) : at]
    end = at - (len(window) - len(window.rstrip(" \u00a0")))
    stripped = window.rstrip(" \u00a0")
    if stripped[-2:] not in _sign_ends() and stripped[-1:] not in _sign_ends():
        return None
    spaced = end < at
    signs, small = table().signs, classed("small code")
    for length in range(min(5, len(stripped)), 0, -1):
        sign = stripped[-length:]
        unit = signs.get(sign) or (signs.get(sign.upper()) if sign.removesuffix("$") in small else None)
        start = end - length
        if unit is None or (start > floor and text[start - 1].isalnum() and sign[0].isalnum()):
            continue
        if not spaced and sign.isalpha() and sign.lower() not in small and _NUMBERED.match(text, at):
            return None  # "COP30": a name with its number
        if sign in classed("code before amounts") and not _AMOUNT.match(text, at):
            return None
        if sign in classed("no code") or (spaced and len(sign) == 1 and sign.isalpha()):
            return None
        if sign == "$" and (country := _COUNTRY_BEFORE.search(text, max(floor, start - 6), start)):
            unit = signs.get(country[1].upper().replace(".", "") + "$", unit)
            start = country.start(1)
        return Match(start, at, unit)
    return None


def after(text: str, at: int, end: int, *, one: bool) -> Match | None:
    """The unit that follows the number ending at ``at``, with its rate ("kilometers an hour").

    ``one`` says that the number is 1 (or unknown): some units are read in the singular only then.
    """
    gap = _GAP.match(text, at, end)
    start = gap.end() if gap else at
    found = unit_words.either(text, start, end, spaced=start > at)
    if found is None or not _fits(text, found, at, end, one=one):
        return None
    if found.unit.name == "degree" and (scale := _SCALE.match(text, found.end, end)):
        return found._replace(unit=named(f"degree {scale[1]}"))
    if found.unit.dimension == "money":
        scale = _MILLIONS.match(text, found.end, end)
        if scale:
            found = found._replace(end=scale.end(), factor=numbers.scale(scale[1]))
    return rates.rate(text, found, end)


_NEXT_AMOUNT = re.compile(r"[ \u00a0]?\d")
_SCALE = re.compile(r" (?:on|in) the (Celsius|Fahrenheit|Kelvin)(?= scale\b)")
_THOUSANDS = re.compile(r"(?:\d\d|\d,)\d\d$")
_WARM = re.compile(
    r"\b(?:temperatures?|degrees|heat\w*|hot\w*|cold\w*|warm\w*|cool\w*|highs?|lows?|mercury|thermometers?|fever"
    r"|oven|freez\w*)\b|\d ?°?C\W{1,3}-?[\d.]+$",
    re.IGNORECASE,
)
_WARM_REACH = 60
_IN_CELSIUS = re.compile(r"\W{1,3}-?[\d.]+ ?°?C\b")
# "2 trillion won" is money, "of 40, 31 won" and "12,000 won a prize" are none.
_MANY = re.compile(r"(?:hundred|thousand|million|billion|trillion|bn|\d,\d{3})\s?$")
_WON = re.compile(r"\s(?:an?|the|his|her|their|its|nothing|prizes|seats|gold|silver)\b")
_COMPARES = re.compile(
    r"\s(?:the|that|its|their|what|as|more|less|higher|lower|larger|bigger|smaller|faster)\b"
)
_FEET_BEFORE = re.compile(r"(?:ft|feet|foot|['′])\s?\d+(?:\.\d+)?$")
_LENGTH_FOLLOWS = re.compile(r"\s*(?:$|[.,;:)\]]|(?:thick|long|wide|tall|deep|high|in diameter|by|x)\b)")


def _fits(text: str, found: Match, at: int, end: int, *, one: bool) -> bool:
    """Whether the words are a unit here: "in" is rarely an inch, "five second homes" have no seconds."""
    words = text[found.start : found.end]
    if words[0] == "T" and found.unit.dimension == "multiple":
        return False  # "three Times reporters"
    if words == "b":
        return _THOUSANDS.search(text, max(0, at - 8), at) is not None  # "20b" is rather money
    if words == "x":
        return found.start == at and _COMPARES.match(text, found.end, end) is not None
    if words == "in":
        return (
            text[at - 1].isdigit()
            and bool(  # "takes one in" has none
                _LENGTH_FOLLOWS.match(text, found.end, end) or _FEET_BEFORE.search(text[max(0, at - 12) : at])
            )
        )
    if found.unit.dimension == "money" and _NEXT_AMOUNT.match(text, found.end, end):
        return words[-1].isalnum()  # "$20 $30": the sign is the next one's
    if words == "won":
        return _MANY.search(text, max(0, at - 10), at) is not None and not _WON.match(text, found.end, end)
    if words.lower() in ("second", "quarter") and not one:
        return text[found.start - 1] in "-‑" and text[found.end : found.end + 1] not in ("-", "‑")
    if words == "F":
        # "5F" is a floor, "777F" an aircraft.
        return _WARM.search(text, max(0, at - _WARM_REACH), at) is not None or bool(
            _IN_CELSIUS.match(text, found.end, end)
        )
    if words in ("p", "C", "F", "L", "m", "t") and text[found.end : found.end + 1] in ("/", "-", "'", "’"):
        return False
    return not (words == "p" and found.start > at)
