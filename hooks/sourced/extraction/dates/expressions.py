"""Time expressions as they stand in a text: a small grammar over classes of words.

Each word gets a class; a class is one character, so that an expression is a match of an ordinary regular
expression over the string of classes (a finite-state cascade, after Abney 1996). ``time_words.tsv`` holds
the words, ``time_grammar.txt`` the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sourced import wordlists
from sourced.extraction.dates import holidays
from sourced.model import Span

_TOKEN = re.compile(
    rf"""(?=[A-Z])(?P<holiday>{holidays.pattern()})(?!\w)
    |(?P<iso>\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-]))
    |(?P<yearspan>[12]\d{{3}}[-–/]\d\d(?![\w–/-]))
    |(?P<named>9/11(?![\w/])|Sept(?:\.|ember)?\s11(?=,?\s(?:terror(?:ist)?\s)?(?:attack|hijack|commission|victim)))
    |(?P<slash>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\w/])|\d{{1,2}}[.-]\d{{1,2}}[.-]\d{{4}}(?!\w))
    |(?P<fraction>\d+/\d+(?:/\d+)*(?!\w))
    |(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?=\W|$|[aApP]\.?[mM]))
    |(?P<decade>(?:1\d|2[01]|['’‘])?\d0\s?['’]?s(?!\w))
    |(?P<dayth>\d{{1,2}}(?:st|nd|rd|th)(?!\w))
    |(?P<shortyear>['’‘`]\d\d(?!\w))
    |(?P<shortquarter>Q[1-4](?!\w))
    |(?P<number>\d+(?:[.,]\d+)*(?=\W|$|[aApP]\.?[mM](?!\w)))
    |(?P<ampm>[aApP]\.\s?[mM]\.|[aApP][mM](?!\w))
    |(?P<oclock>o['’]clock(?!\w))
    |(?P<apos>['’]s(?!\w))
    |(?P<ordinal>(?i:twenty|thirty)-(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?!\w))
    |(?P<word>\w+)
    |(?P<mark>[^\w\s])""",
    re.VERBOSE,
)
_SHAPES = (
    "iso holiday yearspan named slash clock decade dayth shortyear shortquarter ampm oclock apos ordinal "
    "day year digits"
).split()
_SHAPED = frozenset(_SHAPES)
_SYMBOL = re.compile(r"'(?P<literal>[^']+)'|<(?P<kept>\w+)(?::(?P<of>\w+))?>|(?P<name>[a-z]\w*)")
_OTHER = "_"
_REACH = 20  # words before a head in which an expression may begin
_LONGEST = 48  # words; no rule takes more
# An expression has a word of one of these classes; a mark before a word means the word itself.
_HEADS = (
    "iso holiday yearspan named slash clock decade shortyear shortquarter oclock year month weekday weekdays "
    "season part sun overnight noon deictic unitword week yr century units second quarter quarters half "
    "decadeword ampm each set long past 'now 'currently 'presently 'nowadays 'present 'recently 'lately "
    "'recent 'moment 'future 'term"
).split()
# Names of months and weekdays that are other words too: capitals tell.
_CAPITALS_ONLY = frozenset(
    "may march august mon tue tues wed weds thu thur thurs fri sat sun "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


class Token(NamedTuple):
    """A word, number or mark; ``sign`` is its class as one character, ``value`` what the class says of it."""

    start: int
    end: int
    sign: str
    value: str


class Expression(NamedTuple):
    """A match of one rule: the tokens from ``first`` up to ``last``, which is not included.

    ``parts`` are what it keeps, ``places`` where they stand. A part of one token has that token's value,
    a longer one its words.
    """

    rule: str
    parts: dict[str, str]
    places: dict[str, Span]
    tokens: list[Token]
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.tokens[self.first].start, self.tokens[self.last - 1].end)


class _Grammar(NamedTuple):
    rules: tuple[tuple[str, re.Pattern[str]], ...]
    words: dict[str, tuple[str, str]]
    signs: dict[str, str]
    heads: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    """The compiled grammar."""
    rows = wordlists.rows(__package__, "time_words.tsv")
    classes = {kind for _, kind, _ in rows} | _SHAPED
    signs = {kind: chr(0xE000 + n) for n, kind in enumerate(sorted(classes))}
    words = {word: (signs[kind], value) for word, kind, value in rows}
    definitions: dict[str, str] = {}
    rules: list[tuple[str, str]] = []
    joined = re.sub(r"\n\s+", " ", "\n".join(wordlists.lines(__package__, "time_grammar.txt"))).splitlines()

    def symbol(match: re.Match[str]) -> str:
        if literal := match["literal"]:
            key = f"'{literal}"
            if key not in signs:
                if literal in words:
                    raise ValueError(f"{literal!r} has a class: use the class")
                signs[key] = chr(0xE000 + len(signs))
                words[literal] = (signs[key], literal)
            return signs[key]
        name = match["name"] or match["of"] or match["kept"]
        inner = definitions[name] if name in definitions else signs[name]
        return f"(?P<{match['kept']}>{inner})" if match["kept"] else inner

    for line in joined:
        name, mark, pattern = re.split(r"\s*([=:])\s+", line, maxsplit=1)
        compiled = f"(?:{_SYMBOL.sub(symbol, pattern).replace(' ', '')})"
        if mark == "=":
            definitions[name] = compiled
        else:
            rules.append((name, compiled))
    heads = "".join(signs[kind] for kind in _HEADS)
    return _Grammar(
        tuple((name, re.compile(pattern)) for name, pattern in rules),
        words,
        signs,
        re.compile(f"[{heads}]"),
    )


def tokens(text: str, span: Span) -> list[Token]:
    """The words, numbers and marks of a stretch of text, each with its class."""
    rules = _grammar()
    return [_token(match, rules) for match in _TOKEN.finditer(text, span.start, span.end)]


def _token(match: re.Match[str], rules: _Grammar) -> Token:
    kind, word = match.lastgroup or "", match[0]
    if kind in ("word", "mark"):
        low = word.lower()
        entry = rules.words.get("-" if low in "-–‑" else low)
        if entry is None:
            return Token(*match.span(), _OTHER, "")
        sign, value = entry
        if (low in _CAPITALS_ONLY and not word[0].isupper()) or (
            sign == rules.signs["zone"] and not word.isupper()
        ):
            sign = _OTHER
        return Token(*match.span(), sign, value)
    if kind == "number":
        kind = _number_class(word)
    elif kind == "ordinal":
        return Token(match.start(), match.end(), rules.signs["ordinal"], _compound(word, rules))
    return Token(match.start(), match.end(), rules.signs.get(kind, _OTHER), word)


def _number_class(digits: str) -> str:
    if not digits.isdigit():
        return "digits"
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        return "day"
    return "year" if len(digits) == 4 and "1000" <= digits <= "2199" else "digits"


def _compound(rank: str, rules: _Grammar) -> str:
    """The number in "twenty-first"; "second" is a word for a time too, and has no number of its own."""
    tens, _, ones = rank.lower().partition("-")
    return str({"twenty": 20, "thirty": 30}[tens] + (2 if ones == "second" else int(rules.words[ones][1])))


def find(text: str, span: Span, plausible: Callable[[str, Expression], bool]) -> Iterator[Expression]:
    """The expressions in a stretch of text, in order, not overlapping.

    At each place it is the longest one that ``plausible`` accepts.
    """
    rules = _grammar()
    found = tokens(text, span)
    signs = "".join([token.sign for token in found])
    position = 0
    while head := rules.heads.search(signs, position):
        # Start as far before the head as an expression may: after the last word that is in none.
        start = max(signs.rfind(_OTHER, position, head.start()) + 1, position, head.start() - _REACH)
        places = range(start, head.end())
        fitting = (each for place in places for each in _fitting(text, found, signs, place))
        expression = next((each for each in fitting if plausible(text, each)), None)
        if expression:
            yield expression
        position = expression.last if expression else head.end()


def _fitting(text: str, found: list[Token], signs: str, position: int) -> Iterator[Expression]:
    """What fits at one place, the longest first."""
    end = signs.find(_OTHER, position, position + _LONGEST)
    for name, last, spans in _matches(signs[position : position + _LONGEST if end < 0 else end]):
        kept = {key: found[position + low : position + high] for key, low, high in spans}
        parts = {key: _part(text, part) for key, part in kept.items()}
        places = {key: Span(part[0].start, part[-1].end) for key, part in kept.items()}
        yield Expression(name, parts, places, found, position, position + last)


@lru_cache(maxsize=1 << 12)
def _matches(signs: str) -> tuple[tuple[str, int, tuple[tuple[str, int, int], ...]], ...]:
    """The rules that fit at the beginning of some classes, the longest first: name, end, and what is kept.

    A rule sees the classes only, and the same few stand together again and again.
    """
    matches = [(name, match) for name, pattern in _grammar().rules if (match := pattern.match(signs))]
    return tuple(
        (name, match.end(), tuple((key, *match.span(key)) for key, part in match.groupdict().items() if part))
        for name, match in sorted(matches, key=lambda each: -each[1].end())
    )


def _part(text: str, part: list[Token]) -> str:
    return part[0].value if len(part) == 1 else text[part[0].start : part[-1].end]
