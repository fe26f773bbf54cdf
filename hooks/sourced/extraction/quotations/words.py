"""Sentences as words: what the readers of cues, sources and contents look at.

Words between quotation marks are one word to the sentence around them, so that a sentence inside a
quotation never cuts the sentence that quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from sourced import wordlists
from sourced.extraction.quotations.marks import Region
from sourced.model import Article, Paragraph

_WORD = re.compile(
    r"(?P<number>[$€£¥#]?\d+(?:%?[.,:/–-][$€£]?\d+)*(?:-?[^\W\d_]+)*%?)"
    r"|(?P<word>[@#]?[^\W_]+(?:\.?[-.’'&/–][^\W_]+)*(?:['’](?![\w’'])(?<=[sS]['’]))?(?:\.(?=[^\W_]|\s+\S|,))?)"
    r"|(?P<point>--+|\.\.+|\S)"
)

_CAPITAL = re.compile(r"\s[^\W\d_a-z]")
_NAME_BEFORE = re.compile(r"\b([^\W\d_a-z][\w.’'-]*)\s$")
_NICKNAME = 3  # words of a nickname
_REACH = 30  # characters of the name in front of it
_LONGEST = 400  # words of a sentence that are read at once; keeps the reading linear
DASHES = frozenset(("—", "–", "--", "-"))
_BODIES = frozenset(("WHO", "US", "IT"))  # no pronouns when they stand in capitals


class Word(Struct, frozen=True):
    """One word, mark of punctuation or quotation.

    ``low`` is it in lower case with straight apostrophes; ``shape`` is "a" (lower case), "A"
    (capitalised), "1" (number), "q" (a whole region between marks) or the punctuation itself. ``low``
    of a region is the punctuation that it ends with, or "title" where all its words are capitalised;
    ``speech``: a region's words read as speech of their own, beginning large and ending with a stop.
    """

    start: int
    end: int
    low: str
    shape: str
    region: Region | None = None
    speech: bool = False


class Sentence(Struct, frozen=True):
    """A sentence's words, its place, and whether it stands alone on a heading's line."""

    start: int
    end: int
    words: tuple[Word, ...]
    paragraph: Paragraph
    first: bool


@cache
def _classes() -> dict[str, frozenset[str]]:
    return wordlists.classes(__package__, "words.tsv")


def classed(name: str) -> frozenset[str]:
    """The words of one class of ``words.tsv``."""
    return _classes()[name]


def sentences(article: Article, regions: Sequence[Region]) -> Iterator[Sentence]:
    """The sentences of an article in order, those that a quotation spans joined to one."""
    at, count = 0, len(article.sentences)
    region = 0
    for paragraph in article.paragraphs:
        first = True
        while at < count and article.sentences[at].start < paragraph.end:
            start, end = article.sentences[at].start, article.sentences[at].end
            at += 1
            inside = []
            while region < len(regions) and regions[region].start < end:
                inside.append(regions[region])
                while (
                    end < regions[region].end and at < count and article.sentences[at].start < paragraph.end
                ):
                    end = article.sentences[at].end
                    at += 1
                region += 1
            words = tuple(_words(article.text, start, end, inside))
            for k in range(0, max(len(words), 1), _LONGEST):
                yield Sentence(start, end, words[k : k + _LONGEST], paragraph, first)
                first = False


def _words(text: str, start: int, end: int, inside: Sequence[Region]) -> Iterator[Word]:
    for region in inside:
        yield from _plain(text, start, region.start)
        inner = region.inner.surface(text)
        shape = "A" if _nicknames(text, region, inner) else "q"
        yield Word(region.start, region.end, _ending(inner), shape, region, _speech(inner))
        start = region.end
    yield from _plain(text, start, end)


def _ending(inner: str) -> str:
    """Punctuation at the end of words in marks, "title" or nothing."""
    if not inner or not inner[-1].isalnum():
        return inner[-1:]
    parts = inner.split()
    small = classed("preposition") | classed("determiner") | {"and"}
    titled = len(parts) <= 8 and all(part[0].isupper() or part in small for part in parts)
    return "title" if titled else ""


def _nicknames(text: str, region: Region, inner: str) -> bool:
    """Whether words in marks stand within a name: "Ray “Big Cat” Lee"."""
    if len(inner.split()) > _NICKNAME or _ending(inner) != "title" or not _CAPITAL.match(text, region.end):
        return False
    before = _NAME_BEFORE.search(text, max(0, region.start - _REACH), region.start)
    return before is not None and before[1].lower() not in classed("determiner")


def _speech(inner: str) -> bool:
    first = next((c for c in inner if c.isalnum()), "")
    return first.isupper() and (inner[-1:] in ".!?…,—-–:;'’" or len(inner.split()) > 3)


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        surface, kind = match[0], match.lastgroup
        if kind == "word":
            low = surface if surface in _BODIES else surface.lower()
            if "’" in low:
                low = low.replace("’", "'")
            shape = "A" if surface[0].isupper() or surface[0] in "@#" else "a"
            cut = low.find("'")
            if cut > 0 and low[:cut] in classed("subject"):  # "he's", "they'll" and not "Smith's"
                yield Word(match.start(), match.start() + cut, low[:cut], shape)
                yield Word(match.start() + cut, match.end(), low[cut:], "a")
            else:
                yield Word(match.start(), match.end(), low, shape)
        else:
            yield Word(match.start(), match.end(), surface, "1" if kind == "number" else surface)
