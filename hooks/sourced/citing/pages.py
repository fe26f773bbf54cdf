"""The pages that editors write: their texts, what each is called, and what the checks see of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path, PurePosixPath

from msgspec import Struct

from sourced.citing import blocks, front_matter
from sourced.citing.blocks import Block
from sourced.citing.front_matter import FrontMatter
from sourced.citing.prose import prose
from sourced.model import Finding
from sourced.reading import files

_TITLE = re.compile(r"^title:[ \t]*(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(?P<title>.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?[ \t]*\r?$", re.MULTILINE)


class Page(Struct, frozen=True):
    """A page that editors wrote, or a text that pages include.

    ``file`` is what messages call it, ``markdown`` the whole file. ``cited`` are all keys it cites, each
    once; ``sourced`` says that each of its paragraphs is to be cited.
    """

    file: str
    markdown: str
    front_matter: FrontMatter
    blocks: tuple[Block, ...]
    line_starts: tuple[int, ...]
    cited: tuple[str, ...]
    sourced: bool

    def cited_for(self, block: Block) -> tuple[str, ...]:
        """The keys of the citations that hold for a block, each once.

        They are those in it; a heading, a title or a description has no room for a footnote: what the page
        cites holds for it.
        """
        if block.kind in {"heading", "title", "description"} and not block.cited:
            return self.cited
        return _keys([block])

    def finding(self, block: Block, offset: int, code: str, message: str) -> Finding:
        """A finding at an offset in a block's text."""
        return self.at(block.origins[min(offset, len(block.origins) - 1)], code, message)

    def at(self, offset: int, code: str, message: str) -> Finding:
        """A finding at an offset in the file: its line and column, from 1."""
        line = bisect_right(self.line_starts, offset)
        return Finding(self.file, line, offset - self.line_starts[line - 1] + 1, code, message)

    def offset(self, finding: Finding) -> int:
        """Where in the file a finding stands."""
        return self.line_starts[max(0, finding.line - 1)] + max(0, finding.column - 1)


def paths(docs: Path) -> tuple[str, ...]:
    """The paths of all pages below a folder, hidden ones left out."""
    found = (path.relative_to(docs) for path in sorted(docs.rglob("*.md")) if not path.is_dir())
    return tuple(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))


def read_page(path: Path, name: str | None = None) -> str:
    """The text of one page; ``name`` is what messages call it. Raises InputError."""
    return files.text(path, name or str(path))


def title(path: str, markdown: str) -> str:
    """What a page is called: its front matter's title, else its first heading, else its file's name."""
    text = prose(markdown)
    head = markdown[: len(text) - len(text.lstrip())]
    found = _TITLE.search(head) if head.lstrip("\ufeff").startswith("---") else None
    found = found or _HEADING.search(text)
    return (
        found["title"] if found else PurePosixPath(path).stem.replace("-", " ").replace("_", " ").capitalize()
    )


@lru_cache(maxsize=256)  # while one page is edited, the others stay as they are
def parse(file: str, markdown: str, sourced: bool = False) -> Page:
    """A page as the checks see it; ``file`` is its name in messages. Linear in its length.

    ``sourced`` says that the page which includes the text is to be cited throughout.
    """
    line_starts = (0, *(end.end() for end in re.finditer("\n", markdown)))
    head = front_matter.read(markdown)
    found = (*head.blocks, *blocks.read(markdown))
    return Page(file, markdown, head, found, line_starts, _keys(found), sourced or head.sourced)


def _keys(found: Iterable[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reference.key for block in found for _, reference in block.cited))
