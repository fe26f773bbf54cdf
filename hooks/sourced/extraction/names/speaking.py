"""Which names stand as the source of a quotation: whoever does is a person or a body that speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from sourced.extraction.names import lexicon
from sourced.model import Quotation, Span

_CLOSED = re.compile(
    r"\s*$|\s?[,;(\[]|\s[—–-]\s"
    rf"|\s(?:of|in|at|from|on|who|himself|herself|itself|and|{lexicon.honours()})\b"
)

_I = re.compile(r"\bI\b|\b[Mm]y\b")


class Speaking:
    """The sources of one article, which can be asked whether a name is the head of one."""

    def __init__(self, text: str, quotations: Iterable[Quotation]) -> None:
        self._text = text
        said: defaultdict[Span, list[Span]] = defaultdict(list)
        for q in quotations:
            if q.source:
                said[Span(q.source.start, q.source.end)] += q.quoted
        self._said = said
        self._sources = sorted(said)
        self._starts = [source.start for source in self._sources]

    def heads(self, start: int, end: int) -> bool:
        """Whether the name at ``start`` is who speaks: no "friends of Lee", no "Lee's lawyer"."""
        source = self._source(start, end)
        if source is None or not _CLOSED.match(self._text, end, max(source.end, end)):
            return False
        before = self._text[source.start : start].lower()
        return before.endswith(", ") or lexicon.listed("link").isdisjoint(before.split())

    def says_i(self, start: int, end: int) -> bool:
        """Whether the one who speaks there says "I" within quotation marks, as a person does."""
        source = self._source(start, end)
        said = self._said[source] if source else ()
        return any(_I.search(self._text, span.start, span.end) for span in said)

    def _source(self, start: int, end: int) -> Span | None:
        at = bisect_right(self._starts, end - 1) - 1
        return self._sources[at] if at >= 0 and self._sources[at].end > start else None
