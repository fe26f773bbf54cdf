"""S005: a paragraph without a citation, on a page whose front matter says ``sourced: true``."""

from __future__ import annotations

from collections.abc import Iterator

from sourced.citing import coverage
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.model import Finding

CODE = "S005"


def check(page: Page, ground: Ground) -> Iterator[Finding]:  # noqa: ARG001  # all checks take it
    """One finding for each paragraph, item or row that says something and cites nothing."""
    if not page.sourced:
        return
    for block in coverage.statements(page):
        if not block.cited:
            first = len(block.text) - len(block.text.lstrip("| \t\n"))
            yield page.finding(
                block, first, CODE, "this paragraph cites nothing: add the [^key] of the passage it rests on"
            )
