"""Findings for other programs: JSON, the commands of GitHub's workflows, and SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from sourced.citing import codes
from sourced.model import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def text(findings: Sequence[Finding]) -> str:
    """A line for each finding, as people and terminals read it."""
    return "".join(f"{finding}\n" for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects with the fields of ``Finding``; line and column count from 1, 0 is the whole file."""
    return (
        json.dumps([msgspec.to_builtins(finding) for finding in findings], indent=2, ensure_ascii=False)
        + "\n"
    )


def github(findings: Sequence[Finding]) -> str:
    """A line for each finding that a GitHub workflow shows beside the line of the file."""
    lines = []
    for finding in findings:
        at = {"file": finding.file, "line": finding.line, "col": finding.column, "title": finding.code}
        where = ",".join(f"{name}={_property(str(value))}" for name, value in at.items() if value)
        lines.append(f"::error {where}::{_data(finding.message)}\n")
    return "".join(lines)


def sarif(findings: Sequence[Finding]) -> str:
    """A SARIF log of one run."""
    rules = [{"id": code, "shortDescription": {"text": what}} for code, what in codes.MEANINGS.items()]
    run = {
        "tool": {"driver": {"name": "sourced", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}


def _result(finding: Finding) -> dict[str, Any]:
    # Where a file lies is an address, as RFC 3986 writes them.
    uri = quote(PurePath(finding.file).as_posix())
    place: dict[str, Any] = {"artifactLocation": {"uri": f"file://{uri}" if uri.startswith("/") else uri}}
    if finding.line:
        place["region"] = {"startLine": finding.line}
        if finding.column:
            place["region"]["startColumn"] = finding.column
    rule = {"ruleId": finding.code} if finding.code in codes.MEANINGS else {}
    return rule | {
        "level": "error",
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
