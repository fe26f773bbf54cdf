"""What a page stands on: all that its checks look things up in, made once for all pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from sourced.citing import keys
from sourced.model import Article, Comparison, Dossier, Event, Party, Source


class Ground(Struct, frozen=True):
    """The dossier, its keys, the seeds by source's key, and the texts that a page may include, by name."""

    dossier: Dossier
    index: keys.Index
    articles: Mapping[str, Article]
    includes: Mapping[str, str]

    def passages(self, key: str) -> tuple[str, ...]:
        """The texts that the citation ``key`` leads to; none for a key that no seed has.

        A source as a whole is its paragraphs: words that run on over two stand in neither.
        """
        record = self.index.get(key)
        if record is None:
            return ()
        if isinstance(record, Source):
            return self.whole(record.key)
        if isinstance(record, Comparison):
            return tuple(text for claim in record.claims for text in self.passages(claim))
        found: Iterable[str] = (record.passage.text,)
        if isinstance(record, Party):
            found = [*found, *(passage.text for passage in record.passages)]
        elif isinstance(record, Event):
            found = [*found, *(passage.text for passage in record.evidence)]
        return tuple(dict.fromkeys(found))

    def whole(self, source: str) -> tuple[str, ...]:
        """The paragraphs of a seed."""
        article = self.articles[source]
        return tuple(paragraph.surface(article.text) for paragraph in article.paragraphs)
