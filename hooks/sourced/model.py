"""What passes between the floors: frozen records, and the one exception that an editor may see.

All offsets are Unicode code points into one seed's text; ``text[start:end]`` is the surface.
"""

from __future__ import annotations

import datetime
import re
from typing import Literal

from msgspec import Struct

_LONG = re.compile(r"(\S{80})\S{20,}")


class Span(Struct, frozen=True, order=True):
    """A stretch of one text, ``start`` included and ``end`` not."""

    start: int
    end: int

    def surface(self, text: str) -> str:
        """Return the words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


# ---------------------------------------------------------------- what editors say (dossier.yml)


class SourceEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``dossier.yml`` says of one seed. ``key`` cites the whole source; without it, the file's stem.

    ``sha256`` pins the file: where its bytes have another, the build says so.
    """

    file: str
    key: str | None = None
    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    show: Literal["cited", "full"] = "cited"
    sha256: str | None = None


class SideEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A party to the dispute. ``countries`` are ISO 3166 codes; ``also`` are other names for it ("Kyiv")."""

    key: str
    name: str
    colour: str | None = None
    countries: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class PersonEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A decision on a person or body: other spellings that are the same one, and the side."""

    name: str
    also: tuple[str, ...] = ()
    side: str | None = None


class TopicEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What the claims page compares: counted things that are words for the same, or a unit of measure.

    ``words``: only what has one of these is of the topic, and so is every quotation that has one.
    """

    name: str
    counted: tuple[str, ...] = ()
    unit: str | None = None
    words: tuple[str, ...] = ()


class CorrectionEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One correction of what the program found. It names things by the keys that pages cite.

    It has one of ``drop``, ``merge``, ``apart``, ``split`` and ``change``. ``names``, ``sources`` and
    ``mentions`` say what a split takes out, ``to`` whose that is; the fields after ``change`` are what it
    puts in.
    """

    drop: str | None = None
    merge: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    split: str | None = None
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    to: str | None = None
    change: str | None = None
    speaker: str | None = None
    date: str | None = None
    headline: str | None = None
    planned: Literal["yes", "no", "true", "false"] | None = None
    side: str | None = None
    roles: tuple[str, ...] | None = None
    kind: Literal["person", "body"] | None = None
    reason: str | None = None


class Editorial(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``dossier.yml``."""

    sources: tuple[SourceEntry, ...] = ()
    sides: tuple[SideEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    corrections: tuple[CorrectionEntry, ...] = ()


# ---------------------------------------------------------------- reading


class Paragraph(Span, frozen=True):
    """A paragraph, or a heading that stands on a line of its own."""

    heading: bool = False


class Article(Struct, frozen=True):
    """One seed's text, cut up. No sentence crosses a paragraph; both are in text order."""

    text: str
    date: datetime.date | None
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Span, ...]


# ---------------------------------------------------------------- extraction


class Mention(Span, frozen=True):
    """The words that name a person or body in one place."""

    kind: Literal["name", "role", "pronoun"]


class Entity(Struct, frozen=True):
    """A person or body in one article: the mentions there that come to the same.

    ``name`` is the fullest form that the article writes, without titles; ``roles`` are the words
    that say what the person is ("Bergen Mayor").
    """

    name: str
    kind: Literal["person", "body"]
    mentions: tuple[Mention, ...]
    roles: tuple[Span, ...] = ()


class Quotation(Span, frozen=True):
    """What somebody says; the span is its content, quotation marks around it left out.

    ``direct``: the content stands in quotation marks; ``mixed``: a reported clause with some words
    in marks (``quoted``); ``indirect``: no marks. ``source`` are the words that name who says it,
    ``name`` the full name in this article of whom they mean; both are None where the article
    leaves it open. ``cue`` is the verb or phrase that ties the source to the words ("said", "according
    to"); speech that carries on shares the source and the cue of the speech that it carries on.
    """

    kind: Literal["direct", "mixed", "indirect"]
    source: Span | None = None
    name: str | None = None
    cue: Span | None = None
    quoted: tuple[Span, ...] = ()


class Figure(Span, frozen=True):
    """A number that counts or measures something.

    ``value`` is a number, a range (low, high), or None for an indefinite ("dozens"). ``unit`` is
    the English name of a unit of measure ("square kilometer", "percent", "US dollar"), None for a
    bare count; ``counted`` the noun phrase that is counted ("drone attacks"). ``of`` is the whole
    that the value is a part of: 23 in "17 out of 23". ``dimension`` is "wide", "deep" and so on.
    """

    value: float | tuple[float, float] | None
    unit: str | None = None
    counted: Span | None = None
    bound: Literal["=", ">", "<", "~"] = "="
    of: float | None = None
    dimension: str | None = None


class TimeExpression(Span, frozen=True):
    """A TIMEX3 expression, resolved against the article's date.

    ``value`` is the TIMEX3 value ("2024-08-06", "2024-W32", "P2.5Y", "2024-08-13/2024-08-14");
    ``mod`` the TIMEX3 modifier where there is one ("APPROX", "START", "BEFORE", ...).
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None


class Extraction(Struct, frozen=True):
    """All that was found in one article, each kind in text order.

    ``terms`` are words in quotation marks that nobody speaks: a title, a name, a scare quote.
    """

    quotations: tuple[Quotation, ...]
    terms: tuple[Span, ...]
    figures: tuple[Figure, ...]
    dates: tuple[TimeExpression, ...]
    entities: tuple[Entity, ...]


# ---------------------------------------------------------------- merging


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


# ---------------------------------------------------------------- citing


class Backlink(Struct, frozen=True):
    """A page that cites ``key``. ``page`` is its path in ``docs/``; ``anchor`` the footnote's place on it."""

    key: str
    page: str
    title: str
    anchor: str | None = None


# ---------------------------------------------------------------- findings


class Misfit(Struct, frozen=True):
    """An entry of ``dossier.yml`` that does not fit what was found: the keys and numbers that lead to it."""

    path: tuple[str | int, ...]
    message: str
    code: str = "S007"


class Finding(Struct, frozen=True, order=True):
    """Something an editor must mend. Lines and columns count from 1; 0 is the whole file."""

    file: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        """One line, whatever stands in names and messages; words that no line has room for are cut."""
        file, message = (" ".join(words.split()) for words in (self.file, self.message))
        place = ":".join(str(part) for part in (file, self.line, self.column) if part)
        message = _LONG.sub(r"\1…", message)
        return f"{place}: {self.code} {message}" if self.code else f"{place}: {message}"


class InputError(Exception):
    """Input that cannot be used: its finding says which file, what is wrong and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding
