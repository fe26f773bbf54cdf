"""Where words stand: the selector that points at them, and the sentences around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sourced.model import Article, Passage, Seed, Selector, Span

_CONTEXT = 32


def selector(article: Article, span: Span) -> Selector:
    """A TextQuoteSelector with 32 characters on each side, and the position (W3C Web Annotation, 4.2)."""
    text = article.text
    return Selector(
        exact=span.surface(text),
        prefix=text[max(0, span.start - _CONTEXT) : span.start],
        suffix=text[span.end : span.end + _CONTEXT],
        start=span.start,
        end=span.end,
    )


def sentences(article: Article, span: Span) -> tuple[Span, ...]:
    """The sentences that share at least one character with ``span``, in order."""
    first = bisect_right(article.sentences, span.start, key=lambda s: s.end)
    last = bisect_left(article.sentences, span.end, key=lambda s: s.start)
    return article.sentences[first:last]


def sentence(article: Article, span: Span) -> Span:
    """The sentence that ``span`` begins in; ``span`` itself where it stands in none."""
    return next(iter(sentences(article, span)), span)


def passage(seed: Seed, *spans: Span) -> Passage:
    """The whole sentences that all the spans stand in, and what is between them."""
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    around = sentences(seed.article, whole)
    start = min(whole.start, around[0].start) if around else whole.start
    end = max(whole.end, around[-1].end) if around else whole.end
    return Passage(seed.source.key, start, end, seed.article.text[start:end])


def in_one_paragraph(article: Article, one: Span, other: Span) -> bool:
    """Whether both begin in the same paragraph."""
    starts = article.paragraphs
    return bisect_right(starts, one.start, key=lambda p: p.start) == bisect_right(
        starts, other.start, key=lambda p: p.start
    )
