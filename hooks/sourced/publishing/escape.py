"""Make the words of a seed safe for Markdown and HTML at once: the one place that does."""

from __future__ import annotations

import html
import re
import unicodedata

# Every ASCII mark but the comma is syntax to HTML, Markdown, one of its extensions or a template
# language; what lies beyond ASCII is syntax to none of them.
_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "!\"#$%&'()*+-./:;<=>?@[\\]^_`{|}~"}
# No-break spaces are left: they are typography. All other blanks and line ends are one blank.
_BLANKS = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
# "1st" becomes a raised "st" with pymdownx.smartsymbols.
_ORDINAL = re.compile(r"(?<=[0-9])([snrtSNRT])(?=[tdhTDH]\b)")


def text(s: str) -> str:
    """Return ``s`` as Markdown that renders as ``s`` itself, wherever in a page it stands.

    Marks that could be taken for syntax become numeric character references; runs of blanks and
    line breaks become one blank; control characters are left out. Blanks at the ends are kept, so
    that texts can be put together.
    """
    return _ORDINAL.sub(lambda match: f"&#{ord(match[1])};", visible(s).translate(_MARKS))


def raw(s: str) -> str:
    """Return ``s`` for HTML that no Markdown processor reads, in an element or in quotation marks."""
    return html.escape(visible(s))


def visible(s: str) -> str:
    """Return what a reader sees of ``s``: blanks run together, no control characters."""
    plain = _BLANKS.sub(" ", s)
    if plain.isprintable():
        return plain
    return "".join(c for c in plain if unicodedata.category(c) not in {"Cc", "Cs"})
