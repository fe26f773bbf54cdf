from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.extraction import names
from sourced.reading import article

CASES = sorted(Path(__file__).with_name("names").glob("*.yml"))
WORDS = (
    "Ann Lee Paul Ahmed Minister president of the Bank Ministry said he it in , . “ ” - Mr. Jr. Green van "
    "der al- (CSA) 45 who Tuesday police forces French U.S. O’Hara Wins\n\n"
).split(" ")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_people_and_bodies_are_found_with_their_roles_and_mentions(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    text = case["text"]
    found = names.find(article.read(text))
    people = {
        entity.name: {
            "roles": [role.surface(text) for role in entity.roles],
            "mentions": [mention.surface(text) for mention in entity.mentions],
        }
        for entity in found
        if entity.kind == "person"
    }
    assert people == case["people"]
    assert [entity.name for entity in found if entity.kind == "body"] == case["bodies"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
def test_whatever_the_text_each_mention_lies_in_it_and_names_one_entity(text: str) -> None:
    found = names.find(article.read(text))
    spans = [(mention.start, mention.end) for entity in found for mention in entity.mentions]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert len(spans) == len(set(spans))
    assert all(entity.name and entity.mentions == tuple(sorted(entity.mentions)) for entity in found)
    assert list(found) == sorted(found, key=lambda entity: entity.mentions[0])
