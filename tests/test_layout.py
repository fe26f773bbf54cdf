from pathlib import Path

import pytest

from sourced import layout


def test_the_nearest_explainer_upwards_is_the_one_meant(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A strike")
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    assert layout.find(tmp_path / "docs" / "deep").root == tmp_path


def test_where_there_is_none_it_is_the_one_that_the_code_lies_in(tmp_path: Path) -> None:
    assert layout.find(tmp_path).root == layout.OWN


@pytest.mark.parametrize(
    ("settings", "docs", "parts"),
    [
        (
            "docs_dir: pages\nmarkdown_extensions:\n- pymdownx.snippets:\n    base_path: [parts]",
            "pages",
            ["parts"],
        ),
        ("markdown_extensions: [toc, pymdownx.snippets]\nhooks: !ENV HOOKS", "docs", []),
        ("docs_dir: [1]\nmarkdown_extensions: footnotes", "docs", []),
        ("not: [yaml", "docs", []),
    ],
)
def test_mkdocs_yml_says_where_pages_lie_and_what_is_no_path_says_nothing(
    settings: str, docs: str, parts: list[str], tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings)
    here = layout.Layout(tmp_path)
    assert here.docs == tmp_path / docs
    assert here.parts == tuple(tmp_path / part for part in parts)


@pytest.mark.parametrize(
    ("name", "temporary"),
    [(".page.md.swp", True), ("#page.md#", True), ("page.md~", True), ("4913", True), ("page.md", False)],
)
def test_what_editors_programs_keep_beside_a_file_is_temporary(name: str, *, temporary: bool) -> None:
    assert layout.is_temporary(name) is temporary
