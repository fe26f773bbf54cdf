"""Ranges ("between two and four", "30 to 40"), parts ("nine out of 14") and lists ("45 and 50 mg")."""

from __future__ import annotations

import re

from sourced.extraction import numbers
from sourced.extraction.figures import subunits
from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.quantities import Quantity
from sourced.extraction.figures.unit_table import Unit, named
from sourced.model import Span

_BLANK = r"[ \t\n\u00a0\u202f\u2009]"
_TO = re.compile(
    rf"-?{_BLANK}(?:to|through|up to|till|until){_BLANK}(?:about |around |nearly |as much as |as many as )?"
    r"|-to-"
)
_DASH = re.compile(r"[ \u00a0]?[-–—−~‑][ \u00a0]?")
_OR = re.compile(rf"-?{_BLANK}or{_BLANK}(?:even |perhaps |maybe )?")
_AND = re.compile(rf"-?{_BLANK}and{_BLANK}(?:about |around )?")
_LIST = re.compile(rf",?{_BLANK}(?:and|or){_BLANK}|{_BLANK}?,{_BLANK}")
_PLUS_MINUS = re.compile(r"[ \u00a0]?(?:±|\+/[-−]|\+-)[ \u00a0]?")
_BETWEEN = re.compile(
    rf"\b(?:somewhere |anywhere )?between{_BLANK}(?:about |around |roughly )?$", re.IGNORECASE
)
_FROM = re.compile(rf"\bfrom{_BLANK}(?:about |around |nearly |some )?$", re.IGNORECASE)
_OUT_OF = re.compile(
    rf"{_BLANK}(?:out{_BLANK}of|in)(?:{_BLANK}every)?{_BLANK}"
    rf"|{_BLANK}(?:out{_BLANK})?of{_BLANK}(?:the|its|their|his|her|these|those|our|all)?(?:{_BLANK}(?:total|original|other|past|last|first|next|[^\W\d_]+[’']s))?{_BLANK}?"
)
# "one adult in ten"
_NOUN_IN = re.compile(rf"{_BLANK}[a-z]+{_BLANK}(?:in|out{_BLANK}of)(?:{_BLANK}every)?{_BLANK}")
_BY = re.compile(rf"\bby{_BLANK}(?:about |around |nearly |almost |some |just )?$", re.IGNORECASE)
_VERB_BEFORE = re.compile(r"([^\W\d_]+)\s(?:about |around |some |another |just |nearly |almost )?$")
_PART_ENDS = re.compile(r"\s*(?:[.,;:)]|$)|\s(?:is|are|was|were|has|have|had|will|would|and|or|in)\b")
_SCALE = re.compile(r"(?:[\s\d-]|^)(trillion|billion|million|thousand|bn|m)\b")
_MILLION = 1e6
_THOUSANDS = re.compile(r"\d,000(?!,)")
_GAP = 24  # characters between two numbers that belong together
_REACH = 90  # characters in which a verb of change may stand before "from"
_WIDEST = 1000  # how many times the lower end a range's upper end may be, where only a dash joins them


def combine(text: str, sentence: Span, found: list[Quantity]) -> list[Quantity]:
    """Put ranges and parts of a whole together, and give each item of a list the unit told at its end."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        joined = _join(text, sentence, last, quantity) if last else None
        if joined:
            out[-1] = joined
        else:
            out.append(quantity)
    return _share_units(text, out)


def _join(text: str, sentence: Span, a: Quantity, b: Quantity) -> Quantity | None:
    if not isinstance(a.value, float) or not isinstance(b.value, float) or a.combined:
        return None
    gap = text[a.end : b.start]
    if len(gap) > _GAP:
        return None
    if _PLUS_MINUS.fullmatch(gap):
        unit = b.unit or a.unit
        return _made(a, b, (a.value - b.value, a.value + b.value), unit)
    return _range(text, sentence, a, b, gap) or _part(text, a, b, gap)


def _range(text: str, sentence: Span, a: Quantity, b: Quantity, gap: str) -> Quantity | None:
    if quarters := _quarters(text, a, b, gap):
        return quarters
    a, b = _in_one_unit(a, b)
    if not _units_agree(a, b) or (a.shape == "part" and b.shape != "part"):
        return None
    value = _low(text, a, b), float(b.low)
    before = text[max(sentence.start, a.start - 32) : a.start]
    start = a.start
    if _AND.fullmatch(gap) or _DASH.fullmatch(gap) or _TO.fullmatch(gap):
        between = _BETWEEN.search(before)
        if between:
            return _made(
                a, b, (min(value), max(value)), b.unit or a.unit, a.start - len(before) + between.start()
            )
    if _TO.fullmatch(gap):
        if _BY.search(before) or _by_so_much(text, sentence, a, b):
            return None  # "fell by 5 to 40", "lost $2 to $80": by how much, and to what
        if _FROM.search(before) and _tells_change(text[max(sentence.start, a.start - _REACH) : a.start]):
            return None
        if value[0] >= value[1] and value[1] >= 0:
            return None
        return _made(a, b, (min(value), max(value)), b.unit or a.unit, start)
    if _DASH.fullmatch(gap):
        negative = b.low < 0 < -a.low
        if (value[0] >= value[1] and not negative) or value[1] > _WIDEST * max(value[0], 1e-9) > 0:
            return None
        return _made(a, b, (min(value), max(value)), b.unit or a.unit, start)
    if _OR.fullmatch(gap) and a.unit is None and value[0] < value[1] <= 3 * max(value[0], 1):
        return _made(a, b, value, b.unit, start)
    return None


def _in_one_unit(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Both in the smaller unit where they have two of one kind: "18 months to two years" has 24 months."""
    if a.unit and b.unit and a.unit != b.unit:
        if many := subunits.share(b.unit, a.unit):
            return a, b._replace(value=b.low * many, unit=a.unit)
        if many := subunits.share(a.unit, b.unit):
            return a._replace(value=a.low * many, unit=b.unit), b
    return a, b


def _quarters(text: str, a: Quantity, b: Quantity, gap: str) -> Quantity | None:
    """Read "two to three quarters" as a length of time: "three quarters" is no fraction there."""
    if b.shape != "part" or a.shape == "part" or a.unit is not None:
        return None
    whole = b.low * 4
    if not text[b.bare_start : b.end].endswith("quarters") or not (_TO.fullmatch(gap) or _OR.fullmatch(gap)):
        return None
    if not 0 < a.low < whole or not float(a.low).is_integer() or not float(whole).is_integer():
        return None
    return _made(a, b, (float(a.low), float(whole)), named("quarter"))._replace(shape="words")


def of_whole(text: str, a: Quantity, b: Quantity) -> bool:
    """Whether ``b`` is the whole that ``a`` is a part of: "four of the city's nine libraries"."""
    gap = text[a.end : b.start]
    return len(gap) <= _GAP and _part(text, a, b, gap) is not None


def _by_so_much(text: str, sentence: Span, a: Quantity, b: Quantity) -> bool:
    """Whether a verb of change stands right before two amounts that each have a unit."""
    if a.unit is None or b.unit is None or b.low <= 2 * a.low:
        return False
    verb = _VERB_BEFORE.search(text, max(sentence.start, a.start - _GAP), a.start)
    return verb is not None and verb[1].lower() in classed("change")


def _tells_change(words: str) -> bool:
    return not classed("change").isdisjoint(re.findall(r"[a-z]+", words.lower()))


def _made(
    a: Quantity, b: Quantity, value: tuple[float, float], unit: Unit | None, start: int | None = None
) -> Quantity:
    return b._replace(
        start=a.start if start is None else start,
        bare_start=a.bare_start,
        value=value,
        unit=unit,
        signed=a.signed or b.signed,
        combined=True,
    )


def _units_agree(a: Quantity, b: Quantity) -> bool:
    if a.unit is None or b.unit is None:
        return a.unit is None or a.signed
    return (
        a.unit == b.unit
        or (a.signed and b.signed and a.unit.dimension == b.unit.dimension == "money")
        or (a.unit.dimension == "money" and b.unit.name.startswith(a.unit.name + " per "))
    )


def _low(text: str, a: Quantity, b: Quantity) -> float:
    """The lower end, scaled as the upper one is: "$3-5 billion", "20-30,000"."""
    scale = _scale(text, b)
    high = b.low
    if scale > 1 and _scale(text, a) == 1 and 0 < a.low < high / scale:
        return a.low * scale
    return float(a.low)


def _scale(text: str, quantity: Quantity) -> float:
    words = text[quantity.bare_start : quantity.end].lower()
    told = [_MILLION if word == "m" else numbers.scale(word) for word in _SCALE.findall(words)]
    if told:
        return max(told) if quantity.low >= max(told) else 1
    return 1000 if _THOUSANDS.search(words) and quantity.low < 1e6 else 1


def _part(text: str, a: Quantity, b: Quantity, gap: str) -> Quantity | None:
    """Parts of a whole: "nine out of 14", "one in five", "five of the 12"; "one of the 12" counts nothing."""
    if a.unit is not None or b.unit is not None or a.shape == "part":
        return None
    if _NOUN_IN.fullmatch(gap):
        if a.low != 1 or not _PART_ENDS.match(text, b.end):
            return None
    elif not _OUT_OF.fullmatch(gap):
        return None
    if text[a.bare_start : a.end].lower() == "one" and gap.strip().startswith("of"):
        return None
    if not 0 < a.low < b.low or not float(b.low).is_integer() or not float(a.low).is_integer():
        return None
    if " in" in gap.replace("\n", " ") and (b.low > 1000 and b.low not in (10_000, 100_000, 1_000_000)):
        return None
    return b._replace(start=a.start, bare_start=a.bare_start, value=a.value, of=b.low, combined=True)


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the number in "45 and 50 mg" that has no unit the other one's."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        a, b = out[at], out[at + 1]
        if (
            a.unit is None
            and b.unit is not None
            and not b.signed
            and a.shape not in ("many", "part")
            and a.of is None
        ):
            apart = _LIST.fullmatch(text, a.end, b.start) or _TO.fullmatch(text, a.end, b.start)
            if apart and b.unit.dimension != "age":
                out[at] = a._replace(unit=b.unit)
    return out


def listed(text: str, a: Quantity, b: Quantity) -> bool:
    """Whether the two stand in a list with nothing but a comma or "and" between ("102 and 21 people")."""
    return bool(_LIST.fullmatch(text, a.end, b.start))
