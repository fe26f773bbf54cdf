"""What a bare number counts that was named before: "600 people marched. Organisers said 2,000 had come"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sourced.merging import words
from sourced.model import Article, Figure, Span

# A verb says of the bare number what happened to it, or it is put in the place of another one.
_VERB = re.compile(
    r"\s(?:had|have|were|was|would|will|did|took|came|went|died|fell|left|turned|[a-z]{3,}ed)\b(?!\sof\b)"
)
_PUT = re.compile(
    r"\b(?:it|them|number|figure|total|toll|turnout|crowd)\s(?:\w+\s){0,3}?(?:at|was|to|as)\s$", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:[.,;”\"]|$)")
_REACH = 60  # characters before the number in which "put it at" is looked for


def antecedent(article: Article, figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure nearest before, in its own sentence or the one before it, whose noun a bare number shares.

    ``figures`` are those of the article in text order. None where two nouns may be meant, or another
    paragraph begins.
    """
    before = article.text[max(0, figure.start - _REACH) : figure.start]
    if not _VERB.match(article.text, figure.end) and not (
        _ENDS.match(article.text, figure.end) and _PUT.search(before)
    ):
        return None
    start = _sentence_before(article, figure)
    at = bisect_left(figures, figure.start, key=lambda one: one.start)
    told = [one for one in figures[max(0, at - 4) : at] if one.start >= start]
    nouns = {_head(article.text, one.counted) for one in told if one.counted}
    if len(nouns) != 1 or any(one.unit or not one.counted for one in told):
        return None
    return told[-1]


def _sentence_before(article: Article, figure: Figure) -> int:
    """Where the sentence before begins; its own, where that opens a paragraph."""
    at = bisect_left(article.sentences, figure.start, key=lambda one: one.end)
    own = article.sentences[at].start if at < len(article.sentences) else figure.start
    if any(paragraph.start == own for paragraph in _paragraph(article, own)) or not at:
        return own
    return article.sentences[at - 1].start


def _paragraph(article: Article, start: int) -> Sequence[Span]:
    at = bisect_left(article.paragraphs, start, key=lambda one: one.start)
    return article.paragraphs[at : at + 1]


def _head(text: str, counted: Span) -> str:
    return words.stem((words.split(counted.surface(text)) or [""])[-1])
