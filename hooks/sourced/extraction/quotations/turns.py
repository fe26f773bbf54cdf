"""Turns: who speaks words in marks that have no cue of their own.

The article gives the floor by a cue, or by a sentence about somebody right before the words ("Lee was
blunt."). Whoever has it keeps it until somebody else speaks or is introduced; in an exchange, a question
is the asker's and what follows it the answerer's. After the turn-taking of conversation (Sacks, Schegloff
and Jefferson 1974).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.extraction.quotations import cues, nounphrases, subjects, wordclasses
from sourced.extraction.quotations.nounphrases import Phrase
from sourced.extraction.quotations.people import People
from sourced.extraction.quotations.words import Word, classed
from sourced.model import Span

_JOINTS = frozenset((*".,:…—–", "..."))  # between words in marks and more of them
_LONG = 4  # words in marks that alone make a paragraph read as speech
_THIRD = frozenset(("he", "she", "his", "her"))


class Turn(Struct, frozen=True):
    """Who speaks, and the cue that says so; both None where it is left open."""

    source: Span | None = None
    cue: Span | None = None


class _Introduction(Struct, frozen=True):
    """Whom a sentence without words of theirs is about, and how it gives them the floor.

    ``sure``: by a verb of saying ("She disagreed.") or as whose words they are, rather than as its
    subject; ``colon``: what is said follows.
    """

    turn: Turn
    paragraph: int
    sure: bool = False
    colon: bool = False


class Floor:
    """Who has the floor of one article, sentence by sentence."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people
        self._latest = Turn()
        self._paragraph = -2  # where the latest speech stood
        self._direct = False
        self._asked = False  # the latest speech asks
        self._other = -2  # where somebody else spoke before
        self._asker: Turn | None = None
        self._answerer: Turn | None = None
        self._before: tuple[Sequence[Word], int, Turn | None] | None = None

    def speaks(self, turn: Turn, paragraph: int, *, direct: bool, asks: bool = False) -> None:
        """Note that somebody has spoken."""
        if paragraph - self._paragraph > 1:
            self._asker = self._answerer = None
        elif paragraph > self._paragraph and turn.source != self._latest.source:
            self._other = self._paragraph
            if self._asked and not asks:
                self._asker, self._answerer = self._latest, turn
        self._latest, self._paragraph, self._direct, self._asked = turn, paragraph, direct, asks

    def passes(self, words: Sequence[Word], paragraph: int, spoken: Turn | None) -> None:
        """Note the sentence that the next one follows, and who speaks in it."""
        self._before = words, paragraph, spoken

    def of(self, words: Sequence[Word], k: int, paragraph: int, *, first: bool, spoken: bool) -> Turn | None:
        """Who speaks the words in marks ``words[k]``; None where they are a term.

        ``first``: their sentence opens its paragraph; ``spoken``: somebody speaks in their sentence by a cue.
        """
        word = words[k]
        if word.region is None:
            return None
        if spoken and word.speech and self._latest.source and (k == 0 or words[k - 1].shape in _JOINTS):
            return self._latest
        if k and words[k - 1].shape == ":" and not spoken and word.speech:
            return self._before_colon(words[:k], paragraph)
        introduced = self._introduced() if k == 0 and not spoken else None
        if introduced is not None and introduced.colon:
            return introduced.turn
        if any(w.region is None and w.shape not in ".,!?…—–-" for w in words):
            return None
        long = len(word.region.inner.surface(self._text).split()) >= _LONG
        if not (word.speech or word.region.carries_on or self._direct or long):
            return None
        return self._carried(word, paragraph, introduced, first=first, long=long)

    def _carried(
        self, word: Word, paragraph: int, introduced: _Introduction | None, *, first: bool, long: bool
    ) -> Turn | None:
        carries_on = word.region is not None and word.region.carries_on
        if introduced is not None and introduced.sure:
            return introduced.turn
        if self._latest.source is not None or self._answerer is not None:
            if self._paragraph == paragraph:
                return self._latest
            here = introduced is not None and introduced.paragraph == paragraph and word.speech
            if self._paragraph == paragraph - 1 and (self._direct or carries_on or long) and not here:
                return self._answers(word) if first and not carries_on else self._latest
        if not word.speech:
            return None
        if introduced is None or self._opening(word) in _THIRD:
            return Turn()  # "He was a hero." is said of whom the article has just named
        return introduced.turn

    def _answers(self, word: Word) -> Turn:
        """Who goes on behind the paragraph of the latest speech: the same, or the other of an exchange."""
        if self._asked:
            if self._answerer is not None:
                return self._answerer
            return Turn() if self._other == self._paragraph - 1 else self._latest
        if word.low == "?" and self._asker is not None and self._answerer == self._latest:
            return self._asker
        return self._latest

    def _opening(self, word: Word) -> str:
        region = word.region
        return region.inner.surface(self._text).split(maxsplit=1)[0].lower() if region else ""

    def _introduced(self) -> _Introduction | None:
        """Whom the sentence before gives the floor to."""
        if self._before is None:
            return None
        words, paragraph, spoken = self._before
        colon = words[-1].shape == ":"
        if not colon and (words[-1].shape not in ".!?" or (spoken is not None and spoken.source is not None)):
            return None
        found = self._by_cue(words, paragraph, colon=colon) or self._by_subject(words, paragraph, colon=colon)
        if found is None and colon:
            leading = subjects.leading(words, len(words) - 1)
            turn = Turn(_span(words, leading)) if leading else spoken
            return _Introduction(turn, paragraph, sure=True, colon=True) if turn else None
        return found

    def _before_colon(self, words: Sequence[Word], paragraph: int) -> Turn:
        """Who speaks behind a colon in the middle of a sentence: "The polls were wrong — Ann Lee: “…”"."""
        named = _label(words)
        if named is not None:
            return Turn(_span(words, named), _span(words, (len(words) - 1, len(words))))
        found = self._by_cue(words, paragraph, colon=True) or self._by_subject(words, paragraph)
        return found.turn if found else Turn()

    def _by_cue(self, words: Sequence[Word], paragraph: int, *, colon: bool) -> _Introduction | None:
        """Read "She disagreed." or "Ann Lee, the union's leader, said in a statement."."""
        for cue in reversed(list(cues.find(words))):
            if cue.form != "finite" or "quote" not in cue.frames or "belief" in cue.frames:
                continue
            source = subjects.subject(words, cue.first)
            if source is not None and (colon or "bare" in cue.frames or self._people.one(words, source)):
                turn = Turn(_span(words, source), _span(words, (cue.first, cue.last)))
                return _Introduction(turn, paragraph, sure=True, colon=colon)
        return None

    def _by_subject(
        self, words: Sequence[Word], paragraph: int, *, colon: bool = False
    ) -> _Introduction | None:
        """Read "Lee was blunt.", "Lee's answer was short." and "For Ann Lee, a baker, it is too late."."""
        opening = self._people.opening(words)
        for phrase in [opening] if opening is not None else _about(words):
            owner = self._people.owner(words, phrase)
            if owner is not None or self._people.one(words, phrase):
                turn = Turn(_span(words, owner or phrase))
                return _Introduction(turn, paragraph, sure=owner is not None, colon=colon)
        return None


def _about(words: Sequence[Word]) -> Iterator[Phrase]:
    """What a sentence is about: the topic that it sets, and its subject."""
    topic = nounphrases.forward(words, 1) if words[0].low == "for" else None
    if topic is not None and topic[1] < len(words) and words[topic[1]].shape == ",":
        yield topic
    for k in range(len(words)):
        if wordclasses.finite(words, k) and not subjects.subordinate(words, k):
            subject = subjects.subject(words, k)
            if subject is not None and subject[0] and words[subject[0] - 1].low in classed("subordinator"):
                continue
            if subject is not None:
                yield subject
            return


def _label(words: Sequence[Word]) -> Phrase | None:
    """The noun phrase that stands alone in front of a colon: "Ann Lee:", "More from the report:"."""
    last = len(words) - 1
    first = next((k + 1 for k in range(last - 1, -1, -1) if words[k].shape not in "aA1&"), 0)
    origin = next((k + 1 for k in range(first, min(last, first + 2)) if words[k].low == "from"), first)
    phrase = nounphrases.forward(words, origin)
    if phrase != (origin, last) or any(wordclasses.finite(words, k) for k in range(origin, last)):
        return None
    return phrase if origin > first or words[last - 1].shape == "A" else None


def _span(words: Sequence[Word], phrase: Phrase) -> Span:
    return Span(words[phrase[0]].start, words[phrase[1] - 1].end)
