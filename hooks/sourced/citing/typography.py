"""The normal form of a text: what is left of it where typography makes no difference.

Two texts with one normal form differ in nothing but marks and blanks that typesetters change:
curly and straight marks, dashes, kinds of blanks and line breaks, the commas in large numbers,
and how Unicode composes a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import repeat

from msgspec import Struct

_BLANK = r"[\s\u00a0\u2007\u2009\u202f]"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_HYPHEN = r"[\u2010-\u2013\u2212-]"
_SIGN = rf"(?<!\S){_HYPHEN}(?=\d)"
_DASH = r"(?:--+|[\u2010-\u2015\u2212\ufe58\uff0d-])"
_MARK = r"(?:``|''|[\"“”„‟«»‘’‚‛‹›'`´])"


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


# The first that fits is taken; what none fits stays. Each changes one thing that typesetters change.
_CHANGES: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (rf"[{_UNSEEN}]+", ""),
    (r"(?<=\w)['’‘´′](?=\w)", "'"),
    (rf"{_BLANK}*{_MARK}{_BLANK}*", '"'),
    (rf"(?<=\w){_HYPHEN}(?=\w)|{_SIGN}", "-"),
    (rf"{_BLANK}*(?!{_SIGN}){_DASH}{_BLANK}*", "—"),
    (r"\.\.\.+|\.(?: \.){2,}", "…"),
    (rf"{_BLANK}+(?=[,;:.!?%…])", ""),
    (rf"{_BLANK}+", " "),
    (r"[\ufb00-\ufb06]", lambda match: unicodedata.normalize("NFKC", match[0])),
    (r"[^\W\d_][\u0300-\u036f]+", _composed),
)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)")
_SEPARATOR = re.compile(r"[,\u00a0\u2009\u202f]")
_CHANGE = re.compile("|".join(f"({pattern})" for pattern, _ in _CHANGES))


class Normal(Struct, frozen=True):
    """The normal form of a text, and where in the text each of its characters comes from.

    ``origins`` is one longer than ``text``: its last entry is the length of the original.
    """

    text: str
    origins: tuple[int, ...]


@lru_cache(maxsize=4096)  # the words of a page are sought in the same passages again and again
def normal(text: str) -> Normal:
    """The normal form of ``text``. Linear in its length."""
    separators = {
        number.start() + separator.start()
        for number in _GROUPED.finditer(text)
        for separator in _SEPARATOR.finditer(number[0])
    }
    kept: list[str] = []
    origins: list[int] = []

    def keep(characters: Iterable[str], places: Iterable[int]) -> None:
        for character, place in zip(characters, places, strict=False):
            if place not in separators:
                kept.append(character)
                origins.append(place)

    done = 0
    for match in _CHANGE.finditer(text):
        keep(text[done : match.start()], range(done, match.start()))
        change = _CHANGES[(match.lastindex or 1) - 1][1]
        keep(change if isinstance(change, str) else change(match), repeat(match.start()))
        done = match.end()
    keep(text[done:], range(done, len(text)))
    return Normal("".join(kept), (*origins, len(text)))
