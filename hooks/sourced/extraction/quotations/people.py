"""People: whether a phrase of a sentence names one person, who may then speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from sourced.extraction.names import lexicon
from sourced.extraction.quotations.nounphrases import Phrase, head, lead
from sourced.extraction.quotations.words import Word, classed
from sourced.extraction.sayings import nouns as sayings
from sourced.model import Entity, Mention

_PRONOUNS = frozenset(("he", "she"))


class People:
    """The people that an article names; they are looked for only once somebody asks."""

    def __init__(self, named: Callable[[], Iterable[Entity]]) -> None:
        self._find = named

    @cached_property
    def _names(self) -> list[Mention]:
        return sorted(
            mention
            for entity in self._find()
            if entity.kind == "person"
            for mention in entity.mentions
            if mention.kind == "name"
        )

    def one(self, words: Sequence[Word], phrase: Phrase) -> bool:
        """Whether the phrase means one person: "she", "Ann Lee, the mayor", "the coach"."""
        first, last = phrase
        if words[first].low in _PRONOUNS:
            return last == first + 1
        end = head(words, first, last)
        named = self._named(words, first, end)
        if named is not None:
            return named == end and not words[end - 1].low.endswith(("'s", "s'"))
        determined = words[first].low == "the" or words[first].low in classed("possessive")
        nouns = [k for k in range(first, end) if words[k].shape == "a"]
        return (
            determined
            and lexicon.role_noun(words[nouns[-1]].low if nouns else words[end - 1].low) is not None
        )

    def owner(self, words: Sequence[Word], phrase: Phrase) -> Phrase | None:
        """The person whose words the phrase means: "Ann Lee" of "Ann Lee's first message"."""
        first, last = phrase
        end = head(words, first, last)
        if words[end - 1].low not in sayings.table().keys() | classed("utterance") | classed("occasion"):
            return None
        if words[first].low in ("his", "her"):
            return first, first + 1
        for k in range(first, end - 1):
            if words[k].low.endswith(("'s", "s'")):
                return (first, k + 1) if self._named(words, first, k + 1) == k + 1 else None
        return None

    def opening(self, words: Sequence[Word]) -> Phrase | None:
        """The phrase of one person that a sentence begins with: "Ann Lee" of "Ann Lee remembers the day"."""
        first = lead(words, 0, len(words))
        at = first
        while at < len(words) and words[at].shape in "aA" and words[at].low not in classed("preposition"):
            at += 1
            if words[at - 1].shape == "A" and (at == len(words) or words[at].shape != "A"):
                return (first, at) if self.one(words, (first, at)) else None
        return None

    def _named(self, words: Sequence[Word], first: int, last: int) -> int | None:
        """Behind the last word of the last name in ``words[first:last]``, None where there is none."""
        at = bisect_left(self._names, words[last - 1].end, key=lambda mention: mention.start) - 1
        if at < 0 or self._names[at].end <= words[first].start:
            return None
        end = self._names[at].end
        return next((k + 1 for k in range(first, last) if words[k].end >= end), None)
