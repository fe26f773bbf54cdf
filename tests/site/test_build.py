"""Whole sites, built strict with MkDocs' own command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_the_shipped_site_is_whole(shipped: Path) -> None:
    dossier = json.loads((shipped.parent / "build/includes/dossier.json").read_text("utf-8"))
    names = ["index.html", *(f"sources/{source['key']}/index.html" for source in dossier["sources"])]
    names += [
        f"{name}/index.html" for name in ("timeline", "people", "claims", "figures", "sources", "about")
    ]
    for name in names:
        assert (shipped / name).is_file()
    for kind in ("quotations", "figures", "people", "events", "comparisons"):
        assert dossier[kind]


def test_a_site_about_something_else_needs_no_line_of_code(strike: Path) -> None:
    page = unescape((strike / "found/index.html").read_text("utf-8"))
    for words in (
        "Nobody should steer a ship after fourteen hours on watch",
        "Marta Lindqvist",
        "1.2 million euros",
    ):
        assert words in page
    # `show: full` shows the whole article, without it only what is cited.
    assert "harbour authority" in (strike / "sources/post/index.html").read_text("utf-8")


def test_it_builds_from_any_working_directory(
    site: Path, tmp_path_factory: pytest.TempPathFactory, mkdocs: Run
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = mkdocs("build", "--strict", "-f", site / "mkdocs.yml", cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    assert (site / "site/index.html").is_file()
    assert not list(elsewhere.iterdir())


def test_a_mistake_is_one_line_and_no_traceback(site: Path, mkdocs: Run) -> None:
    (site / "seeds/dossier.yml").write_text("surces: []\n", "utf-8")
    done = mkdocs("build", cwd=site)
    assert done.returncode == 1
    assert "seeds/dossier.yml:1:1: S007" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_key_fails_the_strict_build(site: Path, mkdocs: Run) -> None:
    page = site / "docs/index.md"
    page.write_text(page.read_text("utf-8").replace("[^post]", "[^pots]"), "utf-8")
    done = mkdocs("build", "--strict", cwd=site)
    assert done.returncode == 1
    assert "docs/index.md:7:58: S001" in done.stderr
    assert mkdocs("build", cwd=site).returncode == 0


@pytest.mark.parametrize(
    ("module", "package"), [("babel", "babel"), ("msgspec", "msgspec"), ("rapidfuzz", "rapidfuzz")]
)
def test_a_dependency_that_is_not_installed_is_one_line_that_says_what_to_type(
    site: Path, mkdocs: Run, module: str, package: str
) -> None:
    # As if it were not there, in an interpreter that has it.
    (site / "sitecustomize.py").write_text(f"import sys\nsys.modules['{module}'] = None\n", "utf-8")
    line = f"{package} is not installed. Type: {sys.executable} -m pip install {package}"
    done = mkdocs("build", cwd=site, path=site)
    assert (done.returncode, done.stderr.strip()) == (1, line)
    checked = check(site, site)
    assert (checked.returncode, checked.stdout, checked.stderr.strip()) == (1, "", line)


def test_the_command_line_finds_what_the_build_finds(site: Path, mkdocs: Run) -> None:
    page = site / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\n[^one] [a](cite:two)\n\n[^three]\n", "utf-8")
    built = mkdocs("build", cwd=site).stderr.splitlines()
    warnings = [line.removeprefix("WARNING -  ") for line in built if line.startswith("WARNING")]
    assert len(warnings) == 3
    assert check(site).stdout.splitlines() == warnings


def test_the_search_finds_passages_and_no_words_run_into_each_other(shipped: Path) -> None:
    index = json.loads((shipped / "search/search_index.json").read_text("utf-8"))
    words = " ".join(section["text"] for section in index["docs"])
    assert "Cited on:" not in words
    # A small letter and then a capital one: "townsAlexei".
    names = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")
    claims = " ".join(s["text"] for s in index["docs"] if s["location"].startswith("claims/"))
    assert not names.findall(claims)


def test_every_page_says_what_it_is_about(shipped: Path) -> None:
    described = {
        path: re.findall(r'<meta name="description" content="([^"]+)"', path.read_text("utf-8"))
        for path in shipped.rglob("index.html")
    }
    assert all(len(found) == 1 for found in described.values())
    assert len({found[0] for found in described.values()}) == len(described)


def test_the_shipped_pages_have_no_findings(shipped: Path) -> None:
    done = check(shipped.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def check(folder: Path, *path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sourced", "check"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, [folder / "hooks", *path]))},
        capture_output=True,
        text=True,
        check=False,
    )
