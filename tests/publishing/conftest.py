"""A small dossier about a made-up strike, and Markdown as the shipped site renders it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
import yaml

from sourced.model import (
    Amount,
    Comparison,
    Dossier,
    Event,
    Party,
    Passage,
    Selector,
    Side,
    Source,
    Statement,
)

ROOT = Path(__file__).parents[2]

TEXTS = {
    "post": (
        "Ferry crews strike\n\n"
        "The crews walked out on Monday, the union said. “Nobody should steer a ship alone,” said Marta "
        "Lindqvist, who counts 412 crew members on strike.\n\n"
        "Nothing was said about pay. The harbour was quiet.\n\n"
        "The company said 290 crew members had joined."
    ),
    "gazette": "Crews of the ferries walked out on Monday.\nLindqvist called the offer “thin soup”.",
}
DAY = datetime.date(2025, 3, 18)
MONDAY = datetime.date(2025, 3, 17)


def selector(source: str, words: str, start: int = 0) -> Selector:
    text = TEXTS[source]
    start = text.index(words, start)
    end = start + len(words)
    return Selector(words, text[max(0, start - 32) : start], text[end : end + 32], start, end)


def passage(source: str, words: str) -> Passage:
    start = TEXTS[source].index(words)
    return Passage(source, start, start + len(words), words)


WALKED_OUT = passage("post", "The crews walked out on Monday, the union said.")
ALONE = passage(
    "post",
    "“Nobody should steer a ship alone,” said Marta Lindqvist, who counts 412 crew members on strike.",
)
JOINED = passage("post", "The company said 290 crew members had joined.")
SOUP = passage("gazette", "Lindqvist called the offer “thin soup”.")
ALSO_WALKED_OUT = passage("gazette", "Crews of the ferries walked out on Monday.")


def source(key: str, publisher: str | None, address: str | None) -> Source:
    title = TEXTS[key].splitlines()[0]
    return Source(
        key=key,
        file=f"{key}.txt",
        title=title,
        publisher=publisher,
        address=address,
        date=DAY if publisher else None,
        language="en",
        sha256="",
        show="cited",
        described=publisher is not None,
        passage=passage(key, title),
    )


def amount(words: str, where: Passage, value: float, speaker: str, side: str) -> Amount:
    return Amount(
        key=words.replace(" ", "-"),
        selector=selector("post", words),
        passage=where,
        speaker=speaker,
        side=side,
        value=value,
        unit=None,
        counted="crew members",
        bound="=",
        of=None,
        dimension=None,
    )


def party(key: str, name: str, side: str | None, where: Passage, *names: str) -> Party:
    return Party(
        key=key,
        name=name,
        kind="person" if " " in name else "body",
        names=(name, *names),
        roles=("union secretary",) if key == "lindqvist" else (),
        side=side,
        sources=(where.source,),
        passage=where,
        mentions=(selector(where.source, name, where.start),),
    )


@pytest.fixture
def dossier() -> Dossier:
    return Dossier(
        sources=(
            source("post", "Harbour Post", "https://harbour-post.example/strike"),
            source("gazette", None, None),
        ),
        sides=(Side("crews", "The crews", "#1f5fa8", (), ()), Side("company", "The company", None, (), ())),
        quotations=(
            Statement(
                key="lindqvist-nobody-should",
                selector=selector("post", "Nobody should steer a ship alone,"),
                passage=ALONE,
                speaker="lindqvist",
                attribution="Marta Lindqvist",
                side="crews",
                date="2025-03-17",
                kind="direct",
                cue="said",
            ),
            Statement(
                key="lindqvist-thin-soup",
                selector=selector("gazette", "the offer “thin soup”"),
                passage=SOUP,
                speaker="lindqvist",
                attribution="Lindqvist",
                side="crews",
                kind="mixed",
                cue="called",
                quoted=(selector("gazette", "thin soup"),),
            ),
        ),
        terms=(),
        figures=(
            amount("412 crew members", ALONE, 412, "lindqvist", "crews"),
            amount("290 crew members", JOINED, 290, "the-company", "company"),
        ),
        people=(party("lindqvist", "Marta Lindqvist", "crews", ALONE, "Lindqvist"),),
        bodies=(party("the-company", "company", "company", JOINED),),
        events=(
            Event(
                key="crews-walked-out",
                date="2025-03-17",
                first=MONDAY,
                last=MONDAY,
                approximate=False,
                planned=False,
                text="The crews walked out on Monday",
                passage=WALKED_OUT,
                evidence=(WALKED_OUT, ALSO_WALKED_OUT),
            ),
        ),
        comparisons=(
            Comparison(
                key="crew-members",
                topic="Crew members on strike",
                relation="conflict",
                claims=("412-crew-members", "290-crew-members"),
                passage=ALONE,
                derived="412 ÷ 290 = 1.4",
            ),
        ),
    )


@pytest.fixture
def texts() -> dict[str, str]:
    return TEXTS


def site_extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The extensions of the shipped site and their options."""
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    options: dict[str, dict[str, object]] = {}
    for item in listed:
        options.update(item if isinstance(item, dict) else {item: {}})
    options["pymdownx.snippets"] = {"base_path": [], "check_paths": True}
    return [*options], options


@pytest.fixture(scope="session")
def render() -> Callable[[str], str]:
    """Markdown to HTML, as the shipped site does it; full stops and the like as a browser shows them."""
    names, options = site_extensions()

    def made(text: str) -> str:
        page = markdown.markdown(text, extensions=names, extension_configs=options)
        for mark in ".-=:()":
            page = page.replace(f"&#{ord(mark)};", mark)
        return page

    return made
