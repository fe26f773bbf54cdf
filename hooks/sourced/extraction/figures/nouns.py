"""The noun that each quantity of a sentence counts, also where only the one before or after it has it."""

from __future__ import annotations

import re

from sourced.extraction.figures import ages, counted, ranges
from sourced.extraction.figures.figure_words import classed
from sourced.extraction.figures.quantities import Quantity
from sourced.model import Span

_MAGNITUDE = re.compile(r"\b(?P<noun>magnitude)\s$")
_OF = re.compile(r"\s+of\s")
# A number with no noun may count what the figure before it counts: "40 strikes … 25 were called off".
_ELLIPSIS = re.compile(r"\s+of (?:them|those|these|which|whom)\b|\s*(?:[.,;:)]|$)")
_NEXT = re.compile(r"\s+([^\W\d_]+)(?![\w’'-])")
_NO_ELLIPSIS = frozenset("a an per plus minus times percent and or of than".split())
_GOVERNED = re.compile(r"\b(?:to|than|by|at|of|for|as|measur(?:ing|ed|es)|reached|hit)\s$")
_HARMED = re.compile(
    r"(?:\s\w+){0,3}?\s(?:killed|died|dead|injured|wounded|hurt|arrested|missing|trapped|hospitali[sz]ed|survived"
    r"|detained|rescued|convicted|charged|jailed)\b"
)
_PERSONS = re.compile(r"(?:ers|ors|ists|ants|ents|ians|ees|men|people)$")
# "one adult in ten"
_INSIDE = re.compile(r"[\w-]+\s(?!(?:in|out|of)\b)(?P<noun>[a-z]+)\s(?:in|out of)\b", re.IGNORECASE)
_VERB = re.compile(r"(?P<noun>.*\w+s) \w+s")
_OPENS = re.compile(r"(?:(?:of|among) (?:them|these|those),? |(?:the )?other )?", re.IGNORECASE)


def of(text: str, quantity: Quantity, sentence: Span) -> Span | None:
    """The noun that the quantity counts or, across "of", measures ("20 tonnes of grain")."""
    measured = quantity.unit is not None
    across = _OF.match(text, quantity.end, sentence.end)
    if quantity.unit and (quantity.unit.dimension in ("time", "age") or not across):
        return None
    size = _MAGNITUDE.search(text, max(sentence.start, quantity.start - 12), quantity.start)
    if size and not measured:
        return Span(size.start("noun"), size.end("noun"))
    if quantity.of is not None and (inside := _INSIDE.match(text, quantity.bare_start, quantity.end)):
        return Span(inside.start("noun"), inside.end("noun"))
    alone = quantity.value == 1 and quantity.of is None
    if alone and across and quantity.shape == "words" and not measured:
        return None  # "one of the three"
    noun = counted.after(
        text, quantity.end, sentence.end, one=alone or measured, share=quantity.shape == "part"
    )
    if (
        noun
        and quantity.of is not None
        and quantity.value == 1
        and (verb := _VERB.fullmatch(noun.surface(text)))
    ):
        return Span(noun.start, noun.start + verb.end("noun"))  # "one in four patients waits"
    if noun and alone and quantity.shape == "words" and counted.idle(text, noun):
        return None
    return noun


def shared(
    text: str,
    sentence: Span,
    found: list[Quantity],
    own: dict[Quantity, Span | None],
    before: Span | None,
) -> list[Span | None]:
    """The nouns of a sentence's quantities; ``own`` are those that some of them have of their own.

    A number that has none shares that of its list, or of the figure before it in the sentence; where
    it opens the sentence ("Four are closed"), ``before``, that of the last figure of the sentence before.
    """
    nouns = [own[each] if each in own else of(text, each, sentence) for each in found]
    open_ = [
        noun is None and each.unit is None and not ages.told(text, sentence, each)
        for noun, each in zip(nouns, found, strict=True)
    ]
    for at in range(len(found) - 2, -1, -1):
        if open_[at] and found[at + 1].unit is None and ranges.listed(text, found[at], found[at + 1]):
            nouns[at] = nouns[at + 1]
    for at, quantity in enumerate(found):
        if nouns[at] is None and open_[at] and _elliptic(text, quantity, sentence):
            if at:
                noun = nouns[at - 1] if found[at - 1].unit is None else None
            else:
                noun = before if _opens(text, quantity, sentence) else None
            if noun and (not _HARMED.match(text, quantity.end, sentence.end) or _personal(text, noun)):
                nouns[at] = noun
    return nouns


def _opens(text: str, quantity: Quantity, sentence: Span) -> bool:
    return quantity.shape != "many" and _OPENS.fullmatch(text, sentence.start, quantity.start) is not None


def _personal(text: str, noun: Span) -> bool:
    """Whether people are counted: "40 shots were fired, and two died" are no two shots."""
    head = noun.surface(text).split()[-1].lower()
    return head in classed("people") or _PERSONS.search(head) is not None


def _elliptic(text: str, quantity: Quantity, sentence: Span) -> bool:
    """Whether the number stands for a noun: a verb, a preposition or the end follows it."""
    if _GOVERNED.search(text[max(0, quantity.start - 12) : quantity.start]):
        return False
    if _ELLIPSIS.match(text, quantity.end, sentence.end):
        return True
    following = _NEXT.match(text, quantity.end, sentence.end)
    if following is None:
        return False
    word = following[1].lower()
    if word in _NO_ELLIPSIS:
        return False
    return (
        word in classed("stop")
        or word in classed("verb")
        or word in classed("ellipsis")
        or word.endswith("ed")
    )
