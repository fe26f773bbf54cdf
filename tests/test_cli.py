"""The command line, as somebody types it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sourced.cli import main

HOOKS = Path(__file__).parents[1] / "hooks"
SEED = """Ferry crews strike over night shifts

“Nobody should steer a ship alone,” said Marta Lindqvist, chair of the Seafarers' Union, on 17 March 2025.

She counted 412 crew members on strike.
"""

DOSSIER = """sources:
  - file: post.txt
    publisher: Harbour Post
    date: 2025-03-18
"""


def run(*arguments: str | Path, text: str | bytes = "") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)


@pytest.fixture
def explainer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An explainer's folder, and the working directory."""
    for name, text in {
        "mkdocs.yml": "site_name: Test\n",
        "seeds/post.txt": SEED,
        "seeds/dossier.yml": DOSSIER,
        "docs/index.md": "# Overview\n\nThey strike.[^post]\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_help_names_every_command_and_each_has_an_example() -> None:
    for name, command in main.commands.items():
        assert name in run("--help").output
        assert "Example:" in run(name, "--help").output
        assert command.short_help or command.help
        assert max(map(len, run(name, "--help").output.splitlines())) <= 80


def test_build_writes_the_includes_and_the_dossier(explainer: Path) -> None:
    done = run("build")
    assert done.exit_code == 0
    assert "1 source, 1 quotation" in done.output
    assert "build/includes/" in done.output
    written = explainer / "build/includes"
    dossier = json.loads((written / "dossier.json").read_text("utf-8"))
    assert dossier["sources"][0]["key"] == "post"
    assert {"quotations", "figures", "people", "events", "comparisons"} <= set(dossier)
    assert "Nobody should steer a ship alone" in (written / "quotations.md").read_text("utf-8")


def test_build_writes_elsewhere_and_leaves_what_lies_there(explainer: Path) -> None:
    (explainer / "out").mkdir()
    (explainer / "out/mine.md").write_text("mine", "utf-8")
    (explainer / "seeds").rename(explainer / "articles")
    assert run("build", "--seeds", "articles", "--out", "out").exit_code == 0
    assert (explainer / "out/dossier.json").is_file()
    assert (explainer / "out/mine.md").read_text("utf-8") == "mine"


def test_build_writes_the_sources_pages_for_builders_without_hooks_and_twice_is_the_same(
    explainer: Path,
) -> None:
    for _ in range(2):
        assert run("build", "--pages", "docs").exit_code == 0
        page = (explainer / "docs/sources/post.md").read_text("utf-8")
        assert "../index.md#fnref:post" in page
    assert run("check").exit_code == 0


def test_the_commands_find_the_explainer_from_a_folder_within(
    explainer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(explainer / "docs")
    assert run("check").exit_code == 0
    assert run("build").exit_code == 0
    assert (explainer / "build/includes/dossier.json").is_file()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("seeds/dossier.yml", b"sources: [", "seeds/dossier.yml:2:1: S007 not YAML"),
        ("seeds/dossier.yml", b"surces: []", "seeds/dossier.yml:1:1: S007 unknown key"),
        ("seeds/post.txt", b"", "seeds/post.txt: is empty"),
        ("seeds/post.txt", b"a\n\xff", "seeds/post.txt:2:1: byte 0xff is not UTF-8"),
    ],
)
def test_build_says_in_one_line_what_is_wrong_and_writes_nothing(
    explainer: Path, name: str, data: bytes, message: str
) -> None:
    (explainer / name).write_bytes(data)
    done = run("build")
    assert done.exit_code == 1
    assert done.stderr.startswith(message)
    assert len(done.stderr.splitlines()) == 1
    assert not (explainer / "build").exists()


def test_build_writes_nothing_where_a_page_cannot_be_read(explainer: Path) -> None:
    (explainer / "docs/index.md").write_bytes(b"\xe9")
    done = run("build", "--pages", "docs")
    assert done.exit_code == 1
    assert "docs/index.md:1:1: byte 0xe9 is not UTF-8" in done.stderr
    assert not (explainer / "build").exists()


def test_build_says_that_a_folder_cannot_be_written(explainer: Path) -> None:
    (explainer / "file").write_text("x", "utf-8")
    done = run("build", "--out", "file/out")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1


def test_schema_writes_the_schema_beside_dossier_yml_and_says_how_to_name_it(explainer: Path) -> None:
    done = run("schema")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "# yaml-language-server: $schema=dossier.schema.json"
    written = json.loads((explainer / "seeds/dossier.schema.json").read_text("utf-8"))
    assert "corrections" in written["definitions"]["Editorial"]["properties"]
    assert run("schema", "--out", "nowhere/x.json").exit_code == 1


def test_what_fits_nothing_in_dossier_yml_is_named_with_its_line(explainer: Path) -> None:
    corrections = "corrections:\n  - drop: 412-crew-members\n  - drop: 412-crew-member\n"
    (explainer / "seeds/dossier.yml").write_text(DOSSIER + corrections, "utf-8")
    line = 'seeds/dossier.yml:7:5: S007 nothing that can be corrected has the key "412-crew-member"'
    assert run("build").stderr.startswith(line)
    done = run("check")
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 1)
    assert done.stdout.startswith(line)
    (explainer / "docs/index.md").write_text("They strike.[^412-crew-members]\n", "utf-8")
    done = run("check", "docs/index.md")
    assert done.stdout == (
        'docs/index.md:1:13: S001 "412-crew-members" is dropped in dossier.yml, line 6: cite something else, '
        "or take that correction out\n"
    )


@pytest.mark.usefixtures("explainer")
def test_a_folder_without_seeds_is_said_in_one_line() -> None:
    for command in (["build"], ["check"], ["cite", "x"]):
        done = run(*command, "--seeds", "nowhere")
        assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
        assert "no such folder" in done.stderr


def test_check_prints_a_line_for_each_finding(explainer: Path) -> None:
    (explainer / "docs/index.md").write_text("A.[^pots]\n\nB.[^412]\n", "utf-8")
    done = run("check")
    assert done.exit_code == 1
    first, second = done.stdout.splitlines()
    assert first == 'docs/index.md:1:3: S001 no seed has the key "pots": did you mean "post"?'
    assert second.startswith("docs/index.md:3:3: S001")
    assert run("check", "docs/index.md").stdout == done.stdout
    assert run("check", "docs").stdout == done.stdout


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_check_prints_findings_for_other_programs_and_mistakes_in_seeds_too(
    explainer: Path, form: str
) -> None:
    (explainer / "docs/index.md").write_text("A.[^pots]\n", "utf-8")
    done = run("check", "--format", form)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "docs/index.md" in done.stdout
    (explainer / "seeds/dossier.yml").write_text("sides: 3\n", "utf-8")
    done = run("check", "--format", form)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "seeds/dossier.yml" in done.stdout
    assert "S007" in done.stdout


def test_check_knows_the_folders_that_mkdocs_yml_names(explainer: Path) -> None:
    (explainer / "mkdocs.yml").write_text(
        "docs_dir: pages\nsite_name: !ENV NAME\nmarkdown_extensions:\n  - footnotes\n"
        "  - pymdownx.snippets:\n      base_path: [build/includes, parts]\n",
        "utf-8",
    )
    for name, text in {"pages/a.md": '--8<-- "part.md"\n\n--8<-- "gone.md"\n', "parts/part.md": "A."}.items():
        (explainer / name).parent.mkdir()
        (explainer / name).write_text(text, "utf-8")
    assert run("check").stdout == 'pages/a.md:3:9: there is no "gone.md" to include\n'


@pytest.mark.parametrize("settings", ["", "- a", "a: [", "markdown_extensions: x\n", "\0"])
def test_check_does_without_an_mkdocs_yml_that_makes_no_sense(explainer: Path, settings: str) -> None:
    (explainer / "mkdocs.yml").write_text(settings, "utf-8")
    assert run("check").exit_code == 0


@pytest.mark.parametrize("page", ["nowhere.md", "latin.md"])
def test_check_says_that_a_page_cannot_be_read(explainer: Path, page: str) -> None:
    (explainer / "latin.md").write_bytes(b"\xe9")
    done = run("check", page)
    assert done.exit_code == 1
    assert done.stderr.startswith(page)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("explainer")
def test_cite_prints_what_fits_ready_to_paste() -> None:
    done = run("cite", "nobody", "should steer")
    assert done.exit_code == 0
    key, *rest = done.stdout.splitlines()
    assert key.startswith("[^")
    assert "said Marta Lindqvist" in " ".join(rest)
    assert "Harbour Post, 18 March 2025" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.usefixtures("explainer")
def test_cite_says_that_nothing_fits() -> None:
    done = run("cite", "hippopotamus")
    assert done.exit_code == 1
    assert "nothing fits" in done.stderr


@pytest.mark.usefixtures("explainer")
def test_extract_prints_what_is_found_in_a_file_or_in_what_comes_in() -> None:
    from_file = run("extract", "seeds/post.txt")
    assert "Nobody should steer a ship alone," in from_file.stdout
    assert "Marta Lindqvist" in from_file.stdout
    assert max(map(len, from_file.stdout.splitlines())) <= 80
    assert run("extract", "--date", "2025-03-18", text=SEED).stdout == from_file.stdout


def test_extract_says_of_a_figure_without_a_number_what_it_counts() -> None:
    printed = run("extract", text="Dozens of crews walked out, said Marta Lindqvist.\n").stdout
    assert "Dozens of crews" in printed
    assert "  indefinite number of crews\n" in printed


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("nowhere.txt", "no such file"),
        ("seeds", "is a folder, not a file"),
        ("latin.txt", "latin.txt:1:1: byte 0xe9 is not"),
    ],
)
def test_extract_says_what_is_wrong_with_a_file(explainer: Path, file: str, message: str) -> None:
    (explainer / "latin.txt").write_bytes(b"\xe9")
    done = run("extract", file)
    assert done.exit_code == 1
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_extract_answers_each_line_of_json_with_one() -> None:
    lines = [
        {"id": "a", "text": SEED, "date": "2025-03-18"},
        {"id": "b", "text": "", "date": None},
        {"id": "c", "text": "“Ж”, 𝔘 said Ann Lee on Monday."},
    ]
    done = run("extract", "--jsonl", text="\n".join(json.dumps(line) for line in lines))
    assert done.exit_code == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    for line, answer in zip(lines, answers, strict=True):
        for kind in ("quotations", "figures", "dates"):
            for item in answer[kind]:
                assert line["text"][item["start"] : item["end"]] == item["text"]
    (quotation,) = (q for q in answers[0]["quotations"] if q["kind"] == "direct")
    assert quotation["text"] == "Nobody should steer a ship alone,"
    assert quotation["speaker"].startswith("Marta Lindqvist")
    assert quotation["cue"] == "said"


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "a"}', '{"id": "a", "text": 3}', "\\ud800", '{"id": "a", "text": "\\ud800"}']
)
def test_extract_names_the_line_that_is_no_such_json(line: str) -> None:
    good = '{"id": "a", "text": "x", "date": null}\n'
    done = run("extract", "--jsonl", text=good + line)
    assert done.exit_code == 1
    assert done.stderr.startswith("standard input:2: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_error_to_print(explainer: Path) -> None:
    (explainer / "long.txt").write_text(SEED * 800, "utf-8")
    command = [sys.executable, "-m", "sourced", "extract", "long.txt"]
    with subprocess.Popen(
        command,
        cwd=explainer,
        env={"PYTHONPATH": str(HOOKS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith("Quotations")
        process.stdout.close()
        assert process.stderr.read() == ""


def test_it_starts_without_what_it_does_not_need() -> None:
    code = "import sys, sourced.cli; print(*{'mkdocs', 'markdown', 'babel', 'rapidfuzz'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(HOOKS)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""


ANYTHING = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(
        st.sampled_from(
            [
                "sources:",
                "- file: post.txt",
                "key:",
                "  ",
                "\n",
                "“",
                "”",
                "date: 2024-13-45",
                "[^",
                "said",
                "12 %",
            ]
        )
    ).map(lambda parts: "".join(parts).encode()),
)


@hypothesis_settings(max_examples=60)
@given(
    name=st.sampled_from(["seeds/dossier.yml", "seeds/post.txt", "docs/index.md", "lines.jsonl"]),
    data=ANYTHING,
)
def test_whatever_a_file_holds_no_command_ends_in_a_traceback(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for path, text in {
            "seeds/post.txt": SEED,
            "seeds/dossier.yml": DOSSIER,
            "docs/index.md": "A.[^post]",
        }.items():
            (site / path).parent.mkdir(exist_ok=True)
            (site / path).write_text(text, "utf-8")
        (site / name).write_bytes(data)
        for command in (
            ["build", "--seeds", site / "seeds", "--out", site / "out", "--pages", site / "docs"],
            ["check", "--seeds", site / "seeds", site / "docs/index.md"],
            ["cite", "--seeds", site / "seeds", "nobody"],
            ["extract", site / name],
            ["extract", "--jsonl", site / name],
        ):
            done = run(*command)
            assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
            assert done.exit_code in (0, 1)
            assert done.exit_code == 0 or done.output
