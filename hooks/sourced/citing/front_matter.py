"""The front matter of a page: the YAML before its text."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from sourced.citing.blocks import Block
from sourced.citing.prose import FRONT_MATTER


def read(markdown: str) -> Mapping[str, object]:
    """What a page's front matter says; nothing where it has none, or none that is YAML."""
    head = FRONT_MATTER.match(markdown)
    try:
        said = yaml.safe_load(head["yaml"]) if head else None
    except (yaml.YAMLError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def description(markdown: str) -> Block | None:
    """What the front matter says of the page to search engines; None where it says nothing in one scalar."""
    head = FRONT_MATTER.match(markdown)
    try:
        root = yaml.compose(head["yaml"]) if head else None
    except (yaml.YAMLError, ValueError):
        return None
    if head is None or not isinstance(root, yaml.MappingNode):
        return None
    for key, value in root.value:
        if key.value == "description" and isinstance(value, yaml.ScalarNode):
            start, end = (head.start("yaml") + mark.index for mark in (value.start_mark, value.end_mark))
            quoted = value.style in ("'", '"')
            start, end = start + quoted, end - quoted
            return Block("description", markdown[start:end], tuple(range(start, end)), ())
    return None
