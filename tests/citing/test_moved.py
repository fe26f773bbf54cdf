"""A seed that changes: what pages lose by it, and where the passages are now."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from sourced.cli import main
from sourced.reading import history

BEFORE, AFTER = (
    Path(__file__).with_name("moved").joinpath(name).read_text("utf-8")
    for name in ("before.txt", "after.txt")
)
PAGE = """# The dam

The sirens sounded in time, Petra Novak of Harrow Water says.[^novak-sirens-sounded]
Floods killed people[^14-people] and damaged homes.[^310-homes]
“We woke up when the water was in the kitchen,” says the mayor.[^rell-woke-water]
Many slept in schools.[^2000-people]

Harrow Water opened gates.[^2-gates] A report is due.[^2024-12-03-ministry-publish-report]
The mayor, Tomas Rell, is angry.[^rell][^dam]
"""
# Each citation that loses its passage, and what is said of it.
LOST = {
    "14-people": 'the passage of "14-people" is now "17-people": “Floods killed 14 people and damaged 310 '
    "homes in the valley, the …” is now “Floods killed 17 people and damaged 342 homes in the valley, the …” "
    "(line 7)",
    "310-homes": 'the passage of "310-homes" is now "342-homes": “Floods',
    "2000-people": 'nothing like the passage of "2000-people" is left: “More than 2,000 people spent the '
    "night in schools.”",
    "2-gates": 'the passage of "2-gates" is now "3-gates": “Harrow Water said that it opened two',
    "2024-12-03-ministry-publish-report": 'is now "2024-12-03-report-ministry-published": “The ministry will',
}
OTHER_WORDS = (
    "docs/index.md:3:62: S006 [^novak-sirens-sounded] leads to other words since dam.txt changed: “… sirens "
    "sounded at 4 a.m. and people had time to leave,” said Petra …” is now “… sirens sounded at 4:10 a.m. "
    "and people had time to leave,” said Petra …” (line 5)"
)


def run(*arguments: str) -> list[str]:
    return CliRunner().invoke(main, arguments).stdout.splitlines()


def git(*arguments: str, cwd: Path) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", *who, *arguments], cwd=cwd, check=True, capture_output=True)


def of(code: str, lines: list[str]) -> list[str]:
    return [line for line in lines if f": {code} " in line]


@pytest.fixture
def explainer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An explainer whose seed is pinned, and the working directory."""
    here = tmp_path / "here"
    for name, text in {"mkdocs.yml": "site_name: Test\n", "docs/index.md": PAGE, "dam.txt": BEFORE}.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, "utf-8")
    monkeypatch.chdir(here)
    run("add", "dam.txt")
    assert run("check") == []
    return here


@pytest.fixture
def committed(explainer: Path) -> Path:
    """The same, in Git."""
    git("init", "-q", cwd=explainer)
    git("add", "-A", cwd=explainer)
    git("commit", "-qm", "The dam", cwd=explainer)
    return explainer


def assert_all_told(lines: list[str]) -> None:
    told = of("S001", lines)
    assert len(told) == len(LOST)
    for line, (key, message) in zip(told, LOST.items(), strict=True):
        column = PAGE.splitlines()[int(line.split(":")[1]) - 1].index(f"[^{key}]") + 1
        assert int(line.split(":")[2]) == column
        assert "S001 dam.txt has changed" in line
        assert message in line


def test_a_seed_changed_by_hand_is_told_page_by_page_until_it_is_pinned_again(committed: Path) -> None:
    (committed / "seeds/dam.txt").write_text(AFTER, "utf-8")
    lines = run("check")
    assert_all_told(lines)
    pin, words = of("S006", lines)
    assert 'pin it by "python -m sourced add seeds/dam.txt --replace dam"' in pin
    assert words == OTHER_WORDS

    pinned = run("add", "seeds/dam.txt", "--replace", "dam")
    assert_all_told(pinned)
    assert of("S006", pinned) == [OTHER_WORDS]
    # The words were read again when they were pinned; what has no passage is still to be mended.
    assert of("S006", run("check")) == []
    assert_all_told(run("check"))


def test_a_change_that_somebody_else_has_pinned_and_pushed_is_told_on_a_fresh_clone(
    committed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = committed.parent / "clone"
    git("clone", "-q", str(committed), str(clone), cwd=committed.parent)
    (committed / "dam.txt").write_text(AFTER, "utf-8")
    assert_all_told(run("add", "dam.txt", "--replace", "dam"))
    git("commit", "-qam", "The dam, as it is now", cwd=committed)
    monkeypatch.chdir(clone)
    assert run("check") == []
    git("pull", "-q", cwd=clone)
    assert_all_told(run("check"))


def test_what_takes_the_place_of_an_article_needs_no_git_to_be_told(explainer: Path) -> None:
    (explainer / "dam.txt").write_text(AFTER, "utf-8")
    lines = run("add", "dam.txt", "--replace", "dam")
    assert_all_told(lines)
    assert of("S006", lines) == [OTHER_WORDS]


def test_without_git_a_key_that_is_gone_names_the_nearest_ones(explainer: Path) -> None:
    (explainer / "seeds/dam.txt").write_text(AFTER, "utf-8")
    (line,) = [line for line in run("check") if '"14-people"' in line]
    assert 'no seed has the key "14-people": did you mean "17-people"' in line


def test_a_card_whose_passage_has_changed_is_told_where_it_went(committed: Path) -> None:
    page = committed / "docs/index.md"
    page.write_text('--8<-- "figures.md:figure-14-people"\n', "utf-8")
    committed.joinpath("seeds/dam.txt").write_text(AFTER, "utf-8")
    first = next(line for line in run("check") if line.startswith("docs/"))
    assert 'has no section "figure-14-people": dam.txt has changed: ' + LOST["14-people"] in first


def test_a_change_that_no_page_cites_loses_nothing(committed: Path) -> None:
    (committed / "dam.txt").write_text(BEFORE.replace("Dam operators deny", "Operators of dam deny"), "utf-8")
    assert run("add", "dam.txt", "--replace", "dam")[-1] == "no page loses anything by it"


def test_line_ends_and_quotation_marks_of_another_kind_lose_nothing(committed: Path) -> None:
    other = BEFORE.replace("\n", "\r\n").replace("“", '"').replace("”", '"')
    (committed / "seeds/dam.txt").write_bytes(other.encode())
    (line,) = run("check")
    assert line.startswith("seeds/dossier.yml:")


def test_a_key_typed_wrong_is_no_change(committed: Path) -> None:
    (committed / "docs/index.md").write_text("People died.[^14-peple]\n", "utf-8")
    assert 'did you mean "14-people"' in run("check")[0]


def test_the_versions_of_a_file_come_newest_first_and_without_git_there_are_none(
    committed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = committed / "seeds/dam.txt"
    path.write_text(AFTER, "utf-8")
    git("commit", "-qam", "Changed", cwd=committed)
    assert list(history.versions(path)) == [AFTER.encode(), BEFORE.encode()]
    assert list(history.versions(committed / "seeds/none.txt")) == []
    monkeypatch.setenv("PATH", "")
    assert list(history.versions(path)) == []
