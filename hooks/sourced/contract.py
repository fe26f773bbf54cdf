"""One article's extraction as plain data: what ``python -m sourced extract --jsonl`` prints a line of."""

from __future__ import annotations

import datetime
import re
from typing import Any

import msgspec

from sourced.extraction import extract
from sourced.model import (
    Extraction,
    Figure,
    Finding,
    InputError,
    Quotation,
    Span,
    TimeExpression,
)
from sourced.reading import article

_FORM = '{"id": "a1", "text": "The article.", "date": "2024-08-14"}, the date or null'
_FIELD = re.compile(r"(?:field `|\$\.)(\w+)")


class Question(msgspec.Struct, frozen=True):
    """One article that comes in. ``date`` is the day it was published."""

    id: str
    text: str
    date: datetime.date | None = None


def answer(line: bytes, file: str, number: int) -> bytes:
    """The line that goes out for a line that comes in, which is line ``number`` of ``file``.

    Raises InputError for a line that is no such JSON.
    """
    try:
        question = msgspec.json.decode(line, type=Question)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(Finding(file, number, 0, "", f"{_wrong(error)}: write {_FORM}")) from None
    found = extract.extract(article.read(question.text, question.date))
    return msgspec.json.encode(record(question.id, question.text, found))


def _wrong(error: Exception) -> str:
    """What is wrong with a line, in plain words."""
    field = _FIELD.search(str(error))
    if field is None or not isinstance(error, msgspec.ValidationError):
        return "this is no JSON object in one line"
    return f'"{field[1]}" is missing' if "missing" in str(error) else f'"{field[1]}" is not as it must be'


def record(identifier: str, text: str, extraction: Extraction) -> dict[str, Any]:
    """The quotations, figures and dates, each with its offsets in code points and its words."""
    return {
        "id": identifier,
        "quotations": [_quotation(text, item) for item in extraction.quotations],
        "figures": [_figure(text, item) for item in extraction.figures],
        "dates": [_date(text, item) for item in extraction.dates],
    }


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.surface(text)}


def _words(text: str, name: str, span: Span | None) -> dict[str, Any]:
    return {
        name: span.surface(text) if span else None,
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }


def _quotation(text: str, item: Quotation) -> dict[str, Any]:
    named = item.name if item.source is None or item.name != item.source.surface(text) else None
    return {
        **_span(text, item),
        "kind": item.kind,
        **_words(text, "speaker", item.source),
        "speaker_name": named,
        **_words(text, "cue", item.cue),
        "quoted": [{"start": words.start, "end": words.end} for words in item.quoted],
    }


def _figure(text: str, item: Figure) -> dict[str, Any]:
    return {
        **_span(text, item),
        "value": item.value,
        "of": item.of,
        "unit": item.unit,
        "counted": item.counted.surface(text) if item.counted else None,
        "bound": item.bound,
    }


def _date(text: str, item: TimeExpression) -> dict[str, Any]:
    return {**_span(text, item), "type": item.type, "value": item.value}
