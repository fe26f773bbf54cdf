"""Colours of the sides that can be read on a light and on a dark page."""

from __future__ import annotations

import colorsys
import re
from functools import cache
from importlib import resources

# Contrast as the Web Content Accessibility Guidelines 2.2 define it (success criterion 1.4.3):
# 4.5 to 1 is asked for; a little more, so that tinted ground leaves enough of it.
_CONTRAST = 5.5
_PAPER = (0xFB, 0xFA, 0xF6)
_NIGHT = (0x20, 0x23, 0x28)
_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")

_RGB = tuple[int, int, int]


@cache
def default(number: int) -> str:
    """The colour of the side with this number (from 0) where the editor names none."""
    palette = resources.files(__package__).joinpath("palette.txt").read_text("utf-8").split()
    return palette[number % len(palette)]


@cache
def pair(colour: str) -> tuple[str, str]:
    """The colour itself, made darker to be read on a light page, and lighter on a dark one.

    ``colour`` is "#rrggbb", as are both that are returned. Raises ValueError for anything else.
    """
    match = _HEX.fullmatch(colour)
    if not match:
        raise ValueError(f"{colour!r} is not #rrggbb")
    rgb = (int(match[1], 16), int(match[2], 16), int(match[3], 16))
    return _readable(rgb, _PAPER, -0.01), _readable(rgb, _NIGHT, 0.01)


def contrast(one: _RGB, other: _RGB) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _readable(rgb: _RGB, ground: _RGB, step: float) -> str:
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in rgb))
    while contrast(rgb, ground) < _CONTRAST and 0 <= light + step <= 1:
        light += step
        red, green, blue = colorsys.hls_to_rgb(hue, light, full)
        rgb = (round(red * 255), round(green * 255), round(blue * 255))
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def _luminance(rgb: _RGB) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
