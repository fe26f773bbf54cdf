"""Citation keys: made of the words themselves, ASCII, lower case, with hyphens.

A key must not change when a seed is added after the others. So keys are given out seed by seed: the
first seed keeps the plain key, a later one has its source's key appended.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from sourced.merging import words
from sourced.model import Article, Figure

_UNSAFE = re.compile(r"[^a-z0-9]+")
_SPOKEN_WORDS = 2
_LONGEST = 60
_REACH = 40
_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+\d*|[%°]")
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class Register:
    """The keys given out so far. Source keys are taken from the start."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._taken = {key.lower() for key in sources}
        self._source = ""
        self._earlier: set[str] = set()
        self._last: dict[str, int] = {}  # key -> the last number that was put behind it

    def begin(self, source: str) -> None:
        """The keys asked for from now on are those of this seed."""
        self._source = source
        self._earlier = set(self._taken)

    def take(self, *wanted: str) -> str:
        """The first of the wanted keys that no earlier seed has; else the first with the source's key.

        Equal keys within one seed get -2, -3 in the order in which they are asked for.
        """
        free = [key for key in wanted if key not in self._earlier]
        unused = [key for key in free if key not in self._taken]
        base = [*unused[:1], *free[-1:], f"{wanted[0]}-{slug(self._source)}"][0]
        key = base
        while key in self._taken:
            self._last[base] = self._last.get(base, 1) + 1
            key = f"{base}-{self._last[base]}"
        self._taken.add(key)
        return key


def of_mention(party: str, number: int) -> str:
    """The key of a place that names a person or body, by the number from 1; no other key has a full stop."""
    return f"{party}.{number}"


# What is left of a sign of money: the dollar's country.
_COUNTRIES = frozenset({"", "us", "u-s", "a", "au", "c", "ca", "hk", "nz", "nt", "s"})


def slug(text: str) -> str:
    """The text as a key: a letter or digit at both ends, at most 60 characters, cut between words.

    Text with no letter or digit that can be written in ASCII gets a name made of its hash, so that
    the key is the same on every machine.
    """
    plain = "-".join(words.split(text))
    key = _UNSAFE.sub("-", plain.replace("'", "")).strip("-")
    if not key:
        return (
            "x" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:7]
            if text.strip()
            else ""
        )
    if len(key) > _LONGEST:
        cut = key[: _LONGEST + 1].rsplit("-", 1)[0]
        key = cut[:_LONGEST]
    return key


def joined(parts: Sequence[str], fallback: str) -> str:
    """One key out of parts; it always has a letter, so that it is never a page's own footnote [^1]."""
    key = slug("-".join(part for part in parts if part))
    if not key:
        return fallback
    return key if any(c.isalpha() for c in key) else f"{fallback}-{key}"


def spoken(speaker: str, text: str, fallback: str) -> str:
    """The key of a quotation: who says it and the first words that carry its matter."""
    found = words.content(text) or words.split(text)
    return joined([speaker, *found[: _SPOKEN_WORDS if speaker else _SPOKEN_WORDS + 1]], fallback)


def term(text: str) -> str:
    """The key of words in marks that nobody speaks: the words."""
    return joined(words.split(text)[:6], "term")


def figure(article: Article, found: Figure) -> str:
    """The key of a figure: its value in digits and what it counts, or its unit as written.

    "80 schools" is ``80-schools``, "5 out of 9 trains" ``5-of-9-trains``, "between two and three miles"
    ``2-to-3-miles``, "scores of British schools" ``scores-of-schools``.
    """
    surface, value = found.surface(article.text), found.value
    counted = found.counted.surface(article.text) if found.counted else ""
    if value is None or not _in_digits(surface, value):
        return joined([_small_words(article, found), counted], "figure")
    parts = ["-to-".join(map(number, value)) if isinstance(value, tuple) else number(value)]
    if found.of is not None:
        parts += ["of", number(found.of)]
    if found.unit is not None and not (counted and found.unit.startswith("count")):
        unit = "year-old" if found.unit == "year of age" else _plural(found.unit, value)
        words_of = _unit_words(surface)
        counted = unit if words_of in _COUNTRIES else words_of
    return joined([*parts, counted], "figure")


def number(value: float) -> str:
    """The digits of a value: 120000, 1-point-2-million. Keys have no points: a decimal point is a word."""
    sign = "minus-" if value < 0 else ""
    size = abs(value)
    for scale, name in _SCALES:
        if size >= scale and len(f"{size / scale:.10g}".replace(".", "")) <= 4:
            return f"{sign}{size / scale:.10g}-{name}".replace(".", "-point-")
    return sign + f"{size:.15g}".replace(".", "-point-").replace("e+", "e")


def _in_digits(surface: str, value: float | tuple[float, float]) -> bool:
    """Whether the value is best told in digits: "a third" is not, as 0.333."""
    values = value if isinstance(value, tuple) else (value,)
    return any(c.isdigit() for c in surface) or all(float(f"{v:.2f}") == v for v in values)


def _small_words(article: Article, found: Figure) -> str:
    """The figure's own words up to what is counted, without adjectives with a capital: "dozens of"."""
    end = found.end
    if found.counted and found.start < found.counted.start <= found.end + _REACH:
        end = found.counted.start
    first, *rest = article.text[found.start : end].split() or [""]
    return " ".join([first, *(word for word in rest if not word[:1].isupper())])


def _unit_words(surface: str) -> str:
    """What is left of a figure's words without number, bound and scale."""
    skip = words.listed("numberwords.txt")
    found = (words.plain(token) for token in _TOKEN.findall(surface))
    return "-".join(
        "percent" if t == "%" else t for t in found if (t[0].isalpha() and t not in skip) or t == "%"
    )


def _plural(unit: str, value: float | tuple[float, float]) -> str:
    return unit if value == 1 or unit.endswith("s") or unit == "percent" else f"{unit}s"
