"""A unit as it is written: the longest name in words, or a symbol with its power."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.unit_table import Unit, raised, table


class Match(NamedTuple):
    """A unit found in a text; ``factor`` is what it multiplies the number by ("75 USD million")."""

    start: int
    end: int
    unit: Unit
    factor: float = 1


_LONGEST = 6  # words in the longest name of a unit
_LETTER = r"(?![¹²³⁴])[^\W\d_]"
WORD = re.compile(rf"(?:{_LETTER})+(?:\.[^\W\d_]\.)?")
_SEPARATOR = re.compile(r"[ ][-‑][ ]|\.?[ \u00a0\n-]{1,2}")
_SYMBOL = re.compile(
    r"(?:%|‰|°\s(?:Celsius|Fahrenheit)|[°℃℉]\s?[CFK]?(?![^\W\d_])|[€£¥$₽₴₸₺₪₩₹₡₾₭฿₫元¢]"
    r"|p\.c\.|fl oz|cu ft|″|′|"
    rf"(?:{_LETTER}){{1,5}}(?:-[a-z]{{2}})?)"
    r"(?P<power>\^?[-−–]?[1-4](?!\d)|⁻?[¹²³⁴]|\s(?:squared|cubed)\b)?"
)
_POWERS = {"²": 2, "³": 3, "⁴": 4, "¹": 1}
_AFTER_DEGREES = re.compile(r"\s*(?:$|[.,;:!?)])|\s(?:outside|inside|today|and|or|to|in|at|on)\b")


def word(text: str, start: int, end: int) -> Match | None:
    """The longest name of a unit in words at ``start``."""
    units = table()
    key, at, best = "", start, None
    for _ in range(_LONGEST):
        word = WORD.match(text, at, end)
        if not word:
            break
        key = f"{key} {word[0].lower()}" if key else word[0].lower()
        unit = units.words.get(key)
        if unit:
            best = Match(start, word.end(), unit)
        separator = _SEPARATOR.match(text, word.end(), end)
        if not separator:
            break
        at = separator.end()
    return best


def either(text: str, start: int, end: int, *, spaced: bool) -> Match | None:
    """The name of a unit at ``start``, else the symbol of one."""
    return word(text, start, end) or symbol(text, start, end, spaced=spaced)


def symbol(text: str, start: int, end: int, *, spaced: bool) -> Match | None:
    """The symbol of a unit at ``start``; ``spaced``: a blank parts it from the number."""
    match = _SYMBOL.match(text, start, end)
    if not match:
        return None
    units = table()
    power = _power(match["power"])
    bare = match[0][: -len(match["power"])] if match["power"] else match[0]
    follows = text[match.end() : match.end() + 1]
    if follows.isalnum() and bare[-1].isalnum():
        return None
    unit = units.symbols.get(bare)
    if unit is None and bare in classed("small code"):
        unit = units.symbols.get(bare.upper())
    if unit is None and bare[0] == "M" and bare[1:] in units.signs and len(bare) == 4:
        return Match(start, match.end(), units.signs[bare[1:]], 1e6)
    unit = unit or (units.inner.get(bare) if power or follows == "/" else None)
    if unit is None or (spaced and bare in ("C", "F") and not _AFTER_DEGREES.match(text, match.end(), end)):
        return None
    if unit.dimension in ("money", "multiple") and power:
        return None
    return Match(start, match.end(), _powered(unit, power))


def _power(text: str | None) -> int:
    if not text:
        return 0
    if text.strip() in ("squared", "cubed"):
        return 2 if text.strip() == "squared" else 3
    sign = -1 if text[0] in "⁻-−–" or text[1:2] in ("-", "−", "–") else 1
    return sign * _POWERS.get(text[-1], int(text[-1]) if text[-1] in "1234" else 1)


def _powered(unit: Unit, power: int) -> Unit:
    if power in (0, 1):
        return unit
    if power < 0:
        base = _powered(unit, -power)
        return Unit(f"inverse {base.name}", f"inverse {base.plural}", f"/{base.ucum}", f"1/{base.dimension}")
    return raised(unit, power)


def inner(text: str, at: int, end: int) -> Match | None:
    """The symbol at ``at`` that is one of a unit only below a stroke or "per" ("s" in "m/s")."""
    match = _SYMBOL.match(text, at, end)
    if not match:
        return None
    bare = match[0][: -len(match["power"])] if match["power"] else match[0]
    unit = table().inner.get(bare)
    return Match(at, match.end(), _powered(unit, _power(match["power"]))) if unit else None
