"""A stretch of one seed's text: what all that is found has in common."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of one text, ``start`` included and ``end`` not."""

    start: int
    end: int

    def surface(self, text: str) -> str:
        """Return the words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
