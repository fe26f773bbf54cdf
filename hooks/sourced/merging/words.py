"""Words without their surface: plain letters, stems, and the words that carry the matter of a passage."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sourced import wordlists

_WORD = re.compile(r"[^\W_]+(?:[.,'’ʼ][^\W_]+)*")
_NUMBER_COMMA = re.compile(r"(?<=\d),(?=\d{3})")
_DOUBLE = re.compile(r"([bdfglmnprt])\1$")


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a data file, its folder in front: "sides/former.txt". ``#`` begins a comment."""
    return frozenset(word for line in wordlists.lines(__package__, name) for word in line.split())


@cache
def stems_listed(name: str) -> frozenset[str]:
    """The stems of the words of a data file."""
    return frozenset(stem(word.lower()) for word in listed(name))


@cache
def _letters() -> dict[int, str]:
    rows = wordlists.rows(__package__, "romanisation.tsv")
    return str.maketrans({row[0]: row[1] for row in rows})


def plain(text: str) -> str:
    """The text in lower case and, where the script is Latin, Cyrillic or Greek, in ASCII letters.

    Marks over letters are left out (``š`` is ``s``), letters of their own are written out (``ß`` is
    ``ss``), Cyrillic and Greek are romanised much as English papers do it. Other scripts stay.
    """
    # й and ї are letters of their own, not и and і with a mark, so the table is asked first.
    written = unicodedata.normalize("NFC", text).casefold().translate(_letters())
    marks = unicodedata.normalize("NFKD", written)
    if marks.isascii():
        return marks
    return "".join(c for c in marks if not unicodedata.combining(c)).translate(_letters())


def split(text: str) -> list[str]:
    """The words of a text, plain, without possessive endings; "1,200" is one word, "1200"."""
    found = _WORD.findall(plain(_NUMBER_COMMA.sub("", text)))
    return [_base(word) for word in found]


def _base(word: str) -> str:
    word = word.replace("’", "'").replace("ʼ", "'")
    return word.removesuffix("'s")


def stem(word: str) -> str:
    """A rough stem that English inflections share: "declares", "declared", "declaring" are "declar"."""
    for ending, new, left in (("ies", "y", 2), ("ied", "y", 2), ("ing", "", 3), ("ed", "", 3), ("es", "", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= left:
            word = word[: -len(ending)] + new
            if not new:
                word = _DOUBLE.sub(r"\1", word)
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def content(text: str) -> list[str]:
    """The words that carry the matter, in order: neither function words nor words of speech."""
    stop = listed("stopwords.txt")
    return [word for word in split(text) if word not in stop and "'" not in word]


def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry the matter."""
    return frozenset(stem(word) for word in content(text))
