from pathlib import Path

import pytest
import yaml

from sourced import pipeline
from sourced.citing import pages, stated_dates
from sourced.citing.ground import Ground

CASES = yaml.safe_load(Path(__file__).with_name("stated_dates").joinpath("cases.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    seeds = tmp_path_factory.mktemp("site") / "seeds"
    seeds.mkdir()
    seeds.joinpath("source.txt").write_text(CASES["source"], "utf-8")
    seeds.joinpath("dossier.yml").write_text(
        "sources:\n  - file: source.txt\n    date: 2024-08-14\n", "utf-8"
    )
    return pipeline.make(seeds).ground()


def found(page: str, ground: Ground) -> list[str]:
    return [str(f).removeprefix("p.md:") for f in stated_dates.check(pages.parse("p.md", page), ground)]


@pytest.mark.parametrize("page", CASES["right"])
def test_a_date_of_the_passage_coarser_or_the_same_costs_nothing(page: str, ground: Ground) -> None:
    assert found(page, ground) == []


@pytest.mark.parametrize(("page", "told"), CASES["wrong"])
def test_another_date_or_a_finer_one_is_found(page: str, told: str, ground: Ground) -> None:
    assert found(page, ground) == [told]
