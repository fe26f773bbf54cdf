"""Which names stand as the source of a quotation: whoever does is a person or a body that speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from sourced.extraction.names import lexicon
from sourced.model import Span

_CLOSED = re.compile(r"\s*$|\s?[,;(\[]|\s[—–-]\s|\s(?:of|in|at|from|on|who|himself|herself|itself|and)\b")


class Speaking:
    """The sources of one article, which can be asked whether a name is the head of one."""

    def __init__(self, text: str, sources: Iterable[Span]) -> None:
        self._text = text
        self._sources = sorted({Span(source.start, source.end) for source in sources})
        self._starts = [source.start for source in self._sources]

    def heads(self, start: int, end: int) -> bool:
        """Whether the name at ``start`` is who speaks: no "friends of Lee", no "Lee's lawyer"."""
        at = bisect_right(self._starts, end - 1) - 1
        if at < 0 or self._sources[at].end <= start:
            return False
        source = self._sources[at]
        if not _CLOSED.match(self._text, end, max(source.end, end)):
            return False
        before = self._text[source.start : start].lower()
        return before.endswith(", ") or lexicon.listed("link").isdisjoint(before.split())
