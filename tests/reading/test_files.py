from pathlib import Path

import pytest

from sourced.model import InputError
from sourced.reading import files


def said(path: Path) -> str:
    with pytest.raises(InputError) as error:
        files.text(path)
    return str(error.value)


def test_a_byte_order_mark_is_no_part_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_bytes(b"\xef\xbb\xbfAt noon")
    assert files.text(path) == "At noon"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"One\nCaf\xe9", ":2:4: byte 0xe9 is not UTF-8: save the file as UTF-8"),
        (b"One\r\ntwo\r\x00", ":3:1: has a control character (U+0000): take it out"),
    ],
)
def test_what_is_no_text_is_told_with_line_and_column(data: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_bytes(data)
    assert said(path) == f"{tmp_path.name}/post.txt{told}"


def test_what_is_no_file_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    (tmp_path / "folder").mkdir()
    assert said(tmp_path / "nothing").endswith("/nothing: cannot be read: no such file")
    assert said(tmp_path / "link").endswith("/link: is a link that leads nowhere: mend it")
    assert said(tmp_path / "folder").endswith("is a folder, not a file: rename it or move it elsewhere")
