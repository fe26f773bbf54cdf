import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.extraction import names
from sourced.extraction.names import resolution
from sourced.model import Entity, Mention, Quotation, Span
from sourced.reading import article

CASES = sorted(Path(__file__).with_name("resolution").glob("*.yml"))
WORDS = (
    "[[He]] [[They]] [[It]] [[who]] [[The minister]] [[Lee]] [[the French minister]] [[a farmer]] [[police]] "
    "Ann Lee Paul Roe "
    "Minister the said , . “ ” Bank of England \n\n"
).split(" ")


def read(marked: str) -> tuple[str, list[Quotation]]:
    """The text without the brackets, and the quotations: one for each source, one for each text in marks."""
    sources: list[Span] = []
    text = ""
    for piece in re.split(r"(\[\[.*?\]\])", marked):
        words = piece[2:-2] if piece.startswith("[[") else piece
        if words is not piece:
            sources.append(Span(len(text), len(text) + len(words)))
        text += words
    quotations = [Quotation(s.end, s.end, "indirect", source=s) for s in sources]
    for match in re.finditer("“([^”]*)”", text):
        near = min(sources, key=lambda s: abs(s.start - match.end()), default=None)
        quotations.append(Quotation(match.start(1), match.end(1), "direct", source=near))
    return text, quotations


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_source_gets_the_name_that_the_article_settles_or_none(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    text, quotations = read(case["text"])
    cut = article.read(text)
    named = names.find(cut, quotations)
    said, _ = resolution.resolve(cut, named, quotations)
    sources = [quotation for quotation in said if quotation.kind == "indirect" and quotation.source]
    found = [(text[q.source.start : q.source.end], q.name) for q in sources if q.source]
    assert found == list(zip([words for words, _ in found], case["names"], strict=True))


def test_resolved_sources_are_mentions_and_new_bodies_are_entities() -> None:
    text, quotations = read(
        "Mayor Ann Lee won. [[She]] said so. [[The mayor]] left. [[French rail authorities]] said no."
    )
    cut = article.read(text)
    _, entities = resolution.resolve(cut, names.find(cut), quotations)
    mentions = {e.name: [(m.surface(text), m.kind) for m in e.mentions] for e in entities}
    assert mentions == {
        "Ann Lee": [("Ann Lee", "name"), ("She", "pronoun"), ("The mayor", "role")],
        "French rail authorities": [("French rail authorities", "name")],
    }


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("Per [[Lund of Harbour Freight]] said so.", "Per Lund of Harbour Freight"),
        ("In May, the Peruvian minister, [[Per Lund]] said so.", "the Peruvian minister, Per Lund"),
        ("After a row with the minister, [[Per Lund]] said so.", "Per Lund"),
        ("In May, [[Per Lund]] said so.", "Per Lund"),
    ],
)
def test_a_source_is_the_whole_name_with_the_role_before_it(marked: str, whole: str) -> None:
    text, quotations = read(marked)
    cut = article.read(text)
    at = text.index("Per Lund")
    lund = Entity("Per Lund", "person", (Mention(at, at + 8, "name"),))
    found, _ = resolution.resolve(cut, [lund], quotations)
    assert [q.source and q.source.surface(text) for q in found] == [whole]


def test_a_role_that_only_a_source_tells_is_counted_among_the_roles() -> None:
    text, quotations = read("It was decided by the chief, Ann Lee. [[The army chief]] said so.")
    cut = article.read(text)
    _, entities = resolution.resolve(cut, names.find(cut), quotations)
    assert [role.surface(text) for role in entities[0].roles] == ["chief", "army chief"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_whatever_the_text_a_name_is_one_of_the_entities(marked: str) -> None:
    text, quotations = read(marked)
    cut = article.read(text)
    said, entities = resolution.resolve(cut, names.find(cut), quotations)
    known = {entity.name for entity in entities}
    assert len(said) == len(quotations)
    assert all(quotation.name is None or quotation.name in known for quotation in said)
    assert all(0 <= m.start < m.end <= len(text) for entity in entities for m in entity.mentions)
