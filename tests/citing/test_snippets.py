from pathlib import Path

import markdown
import pytest
from pymdownx.snippets import SnippetExtension

from sourced.citing import snippets

CARDS = """Before.

<!-- --8<-- [start:one] -->
The first card.
<!-- --8<-- [end:one] -->

<!-- --8<-- [start:two] -->
The second card.
<!-- --8<-- [end:two] -->
"""
INCLUDES = {
    "cards.md": CARDS,
    "all.md": 'Everything:\n\n--8<-- "cards.md"',
    "loop.md": '--8<-- "loop.md"\nround',
}

PAGES = {
    "one section": 'A page.\n\n--8<-- "cards.md:two"\n\nEnd.',
    "a whole file": '--8<-- "cards.md"',
    "a file that includes": '--8<-- "all.md"',
    "in single marks": "--8<-- 'cards.md:one'",
    "indented": '    --8<-- "cards.md:one"',
    "a block of files": "--8<--\ncards.md:one\n\n; cards.md\ncards.md:two\n--8<--\nEnd.",
    "escaped": ';--8<-- "cards.md:one"',
    "commented out": '--8<-- "; cards.md:one"',
    "no snippet": 'See --8<-- "cards.md" here.',
    "a loop": '--8<-- "loop.md"',
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_a_page_includes_what_pymdownx_includes(page: str, tmp_path: Path) -> None:
    for name, text in INCLUDES.items():
        (tmp_path / name).write_text(text, "utf-8")
    md = markdown.Markdown(extensions=[SnippetExtension(base_path=[str(tmp_path)], check_paths=True)])
    theirs = md.preprocessors["snippet"].run(page.split("\n"))
    ours = snippets.expand(page, INCLUDES).split("\n")

    def words(lines: list[str]) -> list[str]:
        return [line.strip() for line in lines if line.strip() and "8<" not in line]

    assert words(ours) == words(theirs)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('--8<-- "nope.md"', ("nope.md", "", 2, 9)),
        ('  --8<-- "cards.md:three"', ("cards.md", "three", 2, 11)),
        ("--8<--\nnope.md\n--8<--", ("nope.md", "", 3, 1)),
        # Nothing is loaded from another host.
        ('--8<-- "https://example.org/a.md"', ("https://example.org/a.md", "", 2, 9)),
        # A section's name begins with a letter: pymdownx takes this for the name of a file.
        ('--8<-- "cards.md:74-settlements"', ("cards.md:74-settlements", "", 2, 9)),
    ],
)
def test_what_does_not_exist_is_found_and_can_be_taken_out(
    line: str, place: tuple[str, str, int, int]
) -> None:
    page = f"A page.\n{line}"
    missing = [s for s in snippets.find(page) if snippets.missing(s, INCLUDES)]
    assert [(s.file, s.part, s.line, s.column) for s in missing] == [place]
    left = snippets.without_missing(page, INCLUDES)
    assert not [s for s in snippets.find(left) if snippets.missing(s, INCLUDES)]
    assert left.startswith("A page.")


@pytest.mark.parametrize(
    "path", ["cards.md", "cards.md:one", "cards.md:1:3", "cards.md::2", "cards.md:1:2,4:5"]
)
def test_what_exists_is_not_missing(path: str) -> None:
    assert not any(snippets.missing(s, INCLUDES) for s in snippets.find(f'--8<-- "{path}"'))


def test_texts_are_the_includes_first_and_then_the_files_of_the_folders_and_nothing_outside(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "own.md").write_text("an editor's own", "utf-8")
    (folder / "cards.md").write_text("another", "utf-8")
    (folder / "bytes.md").write_bytes(b"\xff")
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    texts = snippets.Texts(INCLUDES, [folder, tmp_path / "missing"])
    assert texts["own.md"] == "an editor's own"
    assert texts["cards.md"] == CARDS
    for name in ("../secret.md", "bytes.md", "nope.md", "", "a\x00b"):
        assert name not in texts
    assert {"own.md", "cards.md", "all.md"} <= set(texts)


def test_what_fails_within_an_included_text_fails_where_it_is_included() -> None:
    includes = INCLUDES | {"part.md": 'A part.\n\n--8<-- "nope.md"\n'}
    (snippet,) = snippets.find('--8<-- "part.md"')
    missing = snippets.missing(snippet, includes)
    assert missing
    assert missing.file == "nope.md"
    assert snippets.without_missing('A.\n--8<-- "part.md"\nB.', includes) == "A.\nB."


def test_the_page_that_includes_a_whole_file() -> None:
    pages = {
        "a.md": ("A", '--8<-- "people.md:lindqvist"'),
        "b.md": ("B", 'Text.\n\n--8<-- "people.md"'),
    }
    assert snippets.page_of("people.md", pages, {"people.md": ""}) == "b.md"
    assert snippets.page_of("people.md", pages, {}) == ""
    assert snippets.page_of("figures.md", pages, {"figures.md": ""}) == ""
