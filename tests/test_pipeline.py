"""From a folder of seeds to what the site is made from."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sourced import pipeline
from sourced.extraction import extract
from sourced.model import Article, Extraction, InputError

STORY = "“The {} are empty,” said Aino Salo, who keeps the shop on the island."


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    for name in ("shelves", "boats"):
        (tmp_path / f"{name}.txt").write_text(STORY.format(name), "utf-8")
    return tmp_path


def test_all_seeds_come_to_one_dossier_with_its_includes_and_texts(seeds: Path) -> None:
    made = pipeline.make(seeds)
    assert [source.key for source in made.dossier.sources] == ["boats", "shelves"]
    assert len(made.dossier.quotations) == 2
    assert made.texts == {name: STORY.format(name) for name in ("boats", "shelves")}
    assert {"quotations.md", "people.md", "timeline.md", "dossier.json"} <= set(made.files())


def test_where_nothing_has_changed_nothing_is_made_again(seeds: Path) -> None:
    made = pipeline.make(seeds)
    assert pipeline.make(seeds, made) is made
    (seeds / "dossier.yml").write_text("sources:\n  - file: boats.txt\n    publisher: The Wire\n", "utf-8")
    assert pipeline.make(seeds, made) is not made


def test_only_the_seed_that_has_changed_is_extracted_again(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extracted: list[str] = []
    real = extract.extract

    def spy(article: Article) -> Extraction:
        extracted.append(article.text)
        return real(article)

    monkeypatch.setattr(extract, "extract", spy)
    made = pipeline.make(seeds)
    extracted.clear()
    (seeds / "boats.txt").write_text(STORY.format("harbours"), "utf-8")
    pipeline.make(seeds, made)
    assert extracted == [STORY.format("harbours")]


def test_what_cannot_be_read_or_written_is_an_error_of_the_input(seeds: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        pipeline.make(seeds / "nowhere")
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(InputError, match="file"):
        pipeline.write({"a.md": "A."}, tmp_path / "file" / "folder")


def test_where_no_date_is_given_the_source_says_which_words_date_it(seeds: Path) -> None:
    (seeds / "boats.txt").write_text("Friday, July 21, 2017\n\nThe port closed on Thursday.", "utf-8")
    made = pipeline.make(seeds)
    source = next(source for source in made.dossier.sources if source.key == "boats")
    assert (source.date, source.date_inferred) == (datetime.date(2017, 7, 21), "Friday, July 21, 2017")
    assert [event.date for event in made.dossier.events] == ["2017-07-20"]
    assert "inferred from its words" in made.includes["sources.md"]
    assert pipeline.make(seeds, made) is made


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Friday, July 21, 2017", True),
        ("Published: 21 July 2017", True),
        ("Updated: 21 July 2017", False),  # it may have been published before
        ("Friday, August 18, 2017", False),  # the day before
        ("The port opened on Friday, July 21, 2017.", False),  # that need not be today
    ],
)
def test_a_date_that_is_given_wins_and_what_contradicts_it_is_one_finding(
    seeds: Path, line: str, *, wrong: bool
) -> None:
    (seeds / "boats.txt").write_text(f"{line}\n\nThe port closed on Thursday.", "utf-8")
    (seeds / "dossier.yml").write_text("sources:\n  - file: boats.txt\n    date: 2017-08-19\n", "utf-8")
    made = pipeline.make(seeds)
    assert made.dossier.sources[0].date == datetime.date(2017, 8, 19)
    assert made.dossier.sources[0].date_inferred is None
    found = [(finding.line, finding.code) for finding in made.findings]
    assert found == ([(3, "S007")] if wrong else [])
