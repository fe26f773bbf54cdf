"""Addresses that lead into somebody else's page: URL fragment text directives.

After "URL Fragment Text Directives", a draft of the Web Incubator Community Group:
``#:~:text=[prefix-,]start[,end][,-suffix]``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_WORD = re.compile(r"\S+")
_WORDY = re.compile(r"\w")
# Up to so many words are given whole; of more, the first and the last few.
_WHOLE = 10
_ENDS = 4
# Fewer words than this could stand anywhere on the page, which says more than the seed.
_CLEAR = 4
_AROUND = 3


def address(page: str, text: str, start: int, end: int) -> str:
    """The address of ``text[start:end]`` on ``page``, where the same text stands.

    ``page`` comes back without a directive where it is no web address or the words are blank.
    """
    words = _WORD.findall(text[start:end])
    if not words or urlsplit(page).scheme not in {"http", "https"}:
        return page
    parts = [words] if len(words) <= _WHOLE else [words[:_ENDS], words[-_ENDS:]]
    directive = ",".join(_encode(part) for part in parts)
    if len(words) < _CLEAR or _repeats(text, parts[0]):
        line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        line_end = min(at for at in (text.find("\n", end), text.find("\r", end), len(text)) if at >= 0)
        before = _WORD.findall(text[line_start:start])[-_AROUND:]
        after = _WORD.findall(text[end:line_end])[:_AROUND]
        # Marks alone ("“") tell no place from another.
        if _WORDY.search("".join(before)):
            directive = f"{_encode(before)}-,{directive}"
        if _WORDY.search("".join(after)):
            directive = f"{directive},-{_encode(after)}"
    return page + ("" if "#" in page else "#") + ":~:text=" + directive


def _repeats(text: str, words: list[str]) -> bool:
    plain, sought = _plain(text), _plain(" ".join(words))
    return plain.find(sought, plain.find(sought) + 1) >= 0


@lru_cache(maxsize=8)
def _plain(text: str) -> str:
    """What a browser compares: blanks run together, upper and lower case alike."""
    return " ".join(text.split()).casefold()


def _encode(words: list[str]) -> str:
    # The hyphen, the comma and the ampersand are the directive's own marks.
    return quote(" ".join(words), safe="").replace("-", "%2D")
