"""What README.md tells editors to type is run. The corrections are in the guide."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from sourced.cli import main

ROOT = Path(__file__).resolve().parents[1]
SEARCHES = re.findall(
    r"^    \.venv/bin/python -m sourced (cite .*?)(?: +#.*)?$",
    (ROOT / "README.md").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("line", SEARCHES)
def test_each_search_finds_something_in_the_shipped_case(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, shlex.split(line))
    assert (done.exit_code, bool(done.stdout)) == (0, True)
