from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourced.publishing import colours

PAPER, SHEET, NIGHT = (0xFB, 0xFA, 0xF6), (0xFF, 0xFF, 0xFF), (0x1D, 0x20, 0x24)
ENOUGH = 4.5  # for text, in the Web Content Accessibility Guidelines


def _rgb(colour: str) -> tuple[int, int, int]:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_any_colour_can_be_read_on_a_light_and_on_a_dark_page(colour: str) -> None:
    light, dark = colours.pair(colour)
    assert min(colours.contrast(_rgb(light), ground) for ground in (PAPER, SHEET)) >= ENOUGH
    assert colours.contrast(_rgb(dark), NIGHT) >= ENOUGH


def test_a_colour_that_can_be_read_is_kept() -> None:
    assert colours.pair("#1f5fa8")[0] == "#1f5fa8"


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "", "#1234567"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="rrggbb"):
        colours.pair(colour)


def test_sides_without_a_colour_get_different_ones() -> None:
    found = colours.chosen([None] * 6)
    assert len(set(found)) == 6
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in found)
    assert len(colours.chosen([None] * 9)) == 9


@pytest.mark.parametrize("colour", colours.chosen([None] * 6))
def test_a_side_without_a_colour_gets_another_one_than_an_editor_gave_before_or_behind(colour: str) -> None:
    assert colours.chosen([colour, None])[1] != colour
    assert colours.chosen([None, colour])[0] != colour


def test_an_editors_colours_are_kept() -> None:
    assert colours.chosen(["#ffff66", None, "#1f5fa8"])[::2] == ("#ffff66", "#1f5fa8")


def test_contrast_of_black_and_white_is_21() -> None:
    assert colours.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
