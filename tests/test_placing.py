from pathlib import Path

import pytest

from sourced import placing


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    placing.put({tmp_path / "a" / "b" / "new.txt": b"1", tmp_path / "other.txt": b"2"})
    assert (tmp_path / "a" / "b" / "new.txt").read_bytes() == b"1"
    assert (tmp_path / "other.txt").read_bytes() == b"2"


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_bytes(b"before")
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        placing.put(
            {
                tmp_path / "there.txt": b"after",
                tmp_path / "folder" / "new.txt": b"new",
                tmp_path / "taken": b"this is a folder",
            }
        )
    assert (tmp_path / "there.txt").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["taken", "there.txt"]


def test_what_is_written_over_a_link_goes_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"before")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    placing.put({tmp_path / "link.txt": b"after"})
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"after"


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "run"
    path.write_bytes(b"before")
    path.chmod(0o750)
    placing.put({path: b"after"})
    assert path.stat().st_mode & 0o777 == 0o750
