"""Builds what merging is given out of a case file: texts, and what was found in them, by its words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
import yaml

from sourced.extraction import extract
from sourced.merging import dossier
from sourced.model import (
    Dossier,
    Editorial,
    Entity,
    Event,
    Extraction,
    Figure,
    Mention,
    Passage,
    Quotation,
    Seed,
    Source,
    Span,
    TimeExpression,
)
from sourced.reading import article

Case = Mapping[str, Any]
Pairs = tuple[tuple[Seed, Extraction], ...]


def cases(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yml"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with the argument ``NAME_case`` runs once for each file of the folder NAME beside it."""
    for name in metafunc.fixturenames:
        if name.endswith("_case"):
            files = cases(metafunc.definition.path.with_name(name.removesuffix("_case")))
            loaded = [yaml.safe_load(file.read_text("utf-8")) for file in files]
            metafunc.parametrize(name, loaded, ids=[file.stem for file in files])


@pytest.fixture
def merged() -> Callable[[Case], Dossier]:
    return lambda case: dossier.merge(pairs(case), editorial(case))


@pytest.fixture
def built() -> Callable[[Case], tuple[Pairs, Editorial]]:
    return lambda case: (pairs(case), editorial(case))


@pytest.fixture
def timeline() -> Callable[[Iterable[tuple[str, datetime.date, str]]], tuple[Event, ...]]:
    """The events of some articles, with all that extraction finds: the key, the day and the text of each."""
    return events


def events(articles: Iterable[tuple[str, datetime.date, str]]) -> tuple[Event, ...]:
    seeds = [seed({"key": key, "date": day, "text": text}) for key, day, text in articles]
    return dossier.merge(tuple((one, extract.extract(one.article)) for one in seeds), Editorial()).events


def editorial(case: Case) -> Editorial:
    return msgspec.convert(case.get("editorial") or {}, Editorial)


def pairs(case: Case) -> Pairs:
    return tuple((seed(found), extraction(found)) for found in case["seeds"])


def seed(found: Case) -> Seed:
    date = found.get("date")
    text = str(found["text"])
    return Seed(
        Source(
            key=str(found["key"]),
            file=f"{found['key']}.txt",
            title="",
            publisher=None,
            address=None,
            date=date,
            language="en",
            sha256="",
            show="cited",
            described=True,
            passage=Passage(str(found["key"]), 0, 0, ""),
        ),
        article.read(text, date if isinstance(date, datetime.date) else None),
    )


def extraction(found: Case) -> Extraction:
    text = str(found["text"])
    return Extraction(
        quotations=placed(quotation(text, q) for q in found.get("quotations", ())),
        terms=placed(span(text, words) for words in found.get("terms", ())),
        figures=placed(figure(text, f) for f in found.get("figures", ())),
        dates=placed(date(text, d) for d in found.get("dates", ())),
        entities=tuple(entity(text, e) for e in found.get("entities", ())),
    )


Placed = TypeVar("Placed", bound=Span)


def placed(spans: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def span(text: str, words: str, start: int = 0, end: int | None = None) -> Span:
    """Where the words stand; "words @ 12" is the first place from offset 12 on."""
    words, _, at = words.partition(" @ ")
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    match = re.compile(pattern).search(text, int(at) if at else start, len(text) if end is None else end)
    assert match, f"not in the text: {words}"
    return Span(match.start(), match.end())


def entity(text: str, e: Case) -> Entity:
    return Entity(
        name=e["name"],
        kind=e.get("kind", "person"),
        mentions=tuple(mentions(text, e.get("mentions", [e["name"]]))),
        roles=tuple(span(text, role) for role in e.get("roles", ())),
    )


def mentions(text: str, listed: list[Any]) -> Iterator[Mention]:
    at = 0
    for mention in listed:
        kind, words = next(iter(mention.items())) if isinstance(mention, dict) else ("name", mention)
        place = span(text, words, at)
        at = place.end
        yield Mention(place.start, place.end, kind)


def quotation(text: str, q: Case) -> Quotation:
    content = span(text, q["content"])
    start = text.rfind("\n", 0, content.start) + 1
    end = text.find("\n", content.end)
    end = len(text) if end < 0 else end

    def beside(words: str | None) -> Span | None:
        """In the same paragraph, outside the content: before it, else after it."""
        if words is None or " @ " in words:
            return span(text, words) if words else None
        try:
            return span(text, words, start, content.start)
        except AssertionError:
            return span(text, words, content.end, end)

    return Quotation(
        content.start,
        content.end,
        q.get("kind", "indirect"),
        source=beside(q.get("source")),
        name=q.get("name"),
        cue=beside(q.get("cue")),
        quoted=tuple(span(text, words, content.start, content.end) for words in q.get("quoted", ())),
    )


def figure(text: str, f: Case) -> Figure:
    place = span(text, f["words"])
    value = f.get("value")
    return Figure(
        place.start,
        place.end,
        tuple(map(float, value)) if isinstance(value, list) else value,
        unit=f.get("unit"),
        counted=span(text, f["counted"], place.start) if "counted" in f else None,
        bound=f.get("bound", "="),
        of=f.get("of"),
        dimension=f.get("dimension"),
    )


def date(text: str, d: Case) -> TimeExpression:
    place = span(text, d["words"])
    return TimeExpression(place.start, place.end, d.get("type", "DATE"), str(d["value"]), d.get("mod"))
