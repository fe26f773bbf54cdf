from __future__ import annotations

from pathlib import Path

import pytest

from sourced.publishing.write import write


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*.md")}


def test_files_are_written_also_in_folders_below(tmp_path: Path) -> None:
    assert write({"a.md": "ä", "sources/b.md": "b"}, tmp_path / "out")
    assert (tmp_path / "out" / "a.md").read_text("utf-8") == "ä"
    assert (tmp_path / "out" / "sources" / "b.md").read_text("utf-8") == "b"


def test_what_has_not_changed_is_left_alone(tmp_path: Path) -> None:
    write({"a.md": "a", "b.md": "b"}, tmp_path)
    before = _times(tmp_path)
    assert not write({"a.md": "a", "b.md": "b"}, tmp_path)
    assert write({"a.md": "a", "b.md": "new"}, tmp_path)
    after = _times(tmp_path)
    assert after["a.md"] == before["a.md"]
    assert (tmp_path / "b.md").read_text("utf-8") == "new"


def test_what_is_no_longer_made_is_deleted_with_its_folder(tmp_path: Path) -> None:
    write({"a.md": "a", "sources/b.md": "b"}, tmp_path)
    assert write({"a.md": "a"}, tmp_path)
    assert not (tmp_path / "sources").exists()
    assert not write({"a.md": "a"}, tmp_path)


def test_what_others_put_there_is_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine", "utf-8")
    write({"a.md": "a"}, tmp_path)
    write({"b.md": "b"}, tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.md")) == ["b.md", "mine.md"]


def test_line_ends_are_kept(tmp_path: Path) -> None:
    write({"a.md": "one\r\ntwo\n"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"one\r\ntwo\n"


@pytest.mark.parametrize("name", ["../out.md", "/out.md", "a/../../out.md", ""])
def test_a_path_that_leads_out_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="does not lie below"):
        write({"a.md": "a", name: "x"}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_where_one_file_cannot_be_prepared_none_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a.md": "a", "b.md": "b"}, tmp_path)
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if data == b"new b":
            raise OSError("no space left")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space"):
        write({"a.md": "new a", "b.md": "new b"}, tmp_path)
    assert (tmp_path / "a.md").read_text("utf-8") == "a"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".sourced-made", "a.md", "b.md"]
