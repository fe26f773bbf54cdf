"""What a page stands on: all that its checks look things up in, made once for all pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from sourced.citing import keys
from sourced.model import Article, Comparison, Dossier, Event, Party, Passage, Source, Span, TimeExpression


class Ground(Struct, frozen=True):
    """The dossier, its keys, the seeds by source's key, and the texts that a page may include, by name.

    ``dates`` are those that each seed tells, by source's key. ``before`` is what the keys led to in seeds
    that have changed since they were pinned, ``earlier`` what they led to before the last change that is
    known; that takes its time, and is asked for a key that nothing has.
    ``own`` are the same includes, with nothing in those that the build makes.
    """

    dossier: Dossier
    index: keys.Index
    articles: Mapping[str, Article]
    includes: Mapping[str, str]
    dates: Mapping[str, tuple[TimeExpression, ...]] = {}
    before: keys.Index = {}
    earlier: Callable[[], keys.Index] = dict
    own: Mapping[str, str] = {}

    def passages(self, key: str) -> tuple[str, ...]:
        """The texts that the citation ``key`` leads to; none for a key that no seed has.

        A source as a whole is its paragraphs: words that run on over two stand in neither.
        """
        return tuple(dict.fromkeys(passage.text for passage in self.cited(key)))

    def joined(self, keys: Iterable[str]) -> Iterator[str]:
        """The texts that some citations lead to together: what follows right upon another goes on with it."""
        found = sorted(
            {(one.source, one.start, -one.end) for key in keys for one in self.cited(key)},
        )
        at: Span | None = None
        last = ""
        for source, start, end in found:
            article = self.articles[source]
            if at and source == last and self._goes_on(article, at.end, start):
                at = Span(at.start, max(at.end, -end))
                continue
            if at:
                yield at.surface(self.articles[last].text)
            at, last = Span(start, -end), source
        if at:
            yield at.surface(self.articles[last].text)

    @staticmethod
    def _goes_on(article: Article, end: int, start: int) -> bool:
        """Whether a passage overlaps the one before, or follows it in the same paragraph."""
        begins = bisect_left(article.paragraphs, start, key=lambda one: one.start)
        new = begins < len(article.paragraphs) and article.paragraphs[begins].start == start
        return start < end or (not new and not article.text[end:start].strip())

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
