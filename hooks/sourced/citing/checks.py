"""The checks on what editors wrote. Each is a module with one function from a page to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from sourced.citing import (
    broken_front_matter,
    coverage,
    misattributed,
    missing_snippets,
    moved,
    pages,
    quoted_words,
    silences,
    snippets,
    stated_dates,
    stated_numbers,
    uncited,
    unknown_keys,
)
from sourced.citing.coverage import Coverage
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.citing.silences import Silenced
from sourced.model import Finding

Check = Callable[[Page, Ground], Iterable[Finding]]

_CHECKS: tuple[Check, ...] = (
    broken_front_matter.check,
    unknown_keys.check,
    moved.check,
    missing_snippets.check,
    quoted_words.check,
    stated_numbers.check,
    stated_dates.check,
    uncited.check,
    misattributed.check,
)
# What is judged by the passages that are cited.
_RESTING = frozenset({quoted_words.CODE, stated_numbers.CODE})


class Checked(Struct, frozen=True):
    """What one page came to: what is to be mended, what its editors have silenced, how much is cited."""

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    coverage: Coverage


def check(file: str, markdown: str, ground: Ground) -> Checked:
    """Everything wrong with one page, in the order of its text, then with what it includes of editors' texts.

    ``file`` is the page's name in messages, ``markdown`` the whole file: lines count from its
    first, front matter included. What is wrong in a text that it includes is told with that file's lines.
    """
    page = pages.parse(file, markdown)
    found = [_check(page, ground)]
    for path, text in snippets.parts(markdown, ground.includes).items():
        found.append(_check(pages.parse(path, text, page.sourced), ground))
    return Checked(
        tuple(finding for one in found for finding in one.findings),
        tuple(silenced for one in found for silenced in one.silenced),
        coverage.together(one.coverage for one in found),
    )


def _check(page: Page, ground: Ground) -> Checked:
    findings, silenced = silences.part(page, (found for one in _CHECKS for found in one(page, ground)))
    return Checked(tuple(_judged(page, findings, ground)), silenced, coverage.count(page))


def _judged(page: Page, findings: Iterable[Finding], ground: Ground) -> Iterator[Finding]:
    """The findings without those on words and numbers that rest on a key which nothing has."""
    groundless = tuple(_groundless(page, ground))
    for finding in findings:
        resting = finding.code in _RESTING
        if not resting or not any(start <= page.offset(finding) < end for start, end in groundless):
            yield finding


def _groundless(page: Page, ground: Ground) -> Iterator[tuple[int, int]]:
    """Where in the file words rest on a key that nothing has: those from the citation before it up to it."""
    for block in page.blocks:
        places = [*block.origins, block.origins[-1] + 1]
        if not block.cited and any(key not in ground.index for key in page.cited_for(block)):
            yield places[0], places[-1]
        cited = [at for at, _ in block.cited]
        for at, reference in block.cited:
            if reference.key not in ground.index:
                before = max((one for one in cited if one < at - 1), default=0)
                is_last = at >= cited[-1] - 1  # a blank may part two in a row
                yield places[before], places[-1 if is_last else at]
