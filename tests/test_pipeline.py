"""From a folder of seeds to what the site is made from."""

from __future__ import annotations

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
