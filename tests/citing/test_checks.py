import datetime
import re
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sourced import pipeline
from sourced.citing import checks, snippets
from sourced.citing.ground import Ground
from sourced.extraction.dates import dates
from sourced.reading import article

NUMBERS = yaml.safe_load(Path(__file__).with_name("checks").joinpath("numbers.yml").read_text("utf-8"))
GOOD = yaml.safe_load(Path(__file__).with_name("checks").joinpath("good_pages.yml").read_text("utf-8"))
FRAGMENTS = yaml.safe_load(Path(__file__).with_name("checks").joinpath("fragments.yml").read_text("utf-8"))
PLACE = re.compile(r"⟦(S\d{3})⟧")


def found(markdown: str, ground: Ground) -> list[str]:
    return [str(finding) for finding in checks.check("docs/p.md", markdown, ground).findings]


def test_a_good_page_has_no_findings(ground: Ground) -> None:
    page = 'A.[^412-crew-members] [b](cite:lindqvist) own[^1]\n\n--8<-- "cards.md:card"\n\n[^1]: Own.\n'
    assert found(page, ground) == []


def test_an_unknown_key_is_found_in_the_line_of_the_file_and_the_nearest_keys_are_named(
    ground: Ground,
) -> None:
    page = "---\ntitle: T\n---\nA.[^412-crew-member]\n\n[b](cite:lindquist)\n"
    first, second = found(page, ground)
    assert first == (
        'docs/p.md:4:3: S001 no seed has the key "412-crew-member": did you mean "412-crew-members"?'
    )
    assert second.startswith(
        'docs/p.md:6:5: S001 no seed has the key "lindquist": did you mean "lindqvist" or '
    )


def test_front_matter_that_is_not_yaml_is_found_and_two_rules_are_no_front_matter(ground: Ground) -> None:
    (finding,) = found("---\nhide:\n  - toc\ntitle: [Overview\n---\n\nA.\n", ground)
    assert finding.startswith("docs/p.md:4:8: front matter is not YAML: ")
    assert found("---\n\nA line between two rules.\n\n---\n\nMore.", ground) == []
    assert found("---\ntitle: 2024-02-31\n---\n", ground)
    assert found("A: [page", ground) == []


def test_a_key_like_no_other_is_answered_with_how_to_find_one(ground: Ground) -> None:
    (finding,) = found("[^zzzzzz]", ground)
    assert finding == (
        'docs/p.md:1:1: S001 no seed has the key "zzzzzz": '
        '"python -m sourced cite WORDS" finds keys by their words'
    )


def test_what_cannot_be_included_is_found_in_code_too(ground: Ground) -> None:
    page = '--8<-- "crads.md"\n\n```\n--8<-- "cards.md:crad"\n```\n'
    assert found(page, ground) == [
        'docs/p.md:1:9: there is no "crads.md" to include: did you mean "cards.md"?',
        'docs/p.md:4:9: "cards.md" has no section "crad": did you mean "card"?',
    ]


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("28-towns", 'did you mean "figure-28-towns"?'),
        ("1-figure", ""),
    ],
)
def test_a_key_that_begins_with_a_digit_is_answered_with_its_sections_name(
    part: str, answer: str, ground: Ground
) -> None:
    text = "<!-- --8<-- [start:figure-28-towns] -->\nA.\n<!-- --8<-- [end:figure-28-towns] -->"
    ground = Ground(ground.dossier, ground.index, ground.articles, {"figures.md": text})
    (finding,) = found(f'--8<-- "figures.md:{part}"', ground)
    what = f'docs/p.md:1:9: "figures.md" has no section "{part}"'
    assert finding == (f"{what}: {answer}" if answer else what)


def test_what_cannot_be_included_in_an_included_text_is_found_too(ground: Ground) -> None:
    ground = Ground(ground.dossier, ground.index, ground.articles, {"part.md": '--8<-- "gone.md"'})
    assert found('\n--8<-- "part.md"', ground) == [
        'docs/p.md:2:9: in "part.md", which is included here: there is no "gone.md" to include'
    ]


@pytest.fixture(scope="module")
def strike(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    seeds = tmp_path_factory.mktemp("site") / "seeds"
    seeds.mkdir()
    seeds.joinpath("post.txt").write_text(FRAGMENTS["source"], "utf-8")
    seeds.joinpath("dossier.yml").write_text("sources: [{file: post.txt, date: 2025-03-18}]", "utf-8")
    return pipeline.make(seeds).ground()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", FRAGMENTS["pages"], ids=lambda case: case["about"])
def test_what_is_wrong_is_found_at_its_line_and_column_and_what_is_right_costs_nothing(
    case: dict[str, str], newline: str, strike: Ground
) -> None:
    page, expected = "", []
    for part in re.split(r"(?=⟦)", case["page"]):
        if place := PLACE.match(part):
            before = page.split("\n")
            expected.append((len(before), len(before[-1]) + 1, place[1]))
        page += PLACE.sub("", part)
    result = checks.check("p.md", page.replace("\n", newline), strike)
    assert sorted((f.line, f.column, f.code) for f in result.findings) == expected


def test_what_editors_include_is_checked_with_the_lines_of_its_own_file(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("parts").mkdir()
    tmp_path.joinpath("parts", "a.md").write_text('So.[^post] It is.\n\n--8<-- "b.md"\n', "utf-8")
    tmp_path.joinpath("parts", "b.md").write_text(
        "She counts\n413 crew members.[^412-crew-members]\n\nOurs.\n", "utf-8"
    )
    texts = snippets.Texts({"made.md": "“Nobody” says 5."}, [tmp_path / "parts"])
    ground = Ground(ground.dossier, ground.index, ground.articles, texts)
    page = '---\nsourced: true\n---\n--8<-- "a.md"\n\n--8<-- "made.md"\n'
    assert found(page, ground) == [
        'parts/b.md:2:1: S003 "413" stands in no passage cited here: the source has "412"',
        "parts/b.md:4:1: S005 this paragraph cites nothing: add the [^key] of the passage it rests on",
    ]
    assert checks.check("p.md", page, ground).coverage == checks.Coverage(sentences=4, cited=2)


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: case[1])
def test_numbers_and_dates_stand_as_the_source_has_them(case: list[str], strike: Ground) -> None:
    source, page = case
    read = article.read(source, datetime.date(2025, 3, 18))
    ground = replace(strike, articles={"post": read}, dates={"post": dates.find(read)})
    plain = page.replace("⟦", "").replace("⟧", "")
    expected = [len(part.replace("⟧", "")) for part in accumulate(page.split("⟦")[:-1])]
    result = checks.check("p.md", f"{plain}[^post]", ground)
    assert [(f.column - 1, f.code) for f in result.findings] == [(place, "S003") for place in expected]


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case["about"])
def test_a_good_editor_quotes_cites_once_and_writes_on(
    case: dict[str, Any], tmp_path: Path, with_keys: Callable[[str, pipeline.Made], str]
) -> None:
    dossier = [{"file": f"s{number}.txt", "date": one["date"]} for number, one in enumerate(case["sources"])]
    tmp_path.joinpath("dossier.yml").write_text(yaml.safe_dump({"sources": dossier}), "utf-8")
    for number, one in enumerate(case["sources"]):
        tmp_path.joinpath(f"s{number}.txt").write_text(one["text"], "utf-8")
    made = pipeline.make(tmp_path)
    result = checks.check("p.md", with_keys(case["page"], made), made.ground())
    assert list(map(str, result.findings)) == []
    assert result.coverage.cited > 20


PIECES = st.sampled_from(
    [
        *"ab “”‘’\"'*_[]()!|>#-:`<&{}\n",
        *(
            "\n\n",
            "    ",
            "---\n",
            "> ",
            "- ",
            "| a | b |\n|---|---|\n",
            '!!! x "',
            "/// n | x",
            "<!-- S003: x -->",
        ),
        *(
            "[^post]",
            "[^a]:",
            '](x "t")',
            "<code>",
            "</code>",
            "<!--",
            "-->",
            "{--",
            "--}",
            "title: '",
            "— Marta",
        ),
        *(
            "12 million",
            "5:30 p.m.",
            "52-48",
            "third",
            "about 100",
            "Tuesday",
            "40 × 12 = 480",
            "Lindqvist said",
        ),
    ]
)


@settings(deadline=None)
@given(page=st.lists(PIECES, max_size=40).map("".join))
def test_any_page_may_be_checked_and_what_is_found_lies_in_it(page: str, strike: Ground) -> None:
    lines = page.split("\n")
    for found in checks.check("p.md", page, strike).findings:
        assert 0 <= found.line <= len(lines)
        assert found.column <= len(lines[found.line - 1]) + 1
