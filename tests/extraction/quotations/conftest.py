"""What golden cases of one sentence share: a text with a star in front of the word that they ask about."""

from collections.abc import Callable

import pytest
from msgspec import Struct

from sourced.extraction.quotations import cues, marks, words
from sourced.reading import article


class Starred(Struct):
    """One sentence: its words, the place of the starred one, its cues by place, and the words' surface."""

    text: str
    words: tuple[words.Word, ...]
    at: int
    stops: dict[int, cues.Cue]

    def surface(self, phrase: tuple[int, int] | None) -> str | None:
        """What the text says from the first to the last word of a phrase."""
        if phrase is None:
            return None
        return self.text[self.words[phrase[0]].start : self.words[phrase[1] - 1].end]


@pytest.fixture
def starred() -> Callable[[str], Starred]:
    """Read a sentence with a star in front of one word; of several, the last."""

    def read(case: str) -> Starred:
        before, after = case.split("*")
        cut = article.read(before + after)
        *_, sentence = words.sentences(cut, marks.scan(cut.text, cut.paragraphs))
        at = next(k for k, word in enumerate(sentence.words) if word.start == len(before))
        return Starred(cut.text, sentence.words, at, {cue.first: cue for cue in cues.find(sentence.words)})

    return read
