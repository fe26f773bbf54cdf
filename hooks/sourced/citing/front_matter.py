"""The front matter of a page: the YAML before its text, parsed once for all that ask."""

from __future__ import annotations

import re
from typing import Any

import yaml
from msgspec import Struct

from sourced.citing.blocks import Block
from sourced.citing.prose import FRONT_MATTER
from sourced.reading import yaml_text

# What of it readers see: on the page's tab, in the navigation, and where a search engine lists the page.
_SHOWN = frozenset({"title", "description"})
# One character that YAML writes as two, by the mark that a scalar stands in; the block scalar's own sign.
_WRITTEN = {"'": re.compile("'(?=')"), '"': re.compile(r"\\(?=[\"\\/])")}
_SIGN = re.compile(r"[>|][^\n]*")


class Broken(Struct, frozen=True):
    """What is no YAML in it. The line counts from 1 in the file, the column too; 0 is the whole line."""

    line: int
    column: int
    problem: str


class FrontMatter(Struct, frozen=True):
    """What it says: whether each paragraph is to be cited, and the words that readers see."""

    sourced: bool = False
    blocks: tuple[Block, ...] = ()
    broken: Broken | None = None


def read(markdown: str) -> FrontMatter:
    """What a page's front matter says; nothing where it has none."""
    head = FRONT_MATTER.match(markdown)
    if head is None:
        return FrontMatter()
    loader = yaml.SafeLoader(head["yaml"])
    try:
        root = loader.get_single_node()
        said = loader.construct_document(root) if root else None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        wrong = yaml_text.explained(error, head["yaml"])
        # The front matter begins in the file's second line.
        return FrontMatter(broken=Broken(wrong.line + 1, wrong.column, f"is not YAML: {wrong}"))
    finally:
        loader.dispose()
    if not isinstance(said, dict) or not isinstance(root, yaml.MappingNode):
        return FrontMatter()
    shown = tuple(
        _block(value, markdown, head.start("yaml"))
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and key.value in _SHOWN and isinstance(value, yaml.ScalarNode)
    )
    sourced = said.get("sourced", False)
    neither = f'has "sourced: {sourced}": write true or false'
    broken = None if isinstance(sourced, bool) else Broken(1, 0, neither)
    return FrontMatter(sourced is True, tuple(block for block in shown if block.text.strip()), broken)


def _block(value: Any, markdown: str, at: int) -> Block:  # noqa: ANN401  # PyYAML has no types
    """The words of a scalar as the file has them, without what YAML needs to write them."""
    start, end = at + value.start_mark.index, at + value.end_mark.index
    if value.style in _WRITTEN:
        start, end = start + 1, end - 1
    elif value.style and (sign := _SIGN.match(markdown, start, end)):
        start = sign.end()
    escapes = _WRITTEN[value.style].finditer(markdown, start, end) if value.style in _WRITTEN else ()
    left_out = set()
    for escape in escapes:
        if escape.start() - 1 not in left_out:  # a pair of marks is one mark
            left_out.add(escape.start())
    origins = tuple(place for place in range(start, end) if place not in left_out)
    return Block("description", "".join(markdown[place] for place in origins), origins, ())
