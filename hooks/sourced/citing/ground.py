"""What a page stands on: all that its checks look things up in, made once for all pages."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sourced.citing import keys
from sourced.model import Article, Comparison, Dossier, Event, Party, Passage, Source, TimeExpression


class Ground(Struct, frozen=True):
    """The dossier, its keys, the seeds by source's key, and the texts that a page may include, by name.

    ``dates`` are those that each seed tells, by source's key.
    """

    dossier: Dossier
    index: keys.Index
    articles: Mapping[str, Article]
    includes: Mapping[str, str]
    dates: Mapping[str, tuple[TimeExpression, ...]] = {}

    def passages(self, key: str) -> tuple[str, ...]:
        """The texts that the citation ``key`` leads to; none for a key that no seed has.

        A source as a whole is its paragraphs: words that run on over two stand in neither.
        """
        return tuple(dict.fromkeys(passage.text for passage in self.cited(key)))

    def cited(self, key: str) -> tuple[Passage, ...]:
        """The passages themselves."""
        record = self.index.get(key)
        if record is None:
            return ()
        if isinstance(record, Source):
            article = self.articles[record.key]
            return tuple(
                Passage(record.key, one.start, one.end, one.surface(article.text))
                for one in article.paragraphs
            )
        if isinstance(record, Comparison):
            return tuple(passage for claim in record.claims for passage in self.cited(claim))
        more: tuple[Passage, ...] = ()
        if isinstance(record, Party):
            more = record.passages
        elif isinstance(record, Event):
            more = record.evidence
        return tuple(dict.fromkeys((record.passage, *more)))
