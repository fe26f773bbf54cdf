"""Pull quotes: a paragraph of somebody's words, set apart without marks, with the name behind them.

"I was proud of what we did. Ann Lee, mayor of Torvik" and nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourced.extraction.quotations.marks import Region
from sourced.extraction.quotations.nounphrases import finite
from sourced.extraction.quotations.words import Sentence, Word
from sourced.model import Quotation, Span

_FIRST_PERSON = frozenset("i we my me".split())
_STOPS = frozenset(".!?…")
_LONGEST = 16  # words of a signature
_PASSAGE = 40  # characters by which a passage that is repeated is known


def beginnings(text: str, regions: Sequence[Region]) -> frozenset[str]:
    """How the words in marks of an article begin: a pull quote may repeat them."""
    return frozenset(_beginning(text, region.inner.start) for region in regions)


def read(text: str, paragraph: Sequence[Sentence], spoken: frozenset[str]) -> Quotation | None:
    """The pull quote that the sentences of one paragraph are, None where they are none.

    It is one where its words are those of a first person, or begin like some that are ``spoken``.
    """
    if len(paragraph) < 2:
        return None
    *said, signature = paragraph
    if not _signs(signature.words) or any(word.region is not None for s in said for word in s.words):
        return None
    start, end = said[0].start, said[-1].end
    if text[end - 1] not in _STOPS:
        return None
    personal = any(word.low in _FIRST_PERSON for s in said for word in s.words)
    if not personal and _beginning(text, start) not in spoken:
        return None
    source = Span(signature.words[0].start, signature.words[-1].end)
    return Quotation(start, end, "direct", source=source, quoted=(Span(start, end),))


def _beginning(text: str, start: int) -> str:
    return text[start : start + _PASSAGE]


def _signs(words: Sequence[Word]) -> bool:
    """Whether the words are a name, a comma and what its bearer is, or the name alone, with no stop."""
    if not 2 <= len(words) <= _LONGEST or words[-1].shape in _STOPS:
        return False
    named = next((k for k, word in enumerate(words) if word.shape != "A"), len(words))
    if not 2 <= named <= 4 or (named < len(words) and words[named].shape != ","):
        return False
    return all(word.shape in "aA,()&" and not finite(words, k) for k, word in enumerate(words))
