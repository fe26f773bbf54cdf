"""The JSON Schema of ``dossier.yml``, with which an editor's program completes and checks it.

Its form is draft 7, which is what such programs know. What may be written is told by the records; what the
fields mean, in an editor's words, by ``schema.tsv``.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from sourced import wordlists
from sourced.model import Editorial
from sourced.reading import contradictions

NAME = "dossier.schema.json"


class Field(Struct, frozen=True):
    """What a row says of a field, or of a whole record."""

    description: str
    pattern: str | None = None


@cache
def fields() -> dict[tuple[str, str], Field]:
    """(record, field) -> its description; the field "" is the record itself."""
    rows = (line.split("\t") for line in wordlists.lines(__package__, "schema.tsv"))
    return {(record, field): Field(*rest) for record, field, *rest in rows}


def text() -> str:
    """The schema as JSON."""
    (root,), records = msgspec.json.schema_components([Editorial], ref_template="#/definitions/{name}")
    made = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "dossier.yml",
        **root,
        "definitions": {name: _record(name, record) for name, record in records.items()},
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _record(name: str, record: dict[str, Any]) -> dict[str, Any]:
    required = set(record.get("required", ()))
    made: dict[str, Any] = {
        "type": "object",
        "description": fields()[name, ""].description,
        "properties": {
            field: _field(fields()[name, field], schema, needed=field in required)
            for field, schema in record["properties"].items()
        },
        "required": sorted(required),
        "additionalProperties": False,
    }
    return made | (_one_action() if name == "CorrectionEntry" else {})


def _field(told: Field, schema: dict[str, Any], *, needed: bool) -> dict[str, Any]:
    kinds = [one for one in schema.pop("anyOf", [schema]) if one != {"type": "null"}]
    made: dict[str, Any] = {"description": told.description} | kinds[0]
    made.pop("default", None)
    if "enum" in made:
        # To YAML yes and true are no text; nothing after the colon counts as not written.
        truths = [True, False] if "true" in made["enum"] else []
        made["enum"] = [*made["enum"], *truths, *([] if needed else [None])]
    if told.pattern:
        made["pattern"] = told.pattern
    if "type" in made:
        # A title of 1984 is a number to YAML, and text here; nothing after the colon counts as not written.
        number = ["number"] if made["type"] == "string" and "format" not in made else []
        types = [made["type"], *number, *([] if needed else ["null"])]
        made["type"] = types if len(types) > 1 else types[0]
    return made


def _one_action() -> dict[str, Any]:
    return {
        "oneOf": [{"required": [action]} for action in contradictions.ACTIONS],
        "dependencies": {
            detail: [action] for action, details in contradictions.DETAILS.items() for detail in details
        },
    }
