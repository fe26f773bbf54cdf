"""What the types of ``dossier.yml`` cannot say: what stands twice, and what contradicts itself."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from urllib.parse import urlsplit

from babel import Locale

from sourced.model import CorrectionEntry, Editorial

# A place in dossier.yml: the keys and numbers that lead to it.
Path = tuple[str | int, ...]

TAKEN = "index"  # sources/index.md is the page of all sources

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
ACTIONS = ("drop", "merge", "apart", "split", "change")
# What may stand beside each action, besides the reason.
DETAILS = {
    "split": ("names", "sources", "mentions", "to"),
    "change": ("speaker", "date", "headline", "planned", "side", "roles", "kind"),
}
TARGET = "to"  # the one of these that says nothing by itself
NONE = "none"  # the side of who is on none


def find(editorial: Editorial) -> Iterator[tuple[Path, str]]:
    """The place and the message of each contradiction, the first of all first."""
    yield from _twice(editorial)
    yield from _spelt_twice(editorial)
    yield from _sources_and_sides(editorial)
    for number, topic in enumerate(editorial.topics):
        if not topic.counted and topic.unit is None and not topic.words:
            yield ("topics", number), "a topic needs one of counted, unit, words"
    for number, entry in enumerate(editorial.corrections):
        for field, message in _correction(entry):
            yield ("corrections", number, *field), message
    yield from _corrected_twice(editorial)
    yield from _merged_away(editorial)


def _twice(editorial: Editorial) -> Iterator[tuple[Path, str]]:
    for kind, field in (("sources", "file"), ("sources", "key"), ("sides", "key"), ("topics", "name")):
        first: set[str] = set()
        for number, entry in enumerate(getattr(editorial, kind)):
            value = getattr(entry, field)
            if value is None:
                continue
            if value in first:
                yield (
                    (kind, number, field),
                    f'"{value}" stands in an entry before this one: keep one of the two',
                )
            first.add(value)
            if field == "key" and not _KEY.fullmatch(value):
                yield (kind, number, field), f'"{value}" is no key: use letters a to z, digits, "-" and "_"'
            elif (kind, field) == ("sources", "key") and value.isdigit():
                yield (
                    (kind, number, field),
                    f'"{value}" is no key: put a letter into it',
                )


def _spelt_twice(editorial: Editorial) -> Iterator[tuple[Path, str]]:
    """A spelling cannot be two people's, a name not two sides'; none is nothing. Parties share a country."""
    for kind, fields in (("people", ("name", "also")), ("sides", ("name", "also"))):
        first: dict[str, int] = {}
        for number, entry in enumerate(getattr(editorial, kind)):
            for field in fields:
                told = getattr(entry, field)
                for spelling in (told,) if isinstance(told, str) else told:
                    if not spelling.strip():
                        yield (kind, number, field), f'"{field}" has a name of no letters: write one'
                    elif first.setdefault(spelling.casefold().removeprefix("the "), number) != number:
                        yield (
                            (kind, number, field),
                            f'"{spelling}" stands in an entry before this one: keep one of the two',
                        )


def _sources_and_sides(editorial: Editorial) -> Iterator[tuple[Path, str]]:
    for number, source in enumerate(editorial.sources):
        if source.key is not None and source.key.lower() == TAKEN:
            yield ("sources", number, "key"), f'"{source.key}" is the page of all sources: take another key'
        if source.address is not None and not _is_web_address(source.address):
            yield (
                ("sources", number, "address"),
                f'"{source.address}" is no address: begin with https:// or http://',
            )
        if source.language is not None and not _LANGUAGE.fullmatch(source.language):
            yield (
                ("sources", number, "language"),
                f'"{source.language}" is no language: use a code such as en',
            )
    for number, side in enumerate(editorial.sides):
        for code in side.countries:
            if code.upper() not in _countries():
                yield ("sides", number, "countries"), f'"{code}" is no country: {_code(code)}'
        if side.colour is not None and not _COLOUR.fullmatch(side.colour):
            yield ("sides", number, "colour"), f'"{side.colour}" is no colour: write it as "#0b5cad"'
    sides = [side.key for side in editorial.sides]
    known = ", ".join(sides) or "no sides: add it under sides"
    for kind in ("people", "corrections"):
        for number, entry in enumerate(getattr(editorial, kind)):
            if entry.side is not None and entry.side not in (*sides, NONE):
                yield (kind, number, "side"), f'"{entry.side}" is no side (there are: {known})'


@cache
def _countries() -> Mapping[str, str]:
    """The two letters of each country, and its name in English, by CLDR."""
    return {
        code: name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()
    }


def _code(name: str) -> str:
    if name.upper() == "UK":
        return "write GB"
    meant = next((code for code, known in _countries().items() if known.lower() == name.lower()), None)
    return f"write {meant}" if meant else "write its two letters, such as UA"


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"[\s\"'<>\\]", address)


def _correction(entry: CorrectionEntry) -> Iterator[tuple[Path, str]]:
    """What is wrong with one correction by itself."""
    actions = [action for action in ACTIONS if getattr(entry, action)]
    if len(actions) != 1:
        which = " and ".join(actions) or "none of them"
        yield tuple(actions[1:2]), f"a correction has one of {', '.join(ACTIONS)}: this one has {which}"
        return
    [action] = actions
    details = DETAILS.get(action, ())
    for other, fields in DETAILS.items():
        for field in fields:
            if _has(entry, field) and field not in details:
                yield (field,), f'"{field}" goes with "{other}", not with "{action}"'
    needed = [field for field in details if field != TARGET]
    if needed and not any(_has(entry, field) for field in needed):
        yield (action,), f'"{action}" needs one of {", ".join(needed)} beside it'
    keys = entry.merge or entry.apart
    if keys and len(set(keys)) < max(2, len(keys)):
        yield (action,), f'"{action}" needs two keys or more, each once: [one-key, other-key]'
    if entry.date is not None and not _is_date(entry.date):
        yield (
            ("date",),
            f'"{entry.date}" is no date: write 2024-08-14, 2024-08, 2024, or 2024-08-13/2024-08-14',
        )


def _has(entry: CorrectionEntry, field: str) -> bool:
    """Whether an entry says something in a field: that there are no roles is something."""
    said = getattr(entry, field)
    return said is not None and (said != () or field == "roles")


def _is_date(date: str) -> bool:
    days = [_first_day(part) for part in date.split("/")]
    return len(days) <= 2 and None not in days and days == sorted(filter(None, days))


def _first_day(date: str) -> datetime.date | None:
    match = _DATE.fullmatch(date)
    try:
        return datetime.date(*(int(part or 1) for part in match.groups())) if match else None
    except ValueError:
        return None


def _corrected_twice(editorial: Editorial) -> Iterator[tuple[Path, str]]:
    """Corrections that two entries make, or of which one undoes the other."""
    made: dict[object, int] = {}
    dropped = {entry.drop for entry in editorial.corrections if entry.drop}
    for number, entry in enumerate(editorial.corrections):
        for field, what, done in _marks(entry):
            if made.setdefault(done, number) != number:
                yield (
                    ("corrections", number, field),
                    f"{what} by an entry before this one: keep one of the two",
                )
        for field, key in _named(entry):
            if key in dropped:
                yield (
                    ("corrections", number, field),
                    f'"{key}" is dropped by another entry: keep one of the two',
                )


def _merged_away(editorial: Editorial) -> Iterator[tuple[Path, str]]:
    """A change of what is no entry of its own any more."""
    into = {key: entry.merge[0] for entry in editorial.corrections for key in entry.merge[1:]}
    for number, entry in enumerate(editorial.corrections):
        if entry.change in into:
            yield (
                ("corrections", number, "change"),
                f'"{entry.change}" is merged into "{into[entry.change]}" by another entry: change that',
            )


def _marks(entry: CorrectionEntry) -> Iterator[tuple[str, str, object]]:
    """What an entry does that no other one may do: (field, in words, what)."""
    if entry.drop:
        yield "drop", f'"{entry.drop}" is dropped', ("drop", entry.drop)
    for field in DETAILS["change"]:
        if entry.change and _has(entry, field):
            yield field, f'the {field} of "{entry.change}" is changed', (field, entry.change)
    for key in entry.merge[1:]:
        yield "merge", f'"{key}" is merged into another', ("merge", key)
    for field, keys in (("merge", entry.merge), ("apart", entry.apart)):
        for pair in combinations(sorted(keys), 2):
            yield field, f'"{pair[0]}" and "{pair[1]}" are told to be one or two', ("pair", pair)


def _named(entry: CorrectionEntry) -> Iterator[tuple[str, str]]:
    """The keys that an entry needs to be there."""
    for field in ("split", "to", "change", "speaker"):
        if value := getattr(entry, field):
            yield field, value
    for field, keys in (("merge", entry.merge), ("apart", entry.apart)):
        yield from ((field, key) for key in keys)
