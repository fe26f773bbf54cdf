"""A site that ``sourced new`` has made, with nothing in it yet, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from sourced.cli import main

if TYPE_CHECKING:
    from conftest import Visit

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)])
def test_no_page_of_an_empty_site_has_a_fault_or_scrolls_sideways(
    tmp_path: Path,
    mkdocs: Callable[..., Any],
    publish: Callable[[Path], str],
    visit: Callable[..., Visit],
    *,
    width: int,
    dark: bool,
) -> None:
    CliRunner().invoke(main, ["new", str(tmp_path / "new")])
    assert mkdocs("build", "--strict", cwd=tmp_path / "new").returncode == 0
    address = publish(tmp_path / "new/site")
    page = visit(address, width=width, dark=dark).page
    for path in sorted((tmp_path / "new/site").rglob("index.html")):
        page.goto(address + path.relative_to(tmp_path / "new/site").as_posix())
        page.add_script_tag(content=AXE)
        assert page.evaluate("axe.run()")["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
