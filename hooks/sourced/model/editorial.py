"""What editors say: the records of ``dossier.yml``."""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import Struct


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
