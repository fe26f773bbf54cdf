from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourced.publishing import escape

from .conftest import site_extensions

# What other sites switch on: escaped text must be dead there too.
MORE = [
    "def_list",
    "sane_lists",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.progressbar",
    "pymdownx.saneheaders",
    "pymdownx.smartsymbols",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    '--8<-- "secret.md"',
    "*[HTML]: bad",
    "text {: onclick=alert(1) }",
    "{{ config }} {% raw %}",
    ":smile: :+1:",
    "[^1]: a note",
    "see[^1]",
    "$x^2$ \\(y\\)",
    "# a heading",
    "> a quotation",
    "    code",
    "- item",
    "1. item",
    "1) item",
    "a | b\n- | -\n1 | 2",
    "```\ncode\n```",
    "~~~",
    "a\n===",
    "a\n---",
    "***",
    "http://example.org/ www.example.org me@example.org",
    "(c) --> =/= 1/2 1st",
    "++ctrl+c++ ==mark== ^^ins^^ ~~del~~ {++add++}",
    "&lt; &#60; &amp",
    "!!! note\n    text",
    "/// note\n///",
    '=== "Tab"',
    "\\*not emphasis\\*",
    "</mark></div></p>",
    "<!-- comment -->",
    "`code`",
    "\x02wzxhzdk:0\x03 \x02amp\x03",
    "Term\n:   definition",
    "[=50%]",
    "- [ ] task",
]
PLACES = [
    "{}",
    "- {}",
    "<div markdown>\n\n{}\n\n</div>",
    "a {} b",
    "## {}\n",
    "| a |\n| - |\n| {} |",
    "[{}](x.md)",
]


class _Seen(HTMLParser):
    """The text of a page, its elements and attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def _converter(*more: str) -> markdown.Markdown:
    names, options = site_extensions()
    options["toc"] = {}
    return markdown.Markdown(extensions=[*names, *more], extension_configs=options)


SITE, RICH = _converter(), _converter(*MORE)


def _seen(converter: markdown.Markdown, source: str) -> _Seen:
    seen = _Seen()
    seen.feed(converter.reset().convert(source))
    seen.close()
    return seen


def _plain(text: str) -> str:
    return re.sub(" +", " ", text).strip()


def _check(converter: markdown.Markdown, place: str, text: str) -> None:
    calm = _seen(converter, place.format("calm"))
    seen = _seen(converter, place.format(escape.text(text)))
    assert _plain(seen.text) == _plain(calm.text.replace("calm", _plain(escape.visible(text))))
    assert seen.tags == calm.tags
    assert seen.attributes == calm.attributes


@pytest.mark.parametrize("converter", [SITE, RICH], ids=["site", "many extensions"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_text(converter: markdown.Markdown, place: str, text: str) -> None:
    _check(converter, place, text)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(PLACES[:4]),
    st.lists(st.text(max_size=12) | st.sampled_from(HOSTILE), max_size=4).map("".join),
)
def test_any_text_comes_back_as_text(place: str, text: str) -> None:
    # Markdown drops blanks of any kind at the ends of a block.
    if shown := escape.visible(text).strip():
        _check(RICH, place, shown)


@given(st.text())
def test_a_browser_reads_the_references_as_the_text(text: str) -> None:
    assert html.unescape(escape.text(text)) == escape.visible(text)


@given(st.text())
def test_nothing_is_left_that_is_syntax(text: str) -> None:
    without_references = re.sub(r"&#[0-9]+;", "", escape.text(text))
    assert not re.search(r"[^\w ,\u0080-\U0010ffff]|_", without_references)


def test_letters_digits_and_typographic_marks_stay_readable() -> None:
    said = "“Kasčiūnas” – 120,000 …"
    assert escape.text(said) == said


def test_line_breaks_are_blanks() -> None:
    assert escape.text("one\r\ntwo\u2028three\tfour") == "one two three four"


def test_blanks_at_the_ends_are_kept_so_that_pieces_can_be_joined() -> None:
    assert escape.text("held ") + escape.text("by") == "held by"


def test_a_no_break_space_is_kept() -> None:
    assert escape.text("40\u00a0km") == "40\u00a0km"
