"""Two people of one surname in one article, of whom titles alone tell which is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourced.extraction.names import lexicon
from sourced.model import Mention

_BEFORE = 16  # characters in which a title begins
_WORD = re.compile(r"\b([A-Z][a-z]+\.?)\s$")


def divided(text: str, mentions: Iterable[Mention], given: str | None) -> dict[str, list[Mention]]:
    """The mentions of one surname by whom they may mean; empty where all may mean the same.

    ``given`` is the gender of the given name ("u" where it tells none), None where the article has the
    surname only. With a given name, those of the other gender are others, and the rest stands under "".
    Without, "Mr Lee" and "Mrs Lee" are two, and so are "Mrs Lee" and "General Lee"; a surname alone may be
    either's then.
    """
    titled: dict[str, list[Mention]] = {}
    for mention in mentions:
        titled.setdefault(_told(text, mention), []).append(mention)
    if given is None:
        return titled if "f" in titled and titled.keys() & {"m", "rank"} else {}
    other = {"m": "f", "f": "m"}.get(given)
    found = {label: part for label, part in titled.items() if label == other}
    found[""] = sorted(m for label, part in titled.items() if label != other for m in part)
    return found


def called(text: str, mention: Mention, surname: str) -> str:
    """Title and surname, as the article has them."""
    return f"{_title(text, mention)} {surname}"


def _told(text: str, mention: Mention) -> str:
    """What the title before a surname tells: a gender, a "rank", or nothing."""
    title = _title(text, mention)
    if title in lexicon.listed("military"):
        return "rank"
    return lexicon.titles().get(title.lower(), "-").strip("-")


def _title(text: str, mention: Mention) -> str:
    """The word before the name, within the mention or right before it."""
    first, *rest = text[mention.start : mention.end].split()
    before = _WORD.search(text, max(0, mention.start - _BEFORE), mention.start)
    return (first if rest else before[1] if before else "").rstrip(".")
