"""A line that includes a file or a section that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sourced import suggestions
from sourced.citing import snippets, unknown_keys
from sourced.citing.ground import Ground
from sourced.citing.pages import Page
from sourced.model import Finding

_WITH_KIND = re.compile(r"[a-z]+-\d")


def check(page: Page, ground: Ground) -> Iterator[Finding]:
    """One finding for each such line. It has no code: such a page cannot be built at all."""
    for snippet in snippets.find(page.markdown):
        missing = snippets.missing(snippet, ground.includes)
        if missing:
            within = "" if missing is snippet else f'in "{snippet.file}", which is included here: '
            yield Finding(page.file, snippet.line, snippet.column, "", within + _message(missing, ground))


def _message(missing: snippets.Snippet, ground: Ground) -> str:
    name, part = missing.file, missing.part
    if name not in ground.includes and not part:
        # A section's name begins with a letter. Any other is read as a part of the file's name.
        whole, _, after = name.partition(":")
        name, part = (whole, after) if whole in ground.includes else (name, "")
    text = ground.includes.get(name)
    if text is None:
        return f'there is no "{name}" to include{_nearest(name, ground.includes)}'
    # A key that begins with a digit is its section's name with the kind before it.
    keys = (part, part.partition("-")[2]) if _WITH_KIND.match(part) else (part,)
    became = next(filter(None, (unknown_keys.gone(key, ground) for key in keys)), "")
    return f'"{name}" has no section "{part}"' + (
        f": {became}" if became else _nearest(part, snippets.sections(text))
    )


def _nearest(name: str, names: Iterable[str]) -> str:
    listed = list(names)
    # A key that begins with a digit is its section's name with the kind before it.
    whole = next((one for one in listed if one.endswith(f"-{name}")), None)
    meant = suggestions.meant([whole] if whole else suggestions.misspelt(name, listed), "")
    return meant and f": {meant}"
