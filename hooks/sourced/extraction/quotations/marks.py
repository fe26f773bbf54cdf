"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.model import Paragraph, Span

_DOUBLE = re.compile(r"[“”„«»‹›「」『』\"]|''(?!')|``")
_SINGLE_OPEN = re.compile(r"(?<![\w’'‘.,!?)`])(?:[‘'`](?=[^\W_]|[\[“«\"£$€…])|‚(?=\w))(?!``|'')")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'])[’'](?![\w’'])")
_LOW_CLOSE = re.compile(r"(?<=\S)[‘’](?!\w)")
_ELISION = re.compile(
    r"(?:\d0s|\d\ds?\b|til\b|tis\b|twas\b|em\b|n\b|cause\b|bout\b|round\b|cos\b)", re.IGNORECASE
)
_OPENERS = "“„«‹「『"
_SPACED = "«‹"  # the French set a blank between these and their words
_BESIDE = frozenset('.,!?…;:—–-)”»"')
_TRIES = 16  # apostrophes that a closing mark is looked for among
_REACH = 2000  # characters that words between single marks may span; keeps the search linear
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "”": '”"',
    '"': '"”',
    "``": "''",
    "''": "''",
}


class Region(Struct, frozen=True):
    """A stretch between marks: ``start`` and ``end`` with the marks, ``inner`` without.

    ``closed`` is False where the closing mark is missing; the region then ends with its paragraph.
    ``carries_on`` is True where the region goes on with speech that the paragraph before left open.
    """

    start: int
    end: int
    inner: Span
    closed: bool = True
    carries_on: bool = False


def scan(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Region, ...]:
    """The outermost regions of a text, in order. Marks within marks are part of the outer region.

    Speech over several paragraphs has a mark at the start of each and closes only the last: each
    paragraph gives a region. Apostrophes, inches and stray closing marks give none.
    """
    regions: list[Region] = []
    is_open = False
    for paragraph, following in itertools.pairwise((*paragraphs, None)):
        if paragraph is None:
            break
        ahead = "" if following is None else text[following.start]
        found = list(_paragraph(text, paragraph, is_open=is_open, ahead=ahead))
        if found and is_open and found[0].start == paragraph.start:
            first = found[0]
            found[0] = Region(first.start, first.end, first.inner, closed=first.closed, carries_on=True)
        if found or not paragraph.heading:
            is_open = bool(found) and not found[-1].closed
        regions += found
    return tuple(regions)


def _paragraph(text: str, paragraph: Span, *, is_open: bool, ahead: str) -> Iterator[Region]:
    """The regions of a paragraph; ``ahead`` is the first character of the next one."""
    marks = [(m.start(), m[0]) for m in _DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    at = paragraph.start
    if is_open and marks and marks[0][0] > at and _shuts(text, marks[0][0]):
        # the paragraph before left speech open, and this one closes it without a mark at its start
        at, mark = marks.pop(0)
        yield Region(paragraph.start, at + len(mark), _trim(text, paragraph.start, at))
        at += len(mark)
    doubled = [
        Region(start, end, _trim(text, start + width, end - width if closed else end), closed=closed)
        for start, end, width, closed in _double(text, marks, paragraph.end)
    ]
    yield from _with_single(text, Span(at, paragraph.end), doubled, ahead)


def _with_single(text: str, stretch: Span, doubled: Sequence[Region], ahead: str) -> Iterator[Region]:
    """The outermost regions of a stretch: ``doubled``, and those of single marks beside or around them."""
    at, k = stretch.start, 0
    while k < len(doubled) or at < stretch.end:
        limit = doubled[k].start if k < len(doubled) else stretch.end
        match = _SINGLE_OPEN.search(text, at, limit)
        if match is None:
            if k == len(doubled):
                return
            yield doubled[k]
            at, k = doubled[k].end, k + 1
            continue
        region = _single(text, match, stretch, (doubled, k), ahead)
        at = match.end()
        if region is not None:
            yield region
            at = region.end
            while k < len(doubled) and doubled[k].start < at:
                k += 1


def _double(text: str, marks: list[tuple[int, str]], limit: int) -> Iterator[tuple[int, int, int, bool]]:
    """(start, end, width of a mark, closed) of the regions between double marks."""
    i = 0
    while i < len(marks):
        start, mark = marks[i]
        i += 1
        if not _opens(text, start, mark, limit):
            continue
        depth, curly = 1, 0
        while i < len(marks):
            at, other = marks[i]
            if mark == '"' and other in "“”" and (other == "“" or curly):
                curly += 1 if other == "“" else -1
            elif mark == '"' and other == mark and (_inch(text, at, marks, i) or _within(text, marks, i)):
                depth += 0 if text[at - 1].isdigit() else 1
            elif mark == "“" and other == '"' and _within_curly(text, marks, i):
                i += 1
            elif other in _CLOSERS[mark] or (other == mark == "“" and _misused(text, at)):
                depth -= 1
                if not depth:
                    break
            elif other == mark and mark in _OPENERS:
                if not _balanced(marks, i, mark):
                    break  # the closing mark before was forgotten: what opens here is speech of its own
                depth += 1
            i += 1
        if i == len(marks):
            yield start, limit, len(mark), False
        elif depth:
            end = marks[i][0]
            yield start, start + len(text[start:end].rstrip()), len(mark), False
        else:
            yield start, marks[i][0] + len(marks[i][1]), len(mark), True
            i += 1


def _opens(text: str, at: int, mark: str, limit: int) -> bool:
    after = at + len(mark)
    if after >= limit or (text[after].isspace() and mark not in _SPACED):
        return False
    if mark in _OPENERS or mark == "``":
        return True
    return at == 0 or (not text[at - 1].isalnum() and text[at - 1] not in ".,!?;")


def _inch(text: str, at: int, marks: list[tuple[int, str]], i: int) -> bool:
    """Whether a straight mark after a digit measures something: what stands open closes later."""
    rest = text[at + 1 : at + 3]
    return (
        text[at - 1].isdigit()
        and (rest[:1] == " " and rest[1:].islower())
        and sum(m == '"' for _, m in marks[i + 1 : i + 5]) % 2 == 1
    )


def _within(text: str, marks: list[tuple[int, str]], i: int) -> bool:
    """Whether a straight mark opens words within words: a blank before it, none after, two more to come."""
    at = marks[i][0]
    if not text[at - 1].isspace() or not text[at + 1 : at + 2].isalnum() or i + 2 >= len(marks):
        return False
    first, second = marks[i + 1][0], marks[i + 2][0]
    return (
        not text[first - 1].isspace()
        and not text[second - 1].isspace()
        and text[first + 1 : first + 2] == " "
    )


def _within_curly(text: str, marks: list[tuple[int, str]], i: int) -> bool:
    """Whether a straight mark opens words within curly marks, and the next one closes them."""
    at = marks[i][0]
    return (
        text[at - 1].isspace()
        and text[at + 1 : at + 2].isalnum()
        and [mark for _, mark in marks[i + 1 : i + 3]] == ['"', "”"]
    )


def _shuts(text: str, at: int) -> bool:
    """Whether a mark stands where one closes: behind punctuation, and nothing but a blank after it."""
    return text[at] in "”\"'»" and text[at - 1] in ".,!?…" and not text[at + 1 : at + 2].isalnum()


def _misused(text: str, at: int) -> bool:
    """Whether an opening mark stands where only a closing one can."""
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _balanced(marks: list[tuple[int, str]], i: int, mark: str) -> bool:
    """Whether an opening mark within open marks is closed and leaves one to close the outer."""
    depth = 2
    for _, other in marks[i + 1 : i + 8]:
        if other == mark:
            depth += 1
        elif other in _CLOSERS[mark]:
            depth -= 1
            if not depth:
                return True
    return False


def _single(
    text: str, opening: re.Match[str], stretch: Span, behind: tuple[Sequence[Region], int], ahead: str
) -> Region | None:
    """The region that a single mark opens, None where it is an apostrophe.

    ``behind`` are the regions of double marks, and which of them comes next: it may be around some.
    """
    start, at = opening.start(), opening.end()
    if _ELISION.match(text, at):
        return None
    closing, sure = _closing(text, start, stretch.end, *behind)
    leads = start == stretch.start or text[max(0, start - 2) : start] in (": ", ", ", ". ")
    if leads and ahead == text[start] and not sure:
        return Region(start, stretch.end, _trim(text, at, stretch.end), closed=False)
    return None if closing is None else Region(start, closing + 1, _trim(text, at, closing))


def _closing(
    text: str, opening: int, end: int, doubled: Sequence[Region], following: int
) -> tuple[int | None, bool]:
    """Where a single mark closes, and whether it surely does.

    A plural's apostrophe ("the workers' pay") closes only if nothing else does; marks that close
    around words in double marks stand beside other punctuation.
    """
    spare, k = None, following
    closes = _LOW_CLOSE if text[opening] == "‚" else _SINGLE_CLOSE
    for count, match in enumerate(closes.finditer(text, opening + 1, min(end, opening + _REACH))):
        at = match.start()
        while k < len(doubled) and doubled[k].end <= at:
            k += 1
        if count == _TRIES:
            break
        if k < len(doubled) and doubled[k].start < at:
            continue  # within words in double marks
        beside = text[at - 1] in _BESIDE or text[at + 1 : at + 2] in _BESIDE
        if k > following and not beside:
            continue
        if text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower():
            spare = at if spare is None else spare
            continue
        return at, True
    return spare, False


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))
