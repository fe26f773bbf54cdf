"""Keys by words: what an editor types to find what to cite."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from sourced.citing.keys import Citable, Index
from sourced.model import Amount, Comparison, Event, Evidence, Party, Source

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def find(words: str, index: Index) -> tuple[Citable, ...]:
    """What fits ``words`` best, the best first: all that have every word, else all that have most.

    Words in what is cited count for more than words in the passage around it. Case, accents and
    the commas in numbers do not matter, and the last word may be half typed.
    """
    wanted = _words(words)
    if not wanted:
        return ()
    scores = {key: _score(wanted, record, index) for key, record in index.items()}
    most = max((hits for hits, _ in scores.values()), default=0)
    if most * 2 < len(wanted):
        return ()
    fitting = [key for key, (hits, _) in scores.items() if hits == most > 0]
    # Of what weighs the same, the shorter key says less besides.
    return tuple(index[key] for key in sorted(fitting, key=lambda key: (-scores[key][1], len(_words(key)))))


def _score(wanted: list[str], record: Citable, index: Index) -> tuple[int, int]:
    """(words found, their weight)."""
    weights: Counter[str] = Counter()
    for weight, text in _texts(record, index):
        for word in _words(text):
            weights[word] = max(weights[word], weight)
    found = [_weight(word, weights, last=word is wanted[-1]) for word in wanted]
    return sum(1 for weight in found if weight), sum(found)


def _weight(word: str, weights: Counter[str], *, last: bool) -> int:
    if weights[word] or not last or len(word) < 3:
        return weights[word]
    return max((weight for other, weight in weights.items() if other.startswith(word)), default=0)


def _texts(record: Citable, index: Index) -> list[tuple[int, str]]:
    texts = [(3, record.key), (1, record.passage.text)]
    if isinstance(record, Evidence | Event):
        speaker = index.get(record.speaker or "")
        texts.append((2, speaker.name if isinstance(speaker, Party) else ""))
    if isinstance(record, Evidence):
        texts += (4, record.selector.exact), (2, record.attribution or "")
        if isinstance(record, Amount):
            texts.append((4, f"{record.counted or ''} {record.unit or ''}"))
    elif isinstance(record, Event):
        texts.append((4, record.text))
    elif isinstance(record, Party):
        texts += (4, " ".join(record.names)), (3, " ".join(record.roles))
    elif isinstance(record, Comparison):
        texts.append((4, record.topic))
    elif isinstance(record, Source):
        texts.append((4, f"{record.title} {record.publisher or ''}"))
    return texts


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("-", " ")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return [word.replace(",", "") for word in _WORD.findall(plain)]
