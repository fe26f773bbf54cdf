"""Names on a page, made links to their entries in the glossary, with a tooltip that says who it is.

A link needs no script, is reached by keyboard, and its title is read out as its description; themes
that show tooltips show it to the mouse and at the focus. The first time in each section, and in each
card, is enough: a page where every name is a link reads badly.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from xml.etree.ElementTree import Element

from markdown.util import STX, HtmlStash
from msgspec import Struct

from sourced.extraction.names import lexicon
from sourced.merging import words
from sourced.merging.people import families, spelling
from sourced.merging.sides import countries
from sourced.model import Dossier, Party, Side
from sourced.publishing import escape

CLASS = "s-who"
_SURNAME = 4  # a shorter surname is too often a word
_SECTIONS = frozenset({"h1", "h2", "h3"})
# Where no link may stand, or none helps.
_CLOSED = frozenset("a h1 code pre kbd samp script style abbr summary button label sup time".split())
_SIDE = 'class="s-side"'  # the label of a side is no mention of a body of that name
_ENTRY = "s-person"  # an entry of the glossary explains itself
_CARDS = re.compile(r"\b(?:s-card|s-event|s-passage|s-glance__row)\b")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEFORE = re.compile(r"([^\W\d_][\w-]*\.?)\s$")
_AFTER = re.compile(r"\s[^\W\d_a-z]")
# What Python-Markdown puts in the place of raw HTML (a tag, a character reference) and escaped marks.
_STASHED = re.compile(f"{STX}(?:wzxhzdk:(?P<raw>[0-9]+)|(?P<escaped>[0-9]+)|(?P<amp>amp))\x03")
_REFERENCE = re.compile(r"&#(?P<code>[0-9]{1,7});")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
# Some themes put the words of a tooltip into the page as HTML: these must not be in it.
_UNSAFE = str.maketrans({"<": "‹", ">": "›", "&": "+", '"': "”"})


class Entry(Struct, frozen=True):
    """One entry: its key, which is its anchor in the glossary, and who it is in a line."""

    key: str
    about: str


class Glossary:
    """The names of a dossier, by their first word, the longest first."""

    def __init__(self, dossier: Dossier) -> None:
        sides = {side.key: side for side in dossier.sides}
        entries: dict[str, Entry] = {}
        self.about: dict[str, str] = {}
        several: set[str] = set()
        surnames = Counter(spelling.surname(party.name) for party in dossier.people)
        parties = (*dossier.people, *dossier.bodies)
        shared = Counter(word for party in parties for word in {w for n in party.names for w in n.split()})
        for party in parties:
            entry = Entry(party.key, _about(party, sides))
            self.about[party.key] = entry.about
            for name in _names(party, surnames, shared):
                if name in entries and entries[name].key != party.key:
                    several.add(name)
                entries.setdefault(name, entry)
        self._by_first: dict[str, list[tuple[str, Entry]]] = {}
        for name in sorted(entries.keys() - several, key=lambda name: -len(name)):
            first = _WORD.match(name)
            if first:
                self._by_first.setdefault(_bare(first[0]), []).append((name, entries[name]))

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Where names stand in a text: start, end, and whose; left to right, none within another."""
        text = text.replace("’", "'")
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for name, entry in self._by_first.get(_bare(word[0]), ()):
                until = word.start() + len(name)
                if text.startswith(name, word.start()) and not text[until : until + 1].isalnum():
                    if " " in name or not _is_part_of_other(text, word.start(), until):
                        yield word.start(), until, entry
                        end = until
                    break


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip("'-")


def _is_part_of_other(text: str, start: int, end: int) -> bool:
    """Whether a name of one word is part of a longer one that is not its own: "Hans Lee", "James Lee"."""
    if families.is_given(words.plain(text[start:end])) and _AFTER.match(text, end):
        return True
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None or not before[1][:1].isupper() or lexicon.is_title(before[1]):
        return False
    return before[1].endswith(".") or families.is_given(words.plain(before[1]))


def _names(party: Party, surnames: Counter[str], shared: Counter[str]) -> Iterable[str]:
    """The spellings that pages may use; the surname alone where ``surnames`` counts one.

    What else might be a word or a given name counts where a source calls the party so, and where ``shared``
    tells that nobody else's name has it.
    """
    names = list(party.names)
    if party.kind == "person":
        alone = spelling.surname(party.name)
        names += [alone] if surnames[alone] == 1 else []
    for name in names:
        plain = " ".join(name.replace("’", "'").split())
        so_called = name in party.names and shared[name] == 1 and _is_surname(name, party)
        if " " in plain or _tells(plain, party, so_called=so_called):
            yield plain
            if party.kind == "body" and plain[:1].islower():
                yield plain[:1].upper() + plain[1:]


def _is_surname(name: str, party: Party) -> bool:
    return party.kind == "person" and name == spelling.surname(party.name)


def _tells(name: str, party: Party, *, so_called: bool) -> bool:
    """Whether one word alone names the party on a page: no everyday word, month or country.

    No short word and no given name either, unless the party is ``so_called``.
    """
    if name[:1].islower() or name in (*calendar.month_name, *calendar.day_name, *calendar.month_abbr):
        return False
    if party.kind == "body":
        return not any(place.end == 1 for place in countries.find([name]))
    plain = words.plain(name)
    if plain in _everyday():
        return False
    return so_called or (len(name) >= _SURNAME and not families.is_given(plain))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(map(words.plain, lexicon.not_names() | lexicon.common_words()))


def _about(party: Party, sides: Mapping[str, Side]) -> str:
    """Who it is in a line of plain characters: "Ann Lee: mayor of Bergen. Side: Norway."."""
    roles = ", ".join(party.roles[:2])
    side = sides.get(party.side or "")
    told = f"{party.name}: {roles}." if roles else f"{party.name}."
    if sides:
        told += f" Side: {side.name}." if side else " On no side."
    return escape.visible(told).translate(_UNSAFE).strip()


def link_names(root: Element, glossary: Glossary, page: str, stash: HtmlStash) -> None:
    """Make the first mention of each name, in each section and card of a page, a link to ``page``."""
    _within(root, glossary, page, _Raw(stash), set(), closed=False)


class _Raw:
    """Raw HTML that stands between the words, by what Python-Markdown put in its place."""

    def __init__(self, stash: HtmlStash) -> None:
        self._blocks = stash.rawHtmlBlocks
        self.closed: list[str] = []

    def pieces(self, text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """The text cut at its tags: what a reader sees of each piece, and where each character stood.

        A piece in which no link may stand has no places.
        """
        shown: list[str] = []
        places: list[tuple[int, int]] = []
        at = 0
        for match in _STASHED.finditer(text):
            shown += text[at : match.start()]
            places += [(n, n + 1) for n in range(at, match.start())]
            at = match.end()
            letter = self._letter(match)
            if letter:
                shown.append(letter)
                places.append(match.span())
                continue
            yield "".join(shown), [] if self.closed else places
            shown, places = [], []
            self._tag(match)
        shown += text[at:]
        places += [(n, n + 1) for n in range(at, len(text))]
        yield "".join(shown), [] if self.closed else places

    def _letter(self, match: re.Match[str]) -> str:
        if match["amp"]:
            return "&"
        if match["escaped"]:
            return chr(int(match["escaped"])) if int(match["escaped"]) < 0x110000 else ""
        reference = _REFERENCE.fullmatch(self._html(match))
        return chr(int(reference["code"])) if reference and int(reference["code"]) < 0x110000 else ""

    def _html(self, match: re.Match[str]) -> str:
        number = int(match["raw"])
        block = self._blocks[number] if number < len(self._blocks) else ""
        return block if isinstance(block, str) else ""

    def _tag(self, match: re.Match[str]) -> None:
        tag = _TAG.match(self._html(match)) if match["raw"] else None
        if tag is None:
            return
        name = tag["name"].lower()
        if not tag["end"]:
            # What is within a closed element is closed with it, however its tags nest.
            if name in _CLOSED or _SIDE in self._html(match) or name in self.closed[-1:]:
                self.closed.append(name)
        elif name in self.closed[-1:]:
            self.closed.pop()


def _within(
    element: Element, glossary: Glossary, page: str, raw: _Raw, seen: set[str], *, closed: bool
) -> None:
    closed = closed or element.tag in _CLOSED or _ENTRY in element.get("class", "").split()
    if _CARDS.search(element.get("class", "")):
        seen = set()
    raw.closed = []
    children = list(element)
    position = 0
    if not closed and element.text:
        element.text, links = _linked(element.text, glossary, page, raw, seen)
        position = _insert(element, 0, links)
    for child in children:
        kept = raw.closed
        if child.tag in _SECTIONS:
            seen.clear()
        if isinstance(child.tag, str):
            _within(child, glossary, page, raw, seen, closed=closed or bool(kept))
        raw.closed = kept
        position += 1
        if not closed and child.tail:
            child.tail, links = _linked(child.tail, glossary, page, raw, seen)
            position = _insert(element, position, links)


def _insert(element: Element, position: int, links: list[Element]) -> int:
    for link in links:
        element.insert(position, link)
        position += 1
    return position


def _linked(text: str, glossary: Glossary, page: str, raw: _Raw, seen: set[str]) -> tuple[str, list[Element]]:
    """The text up to the first link, and the links, each with the text after it."""
    links: list[Element] = []
    cuts: list[tuple[int, int]] = []
    for shown, places in raw.pieces(text):
        if not places:
            continue
        for start, end, entry in glossary.find(shown):
            if entry.key in seen:
                continue
            seen.add(entry.key)
            cut = places[start][0], places[end - 1][1]
            link = Element("a", {"class": CLASS, "href": f"{page}#{entry.key}", "title": entry.about})
            link.text = text[slice(*cut)]
            links.append(link)
            cuts.append(cut)
    if not cuts:
        return text, []
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    for link, (_, after), until in zip(links, cuts, ends, strict=True):
        link.tail = text[after:until]
    return text[: cuts[0][0]], links
