from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sourced import pipeline
from sourced.citing import misattributed, pages
from sourced.citing.ground import Ground

CASES = yaml.safe_load(Path(__file__).with_name("misattributed").joinpath("cases.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    seeds = tmp_path_factory.mktemp("site") / "seeds"
    seeds.mkdir()
    seeds.joinpath("source.txt").write_text(CASES["source"], "utf-8")
    return pipeline.make(seeds).ground()


def found(page: str, ground: Ground) -> list[str]:
    unknown = [one.key for block in pages.parse("p.md", page).blocks for _, one in block.cited]
    assert all(key in ground.index for key in unknown), sorted(ground.index)
    return [str(f).removeprefix("p.md:") for f in misattributed.check(pages.parse("p.md", page), ground)]


@pytest.mark.parametrize("page", CASES["right"])
def test_what_is_given_to_whoever_says_it_or_to_nobody_known_costs_nothing(page: str, ground: Ground) -> None:
    assert found(page, ground) == []


@pytest.mark.parametrize("case", CASES["wrong"], ids=lambda case: case["page"][:40])
def test_what_is_given_to_somebody_else_is_found(case: dict[str, Any], ground: Ground) -> None:
    assert found(case["page"], ground) == [case["told"]]


PAGES = yaml.safe_load(Path(__file__).with_name("misattributed").joinpath("pages.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["about"])
def test_pages_as_editors_write_them(
    case: dict[str, list[str]], tmp_path: Path, with_keys: Callable[[str, pipeline.Made], str]
) -> None:
    for number, text in enumerate(case["sources"]):
        tmp_path.joinpath(f"s{number}.txt").write_text(text, "utf-8")
    made = pipeline.make(tmp_path)
    ground = made.ground()
    told = {page: found(with_keys(page, made), ground) for page in (*case["right"], *case["wrong"])}
    assert {page: told[page] for page in case["right"] if told[page]} == {}
    assert [page for page in case["wrong"] if not told[page]] == []
