"""The word lists and tables that lie beside the modules which read them."""

from pathlib import Path

import pytest

import sourced

ROOT = Path(sourced.__file__).parent
FILES = sorted(
    path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.suffix in {".txt", ".tsv"}
)


@pytest.mark.parametrize("name", FILES)
def test_each_says_what_it_is_and_has_each_entry_once(name: str) -> None:
    head, *lines = (ROOT / name).read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert head.startswith("# ")
    assert [line for number, line in enumerate(entries) if line in entries[:number]] == []
