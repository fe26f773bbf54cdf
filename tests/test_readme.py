"""What README.md tells editors to write: the very examples are run."""

from __future__ import annotations

import re
import shlex
import shutil
import textwrap
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from sourced import pipeline
from sourced.cli import main

ROOT = Path(__file__).resolve().parents[1]
(BLOCK,) = re.findall(
    r"^    corrections:\n(?:(?:    .*)?\n)+", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
)
EXAMPLES = textwrap.dedent(BLOCK)
ENTRIES = yaml.load(EXAMPLES, yaml.BaseLoader)["corrections"]  # noqa: S506  # it makes nothing but text


def made(folder: Path, corrections: str) -> pipeline.Made:
    seeds = shutil.copytree(ROOT / "seeds", folder / "seeds")
    said = yaml.load((seeds / "dossier.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # as above
    rest = yaml.safe_dump({key: value for key, value in said.items() if key != "corrections"})
    (seeds / "dossier.yml").write_text(f"{rest}\n{corrections}", "utf-8")
    return pipeline.make(seeds)


def kind(entry: dict[str, object]) -> str:
    return " ".join(key for key in entry if key != "reason")


@pytest.mark.parametrize("entry", ENTRIES, ids=kind)
def test_each_example_corrects_the_shipped_case(entry: dict[str, object], tmp_path: Path) -> None:
    done = made(tmp_path, yaml.safe_dump({"corrections": [entry]}))
    assert done.findings == ()
    assert {one.kind for one in done.dossier.corrections} == set(kind(entry).split()) - {
        "change",
        "apart",
        "sources",
    }


def test_all_examples_together_can_be_pasted_as_they_stand(tmp_path: Path) -> None:
    done = made(tmp_path, EXAMPLES)
    assert done.findings == ()
    assert len(done.dossier.corrections) == 6


def test_each_kind_of_correction_has_an_example() -> None:
    shown = {key for entry in ENTRIES for key in entry}
    assert shown >= {"drop", "merge", "split", "apart", "change", "speaker", "date", "headline", "reason"}


SEARCHES = re.findall(
    r"^    \.venv/bin/python -m sourced (cite .*?)(?: +#.*)?$",
    (ROOT / "README.md").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("line", SEARCHES)
def test_each_search_finds_something_in_the_shipped_case(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, shlex.split(line))
    assert (done.exit_code, bool(done.stdout)) == (0, True)
