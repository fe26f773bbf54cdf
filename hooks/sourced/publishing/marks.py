"""Mark words in a text: spans that may nest or overlap, as elements that only nest."""

from __future__ import annotations

import html
from collections.abc import Iterable

from markupsafe import Markup

from sourced.model import Span
from sourced.publishing import escape


class Mark(Span, frozen=True):
    """Words to mark; ``id`` is the address of the mark, which only its first piece bears.

    A ``quiet`` one can be linked to, and is not to be seen before somebody comes there.
    """

    id: str | None = None
    quiet: bool = False


def render(text: str, shown: Span, marks: Iterable[Mark]) -> Markup:
    """The stretch ``shown`` of a text as Markdown that is safe, with ``marks`` around their words.

    What of a mark lies outside the stretch is left out. Where two overlap, the one that goes on is
    closed and opened again; an id is given once, to the piece that begins the mark.
    """
    # Of those that begin together, the longest is outermost: nothing is cut in two without need.
    waiting = sorted(_clip(marks, shown), key=lambda m: (m.start, -m.end, m.id or ""), reverse=True)
    opened: list[Mark] = []
    out: list[str] = []
    at = shown.start
    while waiting or opened:
        ends = min((m.end for m in opened), default=shown.end)
        to = min(ends, waiting[-1].start) if waiting else ends
        out.append(escape.text(text[at:to]))
        at = to
        if opened and at == ends:
            _close(out, opened, at)
        else:
            opened.append(waiting.pop())
            out.append(_tag(opened[-1]))
    out.append(escape.text(text[at : shown.end]))
    return Markup("".join(out))  # noqa: S704  (all of it is escaped or made here)


def _clip(marks: Iterable[Mark], shown: Span) -> set[Mark]:
    return {
        Mark(
            max(m.start, shown.start),
            min(m.end, shown.end),
            m.id if m.start >= shown.start else None,
            m.quiet,
        )
        for m in marks
        if max(m.start, shown.start) < min(m.end, shown.end)
    }


def _close(out: list[str], opened: list[Mark], at: int) -> None:
    """Close all marks that end at ``at``, and open those again that were closed with them but go on."""
    again: list[Mark] = []
    while any(m.end == at for m in opened):
        mark = opened.pop()
        out.append("</span>" if mark.quiet else "</mark>")
        if mark.end > at:
            again.append(mark)
    opened.extend(reversed(again))
    out.extend("<span>" if mark.quiet else "<mark>" for mark in reversed(again))


def _tag(mark: Mark) -> str:
    if mark.quiet:
        return "<span>" if mark.id is None else f'<span class="s-named" id="{html.escape(mark.id)}">'
    return "<mark>" if mark.id is None else f'<mark id="{html.escape(mark.id)}">'
