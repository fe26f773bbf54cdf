import hashlib
from pathlib import Path

import pytest

from sourced.model import InputError
from sourced.reading import seeds


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / (name if name.endswith(".yml") else f"{name}.txt")).write_bytes(data)
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        seeds.read_folder(folder)
    return str(caught.value).replace(folder.name, "seeds")


def test_a_seed_that_nobody_described_has_its_first_line_as_title_and_no_date(tmp_path: Path) -> None:
    _, (seed,) = seeds.read_folder(write(tmp_path, ferry="Ferries stay in port\n\nNobody sailed.\n"))
    assert (seed.source.key, seed.source.title) == ("ferry", "Ferries stay in port")
    assert seed.source.date is None
    assert not seed.source.described


def test_described_seeds_come_first_in_the_order_of_the_file(tmp_path: Path) -> None:
    described = "sources:\n  - file: c.txt\n    key: third\n  - file: b.txt\n"
    _, found = seeds.read_folder(write(tmp_path, a="A.", b="B.", c="C.", **{"dossier.yml": described}))
    assert [seed.source.key for seed in found] == ["third", "b", "a"]


def test_offsets_count_the_characters_after_a_byte_order_mark(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfNobody sailed."
    _, (seed,) = seeds.read_folder(write(tmp_path, ferry=data))
    assert seed.article.text == "Nobody sailed."
    assert seed.source.sha256 == hashlib.sha256(data).hexdigest()


def test_a_file_name_of_any_script_gives_a_key_that_an_address_can_carry(tmp_path: Path) -> None:
    _, found = seeds.read_folder(write(tmp_path, **{"Fähre & Kai": "A.", "паром": "B."}))
    keys = [seed.source.key for seed in found]
    assert keys[0] == "Fahre-Kai"
    assert keys[1].isascii()
    assert keys[1].startswith("source-")


@pytest.mark.parametrize(("stem", "key"), [("index", "source-index"), ("42", "source-42")])
def test_a_file_name_that_something_else_needs_is_changed(tmp_path: Path, stem: str, key: str) -> None:
    _, (seed,) = seeds.read_folder(write(tmp_path, **{stem: "A."}))
    assert seed.source.key == key


def test_an_empty_seed_is_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, ferry=" \n\n")) == (
        "seeds/ferry.txt: is empty: put the article's text in it or take it away"
    )


def test_a_seed_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, ferry=b"One.\nThe caf" + b"\xe9 closed.")) == (
        "seeds/ferry.txt:2:8: byte 0xe9 is not UTF-8: save the file as UTF-8"
    )


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, ferry=b"a\nb\x00")) == (
        "seeds/ferry.txt:2:2: has a control character (U+0000): take it out"
    )


def test_two_seeds_with_one_key_are_refused(tmp_path: Path) -> None:
    described = "sources:\n  - file: b.txt\n    key: a\n"
    assert refusal(write(tmp_path, a="A.", b="B.", **{"dossier.yml": described})) == (
        'seeds/a.txt: has the key "a" like seeds/b.txt: give one of them another "key:" in seeds/dossier.yml'
    )


def test_an_entry_without_its_seed_is_refused_with_its_line(tmp_path: Path) -> None:
    described = "# ours\nsources:\n  - file: gone.txt\n"
    assert refusal(write(tmp_path, a="A.", **{"dossier.yml": described})) == (
        'seeds/dossier.yml:3:5: S007 "gone.txt" is not in seeds/: correct "file:" or take the entry out'
    )


def test_a_folder_with_neither_seeds_nor_dossier_yml_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == 'seeds/: no seeds: put articles in it as "*.txt"'
    assert "no such folder" in refusal(tmp_path / "gone")


def test_a_folder_whose_articles_are_still_to_come_is_none_that_is_wrong(tmp_path: Path) -> None:
    write(tmp_path, **{"dossier.yml": "sides:\n  - key: a\n    name: A\n"})
    editorial, found = seeds.read_folder(tmp_path)
    assert found == ()
    assert editorial.sides
