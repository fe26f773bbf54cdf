"""Which time expressions of a seed date an event, and which only say which, how long or since when."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.extraction.dates import timex
from sourced.merging import passages, words
from sourced.merging.events import verbs
from sourced.model import Article, Span, TimeExpression

Days = tuple[datetime.date, datetime.date]

_BACK = 60
_NEARBY = 30  # characters between two expressions for one date
_COMPARED = re.compile(
    r"(?:\b(?:than|compared (?:with|to)|like|unlike|as) (?:(?:in|on|at) )?(?:the )?"
    r"|\b(?:improvement|improved) (?:from|on|over) "
    r"|\b(?:up|down|rise|rose|risen|grown|fallen|fall|fell|drop\w*|increase|decrease|change)"
    r"(?: [\w.%]+){0,4} from (?:the )?"
    r"|\b(?:first|last|most|least|only|worst|not|n[’']t|\w{2,}est)\b[^.;]*\bsince (?:the )?"
    r"|\b\w{2,}est (?:[\w-]+ ){1,3}since (?:[\w’'-]+ ){1,5}(?:in|on) "
    r"|\bdates? (?:before|after|of|up to) )$",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:^|[,;“\"(]\s?|\bthat )as (?:of|at) $", re.IGNORECASE)
# "down from 79 in 2022", "to 5 million from 6 million a year earlier": what it was before.
_BEFORE_THAT = re.compile(
    r"\bfrom (?:(?:about|some|nearly|almost|around|just|over|under|the|an?) )*(?:[£$€¥]?\d[\d.,]*\S*|[a-z]+)"
    r"(?: \w+){0,2} (?:in |on |at )?$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:up|down|to)\s|\b(?:r[io]se|f[ea]ll|gr[eo]w|risen|fallen|grown|increased?|dropped|cut|raised?)\b"
)
# "has broken the truce 112 times since January": counted over a time, begun on no day.
_COUNTED = re.compile(r"(?:^|\s)[£$€¥]?\d\S*(?<!,)(?: [\w-]+){0,4} since (?:the )?$")
_COUNTED_SINCE = re.compile(r"(?:^|[\s“])(?:[Ss]ince|[Uu]p to) (?:the )?$")
_COUNT = re.compile(
    r",? (?:at least |more than |about |some |nearly )*"
    r"(?:\d|(?:dozens|hundreds|thousands|scores)\b|[\w ]{3,20}\d)"
)
# "have halved since May": how far it has come, not when. A state ("has ruled since") began on a day.
_SINCE = re.compile(r"\b(?:has|have)(?: \w+ly| also)? (?P<verb>\w+)\b[^.;]{0,60}\bsince (?:the )?$")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m|p\.?m|o[’']clock)\b\.?|noon|midnight", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:year|years|months|quarter|weeks|days|period|season) (?:up )?(?:to|through|ended|ending) (?:the )?$"
)
_ADJECTIVE = re.compile(r"-(?:quarter|half|season|year|month|week)$")
_BARE_YEAR = re.compile(r"\d{4}")
_AFTER_VERB = re.compile(
    r"\b(?!(?:in|on|at|since|by|from|to|until|till|during|of|and|or|than|through|for|before|after)\b)[a-z]+ $"
)
_WORKDAY = re.compile(r"[A-Z][a-z]+day")
_OF = re.compile(r"\b(?:to|of|for|with|about|no|more|some) $")
_NEXT = re.compile(r"\s([a-z]+)")
_DETERMINER = re.compile(r"(?:^|[\s“\"(])(?:the|an?|its|his|her|their|our|this|\w+[’']s?) $", re.IGNORECASE)
_NOUN = re.compile(
    r"[-\s](?!(?:in|on|at|to|and|or|but|was|were|is|has|had|when|with|for|by|as|after|before|that|which|who|until"
    r"|through|said|from|of)\b)[A-Za-z]"
)
_RANGE = re.compile(r"\s+(?:to|until|through|till)\s+(?:the\s+)?|\s*[–—-]\s*")
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")
_SEPARATE = re.compile(r"\b(?:and|but|then|before|until)\b")
_LISTED = re.compile(r",\s+([a-z]+)\b")
_LONGEST = datetime.timedelta(days=3653)  # a decade
# "early March", "late on Sunday": no less sure than the month or the day itself.
_PARTS = frozenset({"START", "MID", "END"})


class Dating(Struct, frozen=True):
    """Words that date an event, the TIMEX3 value, the days it covers; ``part`` is its START, MID or END."""

    span: Span
    value: str
    days: Days
    approximate: bool
    part: str | None = None


def find(article: Article, dates: Sequence[TimeExpression]) -> Iterator[Dating]:
    """The datings of an article in text order; "from May 7 to May 9" is one."""
    text, at = article.text, 0
    known = [(date, days) for date in dates if (days := _days(date)) is not None]
    while at < len(known):
        date, days = known[at]
        at += 1
        span, value = Span(date.start, date.end), date.value
        part = date.mod if date.mod in _PARTS else None
        approximate = date.mod is not None and part is None
        if at < len(known) and _joined(text, (date, days), known[at]):
            other, until = known[at]
            at += 1
            part = None
            span, value, days = (
                Span(date.start, other.end),
                f"{_plain(value)}/{_plain(other.value)}",
                (days[0], until[1]),
            )
        elif days[1] - days[0] > _LONGEST:
            continue
        if not _only_says_which(text, passages.sentence(article, date), span):
            yield Dating(span, value, days, approximate, part)


def finest(text: str, found: Sequence[Dating]) -> list[Dating]:
    """The datings of one sentence without those that another one says more finely, near by.

    "On Constitution Day, May 3, this year" is one date, the finest.
    """
    return [
        one
        for one in found
        if not any(_within(other, one) and not separate(text, one.span, other.span) for other in found)
    ]


def _within(one: Dating, other: Dating) -> bool:
    """Whether ``one`` is a part of the days of ``other``, or the same days told earlier, a few words away."""
    apart = max(one.span.start - other.span.end, other.span.start - one.span.end)
    if apart > _NEARBY:
        return False
    inside = other.days[0] <= one.days[0] and one.days[1] <= other.days[1]
    return inside and (one.days != other.days or one.span.start < other.span.start)


def separate(text: str, one: Span, other: Span) -> bool:
    """Whether two dates of one clause may date two things: "opened in 1990 and closed in 2005"."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    listed = _LISTED.finditer(text, start, end)  # "was founded in 1998, moved in 2004 and"
    return bool(_SEPARATE.search(text, start, end)) or any(verbs.is_verb(match[1]) for match in listed)


def _days(date: TimeExpression) -> Days | None:
    return timex.days(date.value) if date.type in {"DATE", "TIME"} else None


def _plain(value: str) -> str:
    return value.split("T", maxsplit=1)[0]


def _joined(text: str, one: tuple[TimeExpression, Days], other: tuple[TimeExpression, Days]) -> bool:
    """Whether two expressions are the ends of one stretch of time."""
    between = text[one[0].end : other[0].start]
    if len(between) > 12 or "/" in one[0].value + other[0].value or other[1][0] <= one[1][1]:
        return False
    if _AND.fullmatch(between):
        touching = other[1][0] - one[1][1] == datetime.timedelta(days=1)
        return touching or bool(_BETWEEN.search(text, max(0, one[0].start - 9), one[0].start))
    return bool(_RANGE.fullmatch(between))


def _only_says_which(text: str, sentence: Span, span: Span) -> bool:
    """Whether it is as in "Wednesday's vote", "the 2020 election", "the first since 1958", "as of May"."""
    after = text[span.end : span.end + 12]
    if re.match(r"[’'](?:s\b|\s)", after):
        return True
    start = max(sentence.start, span.start - _BACK)
    before = text[start : span.start]
    if _COMPARED.search(before) or _STATE.search(before):
        return True
    if _COUNTED.search(before) or (_COUNTED_SINCE.search(before) and _COUNT.match(text, span.end)):
        return True
    since = _SINCE.search(before)
    if (since and since["verb"] not in words.listed("events/states.txt")) or (
        before.endswith("from ") and _CLOCK.fullmatch(text, span.start, span.end)
    ):
        return True
    if _PERIOD.search(before) or (
        _BEFORE_THAT.search(before)
        and _CHANGED.search(text, max(sentence.start, span.start - 4 * _BACK), span.start)
    ):
        return True
    return bool(_NOUN.match(after)) and (
        bool(_DETERMINER.search(before)) or _is_adjective(text, span, before)
    )


def _is_adjective(text: str, span: Span, before: str) -> bool:
    """Whether it stands before its noun with no article: "third-quarter profit", "of Sunday pay"."""
    following = _NEXT.match(text, span.end, span.end + 30)
    if following is None or following[1] in words.listed("stopwords.txt"):
        return False
    surface = span.surface(text)
    if _ADJECTIVE.search(surface):
        return True
    if _BARE_YEAR.fullmatch(surface):
        return bool(_AFTER_VERB.search(before))
    return bool(_WORKDAY.fullmatch(surface) and _OF.search(before))
