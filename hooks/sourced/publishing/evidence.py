"""The list of the evidence page: HTML that is put into the page as it is.

With thousands of entries Markdown would take seconds. So the include ``evidence.md`` has a comment
(``PLACE``) where the list is to stand, and the Markdown extension puts the list there. Its links are
"cite:KEY", like those of pages.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import groupby

from sourced.publishing import escape, labels
from sourced.publishing.entries import Entry

# The include, and the list for builders that run no hooks.
NAME = "evidence.md"
LIST = "evidence.html"
PLACE = "<!-- sourced: the list of the evidence -->"

# How many of its words show which part of a passage is meant.
_WORDS = 8
# These are no part of it.
_WHOLE = {"comparison", "person", "body", "source"}


_NO_ARTICLES = "No articles yet: put them into the folder <code>seeds/</code>."


def render(entries: Iterable[Entry], uncited: Container[str], *, sides: bool) -> str:
    """The list: a passage, and below it what can be cited of it.

    ``uncited`` are the keys whose passages no page cites yet. ``sides``: whether the dossier has any,
    so that it is told who stands on none.
    """
    groups = (tuple(group) for _, group in groupby(entries, key=lambda entry: entry.passage))
    items = "".join(_passage(group, open_=group[0].key in uncited, sides=sides) for group in groups)
    # Articles are themselves in the list: where it is empty there is none.
    return f'<ol class="s-evidence">{items}</ol>' if items else f"<p>{_NO_ARTICLES}</p>"


def _passage(entries: tuple[Entry, ...], *, open_: bool, sides: bool) -> str:
    raw, first = escape.raw, entries[0]
    strong = f": {', '.join(first.strong)}" if first.strong else ""
    left = f' <span class="s-strong"><b>Not cited yet</b>{strong}</span>' if open_ else ""
    rows = "".join(_row(entry, sides=sides) for entry in entries)
    source = f'<span class="s-source">{raw(first.source)}</span>'
    return (
        f'<li{" class=s-left" if open_ else ""}><p class="s-text">{raw(first.passage.text)}</p>'
        f'<p class="s-byline">{source}{left}</p><ul>{rows}</ul></li>\n'
    )


def _row(entry: Entry, *, sides: bool) -> str:
    raw = escape.raw
    others = "; ".join([*entry.also, *entry.names])
    also = f' data-also="{raw(others)}"' if others else ""
    words = entry.words if entry.kind in _WHOLE else labels.shorten(entry.words, _WORDS)
    return (
        f'<li data-kind="{entry.kind}" data-card="{entry.card}"{also}><code>[^{entry.key}]</code>'
        f'<p><span class="s-kind">{entry.label}</span> '
        f'<a href="cite:{entry.key}">{raw(words)}</a> '
        f'<span class="s-byline">{" ".join(_byline(entry, sides=sides))}</span></p></li>'
    )


def _byline(entry: Entry, *, sides: bool) -> Iterator[str]:
    raw = escape.raw
    role = f'<span class="s-role">{raw(entry.role)}</span>' if entry.role else ""
    if entry.speaker:
        yield f'<strong class="s-name">{raw(entry.speaker)}</strong>{"," if role else ""}'
    if role:
        yield role
    if entry.side:
        style = f'data-side="{entry.side.number}" style="{entry.side.style}"'
        yield f'<span class="s-side" {style}>{raw(entry.side.name)}</span>'
    elif sides and (entry.speaker or entry.kind in {"person", "body"}):
        yield '<span class="s-side" data-side="0">no side</span>'
    if entry.date:
        yield f'<span class="s-date">{raw(entry.date)}</span>'
