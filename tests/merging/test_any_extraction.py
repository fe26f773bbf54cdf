"""Whatever extraction finds, merging makes a dossier of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.merging import dossier
from sourced.model import (
    CorrectionEntry,
    Editorial,
    Entity,
    Extraction,
    Figure,
    Mention,
    Passage,
    Quotation,
    Seed,
    SideEntry,
    Source,
    Span,
    TimeExpression,
    TopicEntry,
)
from sourced.reading import article

WORDS = """Ann Lee said on Monday that 74 towns in France were lost. “We will not go,” Bob Ray of the French
ministry told him. 3 km² – who? The (French] president's « aide » И. Иванов, 国家; since 2024: 5,2% … -- after
she left!""".split()
KINDS: tuple[Literal["direct", "mixed", "indirect"], ...] = ("direct", "mixed", "indirect")
MENTIONS: tuple[Literal["name", "role", "pronoun"], ...] = ("name", "role", "pronoun")
VALUES = [
    "2024-08-13",
    "2024",
    "2024-W32",
    "202X",
    "PAST_REF",
    "P3D",
    "XXXX-WXX-2",
    "2024-08-13/2024-08-14",
    "9999-12-31",
]


Placed = TypeVar("Placed", bound=Span)


def placed(spans: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


@st.composite
def found(draw: st.DrawFn, key: str) -> tuple[Seed, Extraction]:
    text = " ".join(draw(st.lists(st.sampled_from([*WORDS, "\n\n"]), min_size=1, max_size=60))).strip() or "x"

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, min(len(text), start + 60))))

    def some(limit: int = 3) -> range:
        return range(draw(st.integers(0, limit)))

    def mention() -> Mention:
        place = span()
        return Mention(place.start, place.end, draw(st.sampled_from(MENTIONS)))

    entities = tuple(
        Entity(
            draw(
                st.sampled_from(
                    ["Ann Lee", "Lee", "Bob Ray", "French ministry", "И. Иванов", "国家", "Mr Ray Jr."]
                )
            ),
            draw(st.sampled_from(["person", "body"])),
            tuple(mention() for _ in some()),
            tuple(span() for _ in some(2)),
        )
        for _ in some()
    )

    def quotation() -> Quotation:
        place, whole = span(), draw(st.booleans())
        name = draw(st.sampled_from([None, "Ann Lee", "Nobody Known"]))
        source, cue = (span() if draw(st.booleans()) else None), (span() if draw(st.booleans()) else None)
        return Quotation(
            place.start, place.end, draw(st.sampled_from(KINDS)), source, name, cue, () if whole else (place,)
        )

    def figure() -> Figure:
        place = span()
        value = draw(st.sampled_from([None, 74.0, 0.0, 1 / 3, (1.0, 3.0), -5.0, 1e12, 74.5, float("inf")]))
        return Figure(
            place.start,
            place.end,
            value,
            draw(st.sampled_from([None, "kilometer", "square kilometer", "percent"])),
            span() if draw(st.booleans()) else None,
            draw(st.sampled_from(["=", ">", "<", "~"])),
            draw(st.sampled_from([None, 23.0])),
            draw(st.sampled_from([None, "wide", "deep"])),
        )

    def date() -> TimeExpression:
        place = span()
        return TimeExpression(
            place.start,
            place.end,
            draw(st.sampled_from(["DATE", "TIME", "DURATION"])),
            draw(st.sampled_from(VALUES)),
        )

    published = draw(st.sampled_from([None, datetime.date(2024, 8, 14)]))
    source = Source(
        key, f"{key}.txt", "", None, None, published, "en", "", "cited", False, Passage(key, 0, 0, "")
    )
    return Seed(source, article.read(text, published)), Extraction(
        quotations=placed(quotation() for _ in some()),
        terms=placed(span() for _ in some(2)),
        figures=placed(figure() for _ in some()),
        dates=placed(date() for _ in some()),
        entities=entities,
    )


EDITORIALS = (
    Editorial(),
    Editorial(
        sides=(SideEntry("f", "France", countries=("FR",), also=("Lee",)), SideEntry("k", "K")),
        topics=(TopicEntry("t", counted=("towns",)), TopicEntry("u", unit="square kilometer")),
    ),
)


@settings(max_examples=60)
@given(found("source-one"), found("source-two"), st.sampled_from(EDITORIALS))
def test_a_dossier_with_one_record_a_key(
    one: tuple[Seed, Extraction], other: tuple[Seed, Extraction], editorial: Editorial
) -> None:
    made = dossier.merge((one, other), editorial)
    parts = (made.sources, made.quotations, made.terms, made.figures, made.people, made.bodies, made.events)
    keys = [record.key for part in (*parts, made.comparisons) for record in part]
    assert len(set(keys)) == len(keys)
    alone = dossier.merge((one,), editorial)
    before = (alone.quotations, alone.terms, alone.figures, alone.people, alone.bodies, alone.events)
    assert {record.key for part in before for record in part} <= set(keys)


@settings(max_examples=60)
@given(found("source-one"), found("source-two"), st.data())
def test_corrections_of_whatever_was_found_leave_one_record_a_key(
    one: tuple[Seed, Extraction], other: tuple[Seed, Extraction], data: st.DataObject
) -> None:
    editorial = EDITORIALS[1]
    made = dossier.merge((one, other), editorial)
    parties = [party.key for party in (*made.people, *made.bodies)]
    spoken = [e.key for part in (made.quotations, made.terms, made.figures, made.events) for e in part]
    keys = st.sampled_from([*parties, *spoken, "nothing"])
    entries = st.one_of(
        st.builds(CorrectionEntry, drop=keys),
        st.builds(CorrectionEntry, merge=st.tuples(keys, keys)),
        st.builds(CorrectionEntry, split=keys, sources=st.just(("source-two",))),
        st.builds(CorrectionEntry, split=keys, names=st.sampled_from([("Lee",), ("Ann Lee", "Bob Ray")])),
        st.builds(CorrectionEntry, change=keys, speaker=st.one_of(keys, st.just("nobody"))),
        st.builds(CorrectionEntry, change=keys, date=st.just("2024-08"), headline=st.just("A headline")),
    )
    corrections = tuple(data.draw(st.lists(entries, max_size=5)))
    corrected = dossier.merge(
        (one, other), Editorial(sides=editorial.sides, topics=editorial.topics, corrections=corrections)
    )
    parts = (corrected.quotations, corrected.terms, corrected.figures, corrected.people, corrected.bodies)
    found_keys = [r.key for part in (*parts, corrected.events, corrected.comparisons) for r in part]
    assert len(set(found_keys)) == len(found_keys)
    speakers = {e.speaker for e in (*corrected.quotations, *corrected.figures, *corrected.events)} - {None}
    assert speakers <= {party.key for party in (*corrected.people, *corrected.bodies)}
