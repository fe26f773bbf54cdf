"""S004: words or a claim given to somebody else than the source gives them to.

The same extractor reads the page: who says what in its paragraphs, with "he" and "the governor" resolved.
That is set against who says what is cited there. Where either leaves it open, there is no finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from sourced.citing import identities, matching, quoted_words
from sourced.citing.blocks import Block
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.extraction import extract
from sourced.extraction.names.lexicon import pronouns
from sourced.model import Article, Evidence, Finding, Party, Quotation, Span, Statement
from sourced.reading import article

CODE = "S004"
# The last line of a block quote, up to what the speaker is.
_SIGNATURE = re.compile(r"\n\s*(?:[—–―]|--?) *(?P<name>[^,;:(\n]+)[^\n]*\s*\Z")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


class _Claim(Struct, frozen=True):
    """Something that the page gives to somebody: offsets in its block's text.

    ``words`` are those in marks, ``around`` the others of its sentence, which may name somebody else.
    """

    speaker: Party
    start: int
    sentence: Span
    words: tuple[str, ...]
    around: str


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each claim whose speaker, on the page, is another than that of what is cited for it."""
    for block in filter(lambda block: block.cited, page.blocks):
        claims = _claims(block, ground)
        for number, claim in enumerate(claims):
            following = claims[number + 1].start if number + 1 < len(claims) else len(block.text) + 1
            # Whoever has a claim of their own in the sentence is not meant with this one, and may be whom
            # that is cited for which stands further on.
            rivals = {
                one.speaker.key for one in claims if one.sentence == claim.sentence and one is not claim
            }
            near, next_ones = _cited_for(block, claim, following)
            allowed = {key: _speakers(key, claim, ground) for key in near or next_ones}
            known = [key for key, speakers in allowed.items() if speakers and (near or not speakers & rivals)]
            speakers = {speaker for key in known for speaker in allowed[key]}
            if known and not any(_may_mean(claim, one, ground, rivals) for one in speakers):
                others = " or ".join(sorted(_name(speaker, ground) for speaker in allowed[known[0]]))
                yield page.finding(
                    block,
                    claim.start,
                    CODE,
                    f"the page gives this to {claim.speaker.name}, [^{known[0]}] gives it to {others}",
                )


def _claims(block: Block, ground: Ground) -> list[_Claim]:
    """What a block gives to somebody known, in its order. It is read alone, and so is each "he" in it."""
    cut, said = _said(block.line)
    found = []
    for quotation in said:
        if quotation.source is None:
            continue
        said_by = quotation.source.surface(cut.text)
        speaker = _party(quotation.name or said_by, ground)
        # "He" is whom the paragraph has named, where it names but one; beyond, one may only guess.
        before = cut.text[: quotation.source.start] if said_by.lower() in pronouns() else ""
        if speaker is None or (said_by.lower() in pronouns() and not _names(speaker, before)):
            continue
        sentence = cut.sentences[bisect_right(cut.sentences, quotation.end - 1, key=lambda s: s.start) - 1]
        found.append(
            _Claim(
                speaker,
                quotation.start,
                Span(min(sentence.start, quotation.start), sentence.end),
                tuple(span.surface(cut.text) for span in quotation.quoted),
                f"{before} {_around(quotation, sentence, cut.text)}",
            )
        )
    if not found:
        for said_by, words in _signed(block):
            if speaker := _party(said_by, ground):
                quoted = words.surface(block.text)
                found.append(_Claim(speaker, words.start, Span(0, len(block.text)), (quoted,), ""))
    return sorted(found, key=lambda claim: claim.start)


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[Article, tuple[Quotation, ...]]:
    """Who says what in a block; kept, for while one is edited the others stay as they are."""
    cut = article.read(text)
    return cut, extract.who_says_what(cut)[0]


def _cited_for(block: Block, claim: _Claim, following: int) -> tuple[list[str], list[str]]:
    """The keys cited behind a claim in its sentence and before the next claim, and the next ones."""
    behind = [(place, one.key) for place, one in block.cited if place > claim.start]
    near = [key for place, key in behind if place <= min(claim.sentence.end, following)]
    return near, [key for place, key in behind if place == behind[0][0]]


def _around(quotation: Quotation, sentence: Span, text: str) -> str:
    """The sentence that tells of somebody's words, without the words in marks."""
    told, at = "", min(sentence.start, quotation.start)
    inner = quotation.quoted or (
        (Span(quotation.start, quotation.end),) if quotation.kind == "direct" else ()
    )
    for span in (*inner, Span(sentence.end, sentence.end)):
        told, at = told + text[at : span.start], max(at, span.end)
    return told


def _signed(block: Block) -> Iterator[tuple[str, Span]]:
    """Words with a name beside them: a block quote that ends "— Marta Lindqvist", a row of a table."""
    words = list(quoted_words.quoted(block))
    if block.kind == "quote" and words and (signature := _SIGNATURE.search(block.text)):
        yield signature["name"], words[0]
    if block.kind == "row":
        for cell in filter(None, map(str.strip, block.text.split("|"))):
            yield from ((cell, one) for one in words if one.surface(block.text) not in cell)


def _party(said_by: str, ground: Ground) -> Party | None:
    """Whom the page means; None where that is nobody or more than one of the dossier."""
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
    """Whether the words for somebody are a role that a source gives: "the governor", "Belfast Mayor"."""
    words, known = wanted.split(), _plain(role).split()
    head = _plain(role).partition(" of ")[0].split()[-1]  # "chief executive of a company" is no company
    return head in words and set(words) <= set(known)


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


def _may_mean(claim: _Claim, speaker: str, ground: Ground, rivals: set[str]) -> bool:
    """Whether the page may give a claim to a speaker of the source.

    "Lee says that the mayor will “not be threatened”" gives the words to the mayor, and "the union says"
    may be said of what its chair says.
    """
    party = ground.index.get(speaker)
    if not isinstance(party, Party) or identities.may_be_one(party, claim.speaker):
        return True
    if identities.speaks_for(party, claim.speaker, ground.dossier.sides):
        return True
    return speaker not in rivals and _names(party, claim.around, claim.speaker)


def _names(party: Party, text: str, other: Party | None = None) -> bool:
    """Whether a text names somebody, by the last word of a name or of what they are: "the mayor".

    A surname that is ``other``'s too names neither: two may be called Hill.
    """
    told = set(_WORD.findall(_plain(text)))
    return bool(told & (_last(*party.names, *party.roles) - _last(*(other.names if other else ()))))


def _last(*names: str) -> set[str]:
    return {_plain(name).split()[-1] for name in names}


def _has(statement: Statement, words: Sequence[str]) -> bool:
    return bool(words) and any(matching.match(one, statement.selector.exact) for one in words)


def _name(key: str, ground: Ground) -> str:
    record = ground.index.get(key)
    return record.name if isinstance(record, Party) else key
