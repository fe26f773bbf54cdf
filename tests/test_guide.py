"""The guide for editors: each command in it is run, each key and each example is looked at."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
import yaml
from click.testing import CliRunner

from sourced import pipeline
from sourced.citing import checks, keys
from sourced.cli import main
from sourced.model import CorrectionEntry, TopicEntry

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs/guide.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
SOURCED = ".venv/bin/python -m sourced "
ARTICLE = """Ferry crews strike over night shifts

Published: 18 March 2025

“Nobody should steer a ship alone,” said Marta Lindqvist.

© 2025 Harbour Post
"""


@pytest.fixture(scope="module")
def shipped() -> pipeline.Made:
    return pipeline.make(ROOT / "seeds")


@pytest.fixture
def explainer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped explainer, and the working directory."""
    here = tmp_path / "explainer"
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, here / name)
    shutil.copy(ROOT / "mkdocs.yml", here)
    monkeypatch.chdir(here)
    return here


def pattern(line: str) -> str:
    """A line of the guide; an ellipsis stands for what is left out."""
    return ".*".join(re.escape(part) for part in line.split("…"))


def test_each_command_is_run_and_says_what_the_guide_shows(explainer: Path) -> None:
    article = explainer / "ferry-strike.txt"
    commands: list[str] = []
    for kind, block in BLOCKS:
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:] if kind == "console" else ():
            line, _, shown = step.partition("\n")
            command = line.removeprefix(SOURCED).replace("~/Downloads/ferry-strike.txt", str(article))
            # The second time it has changed.
            text = ARTICLE.replace("Nobody", "No one") if "--replace" in command else ARTICLE
            article.write_text(text, "utf-8")
            done = CliRunner().invoke(main, shlex.split(command))
            assert done.exit_code == 0, done.output
            assert re.match("\n".join(map(pattern, shown.splitlines())), done.output, re.DOTALL), done.output
            commands.append(command.split()[0])
    assert set(commands) == {"cite", "check", "build", "add", "new"}


def test_commands_within_a_sentence_are_there() -> None:
    told = set(re.findall(r"`(make \w+|\.venv/[^`]+)`", GUIDE))
    assert "make serve" in told
    for command in told:
        if command.startswith("make"):
            run = subprocess.run(
                ["make", "-n", *command.split()[1:]], cwd=ROOT, capture_output=True, check=False
            )
            assert run.returncode == 0
        else:
            assert CliRunner().invoke(main, shlex.split(command.removeprefix(SOURCED))).exit_code == 0


def test_each_example_of_a_page_is_right_or_wrong_as_the_guide_says(shipped: pipeline.Made) -> None:
    ground = shipped.ground()
    for number, (kind, block) in enumerate(BLOCKS):
        if kind == "markdown":
            page = block.replace(";--8<--", "--8<--")  # without the mark the guide would include it
            found = checks.check("docs/index.md", page, ground)
            said = BLOCKS[number + 1][1].splitlines() if BLOCKS[number + 1][0] == "text" else []
            assert len(found.findings) == len(said), found.findings
            for line, finding in zip(said, found.findings, strict=True):
                assert re.fullmatch(pattern(line), str(finding))


def test_each_key_is_one_of_the_shipped_case(shipped: pipeline.Made) -> None:
    index = keys.index(shipped.dossier)
    cited = re.findall(r"\[\^([\w-]+)\]|\(cite:([\w-]+)\)", GUIDE)
    names = {key for pair in cited for key in pair if key} - {"ferry-strike", "28-town"}
    assert len(names) > 8
    assert names <= set(index)


def plain(text: str) -> dict[str, list[dict[str, object]]]:
    said: dict[str, list[dict[str, object]]] = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # it makes only text
    return said


(CORRECTIONS,) = [block for kind, block in BLOCKS if kind == "yaml"]
ENTRIES = plain(CORRECTIONS)["corrections"]


def corrected(explainer: Path, corrections: str) -> pipeline.Made:
    path = explainer / "seeds/dossier.yml"
    rest = {key: value for key, value in plain(path.read_text("utf-8")).items() if key != "corrections"}
    path.write_text(f"{yaml.safe_dump(rest)}\n{corrections}", "utf-8")
    return pipeline.make(explainer / "seeds")


def kind(entry: dict[str, object]) -> str:
    return " ".join(key for key in entry if key != "reason")


@pytest.mark.parametrize("entry", ENTRIES, ids=kind)
def test_each_correction_corrects_the_shipped_case(entry: dict[str, object], explainer: Path) -> None:
    done = corrected(explainer, yaml.safe_dump({"corrections": [entry]}))
    assert done.findings == ()
    assert {one.kind for one in done.dossier.corrections} == set(kind(entry).split()) - {
        "change",
        "apart",
        "mentions",
        "to",
    }


def test_all_corrections_together_can_be_pasted_as_they_stand(explainer: Path) -> None:
    done = corrected(explainer, CORRECTIONS)
    assert done.findings == ()
    assert len(done.dossier.corrections) == 10


def test_each_kind_of_correction_has_an_example() -> None:
    shown = {key for entry in ENTRIES for key in entry}
    assert shown | {"names", "sources"} == {field.name for field in msgspec.structs.fields(CorrectionEntry)}


def test_each_field_that_is_named_is_one_of_dossier_yml() -> None:
    section = GUIDE.partition("## Correct what")[2].partition("\n## ")[0]
    prose = re.sub(r"^```.*?^```$", "", section, flags=re.MULTILINE | re.DOTALL)
    topic = yaml.safe_load("\n".join(re.findall(r"`(\w+: .*?)`", prose)))
    named = {*topic, *re.findall(r"`(\w+)`", prose)}
    assert named == {"counted", "unit", "words"}
    msgspec.convert({"name": "A topic", "counted": ["people"], **topic}, TopicEntry)


def test_each_code_of_a_finding_is_explained() -> None:
    assert set(re.findall(r"\*\*`(S\d{3})`:\*\*", GUIDE)) == {f"S00{number}" for number in range(1, 9)}


def test_the_guide_names_every_command_of_an_editor() -> None:
    for name in set(main.commands) - {"extract", "schema"}:  # for other programs, and for programs that edit
        assert f"sourced {name}" in GUIDE
