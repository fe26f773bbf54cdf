"""What the checks came to, for readers ("How this site is made") and for the end of a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from sourced.citing import codes
from sourced.citing.checks import Checked
from sourced.model import Finding
from sourced.publishing import escape, templates

NAME = "checks.md"


class Row(Struct, frozen=True):
    """A page that cites: its title, its path in the docs folder, and what the checks came to."""

    title: str
    path: str
    checked: Checked


def include(checked: Mapping[str, tuple[str, Checked]]) -> str:
    """The include that tells readers how much is cited and what is silenced: path -> (title, checked)."""
    rows = [Row(title, path, one) for path, (title, one) in checked.items()]
    return templates.fill(
        "checks",
        rows=[row for row in rows if row.checked.coverage.cited],
        what=codes.MEANINGS,
        silenced=[(row, silenced) for row in rows for silenced in row.checked.silenced],
    )


def notice(findings: Iterable[Finding]) -> str:
    """A box on the page in a preview, in HTML: no extension need be there for it."""
    items = "".join(f"<li>{escape.text(str(finding))}</li>" for finding in findings)
    title = '<p class="admonition-title">To be mended</p>'
    return f'<div class="admonition failure" role="alert">{title}<ul>{items}</ul></div>\n\n'


def lines(checked: Mapping[str, tuple[str, Checked]]) -> Iterator[str]:
    """The same for whoever builds the site, a line for each page that cites and each silenced finding."""
    for path, (_, one) in checked.items():
        if one.coverage.cited:
            yield f"{path}: {one.coverage.cited} of {one.coverage.sentences} sentences carry a citation"
    # Two pages may include one text.
    for silenced in dict.fromkeys(silenced for _, one in checked.values() for silenced in one.silenced):
        at = silenced.finding
        yield f"{at.file}:{at.line}: {at.code} is silenced: {silenced.reason}"
