"""A small dossier about a made-up strike."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest

from sourced import pipeline
from sourced.citing import keys
from sourced.citing.ground import Ground
from sourced.model import Amount, Comparison, Dossier, Event, Party, Passage, Selector, Source, Statement
from sourced.reading import article

TEXT = (
    "Ferry crews strike. “Nobody should steer a ship alone,” said Marta Lindqvist. "
    "She counts 412 crew members."
)


def passage(words: str, source: str = "post") -> Passage:
    start = TEXT.index(words)
    return Passage(source, start, start + len(words), words)


def selector(words: str) -> Selector:
    start = TEXT.index(words)
    end = start + len(words)
    return Selector(words, TEXT[max(0, start - 32) : start], TEXT[end : end + 32], start, end)


@pytest.fixture
def dossier() -> Dossier:
    said = passage("“Nobody should steer a ship alone,” said Marta Lindqvist.")
    counted = passage("She counts 412 crew members.")
    day = datetime.date(2025, 3, 18)
    return Dossier(
        sources=(
            Source(
                key="post",
                file="post.txt",
                title="Ferry crews strike",
                publisher="Harbour Post",
                address="https://harbour-post.example/",
                date=day,
                language="en",
                sha256="",
                show="cited",
                described=True,
                passage=passage("Ferry crews strike."),
            ),
        ),
        sides=(),
        quotations=(
            Statement(
                key="lindqvist-nobody-should",
                selector=selector("Nobody should steer a ship alone,"),
                passage=said,
                speaker="lindqvist",
                attribution="Marta Lindqvist",
                date="2025-03-17",
                kind="direct",
                cue="said",
            ),
        ),
        terms=(),
        figures=(
            Amount(
                key="412-crew-members",
                selector=selector("412 crew members"),
                passage=counted,
                value=412.0,
                unit=None,
                counted="crew members",
                bound="=",
                of=None,
                dimension=None,
            ),
        ),
        people=(
            Party(
                key="lindqvist",
                name="Marta Lindqvist",
                kind="person",
                names=("Marta Lindqvist", "Lindqvist"),
                roles=("chair of the union",),
                side=None,
                sources=("post",),
                passage=said,
            ),
        ),
        bodies=(),
        events=(
            Event(
                key="ferry-crews-strike",
                date="2025-03-17",
                first=day,
                last=day,
                approximate=False,
                planned=False,
                text="Ferry crews strike",
                passage=passage("Ferry crews strike."),
                evidence=(passage("Ferry crews strike."),),
            ),
        ),
        comparisons=(
            Comparison(
                key="crew-members-on-strike",
                topic="Crew members on strike",
                relation="one side only",
                claims=("412-crew-members",),
                passage=counted,
            ),
        ),
    )


@pytest.fixture
def index(dossier: Dossier) -> keys.Index:
    return keys.index(dossier)


@pytest.fixture
def ground(dossier: Dossier, index: keys.Index) -> Ground:
    card = (
        "<!-- --8<-- [start:card] -->\nA card. [Source](cite:412-crew-members)\n<!-- --8<-- [end:card] -->\n"
    )
    return Ground(dossier, index, {"post": article.read(TEXT)}, {"cards.md": card})


@pytest.fixture(scope="session")
def with_keys() -> Callable[[str, pipeline.Made], str]:
    """Puts keys for words into a page: "[^@words]" cites what has the words."""

    def put(page: str, made: pipeline.Made) -> str:
        evidence = (*made.dossier.quotations, *made.dossier.figures, *made.dossier.terms)

        def key(match: re.Match[str]) -> str:
            ranked = sorted(evidence, key=lambda one: match[1] not in one.selector.exact)
            cited = next((one.key for one in ranked if match[1] in one.passage.text), None)
            return f"[^{cited or next(s.source.key for s in made.seeds if match[1] in s.article.text)}]"

        return re.sub(r"\[\^@([^\]]+)\]", key, page)

    return put
