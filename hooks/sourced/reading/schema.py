"""The JSON Schema of ``dossier.yml``, with which an editor's program completes and checks it.

Its form is draft 7, which is what such programs know. What may be written is told by the records; what the
fields mean, in an editor's words, by ``schema.tsv``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from sourced import wordlists
from sourced.model import Editorial
from sourced.reading import contradictions, yaml_text

NAME = "dossier.schema.json"


class Field(Struct, frozen=True):
    """What a row says of a field, or of a whole record."""

    description: str
    pattern: str | None = None
    example: str | None = None


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
    return made | _together().get(name, {})


def _field(told: Field, schema: dict[str, Any], *, needed: bool) -> dict[str, Any]:
    kinds = [one for one in schema.pop("anyOf", [schema]) if one != {"type": "null"}]
    made: dict[str, Any] = {"description": told.description} | kinds[0]
    made.pop("default", None)
    if told.example:
        made["examples"] = [yaml_text.load(told.example)]
    nothing = [] if needed else ["null"]
    if "enum" in made:
        # To YAML true is no text; nothing after the colon counts as not written.
        truths = [True, False] if "true" in made["enum"] else []
        made["enum"] = [*made["enum"], *truths, *([None] if nothing else [])]
    elif made.get("type") == "array":
        made["type"] = ["array", "null"]
        if made["items"] == {"type": "string"}:
            made["items"] = _text(made["items"], told.pattern, [])
    elif made.get("type") == "string":
        made = _text(made, told.pattern, nothing)
    return made


def _text(made: dict[str, Any], pattern: str | None, nothing: list[str]) -> dict[str, Any]:
    """A title of 1984 is a number to YAML, and text here; nothing after the colon counts as not written."""
    form = re.compile(pattern or "")
    types, limits = ["string"], {}
    if "format" not in made:
        if form.search("-1.5"):
            types.append("number")
        elif form.search("7"):
            types, limits = [*types, "integer"], {"minimum": 0}
        elif form.search("2024"):
            types, limits = [*types, "integer"], {"minimum": 1000, "maximum": 9999}
        types += ["boolean"] if form.search("true") else []
    types += nothing
    kinds = {"type": types if len(types) > 1 else types[0], **limits}
    return made | kinds | ({"pattern": pattern} if pattern else {})


def _together() -> dict[str, dict[str, Any]]:
    """What the fields of a record must have beside each other."""
    details = contradictions.DETAILS.items()
    several = {"minItems": 2, "uniqueItems": True}
    return {
        "TopicEntry": {"anyOf": _required(["counted", "unit", "words"])},
        "CorrectionEntry": {
            "oneOf": _required(contradictions.ACTIONS),
            "dependencies": {field: [action] for action, fields in details for field in fields},
            "allOf": [
                *(
                    {
                        "if": {"required": [action]},
                        "then": {"anyOf": _required(f for f in fields if f != contradictions.TARGET)},
                    }
                    for action, fields in details
                ),
                *({"properties": {action: several}} for action in ("merge", "apart")),
            ],
        },
    }


def _required(fields: Iterable[str]) -> list[dict[str, Any]]:
    return [{"required": [field]} for field in fields]
