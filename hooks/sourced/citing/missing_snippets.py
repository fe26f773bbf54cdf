"""A line that includes a file or a section that does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from sourced.citing import snippets
from sourced.citing.ground import Ground
from sourced.model import Finding


def check(file: str, markdown: str, ground: Ground) -> Iterator[Finding]:
    """One finding for each such line. It has no code: such a page cannot be built at all."""
    for snippet in snippets.find(markdown):
        missing = snippets.missing(snippet, ground.includes)
        if missing:
            within = "" if missing is snippet else f'in "{snippet.file}", which is included here: '
            yield Finding(file, snippet.line, snippet.column, "", within + _message(missing, ground))


def _message(snippet: snippets.Snippet, ground: Ground) -> str:
    text = ground.includes.get(snippet.file)
    if text is None:
        return f'there is no "{snippet.file}" to include{_nearest(snippet.file, ground.includes)}'
    return (
        f'"{snippet.file}" has no section "{snippet.part}"{_nearest(snippet.part, snippets.sections(text))}'
    )


def _nearest(name: str, names: Iterable[str]) -> str:
    near = process.extractOne(name, list(names), scorer=fuzz.ratio, score_cutoff=70)
    return f': did you mean "{near[0]}"?' if near else ""
