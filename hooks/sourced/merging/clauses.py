"""The clause that tells a dated event, cut out of its sentence in the sentence's own words."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from sourced.merging import words
from sourced.model import Span

# Where one clause ends and the next begins; a relative or "-ing" clause leans on the one before.
_CUT = re.compile(
    r"\s*;\s+|\s*:\s+|\s+(?:[–—]|-{1,3})\s+(?=[A-Z“\"]|(?:the|an?|this|it|he|she|they|we|I)\s)"
    r"|,\s+(?:\w+\s){1,3}(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\s+(?=[a-zA-Z])"
    r"|(?P<timed>,?\s+(?:where|while|whereas|although|though|because|when|since|until|before|after|as)\s+)"
    r"(?=(?:the|a|an|its|his|her|their|it|he|she|they|[A-Z]\w+|\w+s)\s)"
    r"|,\s+(?:but|and|so)\s+(?=(?:the|an?|its|his|her|their|it|he|she|they|[A-Z]\w+)\s)"
    r"|,\s+(?:with|amid|despite)\s+"
    r"|\s+and\s+that\s+"
    r"|,\s+(?=(?:we|I)\s)"
    r"|(?P<leaning>,\s+)(?=(?:which|who|whose|whom)\s|\w{3,}ing\s)"
)
_RELATIVE = re.compile(r",|\b(?:who|which|that|where|when|as|after|because|if)\b")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|can|could|may|might|must|do|does|did|\w+n[’']t)\b"
)
_LEANING = re.compile(
    r"(?:who|which|whose|whom|that|he|she|it|they|\w+ing|is|are|was|were|has|have|had|will)\b", re.IGNORECASE
)
_RELATIVE_START = re.compile(r"(?:which|who|whose|whom)\b", re.IGNORECASE)
_THING = re.compile(r"\b[a-z]+(?:[st]ions?|ments?|cks?|ings?|des?|als?)\b|\bdue\b|\bto be\b")
_LEADING = re.compile(
    r"(?:but|and|also|however|meanwhile|so|yet|then|with|amid|despite|finally),?\s+", re.IGNORECASE
)
_ADVERBIAL = re.compile(r"(?:Following|After|Since|Before|Until|Amid|During)\s+")
_GLUED = re.compile(r"\.(?=[^\W\d_]{3})")
_ATTRIBUTED = re.compile(
    r",\s+(?:said|says|according\s+to)\s[^“”\"]*$|,\s+[^,“”\"]{1,60}\s(?:said|says|added|told\s\w+)$"
)
# Where a second predicate of one subject begins: ", moved", "and later closed"; "and on Tuesday charged".
_PREDICATE = re.compile(
    r"(?:,?\s+(?:and|but|then)|,)\s+(?:(?:[a-z]+ly|later|then|the)\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\b"
    r"(?:\s(?P<next>[a-z]+)\b)?"
)
_DATED_PREDICATE = re.compile(r",?\s+(?:and|but|then)\s+(?:(?:on|in|at|by)\s+)?(?:the\s+)?$")
_FOLLOWING = re.compile(r",?\s+(?P<verb>[a-z]+)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_DATELINE = re.compile(r"\s+(?=[A-Z])|\s*\([A-Z][\w /]*\)\s*[–—-]")
_YEAR = re.compile(r"\d{4}")
_TRAILING = " \t\r\n,;:.–—-"
# How many words a clause has at least, and how many characters of it are looked at on each side of the date.
_FEWEST, _LONGEST = 3, 800


class _Chunk(Struct, frozen=True):
    """A stretch between two cuts; ``leaning`` where it cannot stand without the one before."""

    start: int
    end: int
    leaning: bool


def cut(text: str, region: Span, date: Span, *, reported: bool = False) -> Span | None:
    """The clause of ``region`` that ``date`` stands in.

    ``region`` is a sentence or, if ``reported``, what somebody says in one; then a thing without a
    verb tells enough ("[reported] clashes overnight"). None where what is left does not tell
    that anything happens: a dateline, a byline, a caption.
    """
    region = _window(text, region, date)
    chunks = _chunks(text, region, date)
    at = next((n for n, chunk in enumerate(chunks) if date.start < chunk.end), len(chunks) - 1)
    if len(chunks) > 1 and _only_names(text, chunks[at], date):
        return None
    first = last = at
    while chunks[last].end < min(date.end, region.end):
        last += 1
    while first > 0 and not _stands(text, chunks[first], date):
        first -= 1
    if first == last and last + 1 < len(chunks) and _is_opening(text, chunks[at], date):
        last += 1
    start, end = _trimmed(text, chunks[first].start, chunks[last].end)
    start, end, opens = _opening_alone(text, start, end, date)
    glued = _GLUED.match(text, date.end, end)  # a full stop with no blank after it
    end = glued.start() if glued else end
    attributed = _ATTRIBUTED.search(text[date.end : end])
    end = date.end + attributed.start() if attributed else end
    told = text[start:end]
    if len(words.content(told)) < _FEWEST or _RELATIVE_START.match(told):
        return None
    rest = f"{text[start : date.start]} {text[date.end : end]}"
    happens = _has_verb(rest) or opens or (reported and _THING.search(told))
    return Span(start, end) if happens else None


def before_next(text: str, clause: Span, date: Span, other: Span) -> Span:
    """The clause without the predicate that a later date in it belongs to.

    "The mine opened in 1990" of "The mine opened in 1990 and closed in 2005". The other way round the
    predicate would lose its subject.
    """
    for match in _PREDICATE.finditer(text, date.end, other.start):
        if is_verb(match["verb"]) or is_verb(match["next"] or ""):
            return Span(clause.start, match.start())
    dated = _DATED_PREDICATE.search(text, date.end, other.start)
    follows = _FOLLOWING.match(text, other.end, clause.end)
    if dated and follows and is_verb(follows["verb"]):
        return Span(clause.start, dated.start())
    return clause


def is_verb(word: str) -> bool:
    """Whether a word looks like a finite verb."""
    return word in _verbs() or (len(word) > len("red") and word.endswith("ed") and word[0].islower())


def _window(text: str, region: Span, date: Span) -> Span:
    """The part of a very long region that is near the date, cut at blanks."""
    start, end = region.start, region.end
    if date.start - start > _LONGEST:
        start = text.find(" ", date.start - _LONGEST, date.start) + 1 or date.start
    if end - date.end > _LONGEST:
        end = max(text.rfind(" ", date.end, date.end + _LONGEST), date.end)
    return Span(start, end)


def without_dateline(text: str, sentence: Span, date: Span) -> Span | None:
    """The sentence after a date that it opens with as a dateline ("Monday, May 7 The council ..."), if so."""
    opens = date.start == sentence.start and _YEAR.search(text, date.start, date.end)
    after = _DATELINE.match(text, date.end, sentence.end) if opens else None
    return Span(after.end(), sentence.end) if after and after.end() < sentence.end else None


def finite(text: str) -> bool:
    """Whether the text, up to its first comma or relative word, has a verb of its own: a clause, no thing."""
    return bool(_AUXILIARY.search(_RELATIVE.split(text, maxsplit=1)[0]))


@cache
def _verbs() -> frozenset[str]:
    return words.listed("finite_verbs.txt")


def _has_verb(rest: str) -> bool:
    """Whether a word outside brackets looks like a verb."""
    tokens = [token.strip("“”\"'’,.;:!?") for token in _BRACKETS.sub(" ", rest).split()]
    return any(is_verb(token) for token in tokens if token)


def _chunks(text: str, region: Span, date: Span) -> list[_Chunk]:
    found, start, leaning = [], region.start, False
    inside = _nested(text, region)
    for match in _CUT.finditer(text, region.start, region.end):
        if match["timed"] and match.end() == date.start:
            continue  # "until June 2029 and ...": a preposition, no conjunction
        if match.start() > region.start and not inside[match.start() - region.start]:
            found.append(_Chunk(start, match.start(), leaning))
            start, leaning = match.end(), match["leaning"] is not None
    return [*found, _Chunk(start, region.end, leaning)]


def _nested(text: str, region: Span) -> list[bool]:
    """For each place of the region whether it is inside brackets or marks: no clause is cut there."""
    inside, depth = [], 0
    for at in range(region.start, region.end):
        if text[at] in ")]”»":
            depth = max(0, depth - 1)
        inside.append(depth > 0)
        if text[at] in "([“«":
            depth += 1
    return inside if depth == 0 else [False] * len(inside)  # a mark that never closes says nothing


def _rest(text: str, chunk: _Chunk, date: Span) -> str:
    """The chunk without the date."""
    return f"{text[chunk.start : date.start]} {text[date.end : chunk.end]}"


def _stands(text: str, chunk: _Chunk, date: Span) -> bool:
    if chunk.leaning or _LEANING.match(text, chunk.start, chunk.end):
        return False
    rest = _rest(text, chunk, date)
    return len(words.content(rest)) >= 2 and (_has_verb(rest) or bool(_THING.search(rest)))


def _is_opening(text: str, chunk: _Chunk, date: Span) -> bool:
    """Whether the chunk is but the date and its preposition, so that the next one tells what happened."""
    return len(words.content(_rest(text, chunk, date))) < 2


def _only_names(text: str, chunk: _Chunk, date: Span) -> bool:
    """Whether the date stands among names only: "Toronto Star, August 15", "PARIS, May 7"."""
    rest = words.content(_rest(text, chunk, date))
    small = [t for t in _rest(text, chunk, date).split() if t[:1].islower() and words.content(t)]
    return bool(rest) and not small and date.start > chunk.start


def _opening_alone(text: str, start: int, end: int, date: Span) -> tuple[int, int, bool]:
    """Cut "Following the invasion over a week ago, the region ..." after its first comma."""
    opening = _ADVERBIAL.match(text, start, end)
    comma = text.find(",", date.end, end)
    if opening and comma >= 0 and date.start > opening.end() and not text[date.end : comma].strip():
        return opening.end(), comma, True
    return start, end, False


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRAILING:
        start += 1
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end
