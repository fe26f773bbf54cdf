"""Names that differ no more than papers err."""

from __future__ import annotations

import pytest

from sourced.merging.people import near_names


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("arvind", "aravind", True),
        ("kristi", "kristy", True),
        ("francis", "frances", False),
        ("imran", "imrana", False),
        ("simon", "simone", False),
        ("imran", "irfan", False),
    ],
)
def test_slips_of_a_given_name(one: str, other: str, near: bool) -> None:
    assert near_names.given(one, other) is near


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("sheinbaum", "scheinbaum", True),
        ("starovoit", "starovoitov", False),
        ("bondarenko", "bondarchuk", False),
        ("kyrylenko", "kyrychenko", False),
        ("horvat", "horvata", False),
    ],
)
def test_slips_of_a_surname(one: str, other: str, near: bool) -> None:
    assert near_names.surnames(one, other, ()) is near
