"""One article, cut up, and what is found in it: spans of its text."""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import Struct

from sourced.model.spans import Span


class Paragraph(Span, frozen=True):
    """A paragraph, or a heading that stands on a line of its own."""

    heading: bool = False


class Article(Struct, frozen=True):
    """One seed's text, cut up. No sentence crosses a paragraph; both are in text order."""

    text: str
    date: datetime.date | None
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Span, ...]


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
