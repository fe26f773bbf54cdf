from pathlib import Path

import pytest
import yaml

from sourced.extraction.names import roles

CASES = yaml.safe_load(Path(__file__).with_name("roles").joinpath("cases.yml").read_text("utf-8"))


def marked(text: str) -> tuple[str, int, int]:
    start = text.index("[[")
    end = text.index("]]") - 2
    return text.replace("[[", "").replace("]]", ""), start, end


@pytest.mark.parametrize(("case", "role"), CASES["before"].items())
def test_the_role_before_a_name_is_read_whole_and_without_article(case: str, role: str | None) -> None:
    text, start, _ = marked(case)
    found = roles.before(text, start, 0)
    assert (found and found.surface(text)) == role


@pytest.mark.parametrize(("case", "role"), CASES["after"].items())
def test_the_role_after_a_name_is_read_whole_and_is_no_clause(case: str, role: str | None) -> None:
    text, _, end = marked(case)
    found = roles.after(text, end, len(text))
    assert (found and found.surface(text)) == role
