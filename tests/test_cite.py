"""``sourced cite``, as an editor types it in the folder of an explainer."""

from __future__ import annotations

import shutil
from pathlib import Path

import markdown
import pytest
from click.testing import CliRunner, Result

from sourced.cli import main
from sourced.publishing import entries

STRIKE = Path(__file__).parent / "site/strike"


def cite(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["cite", *arguments])


@pytest.fixture(autouse=True)
def explainer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("seeds", "docs"):
        shutil.copytree(STRIKE / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def keys(done: Result) -> list[str]:
    return [line[2:-1] for line in done.stdout.splitlines() if line.startswith("[^")]


def test_what_is_found_can_be_pasted_and_read_on_80_columns() -> None:
    done = cite("412", "crew members")
    assert done.exit_code == 0
    assert keys(done) == [
        "412-of-430-crew-members",
        "lindqvist-412-company",
        "crew-members-on-strike-compared",
    ]
    assert "figure, Marta Lindqvist" in done.stdout
    assert "The Morning Ferry, 17 March 2025" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_speaker_a_source_and_a_kind_need_no_words() -> None:
    assert keys(cite("--speaker", "lindqvist", "--source", "harbour")) == ["lindqvist-counting-people"]
    assert keys(cite("--kind", "figures", "--speaker", "brandt")) == ["250-crew-members", "60-per-cent"]


def test_a_limit_says_how_many_more_there_are() -> None:
    done = cite("--kind", "figure", "--limit", "2")
    assert len(keys(done)) == 2
    assert "more fit" in done.stderr
    assert "more fit" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "pasted"),
    [
        (["eleven hours", "--copy-as", "footnote"], "[^11-hours]\n"),
        (["eleven hours", "--copy-as", "card"], '--8<-- "figures.md:figure-11-hours"\n'),
        (["people on leave", "--copy-as", "card"], '--8<-- "quotations.md:lindqvist-counting-people"\n'),
        (["lindqvist", "--copy-as", "card"], '--8<-- "people.md:lindqvist"\n'),
        (["--kind", "person", "--source", "harbour", "peeters", "--copy-as", "footnote"], "[^peeters]\n"),
    ],
)
def test_copy_as_prints_what_to_paste_and_nothing_else(arguments: list[str], pasted: str) -> None:
    done = cite(*arguments)
    assert (done.exit_code, done.stdout, done.stderr) == (0, pasted, "")


def test_copy_as_leaves_the_choice_where_several_fit_equally() -> None:
    done = cite("passengers", "--kind", "figure", "--copy-as", "footnote")
    assert (done.exit_code, done.stdout) == (1, "")
    first, second, last = done.stderr.splitlines()
    assert first.split()[0] == "9000-passengers"
    assert second.split()[0] == "6000-passengers"
    assert "2 fit equally" in last
    assert cite("6000-passengers", "--copy-as", "footnote").stdout == "[^6000-passengers]\n"


def test_many_choices_are_not_all_printed() -> None:
    done = cite("--kind", "figure", "--copy-as", "card")
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) <= 10
    assert max(map(len, done.stderr.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "give words to look for"),
        (["hippopotamus"], 'nothing fits "hippopotamus"'),
        (["412", "hippopotami"], "the nearest is [^412-of-430-crew-members]"),
        (["--speaker", "Lindt"], "the nearest is Marta Lindqvist"),
        (["--source", "gazette"], 'no source fits "gazette"'),
        (["--kind", "rumour"], 'there is no kind "rumour"'),
        (["…"], "nothing fits"),
    ],
)
def test_what_finds_nothing_is_one_line_and_exit_code_1(arguments: list[str], words: str) -> None:
    done = cite(*arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr


def test_the_help_names_every_kind() -> None:
    for kind in entries.KINDS:
        assert kind in " ".join(cite("--help").stdout.split())


def test_unused_lists_what_no_page_cites_until_one_does(explainer: Path) -> None:
    done = cite("--unused", "--limit", "100")
    told = keys(done)
    assert told[:2] == ["brandt-safe-respect", "lindqvist-nobody-steer"]
    assert "not cited yet: named speaker, on a side, in their own words, with a figure" in done.stdout
    # A passage once, though more can be cited of it.
    assert "14-hours" not in told
    assert max(map(len, done.stdout.splitlines())) <= 80

    page = explainer / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\nFourteen hours on watch.[^14-hours]\n", "utf-8")
    assert keys(cite("--unused", "--limit", "100")) == [told[0], *told[2:]]


def test_unused_can_be_narrowed_and_pasted() -> None:
    assert keys(cite("--unused", "--speaker", "okafor")) == ["okafor-now"]
    assert cite("--unused", "bread", "--copy-as", "footnote").stdout == "[^salo-bread-two]\n"


def test_unused_says_when_nothing_is_left(explainer: Path) -> None:
    told = keys(cite("--unused", "--limit", "100"))
    (explainer / "docs/index.md").write_text("".join(f"[^{key}]" for key in told), "utf-8")
    done = cite("--unused")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing is left" in done.stderr


def test_build_writes_the_list_of_the_evidence_for_builders_that_run_no_hooks(explainer: Path) -> None:
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    html = (explainer / "build/includes/evidence.html").read_text("utf-8")
    assert "[^lindqvist-nobody-steer]" in html
    assert "Not cited yet" in html
    page = markdown.markdown(
        (explainer / "build/includes/evidence.md").read_text("utf-8"),
        extensions=["md_in_html", "sourced.citing.extension"],
        extension_configs={
            "sourced.citing.extension": {
                "dossier": str(explainer / "build/includes/dossier.json"),
                "page": "evidence.md",
            }
        },
    )
    assert 'href="../sources/morning-ferry/#lindqvist-nobody-steer"' in page
