"""Roles that are the subject of a sentence that reports no words: "The judge remanded both men."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourced.extraction.names import lexicon
from sourced.model import Article, Span

# Words of a sentence behind "the", with what may come before it: "Asked about the pitch, the coach ...".
_LEAD = re.compile(r"(?:[A-Z][^,.;:()“”\"]{3,60},\s)?[Tt]he (?P<words>(?:[a-z][a-z-]* ){2,5})")


def find(article: Article) -> Iterator[Span]:
    """The definite noun phrases of one role noun that a verb follows in small letters, in text order."""
    for sentence in article.sentences:
        lead = _LEAD.match(article.text, sentence.start, sentence.end)
        if lead is None:
            continue
        words = lead["words"].split()
        roles = [lexicon.role_noun(word) is not None for word in words]
        head = next((at for at in range(len(words) - 1) if roles[at] and not roles[at + 1]), None)
        if head is not None and words[head + 1] not in lexicon.listed("link") | lexicon.listed("aside"):
            start = lead.start("words")
            yield Span(start - len("the "), start + len(" ".join(words[: head + 1])))
