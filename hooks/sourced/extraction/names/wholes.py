"""Sources as the whole noun phrase, where only the names tell how far it goes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from sourced.extraction.names import roles
from sourced.model import Article, Entity, Mention, Quotation, Span

_OPENS = re.compile(
    r"(?:^|[,;:—–“\"\n])\s*(?:(?:and|but)\s)?(?P<article>(?:the|a|an|his|her|their|its)\s)?$", re.IGNORECASE
)
_BACK = 16  # characters before a role in which its article and what that follows stand


def widened(article: Article, entities: Sequence[Entity], quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, with each source that begins inside or right behind a person's whole name or role.

    Only as a name is the "Per" of "Per Lund" no preposition; and in "the Peruvian minister, Ana Quispe
    said" the comma that is missing behind the name hides that the role belongs to it.
    """
    named = sorted(
        (mention, entity.kind == "person")
        for entity in entities
        for mention in entity.mentions
        if mention.kind == "name"
    )
    starts = [sentence.start for sentence in article.sentences]
    return [_widened(article, starts, quotation, named) for quotation in quotations]


def _widened(
    article: Article, starts: Sequence[int], quotation: Quotation, named: Sequence[tuple[Mention, bool]]
) -> Quotation:
    source = quotation.source
    if source is None:
        return quotation
    at = bisect_left(named, source.start, key=lambda pair: pair[0].start)
    if at and named[at - 1][0].end > source.start and not named[at - 1][0].overlaps(quotation):
        whole = named[at - 1][0]
        source = Span(whole.start, max(source.end, whole.end))
    elif at < len(named) and named[at][1] and named[at][0].start == source.start:
        sentence = starts[max(0, bisect_right(starts, source.start) - 1)]
        source = Span(_role_before(article.text, source.start, sentence), source.end)
    overlaps = Span(source.start, source.end).overlaps(quotation)
    return quotation if overlaps or source == quotation.source else replace(quotation, source=source)


def _role_before(text: str, name: int, sentence: int) -> int:
    """Where the role before a name and a comma begins, if that begins a clause; else where the name does."""
    role = roles.before(text, name, sentence) if text[name - 2 : name] == ", " else None
    if role is None or role.end != name - 2:
        return name
    low = max(sentence, role.start - _BACK)
    opens = _OPENS.search(text[low : role.start])
    if opens is None:
        return name
    return role.start - len(opens["article"] or "")
