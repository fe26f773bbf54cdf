"""Front matter that is not YAML: builders pass over it in silence, and print it as text."""

from __future__ import annotations

from collections.abc import Iterator

from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.model import Finding


def check(page: Page, ground: Ground) -> Iterator[Finding]:  # noqa: ARG001  # all checks take it
    """At most one finding. It has no code: such a page cannot be published at all."""
    if broken := page.front_matter.broken:
        yield Finding(page.file, broken.line, broken.column, "", f"front matter {broken.problem}")
