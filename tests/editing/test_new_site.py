"""``sourced new``: an empty explainer that builds at once, and with its first articles."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from sourced.cli import main
from sourced.editing import new_site

ROOT = Path(__file__).parents[2]
ARTICLES = {
    "post.txt": "Ferry crews strike over night shifts\n\nHARBOUR, 18 March 2025 (Post) - “Nobody should "
    "steer a ship alone,” said Marta Lindqvist, chair of the Seafarers’ Union. 412 crew members struck.\n",
    "wire.txt": "Company counts fewer\n\nThe company said 250 members had walked out on 17 March 2025.\n",
    "late.txt": "Talks begin\n\n“We sail on,” Tobias Brandt said on 19 March 2025.\n",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["new", *map(str, arguments)])


def python(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Python as it runs on another machine: it knows no other program than the new folder's."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "PYTHONPATH"}}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=cwd,
        env=kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(cwd / "hooks")},
        text=True,
        capture_output=True,
        check=False,
        timeout=120,
    )


def settings(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # nothing but text
    return loaded


def everything(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_it_builds_strict_at_once_and_again_with_articles_that_are_cited(tmp_path: Path) -> None:
    site = tmp_path / "harbour strike"
    assert run(site).exit_code == 0
    empty = python("mkdocs", "build", "--strict", cwd=site)
    assert empty.returncode == 0, empty.stderr
    for page in ("timeline", "people", "claims", "figures", "sources", "evidence"):
        html = (site / "site" / page / "index.html").read_text("utf-8")
        assert html.count("No articles yet: put them into the folder <code>seeds/</code>.") == 1
    assert python("sourced", "check", cwd=site).stdout == ""
    assert "no articles yet" in python("sourced", "cite", "crew", cwd=site).stderr

    for name, text in ARTICLES.items():
        (site / "seeds" / name).write_text(text, "utf-8")
    found = python("sourced", "cite", "412 crew members", cwd=site).stdout
    assert found.startswith("[^412-crew-members]")
    (site / "docs/index.md").write_text(
        "---\nsourced: true\n---\n\n# Ferries\n\nThe union counts 412 crew members.[^412-crew-members]\n",
        "utf-8",
    )
    filled = python("mkdocs", "build", "--strict", cwd=site)
    assert filled.returncode == 0, filled.stderr
    for page in (site / "site").rglob("*.html"):
        assert "No articles yet" not in page.read_text("utf-8")
    assert "Marta Lindqvist" in (site / "site/people/index.html").read_text("utf-8")

    (site / "docs/index.md").write_text("The union counts 413 crew members.[^412-crew-members]\n", "utf-8")
    wrong = python("sourced", "check", cwd=site)
    assert wrong.stdout.startswith('docs/index.md:1:18: S003 "413" stands')


def test_it_is_a_repository_of_its_own_that_has_nothing_of_another_story(tmp_path: Path) -> None:
    run(tmp_path / "a")
    made = tmp_path / "a"
    names = {path.relative_to(made).as_posix() for path in everything(made)}
    assert {
        "Makefile",
        "README.md",
        "requirements.txt",
        ".gitignore",
        "mkdocs.yml",
        "hooks/LICENSE",
        "hooks/mkdocs_hook.py",
        "hooks/sourced/cli.py",
        "overrides/main.html",
        "docs/index.md",
        "docs/assets/site.css",
        "seeds/README.md",
        "seeds/dossier.yml",
        "seeds/dossier.schema.json",
    } <= names
    assert not any("__pycache__" in name for name in names)
    assert not list((made / "seeds").glob("*.txt"))
    assert not any(path.is_symlink() for path in everything(made))


def test_what_is_made_can_make_the_next_one(tmp_path: Path) -> None:
    run(tmp_path / "one")
    assert python("sourced", "new", "two", cwd=tmp_path / "one").returncode == 0
    first, second = (
        {path.relative_to(folder): path.read_bytes() for path in everything(folder) if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "one/two")
    )
    own = ("mkdocs.yml", "README.md")
    assert {p: b for p, b in second.items() if p.name not in own} == {
        p: b for p, b in first.items() if p.parts[0] != "two" and p.suffix != ".pyc" and p.name not in own
    }


def test_its_settings_are_those_of_the_shipped_site_but_for_what_a_story_says_of_itself() -> None:
    shipped, new = settings(ROOT / "mkdocs.yml"), settings(Path(new_site.__file__).with_name("mkdocs.yml"))
    of_the_story = {"site_name", "site_description", "exclude_docs"}
    assert {k: v for k, v in new.items() if k not in of_the_story} == {
        k: v for k, v in shipped.items() if k not in of_the_story
    }


@pytest.mark.parametrize(
    ("folder", "options", "called"),
    [
        ("harbour-strike", [], "Harbour strike"),
        ("with blanks/and_more", [], "And more"),
        (".", [], "Empty"),
        ("./", ["--name", "  Ports: “#1” & <b>2</b>\n"], "Ports: “#1” & <b>2</b>"),
        ("2024", [], "2024"),
        ("Ørsta", [], "Ørsta"),
    ],
)
def test_it_is_called_after_its_folder_or_as_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, options: list[str], called: str
) -> None:
    (tmp_path / "empty/.git").mkdir(parents=True)  # Git's folder of a new repository is no content
    monkeypatch.chdir(tmp_path / "empty")
    done = run(folder, *options)
    assert done.exit_code == 0, done.output
    assert settings(Path(folder) / "mkdocs.yml")["site_name"] == called


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    for place in (tmp_path, tmp_path / "mine.txt"):
        done = run(place)
        assert done.exit_code == 1
        assert done.output == f"{place}: is there already and not empty: name a folder that is new or empty\n"
    assert [path.name for path in everything(tmp_path)] == ["mine.txt"]


@pytest.mark.parametrize("place", ["file/site", "x" * 300])
def test_a_place_that_cannot_be_is_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = run(tmp_path / place)
    assert done.exit_code == 1
    assert len(done.output.splitlines()) == 1
    assert [path.name for path in everything(tmp_path)] == ["file"]


def test_a_disk_that_is_full_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, written = Path.write_bytes, []

    def full(self: Path, data: bytes) -> int:
        written.append(self)
        if len(written) > 20:
            raise OSError(28, "No space left on device", str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    done = run(tmp_path / "new")
    assert done.exit_code == 1
    assert "no space left" in done.output
    assert everything(tmp_path) == []


def test_a_page_that_has_become_part_of_a_story_is_no_start_for_another(tmp_path: Path) -> None:
    here = tmp_path / "one"
    run(here)
    with (here / "docs/people.md").open("a", encoding="utf-8") as page:
        page.write("\nSo it is said.[^post]\n")
    done = python("sourced", "new", "two", cwd=here)
    assert done.returncode == 1
    assert "people.md:12:15: cites [^post]" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (here / "two").exists()
