"""The JSON Schema of dossier.yml: in step with the records, and described for people."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sourced.model import CorrectionEntry, Editorial, PersonEntry, SideEntry, SourceEntry, TopicEntry
from sourced.reading import contradictions, schema

ROOT = Path(__file__).resolve().parents[2]
RECORDS = {
    r.__name__: r for r in (Editorial, SourceEntry, SideEntry, PersonEntry, TopicEntry, CorrectionEntry)
}
MADE: dict[str, Any] = json.loads(schema.text())


def test_the_file_beside_the_shipped_dossier_yml_is_in_step_with_the_records() -> None:
    written = (ROOT / "seeds" / schema.NAME).read_text("utf-8")
    assert written == schema.text(), "write it anew: python -m sourced schema"


def test_the_shipped_dossier_yml_leads_editors_programs_to_it() -> None:
    first = (ROOT / "seeds/dossier.yml").read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={schema.NAME}"


@pytest.mark.parametrize("name", RECORDS)
def test_it_knows_the_fields_of_each_record_and_describes_each(name: str) -> None:
    record = MADE["definitions"][name]
    fields = msgspec.structs.fields(RECORDS[name])
    assert list(record["properties"]) == [field.encode_name for field in fields]
    assert record["required"] == sorted(field.encode_name for field in fields if field.required)
    assert record["additionalProperties"] is False
    assert all(told["description"].endswith(".") for told in (record, *record["properties"].values()))


def test_nothing_is_described_that_is_not_there() -> None:
    known = {(name, field) for name in RECORDS for field in ("", *RECORDS[name].__struct_fields__)}
    assert set(schema.fields()) == known


@pytest.mark.parametrize(
    ("record", "field", "good", "bad"),
    [
        ("SourceEntry", "key", "my-key_2", "my key"),
        ("SourceEntry", "address", "https://post.example/a", "javascript:alert(1)"),
        ("SideEntry", "colour", "#1f5fa8", "blue"),
        ("CorrectionEntry", "date", "2024-08-13/2024-08-14", "13 August"),
    ],
)
def test_its_patterns_are_those_of_the_build(record: str, field: str, good: str, bad: str) -> None:
    pattern = MADE["definitions"][record]["properties"][field]["pattern"]
    assert re.search(pattern, good)
    assert not re.search(pattern, bad)
    kind = {"SourceEntry": "sources", "SideEntry": "sides", "CorrectionEntry": "corrections"}[record]
    rest = {"sources": {"file": "a"}, "sides": {"key": "a", "name": "A"}, "corrections": {"change": "a"}}[
        kind
    ]
    for value, mistakes in ((good, 0), (bad, 1)):
        editorial = msgspec.convert({kind: [rest | {field: value}]}, Editorial)
        assert len(list(contradictions.find(editorial))) == mistakes


def test_a_correction_does_one_thing() -> None:
    correction = MADE["definitions"]["CorrectionEntry"]
    assert correction["oneOf"] == [{"required": [action]} for action in contradictions.ACTIONS]
    assert correction["dependencies"]["speaker"] == ["change"]
