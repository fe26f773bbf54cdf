"""Quotations: who says what in an article, and the words in marks that nobody says.

A sentence is read from its cues: the noun phrase beside a cue is the source, the clause or the words in
marks behind or before it are the content. Words in marks without a cue are speech that carries on, or terms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from sourced.extraction.quotations import appositions, attributions, cues, marks, nounphrases, readings
from sourced.extraction.quotations.people import People
from sourced.extraction.quotations.turns import Floor, Turn
from sourced.extraction.quotations.words import Sentence, Word, classed, sentences
from sourced.model import Article, Entity, Quotation, Span

_SIGNATURE = 8  # words of "— Ann Lee, the mayor"


def find(
    article: Article, named: Callable[[], Iterable[Entity]] = tuple
) -> tuple[tuple[Quotation, ...], tuple[Span, ...]]:
    """The quotations of an article and the terms: words in marks that nobody speaks, both in text order.

    ``name`` of the quotations is left open. Speech that carries on without a cue has the source and the
    cue of the speech that it carries on: they are what tells who says it. ``named`` gives the people of
    the article; it is asked only where words in marks have no cue of their own.
    """
    regions = marks.scan(article.text, article.paragraphs)
    quotations: list[Quotation] = []
    terms: list[Span] = []
    floor = Floor(article.text, People(named))
    waiting: list[int] = []  # speech that its paragraph left open, and nobody has been named for
    paragraph, number = None, -1
    for sentence in _joined(article, regions):
        if sentence.paragraph is not paragraph:
            paragraph, number = sentence.paragraph, number + 1
        if not sentence.words:
            continue
        found, spare = _read(article.text, sentence, floor, number)
        opening, last = sentence.words[0].region, sentence.words[-1].region
        if found:
            if opening is not None and opening.carries_on and found[0].source is not None:
                for k in waiting:
                    quotations[k] = replace(quotations[k], source=found[0].source, cue=found[0].cue)
            if opening is None or not opening.carries_on or found[0].source is not None:
                waiting = []
            if found[-1].source is None and last is not None and not last.closed:
                waiting.append(len(quotations) + len(found) - 1)
        quotations += found
        terms += spare
    return tuple(sorted(quotations, key=lambda q: (q.start, q.end))), tuple(terms)


def _joined(article: Article, regions: Sequence[marks.Region]) -> Iterator[Sentence]:
    """Sentences, with words in marks and the "He asked." or "— Smith" behind them as one."""
    held: Sentence | None = None
    for sentence in sentences(article, regions):
        if held is not None:
            if _belongs(held, sentence):
                words = held.words + sentence.words
                yield Sentence(held.start, sentence.end, words, held.paragraph, held.first)
                held = None
                continue
            yield held
            held = None
        if sentence.words and sentence.words[-1].region is not None:
            held = sentence
        else:
            yield sentence
    if held is not None:
        yield held


def _belongs(held: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence only tells who said the words in marks before it."""
    words = sentence.words
    if words and words[0].shape in ("-", "–", "—", "--"):
        return len(words) < _SIGNATURE and (held.paragraph is sentence.paragraph or len(held.words) == 1)
    ends = held.words[-1].low in ("?", "!", "…", ",", "-", "—")
    return ends and held.paragraph is sentence.paragraph and _tag(words)


def _tag(words: Sequence[Word]) -> bool:
    """Whether a sentence is no more than "He asked.", "Smith asked her." or "Smith said, smiling."."""
    for cue in cues.find(words[:14]):
        if cue.form != "finite" or "quote" not in cue.frames:
            continue
        last = cue.last
        hearer = nounphrases.forward(words, last) if "hearer" in cue.frames else None
        rest = words[hearer[1] if hearer else last] if (hearer or (0, last))[1] < len(words) else None
        if rest is None or rest.shape in ".,":
            return True
        return rest.low in classed("preposition") or rest.low in classed("day") or rest.low.endswith("ly")
    return False


def _read(text: str, sentence: Sentence, floor: Floor, number: int) -> tuple[list[Quotation], list[Span]]:
    """The quotations and terms of one sentence; ``floor`` is moved on."""
    words = sentence.words
    said = list(readings.cued(words))
    said = [*attributions.banner(sentence, said), *said]
    said = said or list(attributions.signed(words)) or list(attributions.headed(text, sentence))
    quotations: list[Quotation] = []
    used: set[int] = set()
    asides: set[int] = set()
    spoken: Turn | None = None
    for reading in said:
        source = appositions.whole(words, reading) if reading.source else None
        spoken = Turn(_span(words, source), _span(words, reading.cue))
        if reading.source is not None and reading.cue is not None:
            asides.update(range(reading.source[1], reading.cue[0]))  # "Her memoir, “Salt,” says"
        asks = reading.cue is not None and words[reading.cue[0]].low in classed("asking")
        for first, last in reading.parts:
            quotation = _quotation(text, words[first:last], spoken)
            if quotation is not None:
                quotations.append(quotation)
                used.update(range(first, last))
                floor.speaks(spoken, number, direct=quotation.kind == "direct", asks=asks)
    terms: list[Span] = []
    for k, word in enumerate(words):
        region = word.region
        if region is None or k in used or not region.inner.surface(text).strip():
            continue
        turn = None
        if k not in asides:
            turn = floor.of(words, k, number, first=sentence.first, spoken=bool(quotations))
        if turn is None:
            terms.append(region.inner)
            continue
        quotations.append(_direct(region, turn))
        floor.speaks(turn, number, direct=True, asks=word.low == "?")
        spoken = turn
    floor.passes(words, number, spoken)
    return quotations, terms


def _direct(region: marks.Region, turn: Turn) -> Quotation:
    inner = region.inner
    return Quotation(inner.start, inner.end, "direct", source=turn.source, cue=turn.cue, quoted=(inner,))


def _span(words: Sequence[Word], phrase: tuple[int, int] | None) -> Span | None:
    return Span(words[phrase[0]].start, words[phrase[1] - 1].end) if phrase else None


def _quotation(text: str, words: Sequence[Word], turn: Turn) -> Quotation | None:
    """The quotation whose content are these words, None where they have no letter."""
    while len(words) > 1 and words[-1].shape in ",;:.":
        words = words[:-1]
    if len(words) > 2 and words[0].low in classed("contrast") and words[1].shape == ",":
        words = words[2:]  # "According to Lee, however, it fell"
    quoted = tuple(word.region.inner for word in words if word.region is not None)
    if len(words) == 1 and words[0].region is not None:
        return _direct(words[0].region, turn) if quoted[0].surface(text).strip() else None
    start, end = words[0].start, words[-1].end
    if not any(c.isalnum() for c in text[start:end]):
        return None
    kind: Literal["mixed", "indirect"] = "mixed" if quoted else "indirect"
    return Quotation(start, end, kind, source=turn.source, cue=turn.cue, quoted=quoted)
