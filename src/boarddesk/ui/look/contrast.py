"""Contrast between two colours, as WCAG 2.2 reckons it, and the ink that stands on a given fill."""

from __future__ import annotations

_DARK_INK, _LIGHT_INK = "#0B0C0C", "#FFFFFF"


def _channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 black to 1 white."""
    red, green, blue = (_channel(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(fill: str) -> str:
    """Near-black or white, whichever is easier to read on the fill."""
    return max((_DARK_INK, _LIGHT_INK), key=lambda ink: ratio(ink, fill))
