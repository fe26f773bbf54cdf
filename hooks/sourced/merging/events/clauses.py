"""The clause that tells a dated event, cut out of its sentence in the sentence's own words.

A sentence falls into clauses; within a clause, what is put in after a noun ("the bridge, which fell in
2019, ...") and what a second predicate tells ("opened in 1911 and closed in 1983") are told for
themselves, with the noun or the subject they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from sourced.merging import words
from sourced.merging.events import predicates
from sourced.merging.events.verbs import has_verb
from sourced.model import Span

# Where one clause ends and the next begins; an "-ing" clause leans on the one before.
_CUT = re.compile(
    r"\s*;\s+|\s*:\s+|\s+(?:[–—]|-{1,3})\s+(?=[A-Z“\"]|(?:the|an?|this|it|he|she|they|we|I)\s)"
    r"|,\s+(?:\w+\s){1,3}(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\s+(?=[a-zA-Z])"
    r"|,\s+compared\s+with\s+"
    r"|(?P<timed>,?\s+(?:where|while|because|(?P<when>when)|since|until|before|after|(?<!\slong\s)(?<!\ssoon\s)(?<!\sfar\s)as)\s+)"
    r"(?=(?:the|a|an|its|his|her|their|it|he|she|they|[A-Z]\w+|\w+s)\s)"
    r"|,?\s+(?:although|though|whereas)\s+"
    r"|,\s+(?:but|and|so)\s+(?=(?:\d+|the|an?|some|most|many|no|others|another|its|his|her|their|it|he|she|they|[A-Z]\w+)\s)"
    r"|(?P<with>,\s+)(?=with\s)|,\s+(?:amid|despite)\s+"
    r"|\s+and\s+that\s+"
    r"|,\s+(?=(?:we|I)\s)"
    r"|(?P<ing>,\s+)(?=\w{3,}ing\s)"
)
_RELATIVE = re.compile(r",|\b(?:who|which|that|where|when|as|after|because|if)\b")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|can|could|may|might|must|do|does|did|\w+n[’']t)\b"
)
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|last|late"
    r"|early|mid)\b"
)
_LEANING = re.compile(
    r"(?:who|which|whose|whom|that|he|she|it|they|\w+ing|is|are|was|were|has|have|had|will)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:due|set|expected|scheduled|planned|likely)\b")
_SAYING = re.compile(
    r"(?:say|add|cit|argu|accord|warn|call|tell|not|insist|claim|accus|urg|describ|express|includ|regard|follow"
    r"|mean|suggest|quot|refer|promis|pledg|vow|stress|signal)ing\b"
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
_DASH = re.compile(r"\s+[–—-]{1,2}\s+(?=[A-Z])")
_DATELINE = re.compile(r"\s+[–—-]{1,2}\s+(?=[A-Z])|\s+(?=[A-Z])|\s*\([A-Z][\w /]*\)\s*[–—-]")
_YEAR = re.compile(r"\d{4}")
_TRAILING = " \t\r\n,;:.–—-"
# How many words a clause has at least, and how many characters of it are looked at on each side of the date.
_FEWEST, _LONGEST = 2, 800
_RESULT = 140  # characters of an "-ing" clause that tells what came of it


class _Chunk(Struct, frozen=True):
    """A stretch between two cuts; ``leaning`` where it cannot stand without the one before."""

    start: int
    end: int
    leaning: bool = False
    ing: bool = False
    when: bool = False


def cut(
    text: str, region: Span, date: Span, others: Sequence[Span] = (), *, reported: bool = False
) -> tuple[Span, ...]:
    """The clause of ``region`` that ``date`` stands in, in one piece or with words left out between two.

    ``region`` is a sentence or, if ``reported``, what somebody says in one; then a thing without a
    verb tells enough ("[reported] clashes overnight"). ``others`` are the dates of other events in it.
    Empty where what is left does not tell that anything happens: a dateline, a byline, a caption.
    """
    region = _window(text, region, date)
    inserted = list(predicates.insertions(text, region))
    chunks = _chunks(text, region, date, [span for span in inserted if span.end < region.end])
    at = next((n for n, chunk in enumerate(chunks) if date.start < chunk.end), len(chunks) - 1)
    if len(chunks) > 1 and _only_names(text, chunks[at], date):
        return ()
    first, last = _stretch(text, chunks, at, date, others)
    start, end = _trimmed(text, chunks[first].start, chunks[last].end)
    start, end, opens = _opening_alone(text, start, end, date)
    glued = _GLUED.match(text, date.end, end)  # a full stop with no blank after it
    end = glued.start() if glued else end
    attributed = _ATTRIBUTED.search(text[date.end : end])
    end = date.end + attributed.start() if attributed else end
    pieces = predicates.of(text, Span(start, end), date, others, inserted)
    told = " ".join(piece.surface(text) for piece in pieces)
    if len(words.content(told)) < _FEWEST or _RELATIVE_START.match(told):
        return ()
    rest = f"{text[pieces[0].start : date.start]} {text[date.end : pieces[-1].end]}"
    happens = has_verb(rest) or opens or (reported and _THING.search(told))
    return pieces if happens else ()


def told(text: str, pieces: Sequence[Span]) -> str:
    """The words of the pieces, an ellipsis between two."""
    return " … ".join(piece.surface(text) for piece in pieces)


def without_dateline(text: str, sentence: Span, date: Span) -> Span | None:
    """The sentence after a date that it opens with as a dateline ("Monday, May 7 The council ..."), if so."""
    opens = date.start == sentence.start and (
        _YEAR.search(text, date.start, date.end) or _DASH.match(text, date.end)
    )
    after = _DATELINE.match(text, date.end, sentence.end) if opens else None
    return Span(after.end(), sentence.end) if after and after.end() < sentence.end else None


def finite(text: str) -> bool:
    """Whether the text, up to its first comma or relative word, has a verb of its own: a clause, no thing."""
    return bool(_AUXILIARY.search(_RELATIVE.split(text, maxsplit=1)[0]))


def _stretch(
    text: str, chunks: Sequence[_Chunk], at: int, date: Span, others: Sequence[Span]
) -> tuple[int, int]:
    """The first and the last chunk that tell what happened on the date."""
    first = last = at
    while chunks[last].end < min(date.end, chunks[-1].end):
        last += 1
    while first > 0 and not _stands(text, chunks[first], date):
        first -= 1
    if first == last and last + 1 < len(chunks) and _is_opening(text, chunks[at], date):
        last += 1
    before = chunks[first - 1] if first and chunks[first].when else None
    if before and has_verb(text[before.start : before.end]) and not _dated(before, others):
        first -= 1
    after = chunks[last + 1] if last + 1 < len(chunks) else None
    if after and after.end - after.start < _RESULT and not _dated(after, others):
        at_once = after.when and text[chunks[last].end] != ","  # "were hurt on Monday when a train hit ..."
        last += at_once or (after.ing and not _SAYING.match(text, after.start))
    return first, last


def _dated(chunk: _Chunk, others: Sequence[Span]) -> bool:
    return any(chunk.start <= other.start < chunk.end for other in others)


def _window(text: str, region: Span, date: Span) -> Span:
    """The part of a very long region that is near the date, cut at blanks."""
    start, end = region.start, region.end
    if date.start - start > _LONGEST:
        start = text.find(" ", date.start - _LONGEST, date.start) + 1 or date.start
    if end - date.end > _LONGEST:
        end = max(text.rfind(" ", date.end, date.end + _LONGEST), date.end)
    return Span(start, end)


def _chunks(text: str, region: Span, date: Span, inserted: Sequence[Span]) -> list[_Chunk]:
    inside = _nested(text, region)
    for span in inserted:
        for at in range(span.start - region.start, span.end - region.start):
            inside[at] = True
    found = [_Chunk(region.start, region.end)]
    for match in _CUT.finditer(text, region.start, region.end):
        if match.start() <= region.start or inside[match.start() - region.start]:
            continue
        if match["timed"] and (
            match.end() == date.start
            or _CALENDAR.match(text, match.end())
            or not _clause_follows(text, match.end(), region)
        ):
            continue  # "until June 2029 and ...", "after a long illness": a preposition, no conjunction
        ing = match["ing"] is not None
        # "with 54 attacks recorded on Tuesday" leans, "with a vote due on Tuesday" tells enough.
        leaning = ing or (match["with"] is not None and not _TO_COME.search(text, match.end(), region.end))
        found[-1] = _until(found[-1], match.start())
        found.append(_Chunk(match.end(), region.end, leaning, ing, match["when"] is not None))
    return found


def _until(chunk: _Chunk, end: int) -> _Chunk:
    return _Chunk(chunk.start, end, chunk.leaning, chunk.ing, chunk.when)


def _clause_follows(text: str, start: int, region: Span) -> bool:
    """Whether what follows, up to the next comma, has a verb."""
    comma = text.find(",", start, region.end)
    return has_verb(text[start : comma if comma >= 0 else region.end])


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
    return len(words.content(rest)) >= 2 and (has_verb(rest) or bool(_THING.search(rest)))


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
