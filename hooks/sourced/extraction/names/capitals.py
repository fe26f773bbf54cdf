"""Runs of capitalised words: where a proper name may stand."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from sourced.extraction.names import lexicon
from sourced.model import Article, Span
from sourced.reading import datelines

_UPPER = "".join(re.escape(chr(code)) for code in range(min(0x2000, sys.maxunicode)) if chr(code).isupper())
# Initials with their full stops ("J.", "U.S."), or a word; the possessive 's is no part of it.
_WORD = re.compile(
    rf"(?<!\w)(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)*(?:(?<=[A-Z]\.)[A-Z](?![\w.]))?|[{_UPPER}]\w*(?:['’](?![sS]\b)\w+|-\w+)*)",
    re.UNICODE,
)
_PARTICLES = "|".join(sorted(lexicon.listed("particle")))
# What may stand between two words of one name.
_GAP = re.compile(rf"\s{{1,2}}(?:(?:{_PARTICLES})\s){{0,2}}(?:(?:al|el|ul|ud|an|as|ad|d|l)[-’'])?|\s&\s")
_BEFORE = re.compile(rf"(?:\b(?:{_PARTICLES})\s){{1,2}}$|\b(?:al|el|ul|an|as|ad|d|l)[-’']$")
# Ends of adjectives that a name is part of: "London-based", "Saudi-led".
_ADJECTIVES = (
    "-based",
    "-born",
    "-led",
    "-owned",
    "-backed",
    "-listed",
    "-run",
    "-held",
    "-speaking",
    "-style",
)
_OPENING = "“\"„«‘'([—–:•*-"


class Run(Struct, frozen=True):
    """Capitalised words with nothing but blanks (or a particle: "van", "al-") between them.

    ``words`` are their spans, ``texts`` the words themselves, with straight apostrophes. ``opens`` says
    that the first begins a sentence or stands after an opening mark, where any word has a capital;
    ``heading`` that it all stands in a heading.
    """

    words: tuple[Span, ...]
    texts: tuple[str, ...]
    opens: bool
    heading: bool

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end

    def without(self, count: int) -> Run:
        """The run without its first ``count`` words."""
        return Run(self.words[count:], self.texts[count:], opens=False, heading=self.heading)


@lru_cache(maxsize=2)
def runs(article: Article) -> tuple[Run, ...]:
    """All runs of an article in text order; no run crosses a sentence. Linear in the text.

    The last are kept, for one article is asked for its names before and after its quotations are known.
    """
    return tuple(_runs(article))


def particles_before(text: str, start: int) -> int:
    """Where a name begins whose first capitalised word is at ``start``: before "van der", "al-" and so on."""
    match = _BEFORE.search(text, max(0, start - 16), start)
    return match.start() if match else start


def _runs(article: Article) -> Iterator[Run]:
    text = article.text
    common = lexicon.common_words()
    headings = [p for p in article.paragraphs if p.heading]
    heading_starts = [p.start for p in headings]
    whole = {p.start: p.end for p in article.paragraphs}
    for sentence in article.sentences:
        if datelines.find(text, Span(sentence.start, len(text))):
            continue  # neither the place nor the agency is anybody of the story
        at = bisect_right(heading_starts, sentence.start) - 1
        heading = at >= 0 and sentence.end <= headings[at].end
        alone = whole.get(sentence.start, -1) in range(sentence.start, sentence.end + 1)
        heading = heading or (alone and _title_case(text[sentence.start : sentence.end]))
        words: list[Span] = []
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            if match[0].endswith(_ADJECTIVES):
                continue
            word = Span(match.start(), match.end())
            if words and not _joined(text, words, word):
                yield from _trimmed(text, words, sentence.start, heading, common)
                words = []
            words.append(word)
        if words:
            yield from _trimmed(text, words, sentence.start, heading, common)


def _surname(text: str, rest: list[Span]) -> bool:
    """Whether the word after one that is a given name and a common word may be a surname."""
    word = text[rest[0].start : rest[0].end] if rest else ""
    low = word.lower()
    other = word in lexicon.places() or word in lexicon.not_names() or low in lexicon.body_nouns()
    return bool(word) and not other and low not in lexicon.common_words() and not lexicon.is_title(word)


def _title_case(sentence: str) -> bool:
    """Whether every word but the smallest has a capital, as in a headline: there a capital tells nothing."""
    words = [word for word in sentence.split() if word[0].isalpha()]
    if len(words) < 5:
        return False
    small = lexicon.listed("never-first") | lexicon.listed("link")
    return all(word[0].isupper() or word in small for word in words)


def _joined(text: str, words: Sequence[Span], word: Span) -> bool:
    before = words[-1]
    gap = text[before.end : word.start]
    if gap == " " or not gap:
        return bool(gap)
    if gap[0] == ".":
        last = text[before.start : before.end]
        return (lexicon.is_title(last) or last == "St") and _GAP.fullmatch(gap, 1) is not None
    if gap == ", ":
        # "Lee, Jr.", "Lee, PhD,"
        return text[word.start : word.end] in lexicon.listed("suffix") | lexicon.listed("honour")
    if gap in ("'s ", "’s "):
        return _owns(text, words, word)
    if gap in ("' ", "’ "):
        return text[word.start : word.end].lower() in lexicon.body_nouns()  # "Teachers' Union"
    return len(gap) < 16 and _GAP.fullmatch(gap) is not None


def _owns(text: str, words: Sequence[Span], word: Span) -> bool:
    """Whether a possessive is part of a body's name: "St Anne's Hospital", "Children's Hospital"."""
    owner = text[words[-1].start : words[-1].end]
    if len(words) > 1 and text[words[-2].start : words[-2].end] in lexicon.listed("holy"):
        return True
    noun = text[word.start : word.end].lower()
    return owner in lexicon.listed("group") and (noun in lexicon.body_nouns() or owner == "People")


def _trimmed(
    text: str, words: list[Span], sentence: int, heading: bool, common: frozenset[str]
) -> Iterator[Run]:
    """The run without the words at its front that only a sentence's beginning or a title gave a capital."""
    opens = not text[sentence : words[0].start].strip(_OPENING + " \t")
    if not opens:
        before = text[max(0, words[0].start - 2) : words[0].start].strip()
        opens = bool(before) and before[-1] in _OPENING
    texts = tuple([text[word.start : word.end].replace("’", "'") for word in words])
    first = 0
    never = lexicon.listed("never-first")
    for word in texts:
        behind = first > 0 and texts[0].lower() in lexicon.listed("determiner")
        if word.lower() not in (common if opens and not behind else never):
            break  # behind "The" a capital is a name's
        if word in lexicon.given_names() and _surname(text, words[first + 1 :]):
            break  # "Will Smith said": the name, not the verb
        first += 1
    if first < len(words):
        yield Run(tuple(words[first:]), texts[first:], opens and first == 0, heading)
