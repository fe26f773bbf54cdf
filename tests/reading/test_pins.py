from pathlib import Path

import pytest

from sourced import pipeline

TEXT = "Ferry crews strike.\n\n“We will not sail,” said Ann Lee.\n"


def made(folder: Path, pin: str) -> list[str]:
    seeds = folder / "seeds"
    seeds.mkdir()
    seeds.joinpath("a.txt").write_text(TEXT, "utf-8", newline="")
    seeds.joinpath("dossier.yml").write_text(f"sources:\n  - file: a.txt\n    sha256: {pin}\n", "utf-8")
    return [str(finding) for finding in pipeline.make(seeds).findings]


def test_a_seed_that_is_not_the_pinned_one_is_told_with_the_pin_to_write(tmp_path: Path) -> None:
    (told,) = made(tmp_path, "0" * 64)
    assert told.startswith("seeds/dossier.yml:3:5: S006 a.txt is not the text that is pinned here")
    pin = told.rpartition(" ")[2]
    (tmp_path / "again").mkdir()
    assert made(tmp_path / "again", pin) == []


@pytest.mark.parametrize("pin", ["", "~"])
def test_a_seed_that_is_not_pinned_may_be_any(tmp_path: Path, pin: str) -> None:
    assert made(tmp_path, pin) == []
