"""How much of a page is cited: its sentences, and those that a citation stands in or behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sourced.citing.blocks import Block
from sourced.citing.pages import Page
from sourced.model import Span
from sourced.reading import article

_ENDS = (".", "!", "?", "…")
_MARKS = "\"'”’»)] *"


class Coverage(Struct, frozen=True):
    """Counts of sentences. Headings, titles and what is no sentence ("All people") are not counted."""

    sentences: int = 0
    cited: int = 0


def count(page: Page) -> Coverage:
    """The sentences of a page, and how many are cited."""
    found = [cited for block in statements(page) for cited in _sentences(block)]
    return Coverage(len(found), sum(found))


def together(counts: Iterable[Coverage]) -> Coverage:
    """The sums of counts."""
    each = list(counts)
    return Coverage(sum(one.sentences for one in each), sum(one.cited for one in each))


def statements(page: Page) -> Iterator[Block]:
    """The blocks that say something: paragraphs, items and rows with at least one sentence."""
    for block in page.blocks:
        if block.kind in {"paragraph", "quote", "item", "row"} and any(True for _ in _ended(block)):
            yield block


def _ended(block: Block) -> Iterator[Span]:
    """The sentences of a block that end as sentences do."""
    for sentence in article.read(block.text).sentences:
        if sentence.surface(block.text).rstrip(_MARKS).endswith(_ENDS):
            yield sentence


def _sentences(block: Block) -> Iterator[bool]:
    """For each sentence of a block, whether a citation stands in it or right behind it."""
    places = [place for place, _ in block.cited]
    for sentence in _ended(block):
        yield any(sentence.start < place <= sentence.end for place in places)
