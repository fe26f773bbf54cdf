"""S002: words in quotation marks that stand in no passage cited there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourced.citing import differences, matching
from sourced.citing.blocks import Block
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.extraction.quotations import marks
from sourced.model import Finding, Paragraph, Span

CODE = "S002"
# A paragraph of a block quote, and a line below that says whose words it has.
_PARAGRAPH = re.compile(r"(?P<words>[^\s—–―-](?:.|\n(?!\s*(?:\n|[—–―]|--? )))*)|[—–―-].*")
_WORDS = 12  # how many of the words a message repeats
_TOLD = {
    "goes on": 'the source goes on "{words} …": quote on, or end the words with "…"',
    "comes before": 'the source has "{words}" before these words: quote from there, or begin with "…"',
    "is left out": 'the "…" stands for "{words}", which turns the sense: quote it',
}


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each pair of marks whose words are not those of a passage cited in their block."""
    for block in page.blocks:
        for words in quoted(block):
            message = _wrong(block, words, page.cited_for(block), ground)
            if message:
                yield page.finding(block, words.start, CODE, message)


def quoted(block: Block) -> Iterator[Span]:
    """What a block gives as the words of others, offsets in its text.

    That is what stands between its outer quotation marks. A block quote without marks that cites something
    is all words of others, but for who says them ("— Marta Lindqvist"); one that cites nothing is the
    editor's own.
    """
    regions = marks.scan(block.text, (Paragraph(0, len(block.text)),))
    if block.kind == "quote" and not regions and block.cited:
        for paragraph in _PARAGRAPH.finditer(block.text):
            if any(c.isalnum() for c in paragraph["words"] or ""):
                yield Span(*paragraph.span("words"))
    for region in regions:
        if any(c.isalnum() for c in region.inner.surface(block.text)):
            yield region.inner


def _wrong(block: Block, span: Span, cited: tuple[str, ...], ground: Ground) -> str | None:
    words = span.surface(block.text)
    before, after = block.text[: span.start], block.text[span.end :].lstrip("”’\"'»“")
    turned = None
    for passage in ground.joined(cited):
        found = matching.match(words, passage, before, after)
        if found and found.turn is None:
            return None
        turned = turned or found
    if turned and turned.turn:
        return f"“{_short(words)}” is cut short: " + _TOLD[turned.turn].format(
            words=(turned.words or "").strip(" .,;:\"“”'‘’")
        )
    return f"“{_short(words)}” " + (_nearly(words, cited, ground) or _elsewhere(words, cited, ground))


def _nearly(words: str, cited: tuple[str, ...], ground: Ground) -> str | None:
    """How the nearest passage cited there differs."""
    passages = [(key, text) for key in cited for text in ground.passages(key)]
    passages.sort(key=lambda passage: len(passage[1]))  # of two that are as near, the one that says no more
    near = differences.nearest(words, [text for _, text in passages])
    if near is None:
        return None
    return f"is not what [^{passages[near.passage][0]}] says: {near.difference}"


def _elsewhere(words: str, cited: tuple[str, ...], ground: Ground) -> str:
    """Where in the seeds the words stand that are not in what is cited."""
    where = f"stands in no passage cited here ({', '.join(cited)})" if cited else "cites nothing here"
    if key := _having(words, ground):
        return f"{where}: it stands in [^{key}]"
    for source in ground.articles:
        if any(matching.match(words, paragraph) for paragraph in ground.passages(source)):
            return f"{where}: it stands in [^{source}]"
    return f"{where}, and no seed has these words"


def _having(words: str, ground: Ground) -> str | None:
    """The key of the shortest passage that has the words."""
    dossier = ground.dossier
    evidence = sorted(
        (*dossier.quotations, *dossier.terms, *dossier.figures), key=lambda one: len(one.passage.text)
    )
    return next((one.key for one in evidence if matching.match(words, one.passage.text)), None)


def _short(words: str) -> str:
    cut = words.split()
    return " ".join(cut) if len(cut) <= _WORDS else " ".join([*cut[: _WORDS // 2], "…", *cut[-_WORDS // 2 :]])
