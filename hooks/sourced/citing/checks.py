"""The checks on what editors wrote. Each is a module with one function from a page to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sourced.citing import front_matter, missing_snippets, unknown_keys
from sourced.citing.ground import Ground
from sourced.model import Finding

Check = Callable[[str, str, Ground], Iterable[Finding]]

_CHECKS: tuple[Check, ...] = (front_matter.check, unknown_keys.check, missing_snippets.check)


def check(file: str, markdown: str, ground: Ground) -> tuple[Finding, ...]:
    """Everything wrong with one page, in the order of its text.

    ``file`` is the page's name in messages, ``markdown`` the whole file: lines count from its
    first, front matter included.
    """
    return tuple(sorted(finding for one in _CHECKS for finding in one(file, markdown, ground)))
