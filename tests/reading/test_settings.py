import contextlib
import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sourced.model import Editorial, InputError
from sourced.reading import settings

CASES = yaml.safe_load(Path(__file__).with_name("settings").joinpath("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_mistake_gets_one_line_that_says_where_and_what_to_do(case: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        settings.parse(case["text"])
    assert str(caught.value) == case["says"]


def test_what_an_editor_wrote_stays_as_written() -> None:
    said = settings.parse(
        "sources:\n  - file: a.txt\n    title: 2024\n    date: 2024-08-14\n    publisher:\n"
        "sides:\n  - key: north\n    name: North\n    countries: [NO]\n"
    )
    assert said.sources[0].title == "2024"
    assert said.sources[0].date == datetime.date(2024, 8, 14)
    assert said.sources[0].publisher is None
    assert said.sides[0].countries == ("NO",)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "sources:\n", "~"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert settings.parse(text) == Editorial()


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "dossier.yml") == Editorial()


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yml"
    path.write_bytes("sides: é".encode("latin-1"))
    with pytest.raises(InputError, match=r"dossier\.yml:1:8: byte 0xe9 is not UTF-8"):
        settings.load(path)


@given(st.text(st.sampled_from("sourcesfilekydate:-[]{}&*!|>'\"#\n 0é\t%@`,?~"), max_size=60))
def test_no_text_whatever_brings_a_traceback(text: str) -> None:
    with contextlib.suppress(InputError):
        settings.parse(text)
