"""The ways to write a number: 120000 is "120000", "120 thousand" and "one hundred and twenty thousand"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sourced import wordlists

_SCALES = (10**12, 10**9, 10**6, 10**3)
_HUNDRED = 100
_MOST = 10**15


def ways(value: float) -> tuple[str, ...]:
    """Its digits and, as far as people write it so, digits with a word of scale, and words alone.

    Digits have no commas. Fractions and numbers from a thousand billions on have their digits only.
    """
    number = abs(value)
    if not number < _MOST:
        return (f"{number:g}",)
    if not float(number).is_integer():
        return (repr(number),)
    whole = int(number)
    return (str(whole), *_scaled(whole), _spelled(whole))


def _scaled(number: int) -> Iterator[str]:
    """Digits and a word of scale, "1.2 million": at most two places behind the point."""
    for scale in _SCALES:
        if number >= scale and number * 100 % scale == 0:
            yield f"{number / scale:.15g} {_words()[scale]}"


def _spelled(number: int) -> str:
    words = _words()
    for scale in (*_SCALES, _HUNDRED):
        if number >= scale:
            high, rest = divmod(number, scale)
            joined = " and " if 0 < rest < _HUNDRED else " "
            return f"{_spelled(high)} {words[scale]}{joined}{_spelled(rest) if rest else ''}".strip()
    if number in words:
        return words[number]
    return f"{words[number - number % 10]}-{words[number % 10]}"


@cache
def _words() -> dict[int, str]:
    """The first word for each value that has one of its own."""
    rows = wordlists.rows(__package__, "number_words.tsv")
    kinds = {"digit", "teen", "tens", "hundred", "scale"}
    return {int(value): words.split()[0] for kind, value, words in rows if kind in kinds}
