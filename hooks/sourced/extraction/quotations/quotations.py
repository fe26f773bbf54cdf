"""Quotations: who says what in an article, and the words in marks that nobody says.

A sentence is read from its cues: the noun phrase beside a cue is the source, the clause or the words in
marks behind or before it are the content. Words in marks without a cue are speech that carries on, or terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.extraction.quotations import attributions, cues, marks, readings, subjects
from sourced.extraction.quotations.words import Sentence, Word, classed, sentences
from sourced.model import Article, Quotation, Span

_LONG = 4  # words in marks that alone make a paragraph read as speech


class _Floor(Struct):
    """Who has the floor: the source and the cue of the latest speech and where it stood.

    ``announced`` and ``announced_cue`` are set where a sentence only says who speaks: "She spoke on
    Monday.", or with a ``colon``, across paragraphs, "He went on:".
    """

    source: Span | None = None
    cue: Span | None = None
    paragraph: int = -2
    direct: bool = False
    colon: bool = False
    announced: Span | None = None
    announced_cue: Span | None = None


def find(article: Article) -> tuple[tuple[Quotation, ...], tuple[Span, ...]]:
    """The quotations of an article and the terms: words in marks that nobody speaks, both in text order.

    ``name`` of the quotations is left open. Speech that carries on without a cue has the source and the
    cue of the speech that it carries on: they are what tells who says it.
    """
    regions = marks.scan(article.text, article.paragraphs)
    quotations: list[Quotation] = []
    terms: list[Span] = []
    floor = _Floor()
    paragraph, number = None, -1
    for sentence in _joined(article, regions):
        if sentence.paragraph is not paragraph:
            paragraph, number = sentence.paragraph, number + 1
        if sentence.words:
            found, spare = _read(article.text, sentence, floor, number)
            quotations += found
            terms += spare
    return tuple(sorted(quotations, key=lambda q: (q.start, q.end))), tuple(terms)


def _joined(article: Article, regions: Sequence[marks.Region]) -> Iterator[Sentence]:
    """Sentences, with words in marks and the "He asked." or "— Smith" behind them as one."""
    held: Sentence | None = None
    for sentence in sentences(article, regions):
        if held is not None:
            if held.paragraph is sentence.paragraph and _belongs(held.words[-1], sentence.words):
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


def _belongs(quoted: Word, words: Sequence[Word]) -> bool:
    """Whether a sentence only tells who said the words in marks before it."""
    if words and words[0].shape in ("-", "–", "—", "--"):
        return len(words) < 8
    return quoted.low in ("?", "!", "…", ",", "-", "—") and _tag(words)


def _tag(words: Sequence[Word]) -> bool:
    """Whether a sentence is no more than "He asked." or "Smith said, smiling."."""
    for cue in cues.find(words[:14]):
        if cue.form != "finite" or "quote" not in cue.frames:
            continue
        rest = words[cue.last] if cue.last < len(words) else None
        if rest is None or rest.shape in ".,":
            return True
        return rest.low in classed("preposition") or rest.low in classed("day") or rest.low.endswith("ly")
    return False


def _read(text: str, sentence: Sentence, floor: _Floor, number: int) -> tuple[list[Quotation], list[Span]]:
    """The quotations and terms of one sentence; ``floor`` is moved on."""
    words = sentence.words
    announced, announced_cue, colon = floor.announced, floor.announced_cue, floor.colon
    said = (
        list(readings.cued(words)) or list(attributions.signed(words)) or list(attributions.headed(sentence))
    )
    quotations: list[Quotation] = []
    used: set[int] = set()
    for reading in said:
        source, cue = _span(words, reading.source), _span(words, reading.cue)
        for first, last in reading.parts:
            quotation = _quotation(text, words[first:last], source, cue)
            if quotation is not None:
                quotations.append(quotation)
                used.update(range(first, last))
                floor.source, floor.cue, floor.paragraph = source, cue, number
                floor.direct = quotation.kind == "direct"
    _announce(words, floor, quotations)
    terms: list[Span] = []
    for k, word in enumerate(words):
        region = word.region
        if region is None or k in used or not region.inner.surface(text).strip():
            continue
        if announced is not None and k == 0 and not quotations and (colon or not sentence.first):
            quotations.append(_direct(region, announced, announced_cue))
        else:
            carried = _carried(text, words, k, floor, number, spoken=bool(quotations))
            if carried is None:
                terms.append(region.inner)
                continue
            quotations.append(carried)
        floor.source, floor.paragraph, floor.direct = quotations[-1].source, number, True
        floor.cue = quotations[-1].cue
    return quotations, terms


def _announce(words: Sequence[Word], floor: _Floor, quotations: Sequence[Quotation]) -> None:
    """Note whom a sentence gives the floor to, where the words follow it."""
    floor.announced = floor.announced_cue = None
    floor.colon = words[-1].shape == ":"
    if not floor.colon and (quotations or words[-1].shape != "."):
        return
    for cue in cues.find(words):
        saying = cue.form == "finite" and "quote" in cue.frames and (floor.colon or "bare" in cue.frames)
        source = subjects.subject(words, cue.first) if saying else None
        if source is not None:
            floor.announced, floor.announced_cue = _span(words, source), _span(words, (cue.first, cue.last))
    if floor.announced is None and floor.colon:
        floor.announced = _span(words, subjects.leading(words, len(words) - 1))
    if floor.announced is None and quotations:
        floor.announced = quotations[-1].source


def _carried(
    text: str, words: Sequence[Word], k: int, floor: _Floor, number: int, *, spoken: bool
) -> Quotation | None:
    """Words in marks without a cue as speech that carries on; None for a term."""
    region = words[k].region
    if region is None:
        return None
    full = words[k].speech
    near = floor.paragraph == number
    if spoken and full and floor.source is not None and (k == 0 or words[k - 1].shape in ".,:—–"):
        return _direct(region, floor.source, floor.cue)
    if any(w.region is None and w.shape not in ".,!?…—–-" for w in words):
        if k == 0 and full and near and floor.direct and floor.source is not None and words[1].shape == "a":
            return _quotation(text, words, floor.source, floor.cue)  # "We are ready" for the race.
        return None
    long = len(region.inner.surface(text).split()) >= _LONG
    if not (full or region.carries_on or floor.direct or long):
        return None
    follows = floor.paragraph == number - 1 and (floor.direct or region.carries_on or long)
    if floor.source is not None and (near or follows):
        return _direct(region, floor.source, floor.cue)
    return _direct(region, None) if full and long else None


def _direct(region: marks.Region, source: Span | None, cue: Span | None = None) -> Quotation:
    return Quotation(
        region.inner.start, region.inner.end, "direct", source=source, cue=cue, quoted=(region.inner,)
    )


def _span(words: Sequence[Word], phrase: tuple[int, int] | None) -> Span | None:
    return Span(words[phrase[0]].start, words[phrase[1] - 1].end) if phrase else None


def _quotation(text: str, words: Sequence[Word], source: Span | None, cue: Span | None) -> Quotation | None:
    """The quotation whose content are these words, None where they have no letter."""
    while len(words) > 1 and words[-1].shape in ",;:.":
        words = words[:-1]
    quoted = tuple(word.region.inner for word in words if word.region is not None)
    if len(words) == 1 and words[0].region is not None:
        return _direct(words[0].region, source, cue) if quoted[0].surface(text).strip() else None
    start, end = words[0].start, words[-1].end
    if not any(c.isalnum() for c in text[start:end]):
        return None
    return Quotation(start, end, "mixed" if quoted else "indirect", source=source, cue=cue, quoted=quoted)
