"""The hook's part in a build and in a preview, with MkDocs in this process."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

HOOK = Path(__file__).parents[1] / "hooks" / "mkdocs_hook.py"
SEED = """Ferry crews strike over night shifts

“Nobody should steer a ship alone,” said Marta Lindqvist, chair of the Seafarers' Union.
"""


class Site:
    """A site in a folder of its own; ``log`` is what the last build said."""

    def __init__(self, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
        self.folder = folder
        self.caplog = caplog
        self.write("seeds/post.txt", SEED)
        self.write("docs/index.md", "# Overview\n\nThey strike.[^post]\n")
        settings = {
            "site_name": "Test",
            "theme": "mkdocs",
            "hooks": [str(HOOK)],
            "not_in_nav": "/sources/*",
            "plugins": [],
            "markdown_extensions": ["attr_list", "footnotes", "md_in_html", "pymdownx.snippets"],
            "validation": {"anchors": "warn", "unrecognized_links": "warn"},
        }
        self.write("mkdocs.yml", yaml.safe_dump(settings))

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def build(self, *, strict: bool = True, serving: bool = False) -> None:
        self.caplog.clear()
        config = load_config(str(self.folder / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
        self.watched = config.watch
        build(config, serve_url="http://127.0.0.1/" if serving else None)

    def serve(self) -> None:
        self.build(strict=False, serving=True)

    def page(self, name: str = "index.html") -> str:
        return (self.folder / "site" / name).read_text("utf-8")

    @property
    def log(self) -> list[str]:
        return [record.getMessage() for record in self.caplog.records]

    @property
    def warnings(self) -> list[str]:
        return [record.getMessage() for record in self.caplog.records if record.levelno >= logging.WARNING]


@pytest.fixture
def site(tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.INFO, logger="mkdocs")
    yield Site(tmp_path, caplog)
    # MkDocs loads a hook once a process: each test begins with one that has seen nothing.
    hook = sys.modules.get(str(HOOK))
    if hook:
        hook._state.__init__()


def test_a_build_writes_the_includes_and_a_page_for_each_source_and_sums_up(site: Site) -> None:
    site.build()
    assert (site.folder / "build/includes/quotations.md").is_file()
    assert (site.folder / "build/includes/dossier.json").is_file()
    assert "Ferry crews strike over night shifts" in site.page("sources/post/index.html")
    assert 'href="sources/post/"' in site.page()
    assert any(line.startswith("1 source, 1 quotation") for line in site.log)


def test_the_schema_of_dossier_yml_is_published_unless_an_editor_has_a_file_of_that_name(site: Site) -> None:
    site.build()
    assert '"CorrectionEntry"' in site.page("dossier.schema.json")
    site.write("docs/dossier.schema.json", "mine")
    site.build()
    assert site.page("dossier.schema.json") == "mine"


def test_a_second_build_leaves_the_includes_alone(site: Site) -> None:
    site.build()
    before = {path: path.stat().st_mtime_ns for path in (site.folder / "build/includes").iterdir()}
    site.build()
    assert before == {path: path.stat().st_mtime_ns for path in (site.folder / "build/includes").iterdir()}


def test_the_includes_are_not_watched_and_the_seeds_are(site: Site) -> None:
    site.build()
    assert str(site.folder / "seeds") in site.watched
    assert not any((site.folder / "build").is_relative_to(path) for path in site.watched)


def test_a_seed_that_nobody_described_builds_strict_and_the_summary_says_what_to_add(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.build()
    pasted = capsys.readouterr().err
    site.write("seeds/dossier.yml", f"sources:\n{pasted}")
    site.build()
    assert "publisher:" in pasted
    assert capsys.readouterr().err == ""


def test_an_unknown_key_stops_a_strict_build_with_its_place(site: Site) -> None:
    site.write("docs/index.md", "---\ntitle: T\n---\n\nThey strike.[^pots]\n")
    with pytest.raises(Abort):
        site.build()
    assert site.warnings == ['docs/index.md:5:13: S001 no seed has the key "pots": did you mean "post"?']
    site.build(strict=False)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("seeds/dossier.yml", "sources: [", "seeds/dossier.yml:2:1: S007 not YAML"),
        ("seeds/dossier.yml", "surces: []", 'seeds/dossier.yml:1:1: S007 unknown key "surces"'),
        ("seeds/empty.txt", " \n", "seeds/empty.txt: is empty"),
        ("docs/index.md", '# A\n\n--8<-- "figuers.md"\n', 'docs/index.md:3:9: there is no "figuers.md"'),
        (
            "docs/index.md",
            '--8<-- "quotations.md:nope"\n',
            'docs/index.md:1:9: "quotations.md" has no section',
        ),
    ],
)
def test_what_cannot_be_used_stops_any_build_with_one_line(
    site: Site, file: str, text: str, message: str
) -> None:
    site.write(file, text)
    with pytest.raises(Abort):
        site.build(strict=False)
    assert site.warnings[-1].startswith(message)
    assert not list((site.folder / "site").rglob("*.html"))


def test_a_page_that_is_not_utf_8_stops_a_build_with_one_line(site: Site) -> None:
    (site.folder / "docs/index.md").write_bytes(b"# A\n\n\xff\n")
    with pytest.raises(Abort):
        site.build(strict=False)
    assert site.warnings == ["docs/index.md:3:1: byte 0xff is not UTF-8: save the file as UTF-8"]


def test_a_folder_of_seeds_that_is_not_there_stops_a_preview_too(site: Site) -> None:
    (site.folder / "seeds/post.txt").unlink()
    (site.folder / "seeds").rmdir()
    with pytest.raises(Abort):
        site.serve()
    assert "no such folder" in site.warnings[0]


def test_a_preview_keeps_the_last_good_content_and_says_on_every_page_what_is_wrong(site: Site) -> None:
    site.write("docs/more.md", '--8<-- "quotations.md"\n')
    site.serve()
    assert "To be mended" not in site.page()
    site.write("seeds/dossier.yml", "surces: []")
    site.serve()
    for name in ("index.html", "more/index.html", "sources/post/index.html"):
        assert "To be mended" in site.page(name)
    assert "Nobody should steer" in site.page("more/index.html")
    (site.folder / "seeds/dossier.yml").unlink()
    site.serve()
    assert "To be mended" not in site.page()


def test_what_fits_nothing_in_dossier_yml_stops_a_strict_build_and_is_shown_on_the_first_page(
    site: Site,
) -> None:
    site.write("docs/more.md", "# More\n")
    site.write("seeds/dossier.yml", "sources:\n  - file: post.txt\ncorrections:\n  - drop: nothing-here\n")
    with pytest.raises(Abort):
        site.build()
    (warning,) = site.warnings[:1]
    assert warning.startswith("seeds/dossier.yml:4:5: S007 nothing that can be corrected has the key")
    site.serve()
    assert "nothing-here" in unescape(site.page())
    assert "nothing-here" not in unescape(site.page("more/index.html"))
    site.build(strict=False)
    assert "nothing-here" not in unescape(site.page())


def test_two_spellings_that_may_be_one_person_stop_a_strict_build_until_an_editor_decides(site: Site) -> None:
    site.write("seeds/wire.txt", "“The quays are full,” said Marta Lindquist.\n")
    with pytest.raises(Abort):
        site.build()
    (warning,) = site.warnings[:1]
    assert warning.startswith('seeds/wire.txt:1:28: S008 "Marta Lindquist" (')
    assert "said Marta Lindquist.) may be" in warning
    assert 'may be "Marta Lindqvist" (seeds/post.txt:3:' in warning
    for line in re.findall(r'"(- (?:merge|apart): [^"]*)"', warning):
        site.write("seeds/dossier.yml", f"corrections:\n  {line}\n")
        site.build()


def test_a_preview_that_never_had_good_content_shows_what_is_wrong(site: Site) -> None:
    site.write("docs/more.md", '--8<-- "quotations.md"\n\n[a](cite:b)\n')
    site.write("seeds/post.txt", "")
    site.serve()
    assert "seeds/post.txt: is empty" in unescape(site.page("more/index.html"))


def test_a_preview_shows_a_pages_mistake_on_that_page_only(site: Site) -> None:
    site.write("docs/more.md", '# More\n\n--8<-- "figuers.md"\n\nA.[^pots]\n')
    site.serve()
    assert unescape(site.page("more/index.html")).count("docs/more.md") == 2
    assert "To be mended" not in site.page()


def test_text_that_an_editor_wrote_to_be_included_is_checked_too_and_has_its_passages(site: Site) -> None:
    settings = yaml.safe_load((site.folder / "mkdocs.yml").read_text("utf-8"))
    settings["markdown_extensions"][-1] = {"pymdownx.snippets": {"base_path": ["parts"]}}
    site.write("mkdocs.yml", yaml.safe_dump(settings))
    part = site.write("parts/part.md", "A part.[^post]\n")
    site.write("docs/index.md", '# Overview\n\n--8<-- "part.md"\n')
    site.build()
    assert "Cited as a whole on" in site.page("sources/post/index.html")
    assert str(part.parent) in site.watched
    part.write_text("A part.[^pots]\n", "utf-8")
    with pytest.raises(Abort):
        site.build()
    assert site.warnings == ['parts/part.md:1:8: S001 no seed has the key "pots": did you mean "post"?']


def test_a_draft_has_no_links_back(site: Site) -> None:
    settings = yaml.safe_load((site.folder / "mkdocs.yml").read_text("utf-8"))
    site.write("mkdocs.yml", yaml.safe_dump(settings | {"draft_docs": "/draft.md"}))
    site.write("docs/draft.md", "# My draft\n\nThey strike.[^post]\n")
    site.build()
    assert "My draft" not in site.page("sources/post/index.html")


def test_a_template_that_the_theme_has_not_is_done_without(site: Site) -> None:
    # The theme of these tests has none of the project's own templates.
    site.build()
    assert "Ferry crews strike" in site.page("sources/post/index.html")


def test_a_preview_goes_on_when_the_folder_of_seeds_is_taken_away(site: Site) -> None:
    site.serve()
    (site.folder / "seeds").rename(site.folder / "gone")
    site.serve()
    assert "no such folder" in unescape(site.page())
    (site.folder / "gone").rename(site.folder / "seeds")
    site.serve()
    assert "To be mended" not in site.page()
