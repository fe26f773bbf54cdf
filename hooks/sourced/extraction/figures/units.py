"""Units of measure and money in a text: a number's unit, read from the words and signs after or before it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sourced.extraction import numbers
from sourced.extraction.figures import counted
from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.unit_table import COUNT, Unit, named, raised, table


class Match(NamedTuple):
    """A unit found in a text; ``factor`` is what it multiplies the number by ("75 USD million")."""

    start: int
    end: int
    unit: Unit
    factor: float = 1


_LONGEST = 6  # words in the longest name of a unit
_GAP = re.compile(r"[ ][-‑][ ](?=[^\W\d_]{2})|[ \t\u00a0\u202f\u2009]{0,2}\n?[-‑]?")
_LETTER = r"(?![¹²³⁴])[^\W\d_]"
_WORD = re.compile(rf"(?:{_LETTER})+(?:\.[^\W\d_]\.)?")
_SEPARATOR = re.compile(r"[ ][-‑][ ]|\.?[ \u00a0\n-]{1,2}")
_SYMBOL = re.compile(
    r"(?:%|‰|°\s(?:Celsius|Fahrenheit)|[°℃℉]\s?[CFK]?(?![^\W\d_])|[€£¥$₽₴₸₺₪₩₹₡₾₭฿₫元¢]"
    r"|p\.c\.|fl oz|cu ft|″|′|"
    rf"(?:{_LETTER}){{1,5}}(?:-[a-z]{{2}})?)"
    r"(?P<power>\^?[-−–]?[1-4](?!\d)|⁻?[¹²³⁴]|\s(?:squared|cubed)\b)?"
)
_MILLIONS = re.compile(r"[ \u00a0](hundred|thousand|million|billion|trillion)\b")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PER = re.compile(
    r"\s?/\s?|(?P<per>[- ]per[- ])(?:an? )?|[- ]an?[- ]|(?<=[^\W\d_]) (?:each|every) (?=day|week|month|year)"
)
_HOW_MANY = re.compile(r"(?:\d[\d,]*|hundred|thousand|million|billion)(?=[ -])")
_ADVERB = re.compile(
    r"\s(?P<word>hourly|daily|weekly|monthly|yearly|annually)"
    r"(?=\s*(?:[.,;:)”\"]|$)|\s(?:to|in|from|by|and|on|at|for|with|through|over|since|until|but|is|are|was|were)\b)"
)
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_BEFORE_SIGN = 8
_POWERS = {"²": 2, "³": 3, "⁴": 4, "¹": 1}
# "a share" and "a head" are counts, but money is also spoken of "a barrel".
_TRADED = frozenset(
    "barrel bushel gallon liter kilogram gram ounce troy ounce pound ton tonne acre hectare mile".split()
)

# Texts cut into tokens part the letters from the sign: "HK $ 10 million".
_COUNTRY_BEFORE = re.compile(r"(?<![\w.])(U\.?S\.?|HK|NZ|AUS?|CAN?|C|NT|MEX|SG) $", re.IGNORECASE)
# Codes that are also written small.
_LOWER_CODES = frozenset("usd eur gbp jpy chf aud cad nzd hkd sgd mxn rub uah cny rmb inr".split())
# Codes that are words or abbreviations in capitals ("ALL 5 teams", "TOP 10"), and signs that only follow.
_NUMBERED = re.compile(r"\d{1,2}(?![\d.,]*\d)(?!\s?(?:million|billion|trillion|bn|m|k)\b)")
_NOT_BEFORE = frozenset("ALL TOP LL p".split())
# Those that may be something else before a small number: "TRY 3", "R2".
_ONLY_AMOUNTS = frozenset("TRY CUP MOP PEN SOS BAM GEL LAK R N Bs".split())
_AMOUNT = re.compile(
    r"\d{1,3}(?:,\d{3})+|\d+\.\d\d(?!\d)|\d[\d.]*\s?(?:million|billion|trillion|[mb]n?)(?![^\W_])"
)


@cache
def _sign_ends() -> frozenset[str]:
    """The last one or two characters of each sign of money: few numbers have any before them."""
    written = [*table().signs, *_LOWER_CODES, *(f"{code}$" for code in _LOWER_CODES)]
    return frozenset(sign[-2:] for sign in written)


def before(text: str, at: int, floor: int = 0) -> Match | None:
    """The sign or code of money that ends just before the number at ``at`` ("$", "US$", "EUR ")."""
    window = text[max(floor, at - _BEFORE_SIGN) : at]
    end = at - (len(window) - len(window.rstrip(" \u00a0")))
    stripped = window.rstrip(" \u00a0")
    if stripped[-2:] not in _sign_ends() and stripped[-1:] not in _sign_ends():
        return None
    spaced = end < at
    signs = table().signs
    for length in range(min(5, len(stripped)), 0, -1):
        sign = stripped[-length:]
        unit = signs.get(sign) or (
            signs.get(sign.upper()) if sign.removesuffix("$") in _LOWER_CODES else None
        )
        start = end - length
        if unit is None or (start > floor and text[start - 1].isalnum() and sign[0].isalnum()):
            continue
        if not spaced and sign.isalpha() and sign.lower() not in _LOWER_CODES and _NUMBERED.match(text, at):
            return None  # "COP30": a name with its number
        if sign in _ONLY_AMOUNTS and not _AMOUNT.match(text, at):
            return None
        if sign in _NOT_BEFORE or (spaced and len(sign) == 1 and sign.isalpha()):
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
    found = _named(text, start, end) or _symbol(text, start, end, spaced=start > at)
    if found is None or not _fits(text, found, at, end, one=one):
        return None
    if found.unit.name == "degree" and (scale := _SCALE.match(text, found.end, end)):
        return found._replace(unit=named(f"degree {scale[1]}"))
    if found.unit.dimension == "money":
        scale = _MILLIONS.match(text, found.end, end)
        if scale:
            found = found._replace(end=scale.end(), factor=_SCALES[scale[1]])
    return rate(text, found, end)


def _named(text: str, start: int, end: int) -> Match | None:
    units = table()
    key, at, best = "", start, None
    for _ in range(_LONGEST):
        word = _WORD.match(text, at, end)
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


def _symbol(text: str, start: int, end: int, *, spaced: bool) -> Match | None:
    match = _SYMBOL.match(text, start, end)
    if not match:
        return None
    units = table()
    power = _power(match["power"])
    bare = match[0][: -len(match["power"])] if match["power"] else match[0]
    follows = text[match.end() : match.end() + 1]
    if follows.isalnum() and bare[-1].isalnum():
        return None
    unit = units.symbols.get(bare) or (units.symbols.get(bare.upper()) if bare in _LOWER_CODES else None)
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


_AFTER_DEGREES = re.compile(r"\s*(?:$|[.,;:!?)])|\s(?:outside|inside|today|and|or|to|in|at|on)\b")
_NEXT_AMOUNT = re.compile(r"[ \u00a0]?\d")
_SECOND = re.compile(
    r"\s(?!(?:to|in|from|by|and|on|at|for|with|through|over|as|when|while|but|is|was)\b)[a-z]"
)
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
        return bool(
            _LENGTH_FOLLOWS.match(text, found.end, end) or _FEET_BEFORE.search(text[max(0, at - 12) : at])
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


def rate(text: str, found: Match, end: int) -> Match:
    """``found`` with the rate that follows it ("per hour", "/kg", "a day"); itself where there is none."""
    if adverb := _ADVERB.match(text, found.end, end):
        return found._replace(end=adverb.end(), unit=_per(found.unit, named(_ADVERBS[adverb["word"]])))
    per = _PER.match(text, found.end, end)
    if not per:
        return found
    spoken = not per[0].strip().startswith("/")
    below = _named(text, per.end(), end)
    if below is None:
        below = _symbol(text, per.end(), end, spaced=False) or _inner(text, per.end(), end)
    if below is None and (per["per"] or _shared(text, found, per.end(), end)):
        return _per_thing(text, found, per.end(), end)
    if below is None or below.unit.dimension == "money" or text[below.end : below.end + 4] == " ago":
        return found
    if spoken and per[0].strip(" -") in ("a", "an"):
        if below.unit.name == "second" and _SECOND.match(text, below.end, end):
            return found  # "a second thought"
        timed = below.unit.dimension == "time"
        if not timed and not (found.unit.dimension == "money" and below.unit.name in _TRADED):
            return found
        if re.match(r"\s(?:ago|earlier|later|before|after|from|and a)\b", text[below.end : below.end + 10]):
            return found
    step = found._replace(end=below.end, unit=_per(found.unit, below.unit))
    return step if " per " in found.unit.name else rate(text, step, end)


def _shared(text: str, found: Match, at: int, end: int) -> bool:
    """Whether money is told by the thing: "30 cents a share", "$12 a head"."""
    word = _WORD.match(text, at, end)
    return found.unit.dimension == "money" and word is not None and word[0] in classed("priced")


def _per(above: Unit, under: Unit) -> Unit:
    if above.dimension == "multiple":
        above = COUNT
    return Unit(
        f"{above.name} per {under.name}",
        f"{above.plural} per {under.name}",
        f"{above.ucum}/{under.ucum}",
        f"{above.dimension}/{under.dimension}",
    )


def _per_thing(text: str, found: Match, at: int, end: int) -> Match:
    """``found`` per something that is no unit ("per share"), or per a number of them ("per 100,000 people").

    The thing is left outside, as counted nouns are; a number is taken in with what it numbers.
    """
    many = _HOW_MANY.match(text, at, end)
    below = None
    if many:
        below = _named(text, many.end() + 1, end) or _symbol(text, many.end() + 1, end, spaced=True)
    noun = below or counted.after(text, many.end() if many else at - 1, end, one=not many, share=False)
    if noun is None:
        return found
    size = f"{numbers.value(many[0]) or numbers.value(f'a {many[0]}') or 0:,.0f} " if many else ""
    name = size + (below.unit.plural if below else text[noun.start : noun.end].lower())
    return found._replace(
        end=noun.end if many else found.end, unit=_per(found.unit, Unit(name, name, f"{{{name}}}", name))
    )


def _inner(text: str, at: int, end: int) -> Match | None:
    match = _SYMBOL.match(text, at, end)
    if not match:
        return None
    bare = match[0][: -len(match["power"])] if match["power"] else match[0]
    unit = table().inner.get(bare)
    return Match(at, match.end(), _powered(unit, _power(match["power"]))) if unit else None
