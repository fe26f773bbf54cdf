"""What is counted: the noun phrase after a number, read without a tagger from the forms of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sourced.extraction.figures.figure_words import classed
from sourced.model import Span

_MOST_WORDS = 7
_NO_NOUN = ("ly", "able", "ible")  # "makes one available", "one is previously" …
# A word, or a model name ("A320s", "F-16", "737" before a word).
_WORD = re.compile(
    r"(?:\d{0,4}[^\W\d_]|\d{1,3}(?=\s[^\W\d_]))[^\W_]*(?:[’'][^\W\d_]+)?(?:[-‑][^\W_]+)*(?:[’']s\b)?"
)
_GAP = re.compile(r"[ \t\u00a0\u202f]{1,2}\n?|\n")
_OF = re.compile(
    r"\s+of\s+(?:(?:the|these|those|its|his|her|their|our|my|your|all|such|other)\s+)*(?=\w)", re.IGNORECASE
)
_SHARED = re.compile(
    r"\s+(?:of\s+)?(?:(?:the|these|those|its|his|her|their|our|my|your|all|such|other)\s+)+(?=\w)|\s+of\s+",
    re.IGNORECASE,
)
_ACRONYMS = re.compile(r"[A-Z]{2,}s|[A-Z]+-?\d{1,3}s")  # "MPs", "F-35s"
_ACRONYM = re.compile(r"[A-Z]{2,5}")  # "GDP", "one MP"
_THOSE = re.compile(r"\b(?:those|these)\s+$", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|or)\s(?=\w)")
_MOST_BEFORE_AND = 2
_HYPHENED = re.compile(r"[-‑](?P<noun>[^\W\d_]{3,})(?:[-‑](?P<more>[^\W\d_]+))*")


class _Word(NamedTuple):
    """A word without the 's of an owner."""

    start: int
    end: int
    text: str
    low: str
    owner: bool


def after(text: str, at: int, end: int, *, one: bool, share: bool) -> Span | None:
    """The counted noun phrase that follows the number ending at ``at``: its head, and what describes it.

    Demonyms and other names before the head are left out ("100 Danish sailors": "sailors"), and so
    are words that only count ("two other people"). ``one``: the noun is in the singular; ``share``:
    the number is a part of it ("half the city"). None where nothing counted follows.
    """
    of = (_SHARED if share else _OF).match(text, at, end)
    hyphened = None if of else _HYPHENED.match(text, at, end)
    if of:
        at = of.end()
    elif hyphened:
        if hyphened["noun"].lower() in classed("hyphened"):
            return None
        if hyphened["noun"].lower() != "strong":
            return Span(hyphened.start("noun"), hyphened.end("noun"))
        at, one = hyphened.end(), True  # "the 8,000-strong crowd"
    words = list(_words(text, at, end, gap=not of))
    if of and _THOSE.search(of[0]) and words and words[0].low.endswith("ed"):
        return None  # "half of those questioned"
    head = _singular_head(words) if one and not of else _plural_head(words)
    if head is None and hyphened:
        head = _plural_head(words)  # "a 14-strong crew"
    if head is None and of:
        head = _singular_head(words)
    if head is None and not one:
        return _coordinated(text, words, end)
    if head is None:
        return None
    first = _first(words, head)
    return Span(words[first].start, words[head].end)


def _coordinated(text: str, words: list[_Word], end: int) -> Span | None:
    """Read a noun that two describe: "18 fraud and bribery charges", "12 Sunni and Shia clerics"."""
    joined = _AND.match(text, words[-1].end, end) if words else None
    if joined is None or len(words) > _MOST_BEFORE_AND or any(_is_no_modifier(word) for word in words):
        return None
    rest = list(_words(text, joined.end(), end, gap=False))
    head = _plural_head(rest)
    if not head:  # none, or nothing that the second one describes
        return None
    first = words[0] if words[0].text[0].islower() else rest[_first(rest, head)]
    return Span(first.start, rest[head].end)


def _is_no_modifier(word: _Word) -> bool:
    unlike = classed("verb") | classed("ellipsis") | classed("adverb")
    return word.owner or word.low in unlike or word.low.endswith(("ed", "ly"))


def _first(words: list[_Word], head: int) -> int:
    """Where the phrase begins: after names and owners, and after words that only count or grade."""
    first = head
    while first > 0 and words[first - 1].text[0].islower() and not words[first - 1].owner:
        first -= 1
    while first < head and _light(words[first], before_head=first == head - 1):
        first += 1
    return first


def _light(word: _Word, *, before_head: bool) -> bool:
    if word.low in classed("light"):
        return True
    return word.low.endswith("ly") and not before_head and word.low not in classed("ly-noun")


def idle(text: str, noun: Span) -> bool:
    """Whether "one" before this noun counts nothing ("one day", "one thing")."""
    return text[noun.start : noun.end].lower() in classed("idiom")


def _words(text: str, at: int, end: int, *, gap: bool) -> Iterator[_Word]:
    stop = classed("stop")
    # Whether the word before may have a number for a name: "Leopard 2", "new 737", "six 787 jets".
    named = gap and text[at - 1].isalpha()
    for count in range(_MOST_WORDS):
        if gap or count:
            blank = _GAP.match(text, at, end)
            if not blank:
                return
            at = blank.end()
        match = _WORD.match(text, at, end)
        if not match or match[0].lower() in stop or (match[0].isdigit() and not named):
            return
        named = match[0][0].isupper() or match[0] == "new"
        word = match[0].removesuffix("'s").removesuffix("’s")
        at = match.end()
        yield _Word(match.start(), match.start() + len(word), word, word.lower(), word != match[0])


def _plural(word: _Word) -> bool:
    low = word.low.rpartition("-")[2]
    if low in classed("plural"):
        return True
    return (
        low.endswith("s")
        and (len(low) > 3 or _ACRONYMS.fullmatch(word.text) is not None)
        and not low.endswith(("ss", "us", "is"))
        and low not in classed("singular")
    )


def _plural_head(words: list[_Word]) -> int | None:
    """The first plural, and further ones right after it: plural subjects take no verb in -s."""
    verbs = classed("verb")
    for at, word in enumerate(words):
        if word.low in verbs and at and word.low not in classed("plural"):
            return None
        if not _plural(word):
            continue
        head = at
        if word.text[0].isupper():
            # "Nations" may be part of a name: a plural in small letters after it is the head.
            later = [
                k
                for k in range(at + 1, min(at + 3, len(words)))
                if _plural(words[k]) and words[k].text[0].islower()
            ]
            between = words[at + 1 : later[0]] if later else []
            if later and not any(w.low in verbs or w.low.endswith("ed") for w in between):
                head = later[0]
        while head + 1 < len(words) and _plural(words[head + 1]) and words[head + 1].low not in verbs:
            if words[head].low in classed("people") or words[head + 1].low in classed("hurt"):
                break
            head += 1
        return head
    return None


def _singular_head(words: list[_Word]) -> int | None:
    """The last of the words up to a verb, a participle or a name that begins after them."""
    last = None
    for at, word in enumerate(words[:4]):
        capital = not word.text[0].islower()
        if word.low in classed("verb") or (at and word.low.endswith(("ed", "ing"))):
            break
        if capital and last is not None and words[last].text[0].islower():
            break
        last = at
    if last is None or words[last].owner:
        return None
    if not words[last].text[0].islower() and not _ACRONYM.fullmatch(words[last].text):
        return None
    return None if words[last].low.endswith(_NO_NOUN) or _plural(words[last]) else last
