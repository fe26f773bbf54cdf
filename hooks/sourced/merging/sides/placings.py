"""Places that the texts themselves say belong to a country: "Italy's Veneto region"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourced.merging.sides import countries, phrases
from sourced.model import Article

_REGION = "region|province|oblast|state|county|district|republic|territory|prefecture|canton"
_WHO = r"\b(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s)?"
_PLACE = r"(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_BETWEEN = r"(?: (?!(?:the|an?|in|on|of|to|from|at|near|into|against|and|or) )[a-z-]+)"
_BELONGS = (
    re.compile(rf"{_WHO}{_BETWEEN}{{0,2}} (?:{_REGION}|city|town|port|village|exclave) of {_PLACE}"),
    re.compile(rf"{_WHO}(?: (?:border|[a-z-]*(?:ern|most|ing)))? {_PLACE} (?:{_REGION})\b"),
)


def find(articles: Iterable[Article]) -> dict[str, str]:
    """The place -> the code of its country; what two countries are said to have is left out."""
    found: dict[str, set[str]] = {}
    for article in articles:
        for pattern in _BELONGS:
            for match in pattern.finditer(article.text):
                codes = {place.code for place in countries.find(phrases.tokens(match["who"])[0])}
                if len(codes) == 1 and not any(countries.find(phrases.tokens(match["place"])[0])):
                    found.setdefault(match["place"], set()).update(codes)
    return {place: codes.pop() for place, codes in found.items() if len(codes) == 1}
