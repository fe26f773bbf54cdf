"""Everything that one article yields."""

from __future__ import annotations

import msgspec

from sourced.extraction import dates, figures, names, quotations
from sourced.extraction.names import resolution
from sourced.model import Article, Entity, Extraction, Quotation, Span


def extract(article: Article) -> Extraction:
    """Find the quotations, terms, figures, dates, people and bodies of one article.

    Where the article's date is not given, relative dates are resolved against the date that its
    own text fixes, if it does ("Friday, July 21, 2017").
    """
    if article.date is None:
        article = msgspec.structs.replace(article, date=dates.published(article.text))
    said, terms, entities = who_says_what(article)
    when = dates.find(article)
    return Extraction(
        quotations=said,
        terms=terms,
        figures=figures.find(article, when),
        dates=when,
        entities=entities,
    )


def who_says_what(article: Article) -> tuple[tuple[Quotation, ...], tuple[Span, ...], tuple[Entity, ...]]:
    """The quotations of an article with their speakers' names, the terms, and the people and bodies."""
    said, terms = quotations.find(article, lambda: names.find(article))
    entities = names.find(article, said)
    said, entities = resolution.resolve(article, entities, said)
    return said, terms, entities
