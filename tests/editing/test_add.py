"""``sourced add``: an article comes in, as somebody types it."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourced import pipeline
from sourced.cli import main
from sourced.reading import settings

ARTICLE = """Ferry crews strike over night shifts

By Ann Lee
Published: 18 March 2025

“Nobody should steer a ship alone,” said Marta Lindqvist, chair of the Seafarers’ Union.

© 2025 Harbour Post
"""
DOSSIER = """# Ours.
sources:
  - file: wire.txt   # the agency's
    date: 2025-03-17

people: []
"""
WIRE = "Talks begin\n\n“We sail on,” Tobias Brandt said.\n"


def run(*arguments: str | Path, text: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["add", *map(str, arguments)], input=text)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "explainer/seeds"
    folder.mkdir(parents=True)
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    (folder / "dossier.yml").write_text(DOSSIER, "utf-8")
    (tmp_path / "explainer/mkdocs.yml").write_text("site_name: Test\n", "utf-8")
    monkeypatch.chdir(tmp_path / "explainer")
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "Harbour Strike.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def refused(done: Result, folder: Path, before: dict[str, bytes]) -> str:
    """The one line that says why nothing was done."""
    assert done.exit_code == 1
    assert state(folder) == before
    assert done.exception is None or isinstance(done.exception, SystemExit)
    (line,) = done.stderr.splitlines()
    return line


def test_an_article_is_copied_described_and_pinned_and_what_is_left_is_named(
    seeds: Path, article: Path
) -> None:
    done = run(article)
    assert done.exit_code == 0
    assert (seeds / "harbour-strike.txt").read_bytes() == article.read_bytes()
    assert (seeds / "dossier.yml").read_text("utf-8") == DOSSIER.replace(
        "\npeople",
        f"""
  - file: harbour-strike.txt
    sha256: {sha256(article.read_bytes())}
    key: harbour-strike
    title: Ferry crews strike over night shifts
    publisher: Harbour Post
    address:
    date: 2025-03-18
    language: en

people""",
    )
    assert done.stdout == (
        "seeds/harbour-strike.txt: cite it as [^harbour-strike]\n"
        "  title: Ferry crews strike over night shifts\n"
        '  publisher: Harbour Post  (it says "© 2025 Harbour Post")\n'
        '  date: 2025-03-18  (it says "18 March 2025")\n'
        "seeds/dossier.yml:11: address: the article does not tell it: fill it in, or take the line out\n"
    )
    made = pipeline.make(seeds)
    assert made.findings == ()
    assert [source.key for source in made.dossier.sources] == ["wire", "harbour-strike"]


def test_what_the_text_cannot_say_the_editor_says(seeds: Path, article: Path) -> None:
    said = {
        "title": "A: B",
        "publisher": "P",
        "address": "https://p.example/a",
        "date": "2025-03-19",
        "key": "p",
    }
    done = run(article, *(part for name, value in said.items() for part in (f"--{name}", value)))
    assert "fill it in" not in done.output
    entry = settings.load(seeds / "dossier.yml").sources[-1]
    assert (entry.file, entry.title, entry.publisher, entry.address, str(entry.date), entry.key) == (
        ("p.txt", *said.values())
    )


def test_a_date_that_is_only_inferred_is_left_for_the_editor_to_write_down(seeds: Path) -> None:
    done = run("-", text="Storm cuts power\n\nA storm cut the power on Tuesday 14 January 2025.\n")
    assert "2025-01-14 is the day of “Tuesday 14 January 2025”" in done.output
    assert settings.load(seeds / "dossier.yml").sources[-1].date is None


def test_what_is_piped_in_is_called_after_its_headline(seeds: Path) -> None:
    run("-", text=ARTICLE)
    assert (seeds / "ferry-crews-strike-night.txt").read_bytes() == ARTICLE.encode()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("strike-2025.txt", "strike-2025"),
        ("Ørsta avis: streik!.html.txt", "rsta-avis-streik-html"),
        ("003_2f651d57463ad98e.txt", "ferry-crews-strike-night"),
        ("download (2).txt", "ferry-crews-strike-night"),
        ("2025-03-18.txt", "ferry-crews-strike-night"),
        ("index.txt", "ferry-crews-strike-night"),
        ("-.txt", "ferry-crews-strike-night"),
        ("no ending", "no-ending"),
    ],
)
def test_its_name_is_that_of_the_file_where_that_says_something(
    seeds: Path, tmp_path: Path, name: str, key: str
) -> None:
    (tmp_path / name).write_text(ARTICLE, "utf-8")
    assert run(tmp_path / name).exit_code == 0
    assert settings.load(seeds / "dossier.yml").sources[-1].key == key
    assert (seeds / f"{key}.txt").is_file()


@pytest.mark.parametrize(
    "data", [ARTICLE.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + ARTICLE.encode(), b"One line."]
)
def test_line_ends_and_marks_come_in_byte_for_byte(seeds: Path, article: Path, data: bytes) -> None:
    article.write_bytes(data)
    assert run(article).exit_code == 0
    assert (seeds / "harbour-strike.txt").read_bytes() == data
    assert pipeline.make(seeds).findings == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1252", "mac-roman"])
def test_another_encoding_becomes_utf_8_where_it_is_certain(
    seeds: Path, article: Path, encoding: str
) -> None:
    article.write_bytes(ARTICLE.encode(encoding))
    said = [] if encoding.startswith("utf") else ["--encoding", encoding]
    done = run(article, *said)
    assert f"was {encoding.upper()} and is saved as UTF-8" in done.output
    assert (seeds / "harbour-strike.txt").read_bytes() == ARTICLE.encode()


HTML = "<html><body><p>Ferry crews <b>strike</b></p><p>They do.</p></body></html>"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (b"%PDF-1.7 x", "is a PDF, not plain text"),
        (b"PK\x03\x04 x", "is a zip file or an office document, not plain text"),
        (b"{\\rtf1 x}", "is an RTF document, not plain text"),
        (b"a\x00\x01\xff", "is no text file"),
        (b"a\x00b", "has a control character (U+0000)"),
        (HTML.encode(), "is HTML: open it in a browser"),
        ("\n\nA caf\xe9 shut.".encode("latin-1"), "byte 0xe9 is not UTF-8. Read as Windows-1252"),
        (b"\x93Nobody\x94 sailed.", "it is ““Nobody” sai”: if that is right, add --encoding cp1252"),
        (b"a" * 5_000_001, "is larger than 5 MB"),
    ],
)
def test_what_is_no_plain_text_is_refused_with_the_way_out(
    seeds: Path, article: Path, data: bytes, why: str
) -> None:
    before = state(seeds)
    article.write_bytes(data)
    assert why in refused(run(article), seeds, before)
    assert why in refused(run("-", text=data), seeds, before)


@pytest.mark.usefixtures("seeds")
def test_marks_in_a_text_are_no_html(article: Path) -> None:
    article.write_text("If a < b and b > c\n\nWrite <p> or <br>, she said.\n", "utf-8")
    assert run(article).exit_code == 0


@pytest.mark.usefixtures("seeds")
def test_text_that_was_garbled_before_is_taken_in_and_named(article: Path) -> None:
    article.write_text("A\n\nâ€œNobodyâ€\x9d sailed, she said.\n", "utf-8")
    assert "looks garbled (“â€œNobodyâ€" in run(article).output


def test_the_same_article_twice_is_said_and_nothing_is_done(seeds: Path, article: Path) -> None:
    run(article)
    before = state(seeds)
    assert run(article).output == "seeds/harbour-strike.txt has the same text: nothing to do\n"
    article.write_text(ARTICLE.replace("\n", " \r\n"), "utf-8")
    assert "has the same words, with other blanks or line ends: nothing to do" in run(article).output
    assert state(seeds) == before


def test_a_seed_that_lies_there_already_is_described(seeds: Path) -> None:
    (seeds / "mine.txt").write_text(ARTICLE, "utf-8")
    done = run("seeds/mine.txt")
    assert "cite it as [^mine]" in done.output
    assert settings.load(seeds / "dossier.yml").sources[-1].file == "mine.txt"
    assert sorted(state(seeds)) == ["dossier.yml", "mine.txt", "wire.txt"]


def test_another_text_of_the_same_name_needs_a_word_and_then_takes_its_place(
    seeds: Path, article: Path
) -> None:
    run(article)
    before = state(seeds)
    article.write_text(ARTICLE.replace("Nobody", "No one"), "utf-8")
    line = refused(run(article), seeds, before)
    assert "add --replace harbour-strike;" in line
    assert "--key harbour-strike-2" in line

    assert run(article, "--replace", "harbour-strike").exit_code == 0
    assert (seeds / "harbour-strike.txt").read_bytes() == article.read_bytes()
    after = (seeds / "dossier.yml").read_text("utf-8")
    was, now = (
        hashlib.sha256(data).hexdigest() for data in (before["harbour-strike.txt"], article.read_bytes())
    )
    assert after == before["dossier.yml"].decode().replace(was, now)
    assert pipeline.make(seeds).findings == ()

    assert run(article, "--key", "harbour-strike-2").output.endswith("has the same text: nothing to do\n")
    article.write_text("Another article.\n", "utf-8")
    assert run(article, "--key", "harbour-strike-2").exit_code == 0


def test_a_seed_without_a_pin_or_an_entry_can_be_replaced_too(seeds: Path, article: Path) -> None:
    run(article, "--replace", "wire")
    assert settings.load(seeds / "dossier.yml").sources[0].sha256 == sha256(ARTICLE.encode())
    (seeds / "dossier.yml").unlink()
    article.write_text("Now this.\n", "utf-8")
    run(article, "--replace", "wire.txt")
    assert [entry.file for entry in settings.load(seeds / "dossier.yml").sources] == ["wire.txt"]
    assert (seeds / "wire.txt").read_text("utf-8") == "Now this.\n"


def test_an_article_that_is_to_be_replaced_must_be_there(seeds: Path, article: Path) -> None:
    assert refused(run(article, "--replace", "gone"), seeds, state(seeds)) == (
        '--replace: no source has the key "gone": there are: wire'
    )


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--key", "a b"], '--key: "a b" is no key'),
        (["--key", "index"], "is the page of all sources"),
        (["--key", "Wire"], '--key: "Wire" is seeds/wire.txt: take another key'),
        (["--address", "p.example"], '--address: "p.example" is no address'),
    ],
)
def test_what_dossier_yml_could_not_have_is_refused(
    seeds: Path, article: Path, options: list[str], why: str
) -> None:
    assert why in refused(run(article, *options), seeds, state(seeds))


def test_options_that_are_no_such_thing_are_told_by_their_name(seeds: Path, article: Path) -> None:
    for options in (["--date", "yesterday"], ["--encoding", "latin-99"], ["--encoding", "rot13"]):
        done = run(article, *options)
        assert done.exit_code == 2
        assert f"Invalid value for '{options[0]}'" in done.stderr
    assert "can be said of one FILE only" in run(article, article, "--key", "a").stderr
    assert sorted(state(seeds)) == ["dossier.yml", "wire.txt"]


def test_a_folder_or_a_file_that_is_not_there_is_one_line(seeds: Path, tmp_path: Path) -> None:
    before = state(seeds)
    assert refused(run(tmp_path), seeds, before).endswith("is a folder: name the files in it")
    assert refused(run(tmp_path / "gone.txt"), seeds, before).endswith("gone.txt: no such file")


def test_of_several_files_all_come_in_or_none(seeds: Path, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(b"%PDF-")
    refused(run(article, other), seeds, state(seeds))
    other.write_text("Other\n\nThis is another.\n", "utf-8")
    done = run(article, other, article)
    assert done.exit_code == 0
    assert "harbour-strike.txt has the same text: nothing to do" in done.output
    assert [entry.key for entry in settings.load(seeds / "dossier.yml").sources] == [
        None,
        "harbour-strike",
        "other",
    ]


@pytest.mark.parametrize(
    "broken", ["sources: [", "surces: []", "a: b: c", "- 1\n- 2\n", "sources:\n\t- file: x"]
)
def test_a_dossier_yml_that_is_broken_is_left_alone(seeds: Path, article: Path, broken: str) -> None:
    (seeds / "dossier.yml").write_text(broken, "utf-8")
    assert refused(run(article), seeds, state(seeds)).startswith("seeds/dossier.yml:")


def test_a_form_that_no_entry_can_be_written_into_is_left_alone(seeds: Path, article: Path) -> None:
    (seeds / "dossier.yml").write_text("{sides: []}\n", "utf-8")
    assert 'write "sources:" as a list' in refused(run(article), seeds, state(seeds))


def test_without_a_dossier_yml_or_a_folder_both_are_made(seeds: Path, article: Path) -> None:
    (seeds / "wire.txt").unlink()
    (seeds / "dossier.yml").unlink()
    seeds.rmdir()
    assert run(article).exit_code == 0
    assert sorted(state(seeds)) == ["dossier.schema.json", "dossier.yml", "harbour-strike.txt"]
    assert pipeline.make(seeds).findings == ()


def test_a_byte_order_mark_of_dossier_yml_stays(seeds: Path, article: Path) -> None:
    (seeds / "dossier.yml").write_bytes(b"\xef\xbb\xbf" + DOSSIER.encode())
    run(article)
    assert (seeds / "dossier.yml").read_bytes().startswith(b"\xef\xbb\xbf#")
    assert len(settings.load(seeds / "dossier.yml").sources) == 2


def test_an_error_halfway_leaves_all_as_it_was(
    seeds: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(seeds)
    real = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "dossier.yml":
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    assert "no space left" in refused(run(article), seeds, before)


def test_a_hundred_malformed_files_bring_no_traceback(seeds: Path, article: Path) -> None:
    chance = random.Random(6)  # noqa: S311  # no secret
    pieces = [
        ARTICLE.encode(),
        HTML.encode(),
        b"\x00",
        b"\xff\xfe",
        b"\xe2\x80",
        b"---\n",
        b"\x85",
        b"|",
        b"#: [",
        b"\n",
    ]
    for _ in range(100):
        article.write_bytes(
            b"".join(chance.choice(pieces)[: chance.randrange(1, 90)] for _ in range(chance.randrange(6)))
        )
        done = run(article, "--replace", "wire")
        assert done.exception is None or isinstance(done.exception, SystemExit)
        assert pipeline.make(seeds).dossier.sources
