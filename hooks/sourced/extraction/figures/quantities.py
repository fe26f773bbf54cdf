"""Quantities: a number with its sign of money or unit, before ranges and bounds are read."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourced.extraction import numbers
from sourced.extraction.figures import counted, multiples, rates, subunits, unit_table, units
from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.unit_table import Unit
from sourced.extraction.figures.unit_words import Match
from sourced.extraction.numbers import Number, Shape
from sourced.model import Span

Value = float | tuple[float, float] | None


class Quantity(NamedTuple):
    """A number as far as its unit, ``start`` to ``end``; ``bare_start`` to ``bare_end`` is the number alone.

    ``signed``: it has a sign of money before it. ``combined``: it was put together from two numbers.
    ``of`` is the whole that the value is a part of.
    """

    start: int
    end: int
    bare_start: int
    bare_end: int
    value: Value
    shape: Shape
    unit: Unit | None = None
    of: float | None = None
    signed: bool = False
    combined: bool = False

    @property
    def low(self) -> float:
        """The value, or the lower end of the range; 0 for "dozens"."""
        return self.value[0] if isinstance(self.value, tuple) else self.value or 0.0


_LETTER_SCALES = {"m": 1e6, "b": 1e9, "B": 1e9, "T": 1e12, "t": 1e12, "tr": 1e12}
_LETTER_SCALE = re.compile(r"(?:tr|[mbBtT])(?![^\W_])")
_PRICE_ENDS = re.compile(r"\s*(?:[.,;:)!?]|$)|\s(?:more|less|each|a|an|per|for|to|on|and|in|at)\b")
_TWO_DIGITS = 10
_NUMBER_NEXT = re.compile(r"[ \u00a0]?\d")
_MONEY = 1e6  # pounds; fewer may be a weight
_MILLION = re.compile(r"[mb](?=[ \u00a0.,;:)]|$)")
_REACH = 120  # characters before a number in which the thing that comes in millions stands
_WORDS = re.compile(r"[a-z]+")
_ARTICLE = re.compile(r"\b(?:the|an?|his|her|their|its)\s$", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and an? (half|quarter)\b(?! of)", re.IGNORECASE)
_SHARES = {"half": 0.5, "quarter": 0.25}
_OF_UNIT = re.compile(r"[ \u00a0\n]of[ \u00a0\n](?P<one>an?[ \u00a0\n])?", re.IGNORECASE)
_ARTICLE_PART = re.compile(r"an? (?:half|quarter)", re.IGNORECASE)  # "a third day" is a rank, no part
_HALF_MEASURE = re.compile(r"[ \u00a0-]an?[ \u00a0]", re.IGNORECASE)
_ARTICLE_MEASURE = re.compile(
    r"\b(?:over|more than|less than|under|at least|about|around|almost|nearly|roughly|up to|just)"
    r"\s(?P<bounded>an?)\s(?=[a-z])|\b(?P<halved>an?)\s(?=[a-z]{1,12} and an? (?:half|quarter)\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[ \u00a0](?:and[ \u00a0])?|,[ \u00a0]|")
_INCHES_IN_FOOT = 12
_CENTS = 100.0
# Straight marks are inches where no quotation is open.
_INCHES = re.compile(r"[ ]?(?:\"|'')(?!\w)")
_QUOTE_REACH = 500  # characters before a number in which a mark may have opened a quotation
_BRACKETED = re.compile(r"[ \u00a0]?[(\[{<](?P<unit>[^\s()\[\]{}<>]{1,4})[)\]}>]")


def read(text: str, sentence: Span, *, sterling: bool) -> list[Quantity]:
    """The quantities of a sentence in order. ``sterling``: the article speaks of pounds as money."""
    found: list[Quantity] = []
    for number in numbers.scan(text, sentence.start, sentence.end):
        # The 2 of "4 km^2" is no number of its own.
        floor = found[-1].end if found else sentence.start
        if number.start >= floor:
            found.append(_quantity(text, number, sentence, floor, sterling=sterling))
    found = _with_measures(text, sentence, found)
    found = _with_multiples(text, sentence, found)
    return _joined(text, found)


def _quantity(text: str, number: Number, sentence: Span, floor: int, *, sterling: bool) -> Quantity:
    start, end, value = number.start, number.end, number.value
    sign = units.before(text, start, floor)
    if sign:
        if value is not None and (letter := _LETTER_SCALE.match(text, end, sentence.end)):
            value, end = numbers.product(value, _LETTER_SCALES[letter[0]]), letter.end()
        return _signed(text, number, sentence, sign, value=value, end=end)
    if number.shape == "digits" and (millions := _millions(text, number, sentence)):
        return millions
    unit = _unit(text, number, sentence)
    if unit is None:
        return Quantity(start, end, start, end, value, number.shape)
    more, end = _and_a_half(text, unit.end, sentence.end)
    kind = _pounds(unit.unit, value, sterling=sterling)
    if value is not None:
        value = numbers.product(value + more, unit.factor) if unit.factor != 1 else value + more
    return Quantity(start, end, start, number.end, value, number.shape, kind)


def _millions(text: str, number: Number, sentence: Span) -> Quantity | None:
    """Read "3m people", "55m pounds": before those "m" is no length."""
    letter = _MILLION.match(text, number.end, sentence.end)
    if letter is None or number.value is None:
        return None
    start, end, value = number.start, letter.end(), numbers.product(number.value, _LETTER_SCALES[letter[0]])
    unit = units.after(text, end, sentence.end, one=False)
    if unit and unit.unit.dimension not in ("length", "time"):
        kind = _pounds(unit.unit, value, sterling=False)
        return Quantity(start, unit.end, start, end, value * unit.factor, "digits", kind)
    noun = counted.after(text, end, sentence.end, one=False, share=False)
    if noun and noun.surface(text).split()[-1].lower() in classed("populous"):
        return Quantity(start, end, start, end, value, "digits")
    if letter[0] == "m" and unit is None and _comes_in_millions(text, number, sentence):
        return Quantity(start, end, start, end, value, "digits")
    return None


def _comes_in_millions(text: str, number: Number, sentence: Span) -> bool:
    """Whether the words before speak of people, lists or money ("lists fell to 7.4m"), none of a length."""
    if _ARTICLE.search(text, max(sentence.start, number.start - _REACH), number.start):
        return False  # "the 100m", "a 2m plank"
    start, end = max(sentence.start, number.start - _REACH), min(sentence.end, number.end + _REACH)
    if not classed("in millions").isdisjoint(_WORDS.findall(text[start : number.start].lower())):
        return classed("in meters").isdisjoint(_WORDS.findall(text[start:end].lower()))
    return False


def _pounds(unit: Unit, value: float | None, *, sterling: bool) -> Unit:
    """``unit``, or the money where its pounds are money: in an article on it, and by the million."""
    money = unit.name == "pound" and (sterling or (value or 0) >= _MONEY)
    return unit_table.named("pound sterling") if money else unit


def _signed(
    text: str, number: Number, sentence: Span, sign: Match, *, value: float | None, end: int
) -> Quantity:
    unit = sign.unit
    again = units.after(text, end, sentence.end, one=False)
    if again and _NUMBER_NEXT.match(text, again.end):
        again = None  # "rmb 10 usd 20": the code is the next one's
    if again and again.unit.dimension.startswith("money"):
        # "US$5 million dollars": the word after says it again, or says it better.
        end, unit = again.end, again.unit
        value = numbers.product(value, again.factor) if value is not None else None
    else:
        rated = rates.rate(text, Match(sign.start, end, unit), sentence.end)
        end, unit = rated.end, rated.unit
    return Quantity(sign.start, end, number.start, number.end, value, number.shape, unit, signed=True)


def _unit(text: str, number: Number, sentence: Span) -> Match | None:
    one = number.value == 1 or number.shape == "part"
    at = number.end
    if number.shape == "part" and (half := _HALF_MEASURE.match(text, at, sentence.end)):
        return units.after(text, half.end() - 1, sentence.end, one=True)
    if number.shape == "part" and _ARTICLE_PART.fullmatch(text, number.start, at):
        found = units.after(text, at, sentence.end, one=True)
        if found and found.unit.dimension != "money":
            return found
    if number.shape == "part" or (number.shape == "many" and text[at - 1] == "s"):
        of = _OF_UNIT.match(text, at, sentence.end)
        return units.after(text, of.end() - 1, sentence.end, one=of["one"] is not None) if of else None
    if marks := _INCHES.match(text, at, sentence.end):
        before = text[max(sentence.start, at - _QUOTE_REACH) : at]
        quoted = before.count('"') % 2 or "``" in before
        return None if quoted else Match(at, marks.end(), unit_table.named("inch"))
    found = units.after(text, at, sentence.end, one=one)
    if found is None and (bracket := _BRACKETED.match(text, at, sentence.end)):
        inner = bracket["unit"]
        inside = units.after(inner, 0, len(inner), one=one)
        if inside and inside.end == len(inner):
            return Match(at, bracket.end(), inside.unit)
    return found


def _with_measures(text: str, sentence: Span, found: list[Quantity]) -> list[Quantity]:
    """Add "over a week", "an hour and a half": there the article counts one."""
    out: list[Quantity] = []
    later = list(reversed(found))
    for match in _ARTICLE_MEASURE.finditer(text, sentence.start, sentence.end):
        start, at = match.span("bounded" if match["bounded"] else "halved")
        while later and later[-1].start < start:
            out.append(later.pop())
        unit = units.after(text, at, sentence.end, one=True)
        if not unit or (out and out[-1].end > start) or (later and later[-1].start < unit.end):
            continue
        more, end = _and_a_half(text, unit.end, sentence.end)
        while later and later[-1].start < end:
            later.pop()
        out.append(Quantity(start, end, start, at, 1.0 + more, "words", unit.unit))
    return out + later[::-1]


def _with_multiples(text: str, sentence: Span, found: list[Quantity]) -> list[Quantity]:
    """Add "twice" and "tenfold"."""
    added = []
    for word, value in multiples.find(text, sentence.start, sentence.end):
        rated = rates.rate(text, Match(word.start, word.end, unit_table.named("times")), sentence.end)
        added.append(Quantity(word.start, rated.end, word.start, word.end, value, "words", rated.unit))
    return sorted(found + added, key=lambda quantity: quantity.start) if added else found


def _and_a_half(text: str, at: int, end: int) -> tuple[float, int]:
    """How much "and a half" after a unit adds, and where it ends; 0 where it does not follow."""
    match = _AND_A_HALF.match(text, at, end)
    return (_SHARES[match[1].lower()], match.end()) if match else (0.0, at)


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Put "5 feet 2 inches" and "3 dollars 50 cents" together."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if last and _feet_and_inches(text, last, quantity):
            inches = quantity.low / _INCHES_IN_FOOT
            out[-1] = last._replace(end=quantity.end, value=last.low + inches)
            continue
        if last and last.unit and _spoken_price(text, last, quantity):
            value = last.low + quantity.low / _CENTS
            out[-1] = last._replace(
                end=quantity.end, value=value, unit=_pounds(last.unit, value, sterling=True)
            )
            continue
        if last and last.unit and quantity.unit and _whole(last) and isinstance(quantity.value, float):
            share = subunits.added(last.unit, quantity.unit)
            if share and quantity.value < share and _PARTS.fullmatch(text, last.end, quantity.start):
                out[-1] = last._replace(end=quantity.end, value=last.low + quantity.value / share)
                continue
        out.append(quantity)
    return out


def _whole(quantity: Quantity) -> bool:
    return isinstance(quantity.value, float) and quantity.value.is_integer()


def _spoken_price(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether a bare number tells the cents: "five pounds fifty", "15 dollars and 50." at an end."""
    if last.unit is None or quantity.unit is not None or last.signed:
        return False
    if last.unit.dimension != "money" and last.unit.name != "pound":
        return False
    if not (_whole(last) and 0 < quantity.low < _CENTS):
        return False
    if not quantity.low.is_integer() or text[last.bare_end : last.end].strip().lower() in (
        "penny",
        "pence",
        "cents",
    ):
        return False
    between = text[last.end : quantity.start]
    ends = _PRICE_ENDS.match(text, quantity.end) is not None
    return ends and (between == " " or (between == " and " and quantity.low >= _TWO_DIGITS))


def _feet_and_inches(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether the two are a height as in "5-foot-11"."""
    if last.unit is None or last.unit.name != "foot" or quantity.unit is not None:
        return False
    return text[last.end : quantity.start] == "-" and 0 < quantity.low < _INCHES_IN_FOOT
