"""What comes nearest to words that stand in no passage, and where the two differ: for messages only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from msgspec import Struct
from rapidfuzz import fuzz

from sourced.citing.typography import normal

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]")
_NEAR = 70  # rapidfuzz's score, of 100, from which two texts are worth showing beside each other
_AROUND = 2  # words shown on each side of what differs
_LONG = 12  # words, from which a difference is cut in the middle


class Nearest(Struct, frozen=True):
    """The passage (its place in the passages looked at) that comes nearest, and how it differs."""

    passage: int
    difference: str


def nearest(words: str, passages: Iterable[str]) -> Nearest | None:
    """The passage that has nearly these words; None where none has."""
    wanted = normal(words).text.strip(' .,"')
    best: tuple[float, int, str] | None = None
    for number, passage in enumerate(passages):
        text = normal(passage).text
        found = fuzz.partial_ratio_alignment(
            wanted.lower(), text.lower(), score_cutoff=max(_NEAR, best[0] if best else 0)
        )
        if found is not None and len(wanted) <= len(text) * 1.5 and (best is None or found.score > best[0]):
            best = found.score, number, _around(text, found.dest_start, found.dest_end)
    return Nearest(best[1], _difference(wanted, best[2])) if best else None


def _around(text: str, start: int, end: int) -> str:
    """A stretch widened by a third on each side, to whole words: it may lack what the page leaves out."""
    more = (end - start) // 3 + 2
    start, end = max(0, start - more), min(len(text), end + more)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def _difference(words: str, source: str) -> str:
    """The first stretch in which two texts differ, told as a sentence's end."""
    ours, theirs = _TOKEN.findall(words), _TOKEN.findall(source)
    low = [token.lower() for token in ours], [token.lower() for token in theirs]
    steps = SequenceMatcher(None, *low, autojunk=False).get_opcodes()
    while len(steps) > 1 and steps[0][0] == "insert":
        steps.pop(0)  # the nearest stretch was widened
    while len(steps) > 1 and steps[-1][0] == "insert":
        steps.pop()
    for what, a, b, c, d in steps:
        if what == "equal":
            continue
        here, there = _shown(ours[a:b]), _shown(theirs[c:d])
        after = _shown(theirs[max(0, c - _AROUND) : c])
        if what == "replace":
            if (what, a, b, c, d) == steps[-1]:
                there = _shown(theirs[c : c + b - a])
            elif a == 0:
                there = _shown(theirs[d - b : d])
            return f'the source has "{there}" where the page has "{here}"'
        if what == "insert":
            place = f' after "{after}"' if after else ""
            return f'the source has "{there}"{place}, which the page leaves out'
        return f'"{here}" is not in the source'
    return f'the source has "{_shown(theirs)}"'


def _shown(tokens: list[str]) -> str:
    if len(tokens) > _LONG:
        tokens = [*tokens[: _LONG // 2], "…", *tokens[-_LONG // 2 :]]
    return re.sub(r" (?=[,;:.!?…])", "", " ".join(tokens))
