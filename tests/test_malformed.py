"""Files that are no good: each command says in a line for each mistake which file, where, and what to do.

A case in ``malformed/*.yml`` is a file: its ``text`` in UTF-8, or ``latin`` (one byte a character), or
``utf16``; ``times`` that over; with ``then`` (words, times) and ``end`` behind it. Or it ``is`` a folder, a
link that leads to itself, and so on. ``name`` is the file's. ``says`` are the lines for it, in order,
and ``builds`` those that only MkDocs knows of.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from sourced import layout
from sourced.cli import main

Case = Mapping[str, Any]

EXPLAINER = {
    "mkdocs.yml": "site_name: Test\n",
    "seeds/post.txt": (
        "Ferry crews strike over night shifts\n\n“Nobody should steer a ship alone,” said Marta Lindqvist, "
        "chair of the Seafarers' Union, on 17 March 2025.\n\nShe counted 412 crew members on strike.\n"
    ),
    "seeds/dossier.yml": "sources:\n  - file: post.txt\n    date: 2025-03-18\n",
    "docs/index.md": "# Overview\n\nThey strike.[^post]\n",
    "walkout.txt": "Crews walk out\n\n3 March 2025\n\n“We have had enough,” said Marta Lindqvist.\n",
}
PLACES = {
    "dossier": "seeds/dossier.yml",
    "seeds": "seeds/wire.txt",
    "pages": "docs/port.md",
    "settings": "mkdocs.yml",
}
COMMANDS = {
    "build": ["build"],
    "check": ["check"],
    "cite": ["cite", "412"],
    "schema": ["schema"],
    "extract": ["extract", "seeds/post.txt"],
    "add": ["add", "walkout.txt"],
}
HOOK = Path(__file__).parents[1] / "hooks" / "mkdocs_hook.py"
FILES = ("seeds/", "docs/", "pages:", "mkdocs.yml")
# A line: the file, its line and column where they are known, what is wrong.
LINE = re.compile(r"(?P<file>[^:]+)(?::\d+){0,2}: (?:S00\d )?\S.*")
# What only those understand who wrote the program, or its libraries.
JARGON = re.compile(
    r"Traceback|\b\w+(?:Error|Exception)\b|\[Errno|codec|0x[0-9a-f]{6}|<class|object at|NoneType|"
    r"while (?:parsing|scanning)|expected <|could not|Expected `|u[0-9a-f]{4}\b"
)


def read(kind: str) -> list[Case]:
    path = Path(__file__).with_name("malformed") / f"{kind}.yml"
    return list(yaml.safe_load(path.read_text("utf-8")))


def data(case: Case) -> bytes:
    if "latin" in case:
        return str(case["latin"]).encode("latin-1")
    if "utf16" in case:
        return str(case["utf16"]).encode("utf-16")
    words, times = case.get("then", ("", 0))
    return (case["text"] * case.get("times", 1) + words * times + case.get("end", "")).encode("utf-8")


def put(folder: Path, kind: str, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """The explainer with the case's file in it."""
    for name, text in EXPLAINER.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(folder)
    usual = folder / PLACES[kind]
    path = usual.parent / case["name"] if "name" in case else usual
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    what = case.get("is")
    if what is None:
        path.write_bytes(data(case))
    elif what == "folder":
        path.mkdir()
    elif what == "loop":
        path.symlink_to(path.name)
    elif what == "dangling":
        path.symlink_to("nowhere")
    elif what == "pipe":
        os.mkfifo(path)
    else:
        path.write_text(EXPLAINER.get(PLACES[kind], "The port is shut."), "utf-8")
        number = {"unreadable": errno.EACCES, "gone": errno.ENOENT}[what]
        fails_to_open(path, number, monkeypatch)


def fails_to_open(path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file be listed, but not be opened: no matter who runs the tests."""
    opened = Path.open

    def fail(self: Path, *arguments: object, **options: object) -> object:
        if Path(os.path.abspath(self)) == path:  # noqa: PTH100  # of links too
            raise OSError(number, os.strerror(number), str(self))
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", fail)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def cases(*kinds: str) -> list[Any]:
    return [pytest.param(kind, case, id=f"{kind}: {case['what']}") for kind in kinds for case in read(kind)]


@pytest.mark.parametrize(
    ("kind", "case", "command"),
    [
        pytest.param(*case.values, command, id=f"{case.id}: {command}")
        for command in COMMANDS
        # All read dossier.yml; pages and mkdocs.yml are nothing to those that look something up.
        for case in cases(*(PLACES if command in {"build", "check"} else ["dossier"]))
    ],
)
def test_each_command_says_what_is_wrong_in_a_line_for_each_mistake(
    kind: str, case: Case, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, kind, case, monkeypatch)
    done = run(*COMMANDS[command])
    told = (done.stdout if command == "check" else "") + done.stderr
    lines = [line for line in told.splitlines() if line.startswith(FILES)]
    is_clear(done, lines)
    if command == "check":
        assert lines == case.get("says", [])
        assert told.splitlines() == lines
        assert done.exit_code == (1 if lines else 0)
    else:
        assert set(lines) <= set(case.get("says", []))
        assert done.exit_code == 0 or lines == told.splitlines() == case["says"][:1]


@pytest.mark.parametrize(("kind", "case"), cases("seeds"))
def test_extract_says_of_an_article_what_the_build_says(
    kind: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, kind, case, monkeypatch)
    done = run("extract", "--", f"seeds/{case.get('name', 'wire.txt')}")
    is_clear(done, done.stderr.splitlines())
    assert done.exit_code == (1 if done.stderr else 0)
    assert set(done.stderr.splitlines()) <= set(case.get("says", []))


def seeds(folder: Path) -> dict[str, bytes | None]:
    return {path.name: path.read_bytes() for path in (folder / "seeds").iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("kind", "case"), [one for one in cases("seeds") if one.values[1].get("is") != "pipe"]
)
def test_add_takes_an_article_or_says_what_is_wrong_with_it_and_leaves_all_as_it_was(
    kind: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, kind, case, monkeypatch)  # an explainer of its own, of which only the article is taken
    put(tmp_path, "pages", {"text": "The port."}, monkeypatch)
    before = seeds(tmp_path)
    done = run("add", "--", f"in/seeds/{case.get('name', 'wire.txt')}")
    is_clear(done, done.stderr.splitlines())
    after = seeds(tmp_path)
    if done.exit_code:
        assert len(done.stderr.splitlines()) == 1
        assert after == before
    else:
        assert set(after) >= set(before)
        assert run("build").exit_code == 0


@pytest.mark.parametrize(("kind", "case"), cases("sites"))
def test_new_makes_a_site_or_says_in_a_line_why_not_and_leaves_nothing(
    kind: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kind == "sites"
    there = {"name": case["site"], "is": case["is"]} if "is" in case else {"text": "A.\n"}
    program(tmp_path / "program", monkeypatch)
    put(tmp_path, "settings" if "is" in case else "pages", there, monkeypatch)
    before = set(tmp_path.iterdir())
    name = ["--name", case["name"]] if "name" in case else []
    done = run("new", *name, "--", case["site"] * case.get("times", 1))
    is_clear(done, done.stderr.splitlines())
    if done.exit_code:
        assert len(done.stderr.splitlines()) == 1
        assert set(tmp_path.iterdir()) == before
        assert done.stderr.splitlines() == case.get("says", done.stderr.splitlines())


@pytest.mark.parametrize(("kind", "case"), cases("pages"))
def test_new_says_which_page_is_no_start_for_another_site(
    kind: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch)
    put(tmp_path, kind, {**case, "name": "people.md"}, monkeypatch)
    done = run("new", "site")
    is_clear(done, done.stderr.splitlines())
    assert (tmp_path / "site").exists() == (done.exit_code == 0)


def program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a new site is copied from: each page that all sites have, and the looks."""
    monkeypatch.setattr(layout, "OWN", folder)
    settings = (HOOK.parent / "sourced/editing/mkdocs.yml").read_text("utf-8")
    for name in re.findall(r"[\w/]+\.(?:md|svg|css|js)\b", settings):
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A.\n", "utf-8")


@pytest.mark.parametrize(("kind", "case"), cases("questions"))
def test_extract_says_which_line_of_those_that_come_in_is_none(kind: str, case: Case) -> None:
    assert kind == "questions"
    done = CliRunner().invoke(main, ["extract", "--jsonl"], input=data(case) + b"\n")
    is_clear(done, done.stderr.splitlines())
    assert done.stderr.splitlines() == case.get("says", [])


def is_clear(done: Result, lines: list[str]) -> None:
    """Whether a command ended by itself, and each line names a file and is written for people."""
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert done.exit_code in {0, 1}
    for line in lines:
        assert LINE.fullmatch(line)
        assert not JARGON.search(line)


SITE = {
    "site_name": "Test",
    "theme": "mkdocs",
    "hooks": [str(HOOK)],
    "not_in_nav": "/sources/*",
    "plugins": [],
    "markdown_extensions": ["attr_list", "footnotes", "md_in_html", "pymdownx.snippets", "tables"],
}


@pytest.fixture
def build_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, Case, str], list[str]]]:
    """Builds a site with a case's file in it, or shows it; gives what the hook said was wrong."""

    def make(kind: str, case: Case, command: str) -> list[str]:
        put(tmp_path, kind, case, monkeypatch)
        given = case["text"] if kind == "settings" else ""
        rest = {key: value for key, value in SITE.items() if f"{key}:" not in given}
        (tmp_path / "mkdocs.yml").write_text(given + yaml.safe_dump(rest), "utf-8")
        caplog.set_level(logging.WARNING, logger="mkdocs")
        with contextlib.suppress(MkDocsException, Abort):  # what MkDocs itself tells in one line
            config = load_config(str(tmp_path / "mkdocs.yml"))
            config.plugins.on_startup(command=command, dirty=False)
            build(config, serve_url="http://127.0.0.1/" if command == "serve" else None)
        assert all("pymdownx" in record.message for record in caplog.records if record.exc_info)
        return [record.message for record in caplog.records if record.name == "mkdocs.hooks.sourced"]

    yield make
    if hook := sys.modules.get(str(HOOK)):
        hook._state.__init__()


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize(("kind", "case"), cases("dossier", "seeds", "pages"))
def test_mkdocs_says_what_check_says(
    kind: str, case: Case, command: str, build_site: Callable[[str, Case, str], list[str]]
) -> None:
    lines = build_site(kind, case, command)
    known = [*case.get("says", []), *case.get("builds", [])]
    # A build stops at the first that nothing can be made of.
    assert set(lines) <= set(known)
    assert command == "build" or set(lines) == set(known)


@pytest.mark.parametrize(("kind", "case"), [one for one in cases("settings") if "'text': 'site" in str(one)])
def test_mkdocs_says_what_is_wrong_with_its_settings_and_the_hook_does_not_fail(
    kind: str, case: Case, build_site: Callable[[str, Case, str], list[str]]
) -> None:
    assert build_site(kind, case, "build") == []
