"""Colours as six hex digits: how far two lie apart to the eye, and which ink can be read on a fill."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

INK: Final = "0B0C0C"
PAPER: Final = "FFFFFF"
BLACK: Final = "000000"

READABLE: Final = 4.5
"""The contrast that text needs; pure black or white always reaches it, near-black does not quite."""

_LINEAR_TO_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_DAYLIGHT: Final = (0.95047, 1.0, 1.08883)
_CUBE_FROM: Final = 216 / 24389
_STEEP: Final = 841 / 108


@dataclass(frozen=True)
class Shade:
    """A colour as the eye sees it: lightness 0 to 100, then green to red and blue to yellow around 0."""

    light: float
    red: float
    yellow: float

    @property
    def strength(self) -> float:
        """How far the colour is from grey."""
        return math.hypot(self.red, self.yellow)

    def distance(self, other: Shade) -> float:
        """How far two colours lie apart; about 2 can just be told."""
        return math.dist((self.light, self.red, self.yellow), (other.light, other.red, other.yellow))


@lru_cache(maxsize=1024)
def hex_of(fill: str | None) -> str:
    """Six capital hex digits of a fill such as `#ffc000`, `FFFFC000` or `FFC000`; empty where it is none."""
    text = (fill or "").strip().lstrip("#").upper()
    if re.fullmatch(r"[0-9A-F]{8}", text):
        text = text[2:]
    return text if re.fullmatch(r"[0-9A-F]{6}", text) else ""


@lru_cache(maxsize=512)
def shade(fill: str) -> Shade:
    """The colour of six hex digits as the eye sees it."""
    linear = _linear(fill)
    xyz = [sum(part * value for part, value in zip(row, linear, strict=True)) for row in _LINEAR_TO_XYZ]
    x, y, z = (_response(value / white) for value, white in zip(xyz, _DAYLIGHT, strict=True))
    return Shade(116 * y - 16, 500 * (x - y), 200 * (y - z))


def contrast(one: str, other: str) -> float:
    """Contrast as the accessibility guidelines reckon it: 1 for the same colour, 21 for black on white."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(fill: str) -> str:
    """Near-black or white, whichever is easier to read on the fill; black where neither reaches 4.5."""
    best = max((INK, PAPER), key=lambda ink: contrast(ink, fill))
    return (
        best if contrast(best, fill) >= READABLE else max((BLACK, PAPER), key=lambda ink: contrast(ink, fill))
    )


def _linear(fill: str) -> tuple[float, float, float]:
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)


def _luminance(fill: str) -> float:
    red, green, blue = _linear(fill)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _response(value: float) -> float:
    return math.cbrt(value) if value > _CUBE_FROM else _STEEP * value + 4 / 29
