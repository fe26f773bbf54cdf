"""Findings that an editor silences beside the place: ``<!-- S002: why this may stand -->``.

In front matter it is a comment of YAML: ``# S002: why this may stand``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec import Struct

from sourced.citing import prose
from sourced.citing.pages import Page
from sourced.model import Finding

_SAID = r"(?P<codes>S\d{3}(?:[\s,]+S\d{3})*)\b[\s:,—–-]*(?P<reason>.*?)"
_SILENCE = re.compile(rf"<!--\s*{_SAID}\s*-->", re.DOTALL | re.IGNORECASE)
_IN_YAML = re.compile(rf"(?:^|[ \t])#[ \t]*{_SAID}[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
# Readers see a key that nothing has as it stands on the page: no reason makes that right.
_MAY_BE_SILENT = frozenset({"S002", "S003", "S004", "S005"})


class Silenced(Struct, frozen=True, order=True):
    """A finding that an editor has silenced, and the reason given."""

    finding: Finding
    reason: str


class _Silence(Struct, frozen=True):
    """A comment: its code and reason, where it stands, and the number of the block that it is for."""

    code: str
    reason: str
    offset: int
    block: int


def part(page: Page, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Silenced, ...]]:
    """What is to be mended, and what is silenced, each in the order of the page.

    A comment is for the block that it stands in, else for the next one, and for the codes it names. One that
    gives no reason silences nothing, and one that has nothing to silence is a finding of its own.
    """
    ends = (page.markdown.find("\n", block.origins[-1]) % (len(page.markdown) + 1) for block in page.blocks)
    line_ends = list(accumulate(ends, max))  # the title of a link lies within the block before it
    silences = tuple(_read(page, line_ends))
    open_, silenced, used = [], [], set()
    for finding in findings:
        block = bisect_left(line_ends, page.offset(finding))
        found = next((s for s in silences if s.reason and (s.code, s.block) == (finding.code, block)), None)
        if found is None or finding.code not in _MAY_BE_SILENT:
            open_.append(finding)
        else:
            silenced.append(Silenced(finding, found.reason))
            used.add(found)
    open_ += [_wrong(page, silence) for silence in silences if silence not in used]
    return tuple(sorted(open_)), tuple(sorted(silenced))


def _read(page: Page, line_ends: list[int]) -> Iterator[_Silence]:
    """The silencing comments; ``line_ends`` are where the last line of each block ends."""
    head = prose.FRONT_MATTER.match(page.markdown)
    for match in (
        *(_IN_YAML.finditer(page.markdown, head.start("yaml"), head.end("yaml")) if head else ()),
        *(_SILENCE.fullmatch(page.markdown, *span) for span in prose.comments(page.markdown)),
    ):
        if match:
            block = bisect_left(line_ends, match.start())
            reason = " ".join(match["reason"].split())
            for code in re.findall(r"\w+", match["codes"].upper()):
                yield _Silence(code, reason * any(map(str.isalpha, reason)), match.start(), block)


def _wrong(page: Page, silence: _Silence) -> Finding:
    if silence.code not in _MAY_BE_SILENT:
        message = "cannot be silenced: mend what it says"
    elif not silence.reason:
        message = f"is not silenced without a reason: <!-- {silence.code}: why this may stand -->"
    else:
        message = "is silenced here, but there is nothing to silence: take the comment out"
    return page.at(silence.offset, silence.code, message)
