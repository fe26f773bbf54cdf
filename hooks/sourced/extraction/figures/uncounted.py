"""Numbers that count nothing: dates, years and clock times, scores, "one of", "the two", "the first half"."""

from __future__ import annotations

import re
from bisect import bisect_left

from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.quantities import Quantity
from sourced.model import Span, TimeExpression

_CLOCK = re.compile(r"\s?(?:[aApP]\.?\s?[mM]\b|o[’']clock|hours? (?:GMT|UTC)|GMT|UTC|[A-Z]{1,3}[SD]T\b)")
# "three or four months ago": the first of the two has its unit from the second.
_TO_TIME = re.compile(
    r"\s?(?:or|to|-|–)\s?[\w.-]{1,12}[\s-](?:second|minute|hour|day|night|week|fortnight|month|year|decade|centur)"
)
# "half past nine", "a quarter to ten"
_CLOCK_BEFORE = re.compile(
    r"\b(?:(?:half|quarter|minutes?) (?:past|to)|(?:five|ten|twenty|twenty-five|\d{1,2}) past) $",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r" (?:minutes )?past (?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_BEFORE = re.compile(rf"\b(?<!\b[Ii]n\s){_MONTH}\s(?:the\s)?$")
_MONTH_AFTER = re.compile(rf"(?:\s|(?:st|nd|rd|th)\s)(?:of\s)?{_MONTH}(?![^\W_])")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|of|during|after|before|years?|the|early|late|mid|between|and|to|through"
    r"|its|his|for|spring|summer|autumn|fall|winter|christmas|a|that|this|last|circa)|[(,–—-]|[A-Z][a-z]*)\s?$",
)
_HOURS = 12
_REACH = 24  # characters in which the word before a number is looked for
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w.’'&-]*)[ \t\u00a0]?$")
_NOT_ONE_AFTER = re.compile(
    r"\s+(?:of|another|who|that|which|can|could|is|was|has|had|should|must|would|will|may|might|for|to|with|by|on"
    r"|at)\b"
    r"|[-‑](?:on|off|sided|way|time|man|upmanship|stop|size)\b|[’']s\b|[.,;:!?)]|\s*$",
    re.IGNORECASE,
)
# "one day" tells no length where it opens a clause, "at one point" no amount.
_IDIOM = re.compile(
    r"(?:^|[.,;“\"]\s|\b(?:and|that|will|could|would|may|might|can)\s)one (?:day|night)$"
    r"|at one (?:point|stage)$",
    re.IGNORECASE,
)
_TO_LESS = re.compile(r" to (\d{1,3})(?![\w,.%]\w|%| (?:percent|per cent|million))")
# "reached 312 for 6": runs and wickets
_RUNS = re.compile(r"\b\d{1,3} for (?:\d|10)(?!\w|[.,]\d| [a-z]+s\b)")
_FROM_MORE = re.compile(r"(from )?(?<![\d,.$])(\d{1,3}) to $")
_DASHED_BEFORE = re.compile(r"\d[ \u00a0]?[-–—‑/][ \u00a0]?$")
_DASHED_AFTER = re.compile(r"[ \u00a0]?[-–—‑/][ \u00a0]?\d")
_PART_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|former|better|top|bottom|this|that|last|each|opening|final|third|fourth)\s$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;:!?]|$)")
_PART_AFTER = re.compile(
    r"\s(?:of|what|are|were|have|say|the|its|their|his|her|all|this|that|those|these|my|our|your|as|to|or|and|more|less|fewer|higher|lower"
    r"|larger|smaller|bigger)\b|\s*[.,;:!?)”\"’]|\s*$",
    re.IGNORECASE,
)


class Dates:
    """An article's time expressions, to be asked which of them a number lies in."""

    def __init__(self, dates: tuple[TimeExpression, ...]) -> None:
        points = sorted((each.start, each.end) for each in dates if each.type in ("DATE", "TIME"))
        self._starts = [start for start, _ in points]
        self._ends = [end for _, end in points]

    def overlap(self, start: int, end: int) -> bool:
        """Whether a date or clock time overlaps the stretch; they do not overlap each other."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._ends[at - 1] > start


def date(text: str, quantity: Quantity, dates: Dates) -> bool:
    """Whether the number is part of a date, a clock time or a year.

    A length of time ("two weeks") inside a date ("two weeks ago") stays a figure.
    """
    start, end = quantity.bare_start, quantity.bare_end
    digits = text[start:end]
    if dates.overlap(start, end):
        timed = quantity.unit.dimension == "time" if quantity.unit else bool(_TO_TIME.match(text, end))
        return not timed or _YEAR.match(digits) is not None
    if quantity.unit is not None or not isinstance(quantity.value, float):
        return False
    if _CLOCK.match(text, end, end + 14) or _CLOCK_AFTER.match(text, end):
        return True
    before = text[max(0, start - 16) : start]
    if _CLOCK_BEFORE.search(before) and quantity.value <= _HOURS:
        return True
    if quantity.value <= 31 and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, end)):
        return True
    return bool(_YEAR.match(digits) and (not before.strip() or _YEAR_BEFORE.search(before)))


def loose(text: str, quantity: Quantity, dates: Dates) -> bool:
    """Whether a number is one of a pair with a dash that came to no range ("3-1", "747-400").

    The date of a dateline is no number beside it: "4 May 2024 - Nine miners died".
    """
    if quantity.unit is not None or quantity.combined:
        return False
    left = max(0, quantity.start - 4)
    dashed = _DASHED_BEFORE.search(text[left : quantity.start])
    if dashed and not dates.overlap(left, left + dashed.start() + 1):
        return True
    return _DASHED_AFTER.match(text, quantity.end) is not None


def votes(text: str, quantity: Quantity) -> bool:
    """Whether the number is one of a falling pair: "92 to 0" and "312 for 6" are how votes and games end."""
    if quantity.unit is not None or quantity.combined or quantity.shape != "digits":
        return False
    start, end = quantity.bare_start, quantity.bare_end
    runs = _RUNS.search(text, max(0, start - 9), end + 30)
    if runs and runs.start() <= start < runs.end():
        return True
    if after := _TO_LESS.match(text, end):
        return int(after[1]) < quantity.low and not text.endswith("from ", max(0, start - 5), start)
    before = _FROM_MORE.search(text[max(0, start - 16) : start])
    return before is not None and int(before[2]) > quantity.low and not before[1]


def score(text: str, quantity: Quantity, sentence: Span) -> bool:
    """Whether a range with nothing counted is the score of a game or a vote ("3-5", "3 to 5")."""
    if not isinstance(quantity.value, tuple) or quantity.unit is not None or quantity.value[1] >= 200:
        return False
    start, end = max(sentence.start, quantity.start - 60), min(sentence.end, quantity.end + 30)
    return not classed("score").isdisjoint(re.findall(r"[a-z]+", text[start:end].lower()))


def part(text: str, quantity: Quantity, *, bounded: bool) -> bool:
    """Whether "half" or "a third" shares nothing out: "the first half", "a third goal", "half-brother"."""
    if quantity.shape != "part" or quantity.unit is not None:
        return False
    words = text[quantity.bare_start : quantity.bare_end].lower()
    if words != "half" and not words.startswith("a"):
        return False
    if _PART_BEFORE.search(text[max(0, quantity.start - 10) : quantity.start]):
        return True
    if bounded:
        return False
    if _shares(text, quantity):
        return False
    return _ranked(text, quantity, words) or not _PART_AFTER.match(text, quantity.end)


def _shares(text: str, quantity: Quantity) -> bool:
    """Whether it is by how much something changes or differs: "by a third since May", "a third lower"."""
    following = _NEXT_WORD.match(text, quantity.end)
    word = following[1].lower() if following else ""
    if word in classed("comparative"):
        return True
    ends = not word or word in classed("stop") or word in classed("ellipsis")
    previous = _WORD_BEFORE.search(text, max(0, quantity.start - _REACH), quantity.start)
    return ends and previous is not None and previous["word"].lower() in classed("by so much")


def _ranked(text: str, quantity: Quantity, words: str) -> bool:
    """Whether "a third" is the next of a row: "she wants to add a third". "Rome a third" shares out."""
    if words == "half" or words.endswith("quarter") or not _CLAUSE_ENDS.match(text, quantity.end):
        return False
    previous = _WORD_BEFORE.search(text, max(0, quantity.start - _REACH), quantity.start)
    return previous is not None and previous["word"].islower() and previous["word"] not in classed("share")


def pronoun(text: str, quantity: Quantity, sentence: Span, noun: Span | None) -> bool:
    """Whether "one" stands for something ("the one", "one of them"), or "the two" for two known before."""
    if quantity.shape == "many":
        # "credit scores", "the tens": these two count only with what they are of.
        word = text[quantity.bare_start : quantity.bare_end].lower()
        return word in ("scores", "tens") and not text.startswith(" of ", quantity.end)
    if quantity.combined or quantity.shape == "digits":
        return False
    word = text[quantity.bare_start : quantity.bare_end].lower()
    if quantity.unit is not None:
        return word == "one" and _IDIOM.search(text[max(0, quantity.start - 9) : quantity.end]) is not None
    if not word.isalpha():
        return False
    before = _WORD_BEFORE.search(
        text[max(sentence.start, quantity.bare_start - _REACH) : quantity.bare_start]
    )
    previous = before["word"].lower() if before else ""
    if word == "two" and previous in ("the", "these", "those"):
        return True
    if word != "one":
        return noun is None and previous in classed("known")
    if noun is None or previous in classed("not-one") or previous.endswith(("'s", "’s")):
        return True
    return bool(_NOT_ONE_AFTER.match(text, quantity.end, sentence.end))
