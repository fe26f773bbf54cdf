"""Each folder of the way of the data imports only from those before it."""

import ast
from pathlib import Path

import pytest

import sourced

ROOT = Path(sourced.__file__).parent
BELOW = ("model", "placing", "suggestions", "wordlists")  # what every floor may use
FLOORS = ("reading", "extraction", "merging", "publishing", "citing")


def imported(module: Path) -> set[str]:
    """The folders and modules of ``sourced`` that a module names in its imports."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("sourced.")}
    return found


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_from_those_before_it(floor: str) -> None:
    allowed = {*BELOW, *FLOORS[: FLOORS.index(floor) + 1]}
    wrong = {
        module.relative_to(ROOT).as_posix(): above
        for module in (ROOT / floor).rglob("*.py")
        if (above := imported(module) - allowed)
    }
    assert wrong == {}


def test_only_the_hook_knows_mkdocs() -> None:
    knowing = [
        module.name
        for module in ROOT.parent.rglob("*.py")
        if "import mkdocs" in (text := module.read_text("utf-8")) or "from mkdocs" in text
    ]
    assert knowing == ["mkdocs_hook.py"]
