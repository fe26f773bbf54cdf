"""What was done to the things that a figure counts: the words of its clause that stand in ``deeds.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from sourced import wordlists
from sourced.merging import words
from sourced.merging.events import clauses
from sourced.model import Amount

_REACH = 300  # characters on each side of a figure in which its clause is looked for
_BREAK = re.compile(
    r"[,;:()“”\"—–]|\s-\s|\b(?:that|which|who|whose|while|whereas|but|although|though|when|where|because|as|after"
    r"|before|since|until|if|and(?!\s[A-Z])|sa(?:id|ys|y|ying)|told|add(?:ed|ing|s)|acknowledged|insisted|warned|argued)\b"
)
_RELATIVE = re.compile(r"\s(?:who|that|which)\s")
# "At the march" tells where people were arrested, and not that they marched.
_SETTING = re.compile(
    r"\b(?:at|in|during|on|after|from|near|outside)\s(?:the|an?|its|their|this|that|\w+[’']s)"
    r"\s(?:[a-z]+\s(?=[a-z]+\b))?\w+"
)
# "Voted for the strike" tells what was voted on.
_AIM = re.compile(r"(\b(?:for|against|over)\s)(?:the|an?|its|their|this|that)\s(?:[a-z]+\s(?=[a-z]+\b))?\w+")
# "11 ships were near the reef", "pictures show nine ships off the coast": they were there.
_WHERE = r"\s(?:near|at|off|around|within|inside|in|on|there)\b"
_BEING = re.compile(
    rf"(?:\s[a-z]+){{0,2}}?\s+(?:were|was|are|is|been|being)(?:\s(?:still|now|already|also))?{_WHERE}"
)
_SEEN = re.compile(
    r"\b(?:there (?:were|was|are|had been)|count(?:s|ed)?|shows?|showed|saw|seen|spotted|sighted|detected"
    r"|observed|tracked|monitored)\s(?:[a-z]+\s){0,3}$",
    re.IGNORECASE,
)
# What these were done to is who the clause says did them: "it lost 50 soldiers".
_LOSING = frozenset({"lost", "lose", "loses", "losing", "losses", "fell", "fallen", "lost control"})


class Deed(Struct, frozen=True):
    """What a clause says of what it counts.

    ``rows`` are those of ``deeds.tsv`` that it has, ``by`` the words; ``matter`` the stems of its other
    words.
    """

    rows: frozenset[str]
    by: frozenset[str]
    matter: frozenset[str]

    @property
    def grows(self) -> bool:
        """Whether a number of this can only grow as time goes by."""
        return not self.rows.isdisjoint(_growing())

    @property
    def suffered(self) -> bool:
        """Whether who is said to have done it lost it: "it lost 50 soldiers"."""
        return not self.by.isdisjoint(_LOSING)

    def joined(self, other: Deed) -> Deed:
        """Both together."""
        return Deed(self.rows | other.rows, self.by | other.by, self.matter | other.matter)

    def fits(self, other: Deed, *, tied: bool = False) -> bool:
        """Whether both clauses say one thing: in a row of deeds, or in words of their own.

        Where an editor has ``tied`` them, only deeds that are plainly two set them apart.
        """
        if self.rows and other.rows:
            return not self.rows.isdisjoint(other.rows)
        if tied and not (self.rows or other.rows):
            return True
        bare = not (self.rows or self.matter) or not (other.rows or other.matter)
        return bare or len(self.matter & other.matter) > (1 if self.rows or other.rows else 0)


@cache
def _deeds() -> dict[str, frozenset[str]]:
    """A word, or some with blanks between -> the rows of ``deeds.tsv`` that have it.

    Not by stems: a plant is not planted, and a fire not fired.
    """
    found: dict[str, set[str]] = {}
    for name, _, listed in wordlists.rows(__package__, "deeds.tsv"):
        for entry in listed.split():
            found.setdefault(entry.replace("+", " "), set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


@cache
def _growing() -> frozenset[str]:
    return frozenset(name for name, grows, _ in wordlists.rows(__package__, "deeds.tsv") if grows)


def clause(text: str, start: int, end: int) -> str:
    """The clause of the figure; where no verb stands there, with what stands before and behind it."""
    right = end + 1 if (relative := _RELATIVE.match(text, end)) is None else relative.end()
    stop = _BREAK.search(text, right, min(len(text), end + _REACH))
    last = stop.start() if stop else min(len(text), end + _REACH)
    begins = [m.end() for m in _BREAK.finditer(text, max(0, start - _REACH), start)]
    first = begins[-1] if begins else max(0, start - _REACH)
    if not tells(text[first:last]) and not clauses.finite(text[first:last]):
        first = begins[-2] if len(begins) > 1 else max(0, start - _REACH)
        further = _BREAK.search(text, min(last + 1, len(text)), min(len(text), end + _REACH))
        if stop and stop[0] == "," and not tells(text[first:last]):
            last = further.start() if further else min(len(text), end + _REACH)
    return text[first:last]


def _is_presence(clause: str, figure: Amount) -> bool:
    """Whether a clause tells only that they were at a place, or were seen there."""
    before, _, after = clause.partition(figure.selector.exact)
    return bool(_BEING.match(after) or (_SEEN.search(before) and re.search(_WHERE, after)))


def around(figure: Amount) -> str:
    """The clause of a figure in its passage."""
    start = figure.selector.start - figure.passage.start
    return clause(figure.passage.text, start, start + len(figure.selector.exact))


def speaks_of(figure: Amount, name: str) -> bool:
    """Whether the clause of a figure tells of what a topic's name does, besides the thing counted."""
    counted = {words.stem(word) for word in words.split(figure.counted or "")}
    clause = around(figure)
    rows, told = (_rows(text) for text in (name, clause))
    return bool(rows & told) or bool(
        (words.stems(name) - counted - words.stems_listed("comparisons/of_no_deed.txt")) & words.stems(clause)
    )


def _rows(text: str) -> frozenset[str]:
    return frozenset().union(*(rows for _, rows in _found(words.split(text))))


def tells(clause: str) -> bool:
    """Whether a clause has a word of ``deeds.tsv``."""
    return any(True for _ in _found(words.split(clause)))


def _found(tokens: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of deeds among the tokens, with their rows; of those that overlap, the longest."""
    at = 0
    while at < len(tokens):
        grams = (" ".join(tokens[at : at + size]) for size in (3, 2, 1))
        gram = next((gram for gram in grams if gram in _deeds()), None)
        if gram:
            yield gram, _deeds()[gram]
        at += gram.count(" ") + 1 if gram else 1


def of(clause: str, figure: Amount) -> Deed:
    """What the clause of a figure says of it, the words that name who says so left out."""
    # What is measured ("40 hectares of forest") tells what is meant; what is counted, both figures count.
    counted = frozenset(words.stem(word) for word in words.split(figure.counted or "") if not figure.unit)
    if figure.unit:
        clause = clause.replace(figure.selector.exact, " ")
    every = [(gram, rows) for gram, rows in _found(words.split(clause)) if words.stem(gram) not in counted]
    found = [*_found(words.split(_AIM.sub(r"\1", _SETTING.sub(" ; ", clause))))]
    found = [(gram, rows) for gram, rows in found if words.stem(gram) not in counted] or every
    # "12 deaths" tells what was done by what is counted.
    found = found or [*_found(words.split(figure.counted or ""))]
    if not found and _is_presence(clause, figure):
        found = [("", frozenset({"present", "marched"}))]
    by = frozenset(gram for gram, _ in found)
    spoken = words.stems(figure.attribution or "")
    rest = {stem for stem in words.stems(clause) if not stem[:1].isdigit()}
    rest -= {words.stem(word) for word in words.split(figure.selector.exact)}
    rest -= {words.stem(part) for gram in by for part in gram.split()}
    rest -= spoken | counted | words.stems_listed("comparisons/of_no_deed.txt")
    return Deed(frozenset().union(*(rows for _, rows in found)), by, frozenset(rest))
