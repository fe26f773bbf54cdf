"""S004: words or a claim given to somebody else than the source gives them to.

The same extractor reads the page: who says what in its sentences, with "he" and "the governor" resolved. That
is set against who says what is cited there. Where either leaves it open, there is no finding.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from sourced.citing import matching
from sourced.citing.blocks import Block
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.extraction import extract
from sourced.model import Article, Evidence, Finding, Party, Quotation, Span, Statement
from sourced.reading import article

CODE = "S004"
_BETWEEN = "\n\n"


class _Claim(Struct, frozen=True):
    """Something that a sentence of the page gives to somebody: offsets in its block's text."""

    quotation: Quotation
    speaker: Party
    start: int
    sentence_end: int
    words: tuple[str, ...]


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each claim whose speaker, on the page, is another than that of what is cited for it."""
    if not any(block.cited for block in page.blocks):
        return
    for block, claims in _claims(page, ground):
        for number, claim in enumerate(claims):
            following = claims[number + 1].start if number + 1 < len(claims) else len(block.text) + 1
            cited = _cited_for(block, claim, following)
            allowed = {key: _speakers(key, claim, ground) for key in cited}
            known = [key for key, speakers in allowed.items() if speakers]
            if known and all(claim.speaker.key not in allowed[key] for key in known):
                others = " or ".join(sorted(_name(speaker, ground) for speaker in allowed[known[0]]))
                yield page.finding(
                    block,
                    claim.start,
                    CODE,
                    f"the page gives this to {claim.speaker.name}, [^{known[0]}] gives it to {others}",
                )


def _claims(page: Page, ground: Ground) -> Iterator[tuple[Block, list[_Claim]]]:
    texts = [block.line for block in page.blocks]
    starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]
    cut, said = _said(_BETWEEN.join(texts))
    found: dict[int, list[_Claim]] = {}
    for quotation in said:
        speaker = _party(quotation, cut, ground)
        if speaker is None or quotation.source is None:
            continue
        number = bisect_right(starts, quotation.start) - 1
        sentence = cut.sentences[bisect_right(cut.sentences, quotation.end - 1, key=lambda s: s.start) - 1]
        found.setdefault(number, []).append(
            _Claim(
                quotation,
                speaker,
                quotation.start - starts[number],
                sentence.end - starts[number],
                tuple(span.surface(cut.text) for span in quotation.quoted),
            )
        )
    for number, claims in found.items():
        yield page.blocks[number], sorted(claims, key=lambda claim: claim.start)


@lru_cache(maxsize=64)
def _said(text: str) -> tuple[Article, tuple[Quotation, ...]]:
    """Who says what on a page; kept, for while one page is edited the others stay as they are."""
    cut = article.read(text)
    return cut, extract.who_says_what(cut)[0]


def _cited_for(block: Block, claim: _Claim, following: int) -> list[str]:
    """The keys cited behind a claim in its sentence and before the next claim, else the next ones."""
    behind = [(place, one.key) for place, one in block.cited if place > claim.start]
    near = [key for place, key in behind if place <= min(claim.sentence_end, following)]
    return near or [key for place, key in behind if place == behind[0][0]]


def _party(quotation: Quotation, cut: Article, ground: Ground) -> Party | None:
    """Whom the page means; None where that is nobody or more than one of the dossier."""
    said_by = quotation.name or (quotation.source.surface(cut.text) if quotation.source else "")
    parties = (*ground.dossier.people, *ground.dossier.bodies)
    wanted = _plain(said_by)
    for found in (
        [party for party in parties if wanted in map(_plain, party.names)],
        [party for party in ground.dossier.people if wanted.split()[-1:] == _plain(party.name).split()[-1:]],
        [party for party in parties if any(_fits(wanted, role) for role in party.roles)],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")


def _fits(wanted: str, role: str) -> bool:
    """Whether the words for somebody are a role that a source gives: "the governor", "Belgorod Governor"."""
    words, known = wanted.split(), _plain(role).split()
    return bool(words) and set(words) <= set(known)


def _speakers(key: str, claim: _Claim, ground: Ground) -> set[str]:
    """The keys of those who say what is cited; where the claim has words in marks, of those who say them."""
    record = ground.index.get(key)
    if not isinstance(record, Evidence):
        return set()
    passage = Span(record.passage.start, record.passage.end)
    said = [
        one
        for one in ground.dossier.quotations
        if one.passage.source == record.passage.source
        and passage.overlaps(Span(one.selector.start, one.selector.end))
        and _has(one, claim.words)
    ]
    speakers = {one.speaker for one in (said if claim.words and said else [record])}
    return {speaker for speaker in speakers if speaker} if None not in speakers else set()


def _has(statement: Statement, words: Sequence[str]) -> bool:
    return bool(words) and any(matching.match(one, statement.selector.exact) for one in words)


def _name(key: str, ground: Ground) -> str:
    record = ground.index.get(key)
    return record.name if isinstance(record, Party) else key
