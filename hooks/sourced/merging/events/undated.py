"""Dates that tell of no event.

They are those of a document or a birth, part of a name, of what a number measures, of silence, or of what
somebody denies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sourced.merging import words
from sourced.merging.events import verbs
from sourced.model import Quotation, Span

_NEARBY = 60
_AS_SUBJECT = re.compile(r"\s(?:was|is|were|has|had)\b")
# "after a large loss yesterday", "since its launch in 2003": the day of what is only named.
_NOMINAL = re.compile(
    r"[\w,] (?:(?:after|before|since|until|following|despite|amid) (?=an?\b|the\b|its\b|his\b|her\b|their\b)"
    r"|whose )((?:an?\s|the\s|its\s|his\s|her\s|their\s)?(?:[\w’-]+\s){1,6})(?:(?:on|in|late|early|at)\s)*$"
)
_BORN = re.compile(r"\b(?:[Bb]orn|née|dated)\s(?:[\w’'-]+\s){0,5}$")
_NAMED = re.compile(r"(?:^|\s)(?P<word>[A-Z][\w’'-]*) $")
_YEAR = re.compile(r"\d{4}")
_OPENERS = frozenset(
    "In Since By Until Till From During Before After Late Early Mid Around About For And Through Between On"
    " At Of As Following Over Throughout".split()
)
_MEASURED = re.compile(
    r"(?:was|were|is|are|had|has|have|stood at|totall?ed|numbered|averaged|cost|stayed at|earned"
    r"|employed|counted)\s(?:(?:only|just|about|some|around|nearly|almost|roughly|over|more than|fewer than"
    r"|less than|at|up|down|by)\s)*[$€£]?\d"
    r"(?![\w.,-]*\s+(?:[\w-]+\s+){0,2}\w{3,}ed\b)"
)
_SILENT = re.compile(
    r"\b(?:declin|refus)ed to (?:comment|say|answer|discuss|confirm|elaborate)\b|\bno comment\b"
    r"|\b(?:did|had|has|have|was|were)(?: not|n[’']t) (?:immediately |yet |been )?"
    r"(?:respond|repl|return|comment|answer|reach|available)"
    r"|\b(?:did|has|have|would) not (?:sa(?:y|id)|specify|elaborate)\b"
    r"|\bcould not (?:immediately )?be reached\b"
)
# "rejects as a lie the claim that its guns fired on Monday"
_DENIED_CLAIM = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)\s"
    r"[^.;!?“”\"]{0,60}\b(?:claims?|allegations?|reports?|suggestions?|accusations?|charges?)\s(?:that\s|of\s)"
    r"[^.;!?“”\"]*$"
)
# "the marchers in May had been ignored", "the fire in March is still ...": said of them, not of that day.
_IN_SUBJECT = re.compile(
    r"(?:^|[.,;“\"]\s?|\bthat\s|\bsaid\s)(?:the|an?|its|his|her|their|our)\s(?P<noun>(?:[\w’'-]+\s){1,4})"
    r"(?:in|on|at|of)\s(?:(?:late|early)\s)?$",
    re.IGNORECASE,
)
_LATER_VERB = re.compile(r"\s(?:had\sbeen|is|are|remains?)\b")
# "29 were still missing": how many they were on the day is a figure, no event.
_HOW_MANY = re.compile(
    r"(?:^|,\s|\bthat\s)(?:(?:at|least|about|some|nearly|almost|around|more|than|over|up|to|only|just|another)\s)*"
    r"(?:\d[\d,.]*|[a-z]+(?:teen|ty)(?:-[a-z]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|dozens|scores|hundreds|thousands|a\sdozen)\b(?:\s[\w’'-]+){0,6}?(?:,[^,]{0,60},)?"
    r"\s(?:was|were|is|are|remain|remained)\s(?:(?:still|also|now|all|\w+ly)\s)*"
    r"(?:missing|alive|homeless|unconscious|unaccounted|in|at|on|near|off|inside|aboard|without|around|under)\b(?!.*\bwhen\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|reject(?:s|ed)?|rul(?:es|ed) out)\b")


def is_undated(text: str, date: Span, terms: Sequence[Span], *, to_come: bool = False) -> bool:
    """Whether the date is that of a document or a birth, part of a name, or itself what is spoken of.

    So it is where the subject is dated, and what is told of it is not (if the day is not ``to_come``).
    """
    if _DENIED_CLAIM.search(text, max(0, date.start - 4 * _NEARBY), date.start):
        return True
    before = text[max(0, date.start - _NEARBY) : date.start]
    if not text[date.start - 1 : date.start].strip() and _AS_SUBJECT.match(text, date.end):
        opens = not before.strip() or before.rstrip()[-1] in ".!?”"
        if opens:
            return True  # "Sunday was chosen because ..."
    within = _IN_SUBJECT.search(before) if _LATER_VERB.match(text, date.end) else None
    if within is not None and not to_come and not verbs.has_verb(within["noun"]):
        return True
    nominal = _NOMINAL.search(before)
    if nominal is not None and not verbs.has_verb(nominal[1]):
        return True
    if _BORN.search(before) or _documents().search(before) or any(term.covers(date) for term in terms):
        return True
    named = _NAMED.search(before) if _YEAR.fullmatch(date.surface(text)) else None
    return named is not None and named["word"] not in _OPENERS


def is_no_event(text: str, pieces: Sequence[Span], around: Quotation | None) -> bool:
    """Whether the clause tells what something measured, that nobody answered, or what somebody denies."""
    if around is not None and around.cue is not None and _DENIED.search(around.cue.surface(text)):
        return True
    told = " ".join(piece.surface(text) for piece in pieces)
    verb = verbs.first_verb(told, Span(0, len(told)))
    return bool(_SILENT.search(told) or _HOW_MANY.search(told)) or (
        verb is not None and bool(_MEASURED.match(told, verb))
    )


@cache
def _documents() -> re.Pattern[str]:
    nouns = "|".join(sorted(words.listed("events/documents.txt"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{nouns})s?\s(?:of|from|(?:taken|made|recorded|dated|written)\s(?:at|on|in))"
        r"\s(?:(?:early|late|mid)[\s-])?$",
        re.IGNORECASE,
    )
