"""Colours of the sides that can be read on a light and on a dark page."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from functools import cache

from sourced import wordlists

# Contrast as the Web Content Accessibility Guidelines 2.2 define it (success criterion 1.4.3):
# 4.5 to 1 is asked for; a little more, so that tinted ground leaves enough of it.
_CONTRAST = 5.5
_PAPER = (0xFB, 0xFA, 0xF6)
_NIGHT = (0x20, 0x23, 0x28)
_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")

_RGB = tuple[int, int, int]


def chosen(named: Sequence[str | None]) -> tuple[str, ...]:
    """The colour of each side: the editor's, else the one of the palette that is least like the others."""
    taken = [colour for colour in named if colour]
    for _ in range(named.count(None)):
        taken.append(max(_palette(), key=lambda one: min((_apart(one, other) for other in taken), default=0)))
    free = iter(taken[len(named) - named.count(None) :])
    return tuple(colour or next(free) for colour in named)


@cache
def _palette() -> tuple[str, ...]:
    return tuple(f"#{digits}" for digits in wordlists.lines(__package__, "palette.txt"))


def _apart(one: str, other: str) -> float:
    """How far apart two colours are on a light page (T. Riemersma's weighted distance in RGB)."""
    (red, green, blue), (r, g, b) = (_rgb(pair(colour)[0]) for colour in (one, other))
    mean = (red + r) / 2
    return (
        (2 + mean / 256) * (red - r) ** 2 + 4 * (green - g) ** 2 + (2 + (255 - mean) / 256) * (blue - b) ** 2
    )


@cache
def pair(colour: str) -> tuple[str, str]:
    """The colour itself, made darker to be read on a light page, and lighter on a dark one.

    ``colour`` is "#rrggbb", as are both that are returned. Raises ValueError for anything else.
    """
    rgb = _rgb(colour)
    return _readable(rgb, _PAPER, -0.01), _readable(rgb, _NIGHT, 0.01)


def _rgb(colour: str) -> _RGB:
    match = _HEX.fullmatch(colour)
    if not match:
        raise ValueError(f"{colour!r} is not #rrggbb")
    return int(match[1], 16), int(match[2], 16), int(match[3], 16)


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
