"""What the extractor finds in a block of a page or in a passage; kept, for most stay as they are."""

from __future__ import annotations

from functools import lru_cache

from sourced.extraction import dates, figures
from sourced.model import Figure, TimeExpression
from sourced.reading import article


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[tuple[Figure, ...], tuple[TimeExpression, ...]]:
    """The figures and the dates of a text; dates are read without knowing when it was written."""
    cut = article.read(text)
    when = dates.find(cut)
    return figures.find(cut, when), when
