"""Whether two spellings are one person's name.

Names are taken apart and compared part by part. Names of a language that each paper romanises its own
way are compared by how they sound (``families``); all others by their letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from sourced.merging import words
from sourced.merging.people import east_asian, families, near_names
from sourced.merging.people.name_parts import Name, bare, parse, surname

__all__ = ["Verdict", "bare", "compare", "indexes", "parse", "surname"]

Verdict = Literal["same", "different", "unsure"]

_ARTICLE = re.compile(r"^[ae]l[- ]")
# Letters that papers without them write with two: Schröder, Schroeder; Šešelj, Sheshel.
_TWO_LETTERS = tuple(
    str.maketrans(dict(zip(letters, written.split(), strict=True)))
    for letters, written in (
        ("äöüøåÄÖÜØÅ", "ae oe ue oe aa Ae Oe Ue Oe Aa"),
        ("šžčćşçŠŽČĆŞÇ", "sh zh ch ch sh ch Sh Zh Ch Ch Sh Ch"),
    )
)
# What is left of a name where papers agree on nothing else: its hard consonants.
_SKELETON = (
    (re.compile(r"off$|eff$|zh"), ""),
    (re.compile(r"ts|tz|dzh|dz|dj|th|d"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tch|sh|ch|[xzc]"), "s"),
    (re.compile(r"[aeiouyjhwvgkq]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@cache
def indexes(name: str) -> frozenset[str]:
    """What two names that may be one person always share at least one of: rough keys to look it up by."""
    found = set()
    for one in _readings(name):
        parsed = parse(one)
        joined = "".join(parsed.words)
        found |= {
            _skeleton(parsed.last),
            _skeleton(parsed.surname.replace(" ", "")),
            " ".join(sorted(parsed.words)),
            joined,
        }
        if len(parsed.words) > 2:
            found.add(_skeleton(parsed.words[-2]))
        found |= east_asian.indexes(parsed)
    return frozenset(found - {""})


def _skeleton(word: str) -> str:
    left = word
    for pattern, written in _SKELETON:
        left = pattern.sub(written, left)
    return left or word


def _readings(name: str) -> Iterator[str]:
    name = unicodedata.normalize("NFC", name)
    yield name
    for letters in _TWO_LETTERS:
        if (written := name.translate(letters)) != name:
            yield written


def compare(one: str, other: str) -> Verdict:
    """Whether two names are the same person's; "unsure" is for an editor to decide.

    A surname alone may be anybody of that surname: it is "same" here, and whoever asks must see to
    it that only one such person is there.
    """
    verdicts = [_compare(parse(a), parse(b)) for a in _readings(one) for b in _readings(other)]
    return "same" if "same" in verdicts else verdicts[0]


def _compare(a: Name, b: Name) -> Verdict:
    if not a.surname or not b.surname:
        return "unsure"
    if a.gender and b.gender and a.gender != b.gender:
        return "different"
    if "".join(a.words) == "".join(b.words):
        return "same" if a.suffix == b.suffix else _suffixes(a, b)
    shared = families.shared(a, b)
    if not _surnames_equal(a, b, shared):
        return east_asian.compare(a, b) or _reversed(a, b) or _nearly(a, b, shared)
    if a.suffix != b.suffix:
        others = a.given and b.given and not _given_equal(a.given[0], b.given[0], shared)
        return "different" if others else _suffixes(a, b)
    if not a.given or not b.given:
        return _alone(a, b)
    if not _first_names_equal(a, b, shared):
        return east_asian.compare(a, b) or _left_out(a, b, shared) or _given_names_nearly(a, b, shared)
    short, long = sorted((a.given[1:], b.given[1:]), key=len)
    # Of "H. W." nobody leaves the first out; of "Manuel López" they do.
    in_line = bool(short) and len(short[0]) == 1
    return "same" if _within(short, long[: len(short)] if in_line else long, shared) else "different"


def _suffixes(a: Name, b: Name) -> Verdict:
    """Father and son are two; where one spelling leaves the suffix out, nobody can tell."""
    return "different" if a.suffix and b.suffix else "unsure"


def _alone(a: Name, b: Name) -> Verdict:
    full, alone = (a, b) if a.given else (b, a)
    known = families.gender(full.given[0]) if full.given else ""
    return "different" if alone.gender and known and alone.gender != known else "same"


def _surnames_equal(a: Name, b: Name, shared: Sequence[str]) -> bool:
    x, y = _joined(a), _joined(b)
    if "arabic" in shared and families.variants(x, y):
        return True
    return x == y or any(families.sound(family, x) == families.sound(family, y) for family in shared)


def _joined(name: Name) -> str:
    """The surname without an Arabic article, which papers write or leave out."""
    return _ARTICLE.sub("", name.surname).replace(" ", "")


def _first_names_equal(a: Name, b: Name, shared: Sequence[str]) -> bool:
    """Whether the first given names agree: "Mir-Hossein" and "Mir Hossein" do."""
    return _given_equal(a.given[0], b.given[0], shared) or "".join(a.given) == "".join(b.given)


def _given_equal(x: str, y: str, shared: Sequence[str]) -> bool:
    if x == y or ((len(x) == 1 or len(y) == 1) and x[0] == y[0]):
        return True
    if min(len(x), len(y)) > 1 and any(families.sound(f, x) == families.sound(f, y) for f in shared):
        return True
    return families.variants(x, y)


def _within(short: Sequence[str], long: Sequence[str], shared: Sequence[str]) -> bool:
    """Whether the one has all names of the other, in that order."""
    rest = iter(long)
    return all(any(_given_equal(name, other, shared) for other in rest) for name in short)


def _left_out(a: Name, b: Name, shared: Sequence[str]) -> Verdict | None:
    """The first name left out: "López Obrador". A given name ("Paul Jones") may be another's."""
    short, long = sorted((a.given, b.given), key=len)
    if not _within(short, long[1:], shared):
        return None
    return "unsure" if any(len(name) == 1 or families.is_given(name) for name in short) else "same"


def _given_names_nearly(a: Name, b: Name, shared: Sequence[str]) -> Verdict:
    x, y = sorted((a.given[0], b.given[0]), key=len)
    if a.surname in words.listed("people/surnames_first.txt"):
        return "different"
    if len(x) == 1:
        return "unsure" if families.initial_of_variant(x, y) else "different"
    left_out = x in families.double(y)
    return "unsure" if left_out or near_names.given(x, y, shared) else "different"


def _reversed(a: Name, b: Name) -> Verdict | None:
    """Surname first: "Orbán Viktor". It is sure where only one of the two words is a given name."""
    if len(a.words) != 2 or a.words != b.words[::-1]:
        return None
    return "same" if sum(map(families.is_given, a.words)) == 1 else "unsure"


def _nearly(a: Name, b: Name, shared: Sequence[str]) -> Verdict:
    """Other surnames: two people, unless all but a letter or two agrees, or one surname of two."""
    if not a.given or not b.given:
        return _two_surnames_alone(a, b)
    if not _first_names_equal(a, b, shared):
        return "unsure" if near_names.both(a, b, shared) else "different"
    one, other = a.words, b.words
    if one[: len(other)] == other or other[: len(one)] == one or _surnames(a) & _surnames(b):
        return "unsure"
    return "unsure" if near_names.surnames(a.surname, b.surname, shared) else "different"


def _two_surnames_alone(a: Name, b: Name) -> Verdict:
    """Two surnames with a hyphen, which another paper leaves out: "Martins-Reis" of "Ana Martins Reis"."""
    full, alone = (a, b) if a.given else (b, a)
    tails = ("".join(full.words[at:]) for at in range(1, len(full.words) - 1))
    return "same" if alone.barrels and "".join(alone.barrels) in tails else "different"


def _surnames(name: Name) -> set[str]:
    """Each of the surnames that a name has, those joined by a hyphen too."""
    return {*name.surname.split(), *name.barrels} - words.listed("people/particles.txt")
