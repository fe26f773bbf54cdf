"""Whether words stand in a passage: typography is forgiven, and nothing else.

Beside what ``typography`` levels, forgiven are the case of the first letter, a comma or full stop
before the closing mark, an ellipsis that says that words are left out, and words that the editor
adds in square brackets. How alike two texts are never counts: words stand in a passage or do not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from sourced import wordlists
from sourced.citing.typography import Normal, normal
from sourced.extraction.numbers import numbers
from sourced.extraction.quotations.wordclasses import finite
from sourced.extraction.quotations.words import sentences
from sourced.reading import article

# "[t]he" changes a letter's case; other words in brackets are the editor's, and dots in them are an ellipsis.
_EDITED = re.compile(r"\[ ?…\ ?]|…|\[[^\[\]]*\]")
_CASED = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_SIGNS = r"$€£¥₴₽₹₩₺+#№§@&"
# No part of a word or number: "own" in "known", "did" in "didn't", "5" in "1.5", "$5" and "5%".
_BEGINS = rf"(?<![\w'{re.escape(_SIGNS)}-])(?<!\d[.,:/])"
_ENDS = r"(?![\w'%‰°@-])(?![.,:/]\d)(?!(?<=\d) ?[$€£¥₴₽₹₩])"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PAUSE = re.compile(r"[,;:.!?\"()—]")
_SHOWN = 6  # words of the passage that a message shows
_NEAR = 2  # how many words back a word still says no to what follows: "not an extremely | difficult"
# With one of these, words have a verb whatever it is: "we pay", "to pay".
_SUBJECTS = frozenset("i we you they he she it there to".split())
_MOST = 50  # places of the same words that are looked at

Turn = Literal["goes on", "comes before", "is left out"]


class Match(Struct, frozen=True):
    """Where words stand in a passage, and whether what they leave out turns their sense.

    ``start`` and ``end`` are offsets in the passage. ``turn`` tells where the passage's ``words``
    stand that were left out: it goes on with them ("but only if ..."), they come before ("not
    ..."), or an ellipsis stands for them. Both are None where nothing turns.
    """

    start: int
    end: int
    turn: Turn | None = None
    words: str | None = None


def match(words: str, passage: str, before: str = "", after: str = "") -> Match | None:
    """Where ``words``, which a page has in marks, stand in ``passage``; None where they do not.

    ``before`` and ``after`` are what the page has on either side of the marks: an editor who says
    "not" before them, or "but" after them, has left nothing out.
    """
    wanted = _pattern(words)
    if wanted is None:
        return None
    form = normal(passage)
    turned = None
    place = wanted.search(form.text)
    for _ in range(_MOST):
        if place is None:
            break
        start, end = form.origins[place.start()], form.origins[place.end() - 1] + 1
        start += len(passage[start:end]) - len(passage[start:end].lstrip())
        if not _cuts_number(passage, start, end):
            turn = _turn(place, form, words, before, after)
            if turn is None:
                return Match(start, end)
            turned = turned or Match(start, end, *turn)
        place = wanted.search(form.text, place.start() + 1)
    return turned


def _cuts_number(passage: str, start: int, end: int) -> bool:
    """Whether only a part of a number lies between two offsets: "two" of "two dozen", "5" of "5 million"."""
    return any(number.start < cut < number.end for number in numbers.scan(passage) for cut in (start, end))


@cache
def _pattern(words: str) -> re.Pattern[str] | None:
    """What finds ``words`` in a normal form; its groups are what ellipses stand for. None for no words."""
    free = {m.start() - 2 * k for k, m in enumerate(_CASED.finditer(words))}
    plain = _CASED.sub(r"\1", words)
    form = normal(plain)
    if not _WORD.search(_EDITED.sub("", form.text)):
        return None
    parts: list[str] = []
    done, first = 0, True
    edits = [*_EDITED.finditer(form.text), None]
    for edit in edits:
        stretch = form.text[done : edit.start() if edit else None]
        left = done + len(stretch) - len(stretch.lstrip())
        stretch = stretch.strip()
        if edit is None:
            stretch = stretch.rstrip('.,"')
        if stretch:
            letters = [
                _letter(c, free=form.origins[left + k] in free or (first and k == 0))
                for k, c in enumerate(stretch)
            ]
            begins = _BEGINS if stretch[0].isalnum() or stretch[0] in _SIGNS else ""
            ends = _ENDS if stretch[-1].isalnum() or stretch[-1] in "%‰°" else ""
            parts.append(begins + "".join(letters) + ends)
            first = False
        if edit is not None:
            done = edit.end()
            parts.append("(.*?)" if "…" in edit[0] else rf" ?(?:\[?{re.escape(edit[0][1:-1])}\]? ?)?")
    while parts and parts[0].startswith(("(.", " ?")):
        parts.pop(0)
    while parts and parts[-1].startswith(("(.", " ?")):
        parts.pop()
    return re.compile("".join(parts))


def _letter(character: str, *, free: bool) -> str:
    cases = {character.lower(), character.upper()}
    return (
        f"[{''.join(cases)}]"
        if free and all(len(c) == 1 for c in cases) and character.isalpha()
        else (re.escape(character))
    )


def _turn(place: re.Match[str], form: Normal, words: str, before: str, after: str) -> tuple[Turn, str] | None:
    """What of the passage was left out and turns the sense of the rest."""
    for gap in place.groups():
        if not _PAUSE.search(gap) and _negates(gap):
            return "is left out", gap.strip()
    rest = form.text[place.end() :]
    if (turn := _turns().match(rest)) and not re.search(r"(?:…|\.\.\.)\W*$", words) and _says(words):
        said = _turns().match(normal(after).text.lstrip(' "'))
        if not said or said["turn"].lower() != turn["turn"].lower():
            return "goes on", " ".join(rest.lstrip(", —(").split()[:_SHOWN])
    ahead = _last_words(form.text[: place.start()])
    if _negates(" ".join(ahead)) and not re.match(r"\W*(?:…|\.\.\.)", words):
        said_before = _WORD.findall(normal(before).text)[-_NEAR - 1 :]
        return None if _negates(" ".join(said_before)) else ("comes before", " ".join(ahead))
    return None


def _last_words(text: str) -> list[str]:
    """The last words of a text that nothing parts from what follows."""
    near = text[-80:]
    pauses = [pause.end() for pause in _PAUSE.finditer(near)]
    return _WORD.findall(near[pauses[-1] if pauses else 0 :])[-_NEAR:]


def _says(words: str) -> bool:
    """Whether words say something that what follows could turn; "severe flooding" says nothing yet."""
    return any(
        word.low in _SUBJECTS or finite(sentence.words, at)
        for sentence in sentences(article.read(words), ())
        for at, word in enumerate(sentence.words)
    )


def _negates(text: str) -> bool:
    return bool(_negations().search(text))


@cache
def _negations() -> re.Pattern[str]:
    words = "|".join(re.escape(entry) for entry in wordlists.lines(__package__, "negations.txt"))
    return re.compile(rf"\b(?:{words}|\w+n't)(?![\w'])", re.IGNORECASE)


@cache
def _turns() -> re.Pattern[str]:
    """A word that turns what was said, with nothing but a pause before it."""
    words = "|".join(re.escape(entry) for entry in wordlists.lines(__package__, "turns.txt"))
    return re.compile(rf"[, —(]*(?P<turn>{words})\b", re.IGNORECASE)
