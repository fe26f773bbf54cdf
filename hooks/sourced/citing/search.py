"""Keys by words: what an editor types to find what to cite.

An entry fits when each word that is typed begins one of its words, and each number is one of its
numbers. Case, marks over letters, apostrophes and the commas in numbers do not matter. The evidence
page filters by the same rule (docs/assets/evidence.js); here the best comes first, and where nothing
fits, slips are forgiven.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from sourced.merging import words as letters
from sourced.publishing.entries import Entry

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ](?=[^\W\d_])")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")
# What fits exactly comes before all else.
_WHOLE, _KEY = 10, 1000
# Names less like the one that is sought are no help.
_ALIKE = 60
# Slips of the finger that are forgiven in a word, by its length; in a shorter one, and in a number, none is.
_SLIPS = ((7, 2), (4, 1))


class Query(Struct, frozen=True):
    """What is sought: words anywhere, words of the speaker, of the source, and a kind; "" for any."""

    words: str = ""
    speaker: str = ""
    source: str = ""
    kind: str = ""


class Found(Struct, frozen=True):
    """What fits, the best first; the first ``equal`` of it fit equally well."""

    entries: tuple[Entry, ...] = ()
    equal: int = 0


_Lines = tuple[tuple[int, str], ...]  # (weight, words with a blank before and behind each)


def find(query: Query, entries: Sequence[Entry]) -> Found:
    """What of ``entries`` fits. Of what fits equally well the order stays."""
    left = [entry for entry in entries if query.kind in ("", entry.kind)]
    for text, lines in ((query.speaker, _speaker), (query.source, _source)):
        left = [entry for entry, _ in _matching(text, left, lines)]
    asked = query.words.strip()
    scored = [(score + _exactly(asked, entry), entry) for entry, score in _matching(asked, left, _lines)]
    scored.sort(key=lambda one: -one[0])
    return Found(tuple(entry for _, entry in scored), sum(1 for score, _ in scored if score == scored[0][0]))


def nearest(query: Query, entries: Sequence[Entry]) -> str:
    """Why nothing fits, and what comes nearest: one line."""
    told = {"speaker": (query.speaker, _speaker), "source": (query.source, _source)}
    for what, (text, lines) in told.items():
        if not _matching(text, entries, lines):
            names = dict.fromkeys(getattr(entry, what) for entry in entries)
            near = process.extractOne(
                text, list(filter(None, names)), processor=letters.plain, score_cutoff=_ALIKE
            )
            return f'no {what} fits "{text}"' + (f": the nearest is {near[0]}" if near else "")
    asked = " ".join(filter(None, [query.words, query.speaker, query.source, query.kind]))
    left = [entry for entry in entries if query.kind in ("", entry.kind)]
    wanted = _forgiving(split(query.words), [_lines(entry) for entry in left])
    weights = [[_weight(word, _lines(entry)) for word in wanted] for entry in left]
    hits = [(sum(map(bool, weighed)), sum(weighed)) for weighed in weights]
    best = max(hits, default=(0, 0))
    if not best[0]:
        return f'nothing fits "{asked}": try other words, or fewer'
    return f'nothing fits all of "{asked}": the nearest is [^{left[hits.index(best)].key}]'


@lru_cache(maxsize=16384)  # names and passages stand in many entries
def split(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(_COMMA.sub("", _APOSTROPHE.sub("", letters.plain(text)))))


def _line(*texts: str) -> str:
    return f" {' '.join(word for text in texts for word in split(text))} "


def _lines(entry: Entry) -> _Lines:
    """All that finds an entry; what it is itself weighs more than what stands around it."""
    side = entry.side.name if entry.side else ""
    return (
        (5, _line(*entry.also)),
        (4, _line(entry.words)),
        (3, _line(entry.key)),
        (2, _line(entry.speaker, *entry.names, entry.source)),
        (1, _line(entry.role, side, entry.label, entry.date, entry.passage.text)),
    )


def _speaker(entry: Entry) -> _Lines:
    return ((1, _line(entry.speaker, *entry.names)),) if entry.speaker else ()


def _source(entry: Entry) -> _Lines:
    return ((1, _line(entry.source, entry.passage.source)),)


def _matching(
    text: str, entries: Sequence[Entry], lines_of: Callable[[Entry], _Lines]
) -> list[tuple[Entry, int]]:
    """Those that have every word of ``text``, and the weight of these; slips count where nothing has."""
    words = split(text)
    if text.strip() and not words:  # marks alone
        return []
    lines = [lines_of(entry) for entry in entries]
    fitting = _fitting([(word,) for word in words], entries, lines)
    return fitting or _fitting(_forgiving(words, lines), entries, lines)


def _fitting(
    wanted: Sequence[Sequence[str]], entries: Sequence[Entry], lines: Sequence[_Lines]
) -> list[tuple[Entry, int]]:
    found = []
    for entry, one in zip(entries, lines, strict=True):
        weights = [_weight(word, one) for word in wanted]
        if all(weights):
            found.append((entry, sum(weights)))
    return found


def _weight(forms: Sequence[str], lines: _Lines) -> int:
    """How much a word weighs that is sought in some forms: more as a whole than as a beginning."""
    for weight, line in lines:
        if any(f" {form} " in line for form in forms):
            return 2 * weight
        if any(f" {form}" in line for form in forms if not form[0].isdecimal()):
            return 2 * weight - 1
    return 0


def _forgiving(words: Iterable[str], lines: Iterable[_Lines]) -> list[tuple[str, ...]]:
    """Each word, and the words that it may be a slip for."""
    known = {word for one in lines for _, line in one for word in line.split()}
    return [
        (word, *(other for other in known if OSA.distance(word, other, score_cutoff=slips) <= slips))
        if (slips := _slips(word))
        else (word,)
        for word in words
    ]


def _slips(word: str) -> int:
    if any(c.isdecimal() for c in word):
        return 0
    return next((slips for length, slips in _SLIPS if len(word) >= length), 0)


def _exactly(asked: str, entry: Entry) -> int:
    if asked == entry.key:
        return _KEY
    return _WHOLE if split(asked) == split(entry.words) else 0
