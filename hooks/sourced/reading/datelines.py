"""Datelines: "OSLO, March 4 (Agency) - " in front of an article's first words."""

from __future__ import annotations

import re

from sourced.model import Span

_WORD = r"(?:[^\W\d_a-z][\w.'’]*(?:-\w+)*|\d{1,4}(?:st|nd|rd|th)?|of|and|de|del|la|le|the)"
_DATELINE = re.compile(
    rf"(?P<place>{_WORD}(?: {_WORD}){{0,4}})(?:[ ,/]{{1,3}}{_WORD}){{0,8}}"
    r"(?P<agency>\s*\([^\W\d_a-z][^()\n]{0,40}\))?"
    r"\s*(?:-{1,2}|–|—|―)\s+(?=[\"“„‘'«(]?[^\W_a-z])"
)
_FEWEST = 4  # letters of a place in capitals; fewer may be any initials


def find(text: str, paragraph: Span) -> Span | None:
    """The dateline that a paragraph opens with, up to what follows its dash; None where there is none.

    A place in capitals, or an agency in brackets, tells it from other words before a dash.
    """
    match = _DATELINE.match(text, paragraph.start)
    if match is None or match.end() >= paragraph.end:
        return None
    place = match["place"]
    loud = place.isupper() and sum(letter.isalpha() for letter in place) >= _FEWEST
    return Span(match.start(), match.end()) if loud or match["agency"] else None
