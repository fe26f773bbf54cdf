"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourced.model import Paragraph, Span

_DOUBLE = re.compile(r"[“”„«»\"]|''|``")
_SINGLE_OPEN = re.compile(r"(?<![\w’'‘.,!?)])[‘'](?=[^\W_]|\[)")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'])[’'](?![\w’'])")
_ELISION = re.compile(
    r"(?:\d0s|\d\ds?\b|til\b|tis\b|twas\b|em\b|n\b|cause\b|bout\b|round\b|cos\b)", re.IGNORECASE
)
_OPENERS = "“„«"
_REACH = 2000  # characters that words between single marks may span; keeps the search linear
_CLOSERS = {"“": '”"', "„": '“”"', "«": "»", "»": "«", "”": '”"', '"': '"”', "``": "''", "''": "''"}


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
    for paragraph in paragraphs:
        found = list(_paragraph(text, paragraph, is_open=is_open))
        if found and is_open and found[0].start == paragraph.start:
            first = found[0]
            found[0] = Region(first.start, first.end, first.inner, closed=first.closed, carries_on=True)
        if found or not paragraph.heading:
            is_open = bool(found) and not found[-1].closed
        regions += found
    return tuple(regions)


def _paragraph(text: str, paragraph: Span, *, is_open: bool) -> Iterator[Region]:
    marks = [(m.start(), m[0]) for m in _DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    at = paragraph.start
    if is_open and len(marks) % 2 and marks[0][0] > at and _shuts(text, marks[0][0]):
        # the paragraph before left speech open, and this one closes it without a mark at its start
        at, mark = marks.pop(0)
        yield Region(paragraph.start, at + len(mark), _trim(text, paragraph.start, at))
        at += len(mark)
    for start, end, width, closed in _double(text, marks, paragraph.end):
        yield from _single(text, at, start)
        yield Region(start, end, _trim(text, start + width, end - width if closed else end), closed=closed)
        at = end
    yield from _single(text, at, paragraph.end)


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
    if after >= limit or text[after].isspace():
        return False
    if mark in ("“", "„", "«", "``"):
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


def _single(text: str, start: int, end: int) -> Iterator[Region]:
    """The regions between single marks in a stretch that has no double ones."""
    at = start
    while match := _SINGLE_OPEN.search(text, at, end):
        opening = match.start()
        at = match.end()
        if _ELISION.match(text, at):
            continue
        closing = _closing(text, at, end)
        if closing is not None:
            yield Region(opening, closing + 1, _trim(text, opening + 1, closing))
            at = closing + 1


def _closing(text: str, start: int, end: int) -> int | None:
    """Where a single mark closes: a plural's apostrophe ("the workers' pay") only if nothing else does."""
    spare = None
    for count, match in enumerate(_SINGLE_CLOSE.finditer(text, start, min(end, start + _REACH))):
        at = match.start()
        if count == 8:
            break
        if text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower():
            spare = at if spare is None else spare
            continue
        return at
    return spare


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))
