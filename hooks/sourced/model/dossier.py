"""What merging makes of all the articles, each record with its key; and the pages that cite it."""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import Struct

from sourced.model.extraction import Article


class Selector(Struct, frozen=True):
    """A W3C Web Annotation TextQuoteSelector and TextPositionSelector in one."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class Passage(Struct, frozen=True):
    """The whole sentence or sentences that some words stand in."""

    source: str
    start: int
    end: int
    text: str


class Source(Struct, frozen=True):
    """One seed and what ``dossier.yml`` says of it. ``file`` is its name in ``seeds/``.

    ``date_inferred`` are the words of the text that its date is inferred from, None where
    ``dossier.yml`` gives the date, or nobody does.
    """

    key: str
    file: str
    title: str
    publisher: str | None
    address: str | None
    date: datetime.date | None
    language: str
    sha256: str
    show: Literal["cited", "full"]
    described: bool
    passage: Passage
    date_inferred: str | None = None


class Seed(Struct, frozen=True):
    """One seed as it was read."""

    source: Source
    article: Article


class Evidence(Struct, frozen=True, kw_only=True):
    """Something found in a source that a page can cite by its key.

    ``selector`` points at the words themselves, ``passage`` is what they stand in. ``speaker`` is
    the key of the person or body that says or claims it, None where nobody or nobody known does;
    ``attribution`` the words of the source that name the speaker. ``date`` is the TIMEX3 value of
    when it was said, as far as the source tells.
    """

    key: str
    selector: Selector
    passage: Passage
    speaker: str | None = None
    attribution: str | None = None
    side: str | None = None
    date: str | None = None


class Statement(Evidence, frozen=True, kw_only=True):
    """A quotation, or (``kind`` "term") words in marks that nobody speaks."""

    kind: Literal["direct", "mixed", "indirect", "term"]
    cue: str | None = None
    quoted: tuple[Selector, ...] = ()


class Amount(Evidence, frozen=True, kw_only=True):
    """A figure and who claims it; see ``Figure`` for the fields.

    ``when`` is the TIMEX3 value of what the figure is said of: the date that its own clause tells,
    else when it was said, else the source's date. None where none of them is known.
    """

    value: float | tuple[float, float] | None
    unit: str | None
    counted: str | None
    bound: Literal["=", ">", "<", "~"]
    of: float | None
    dimension: str | None
    when: str | None = None


class Party(Struct, frozen=True, kw_only=True):
    """A person or body over all seeds. ``names`` are its spellings, the fullest first.

    ``mentions`` are all places that name it, ``passages`` the sentence of each, in the same order;
    ``passage`` is the first one. ``side_doubt`` says why ``side`` is None where the sources tell more
    than one.
    """

    key: str
    name: str
    kind: Literal["person", "body"]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    side: str | None
    sources: tuple[str, ...]
    passage: Passage
    mentions: tuple[Selector, ...] = ()
    passages: tuple[Passage, ...] = ()
    side_doubt: str | None = None


class Side(Struct, frozen=True):
    """A party to the dispute, as ``dossier.yml`` names it."""

    key: str
    name: str
    colour: str | None
    countries: tuple[str, ...]
    also: tuple[str, ...]


class Event(Struct, frozen=True, kw_only=True):
    """Something dated that happened, or (``planned``) is to happen, in the words of the sources.

    ``date`` is a TIMEX3 value; ``first`` and ``last`` the days it covers. ``evidence`` are all the
    passages that tell it, the one that ``text`` is cut from first. ``speaker`` and ``attribution`` say whose
    word it is, as with ``Evidence``. ``headline`` is an editor's line for it. ``part`` is the TIMEX3 modifier
    of "early March"; ``otherwise`` are the keys of events that tell much the same of a day or two off.
    """

    key: str
    date: str
    first: datetime.date
    last: datetime.date
    approximate: bool
    planned: bool
    text: str
    passage: Passage
    evidence: tuple[Passage, ...]
    speaker: str | None = None
    attribution: str | None = None
    side: str | None = None
    headline: str | None = None
    part: str | None = None
    otherwise: tuple[str, ...] = ()


class Comparison(Struct, frozen=True, kw_only=True):
    """Claims about the same thing beside each other: keys of evidence, never a verdict.

    ``derived`` is what was worked out here to compare them ("40 km by 12 km is 480 km2"). ``differing`` are
    those of the claims that cannot all be so; ``beside`` what else is said of the same topic.
    """

    key: str
    topic: str
    relation: Literal["conflict", "agreement", "same words", "one side only", "side by side"]
    claims: tuple[str, ...]
    passage: Passage
    derived: str | None = None
    differing: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


CorrectionKind = Literal[
    "drop", "merge", "split", "speaker", "date", "headline", "planned", "side", "roles", "kind"
]


class Correction(Struct, frozen=True, kw_only=True):
    """What an editor put right, so that the site can say so.

    ``entry`` is its place among the corrections of ``dossier.yml``, from 0. ``keys`` are the records that
    stand corrected, ``gone`` the keys that nothing has any more. ``was`` is what the program had, in words:
    the speaker, the date, the names, or the words that were dropped; None where it had nothing. ``line`` is
    the entry's line in ``dossier.yml``, 0 where that is not known.
    """

    entry: int
    kind: CorrectionKind
    keys: tuple[str, ...]
    passage: Passage
    gone: tuple[str, ...] = ()
    was: str | None = None
    reason: str | None = None
    line: int = 0


class Dossier(Struct, frozen=True):
    """All that was found in the seeds and merged; what pages are made from and cite."""

    sources: tuple[Source, ...]
    sides: tuple[Side, ...]
    quotations: tuple[Statement, ...]
    terms: tuple[Statement, ...]
    figures: tuple[Amount, ...]
    people: tuple[Party, ...]
    bodies: tuple[Party, ...]
    events: tuple[Event, ...]
    comparisons: tuple[Comparison, ...]
    corrections: tuple[Correction, ...] = ()


class Backlink(Struct, frozen=True):
    """A page that cites ``key``. ``page`` is its path in ``docs/``; ``anchor`` the footnote's place on it."""

    key: str
    page: str
    title: str
    anchor: str | None = None
