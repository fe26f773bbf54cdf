"""What the build takes, an editor's program takes by the schema, and the other way round."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.model import Editorial, InputError
from sourced.reading import schema
from sourced.reading import settings as dossier_yml

MADE: dict[str, Any] = json.loads(schema.text())
TYPES = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "array": list,
    "object": dict,
    "boolean": bool,
}
# What entries say of each other, and what only a calendar or a list of countries tells.
BEYOND = re.compile(
    r"before this one|another entry|is no side|is no country|is no date|year, month and day"
    r"|is the page of all|is no address|has a name of no letters"
)


def fits(value: object, rule: dict[str, Any]) -> bool:
    """Draft 7, as much of it as the schema uses."""
    if "$ref" in rule:
        return fits(value, MADE["definitions"][rule["$ref"].rpartition("/")[2]])
    kinds = [rule["type"]] if isinstance(rule.get("type"), str) else rule.get("type")
    if kinds and not any(is_a(value, kind) for kind in kinds):
        return False
    if "enum" in rule and not any(value == one and type(value) is type(one) for one in rule["enum"]):
        return False
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        return False
    if isinstance(value, int) and not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        return False
    if isinstance(value, list):
        several = len(value) >= rule.get("minItems", 0)
        unique = not rule.get("uniqueItems") or len({repr(one) for one in value}) == len(value)
        if not (several and unique and all(fits(one, rule.get("items", {})) for one in value)):
            return False
    return not isinstance(value, dict) or fits_together(value, rule)


def is_a(value: object, kind: str) -> bool:
    if kind == "null" or value is None:
        return kind == "null" and value is None
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def fits_together(value: dict[str, Any], rule: dict[str, Any]) -> bool:
    known = rule.get("properties", {})
    return all(
        [
            set(rule.get("required", ())) <= value.keys(),
            rule.get("additionalProperties", True) or value.keys() <= known.keys(),
            all(fits(one, known[key]) for key, one in value.items() if key in known),
            all(
                set(more) <= value.keys()
                for key, more in rule.get("dependencies", {}).items()
                if key in value
            ),
            "oneOf" not in rule or sum(fits(value, one) for one in rule["oneOf"]) == 1,
            "anyOf" not in rule or any(fits(value, one) for one in rule["anyOf"]),
            all(fits(value, one) for one in rule.get("allOf", ())),
            "if" not in rule or not fits(value, rule["if"]) or fits(value, rule["then"]),
        ]
    )


WORDS = """
a post.txt 12 #1f5fa8 blue NO Norway 2025-03-17 2025-03 yesterday https://post.example/a ftp://a cited full
yes no person body en english_please none true 7
""".split()
words = st.sampled_from([*WORDS, "my key", "0" * 64])
values = st.one_of(words, st.lists(words, min_size=1, max_size=3), st.integers(0, 2025), st.booleans())


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, Any]:
    """One entry of one kind, with values that fit its fields more often than not."""
    kind, entry = draw(st.sampled_from([(f.encode_name, f.type.__args__[0]) for f in ALL]))
    needed = [f.encode_name for f in msgspec.structs.fields(entry) if f.required]
    some = draw(st.lists(st.sampled_from([f.encode_name for f in msgspec.structs.fields(entry)]), max_size=3))
    made: dict[str, Any] = {}
    for field in dict.fromkeys([*needed, *some]):
        examples = MADE["definitions"][entry.__name__]["properties"][field]["examples"]
        made[field] = draw(st.one_of(st.sampled_from(examples), values))
    return {kind: [made]}


ALL = msgspec.structs.fields(Editorial)


@settings(max_examples=400)
@given(data=dossiers())
def test_what_the_build_takes_the_schema_takes_and_the_other_way_round(data: dict[str, Any]) -> None:
    said = ""
    try:
        editorial = dossier_yml.parse(json.dumps(data))
        # A pin of no right form is told by S006, with the right one.
        pins = [entry.sha256 for entry in editorial.sources if entry.sha256 is not None]
        said = "S006" if any(not re.fullmatch("[0-9A-Fa-f]{64}", pin) for pin in pins) else ""
    except InputError as error:
        said = str(error)
    assert fits(data, MADE) is (not said) or BEYOND.search(said), said


@pytest.mark.parametrize("record", MADE["definitions"])
def test_each_example_is_one(record: str) -> None:
    if record != "Editorial":
        for field in MADE["definitions"][record]["properties"].values():
            assert all(fits(example, field) for example in field["examples"])
