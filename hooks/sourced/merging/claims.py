"""Figures that somebody puts forward without a clause of speech: "the ministry put the toll at 40"."""

from __future__ import annotations

import re

from sourced.merging import words
from sourced.model import Figure, Quotation, Span

_REACH = 240  # characters before a figure in which its clause begins
# Where the clause begins that the figure stands in.
_OPENS = re.compile(
    r"(?:[,;:]|\s[–—-])\s+(?:(?:and|but|while|whereas|though|although)\s+)?|\s(?:while|whereas|but)\s+"
)
# Who, the verb, what it is about, and "at" or "as" right before the figure.
_PUT = re.compile(
    r"(?P<source>[^\s“”\"]+(?:\s[^\s“”\"]+){0,7}?)\s(?:(?:has|have|had|also|now|later|initially|earlier)\s)*"
    r"(?P<verb>puts?|estimate[sd]?|values?|valued|pegs?|pegged|gave|gives)\s"
    r"(?P<thing>(?:[^\s“”\"]+\s){1,14}?)(?:at|as)\s$"
)
_COUNTED = re.compile(
    r"(?P<source>[^\s“”\"]+(?:\s[^\s“”\"]+){0,7}?)\s(?:(?:has|have|had|also|now|later|initially|earlier)\s)*"
    r"(?P<verb>counted|documented|tallied)\s$"
)
# What a number is of that stands behind it: "put the number of arrests at 40", "the death toll rose to 15".
_NUMBER_OF = re.compile(
    r"\b(?:number|total|tally|count)\sof\s(?P<things>[^,;.“”]{1,40}?)\s(?:\S+\s){0,8}?(?:at|as|to|was|is)\s(?:\w+\s)?$"
    r"|\b(?P<thing>(?:death\s)?toll|turnout|attendance|crowd)\s(?:\S+\s){0,8}?(?:at|as|to|was|is|of)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
# Nobody is named by these, or the words are no noun phrase.
_NOBODY = re.compile(
    r"(?:it|this|that|there|which|who|what|these|those|to|by|in|on|at|for|from|with|after|when|if|as)\b"
    r"|.*\b(?:to|who|which|that|and|or|by|is|was|were|are|will|would)$",
    re.IGNORECASE,
)


def _is_measure(thing: str | None) -> bool:
    """Whether what is put at the figure can be measured; nothing is said of what is counted itself."""
    return thing is None or not words.listed("measure_nouns.txt").isdisjoint(thing.lower().split())


def find(text: str, sentence: Span, figure: Figure) -> Quotation | None:
    """Who puts the figure forward, as a statement whose content runs from the verb to the clause's end."""
    floor = max(sentence.start, figure.start - _REACH)
    begins = [floor, *(match.end() for match in _OPENS.finditer(text, floor, figure.start))]
    for start in reversed(begins):
        claim = _PUT.fullmatch(text, start, figure.start) or _COUNTED.fullmatch(text, start, figure.start)
        if claim and not _NOBODY.match(claim["source"]) and _is_measure(claim.groupdict().get("thing")):
            ends = _OPENS.search(text, figure.end, sentence.end)
            return Quotation(
                claim.end("verb") + 1,
                ends.start() if ends else sentence.end,
                "indirect",
                source=Span(*claim.span("source")),
                cue=Span(*claim.span("verb")),
            )
    return None


def counted(text: str, sentence: Span, figure: Figure) -> str | None:
    """What a bare number counts that its own clause has told before; None where it has not."""
    floor = max(sentence.start, figure.start - _REACH)
    start = max([floor, *(match.end() for match in _OPENS.finditer(text, floor, figure.start))])
    found = _NUMBER_OF.search(text, start, figure.start)
    return found and (found["things"] or found["thing"])
