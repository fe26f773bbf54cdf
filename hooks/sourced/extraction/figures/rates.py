"""Rates: what a unit or a count is told by ("an hour", "per barrel", "/kg", "daily", "per 1,000 people")."""

from __future__ import annotations

import re
from functools import cache

from sourced.extraction import numbers
from sourced.extraction.figures import counted, unit_words
from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.unit_table import COUNT, Unit, named
from sourced.extraction.figures.unit_words import Match

_PER = re.compile(
    r"\s?/\s?|(?P<per>[- ]per[- ])(?:an? )?|[- ]an?[- ]|(?<=[^\W\d_]) (?:each|every) (?=day|week|month|year)"
)
_HOW_MANY = re.compile(r"(?:\d[\d,]*|hundred|thousand|million|billion)(?=[ -])")
_ADVERB = re.compile(
    r"\s(?P<word>[a-z]+ly)"
    r"(?=\s*(?:[.,;:)”\"]|$)|\s(?:to|in|from|by|and|on|at|for|with|through|over|since|until|but|is|are|was|were)\b)"
)
_SECOND = re.compile(
    r"\s(?!(?:to|in|from|by|and|on|at|for|with|through|over|as|when|while|but|is|was)\b)[a-z]"
)


@cache
def _adverbs() -> dict[str, str]:
    return dict(pair.split("/") for pair in classed("adverb of time"))


def rate(text: str, found: Match, end: int) -> Match:
    """``found`` with the rate that follows it ("per hour", "/kg", "a day"); itself where there is none."""
    adverb = _ADVERB.match(text, found.end, end)
    if adverb and (time := _adverbs().get(adverb["word"])):
        return found._replace(end=adverb.end(), unit=_per(found.unit, named(time)))
    per = _PER.match(text, found.end, end)
    if not per:
        return found
    spoken = not per[0].strip().startswith("/")
    below = unit_words.either(text, per.end(), end, spaced=False) or unit_words.inner(text, per.end(), end)
    if below is None and (per["per"] or _shared(text, found, per.end(), end)):
        return _per_thing(text, found, per.end(), end)
    if below is None or below.unit.dimension == "money" or text[below.end : below.end + 4] == " ago":
        return found
    if spoken and per[0].strip(" -") in ("a", "an"):
        if below.unit.name == "second" and _SECOND.match(text, below.end, end):
            return found  # "a second thought"
        timed = below.unit.dimension == "time"
        if not timed and not (found.unit.dimension == "money" and below.unit.name in classed("traded")):
            return found
        if re.match(r"\s(?:ago|earlier|later|before|after|from|and a)\b", text[below.end : below.end + 10]):
            return found
    step = found._replace(end=below.end, unit=_per(found.unit, below.unit))
    return step if " per " in found.unit.name else rate(text, step, end)


def _shared(text: str, found: Match, at: int, end: int) -> bool:
    """Whether money is told by the thing: "30 cents a share", "$12 a head"."""
    word = unit_words.WORD.match(text, at, end)
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
        below = unit_words.either(text, many.end() + 1, end, spaced=True)
    noun = below or counted.after(text, many.end() if many else at - 1, end, one=not many, share=False)
    if noun is None:
        return found
    size = f"{numbers.value(many[0]) or numbers.value(f'a {many[0]}') or 0:,.0f} " if many else ""
    name = size + (below.unit.plural if below else text[noun.start : noun.end].lower())
    return found._replace(
        end=noun.end if many else found.end, unit=_per(found.unit, Unit(name, name, f"{{{name}}}", name))
    )
