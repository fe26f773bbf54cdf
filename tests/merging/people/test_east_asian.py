"""Chinese names in two systems, Korean ones in none."""

from __future__ import annotations

import pytest

from sourced.merging.people import east_asian, name_parts


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Mao Tse-tung", "Mao Zedong", "same"),
        ("Hsi Chin-ping", "Xi Jinping", "same"),
        ("Chu Teh", "Zhu De", "unsure"),
        ("Wang Dong", "Wang Tong", None),
        ("Zhang Youxia", "Zhang Yuxia", None),
        ("Choe Son Hui", "Choi Son-hui", "unsure"),
        ("Kim Jong-un", "Kim Jong-in", None),
        ("Anna Tsung", "Anna Zong", None),
    ],
)
def test_one_person_in_two_systems(one: str, other: str, verdict: str | None) -> None:
    assert east_asian.compare(name_parts.parse(one), name_parts.parse(other)) == verdict
