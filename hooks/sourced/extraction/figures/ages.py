"""Ages of people told by a bare number: "aged 55", "Smith, 51, said", "children under 12"."""

from __future__ import annotations

import re

from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.quantities import Quantity
from sourced.extraction.names import lexicon
from sourced.model import Span

_OLDEST = 120
_REACH = 48  # characters before a number in which the person stands
_AGED = re.compile(
    r"\b(?:aged?|turn(?:s|ed|ing)?|age\sgroup)\s(?:of )?(?:(?:about|around|just|between|from|over|under) )?$",
    re.IGNORECASE,
)
_LIST = re.compile(r"\baged\s(?:\d{1,3}(?:,|,? and|,? or)\s){1,4}$")
_VERB = re.compile(r"\b(?:he|she|I) (?:was|is|turned|turns) (?:only |just |about )?$", re.IGNORECASE)
# "my mother is 60", "Ann Lee was 71 when ..."
_PERSON_IS = re.compile(
    r"(?:(?P<given>[A-Z][a-z]+)\s(?:[A-Z]\.?\s)?[A-Z]|(?P<noun>\b[a-z]))[\w’'-]+\s(?:was|is|turned|turns)\s(?:only\s|just\s|about\s)?$"
)
_AFTER_VERB = re.compile(r"\s*[.,;:)”\"]|\s(?:when|and|so|at the time|but|years)\b|\s*$")
_NAME_ASIDE = re.compile(r"(?:^|\s)[A-Z][\w’'-]*,\s$")
# "the teacher, 44, is on leave", "two boys, 12 and 14, drowned"
_NOUN_ASIDE = re.compile(
    r"(?:\b(?:the|an?|his|her|their|my|our|two|three|four|five)|[’']s)\s(?:[a-z-]+\s){0,3}(?P<noun>[a-z-]+),\s"
    r"(?:\d{1,2}(?:,|,? and)\s){0,4}$",
    re.IGNORECASE,
)
_AFTER_ASIDE = re.compile(r",|\)|\s(?:and|who|of|from)\b")
_AFTER_NOUN_ASIDE = re.compile(r"(?:,? and \d{1,2}|, \d{1,2}(?= and|,))*,\s[a-z]")
# A line that presents somebody: "Ahmed Berg, 40."
_PRESENTED = re.compile(r"(?:[A-Z][\w’'.-]*\s){1,4}(?:\([^()]{1,20}\))?[A-Z\w’'.-]*,\s")
# "said Berg, 52." at the end of a sentence.
_SAID = re.compile(r"\b(?:said|says|added|told\s\w+)\s(?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'-]*,\s$")
# "Tom Ray (51), of Leeds": without what follows it, it may be the minute of a goal.
_BRACKET = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s\($")
_AFTER_BRACKET = re.compile(r"\),?\s(?:of|from|who|was|is|has|had|said|says|will|a|an|the)\b")
_BOUNDED = re.compile(
    r"(?P<noun>[^\W\d_]+) (?:aged )?(?:under|over|below|above) (?:the age of )?$", re.IGNORECASE
)


def told(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a number with neither unit nor noun tells an age."""
    values = quantity.value if isinstance(quantity.value, tuple) else (quantity.low,)
    if quantity.of is not None or not all(0 < value < _OLDEST and value.is_integer() for value in values):
        return False
    before = text[max(sentence.start, quantity.start - _REACH) : quantity.start]
    if (
        introduced(text, sentence, quantity.start)
        or _LIST.search(before)
        or _of_a_group(text, sentence, quantity)
    ):
        return True
    if len(values) > 1:
        return False
    if (_VERB.search(before) or _person_is(before)) and _AFTER_VERB.match(text, quantity.end):
        return True
    return quantity.shape == "digits" and (
        bracketed(text, quantity)
        or _aside(text, quantity, before)
        or _presented(text, sentence, quantity, before)
    )


def _person_is(before: str) -> bool:
    """Whether the words end in a person and "is": a noun for somebody, or a given name and another."""
    match = _PERSON_IS.search(before)
    if match is None:
        return False
    if match["given"]:
        return match["given"] in lexicon.given_names()
    noun = before[match.start("noun") :].split(maxsplit=1)[0]
    return lexicon.role_noun(noun) is not None or noun in classed("person")


def introduced(text: str, sentence: Span, at: int) -> bool:
    """Whether an age begins at ``at``, by the words before it: "aged", "turned"."""
    return _AGED.search(text, max(sentence.start, at - _REACH), at) is not None


def bracketed(text: str, quantity: Quantity) -> bool:
    """Whether the number stands in brackets after a person's name."""
    start, end = quantity.bare_start, quantity.bare_end
    return (
        _AFTER_BRACKET.match(text, end) is not None
        and _BRACKET.search(text, max(0, start - _REACH), start) is not None
    )


def _of_a_group(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether it bounds the age of some people: "children under 12"."""
    group = _BOUNDED.search(text, max(sentence.start, quantity.bare_start - _REACH), quantity.bare_start)
    return group is not None and group["noun"].lower() in classed("people")


def _aside(text: str, quantity: Quantity, before: str) -> bool:
    if _NAME_ASIDE.search(before):
        return _AFTER_ASIDE.match(text, quantity.end) is not None
    noun = _NOUN_ASIDE.search(before)
    if noun is None or noun["noun"].lower() in classed("amount"):
        return False
    return _AFTER_NOUN_ASIDE.match(text, quantity.end) is not None


def _presented(text: str, sentence: Span, quantity: Quantity, before: str) -> bool:
    if text[quantity.end : sentence.end].strip('”"’ ') not in ("", "."):
        return False
    if _SAID.search(before):
        return True
    return _PRESENTED.fullmatch(text, sentence.start, quantity.start) is not None
