"""Front matter that is not YAML: builders pass over it in silence, and print it as text."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.citing.prose import FRONT_MATTER
from sourced.model import Finding


def check(page: Page, ground: Ground) -> Iterator[Finding]:  # noqa: ARG001  # all checks take it
    """At most one finding. It has no code: such a page cannot be published at all."""
    head = FRONT_MATTER.match(page.markdown)
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
