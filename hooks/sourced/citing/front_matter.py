"""Front matter that is not YAML: builders pass over it in silence, and print it as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.model import Finding

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")


def check(page: Page, ground: Ground) -> Iterator[Finding]:  # noqa: ARG001  # all checks take it
    """At most one finding. It has no code: such a page cannot be published at all."""
    head = _FRONT_MATTER.match(page.markdown)
    if head is None:
        return
    try:
        yaml.safe_load(head["yaml"])
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        # The front matter begins in the file's second line, and marks count from 0.
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 0)
        yield Finding(page.file, line, column, "", f"front matter is not YAML: {error.problem}")
    except (yaml.YAMLError, ValueError) as error:
        yield Finding(page.file, 1, 0, "", f"front matter is not YAML: {str(error).splitlines()[0]}")


def read(markdown: str) -> Mapping[str, object]:
    """What a page's front matter says; nothing where it has none, or none that is YAML."""
    head = _FRONT_MATTER.match(markdown)
    try:
        said = yaml.safe_load(head["yaml"]) if head else None
    except (yaml.YAMLError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
