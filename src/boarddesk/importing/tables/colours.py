"""Colours as documents give them: hex, named highlights, tinted theme colours, indexed palettes."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

from lxml import etree

from boarddesk.importing.tables.package import local

HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000",
    "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
SLOTS = {
    "background1": "lt1", "text1": "dk1", "background2": "lt2", "text2": "dk2", "light1": "lt1",
    "dark1": "dk1", "light2": "lt2", "dark2": "dk2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
# The order in which a workbook counts theme colours.
THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
PALETTE = tuple(
    (
        "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
        * 2
        + "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 "
        "FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF "
        "CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 "
        "969696 003366 339966 003300 333300 993300 993366 333399 333333"
    ).split()
)


@lru_cache(maxsize=1024)
def hex_colour(text: str | None) -> str:
    """Six capital hex digits out of `0070c0`, `#0070C0` or `FF0070C0`; empty for `auto` and anything else."""
    digits = (text or "").lstrip("#").upper()
    if re.fullmatch(r"[0-9A-F]{8}", digits):
        digits = digits[2:]
    return digits if re.fullmatch(r"[0-9A-F]{6}", digits) else ""


def theme_colours(root: etree._Element | None) -> dict[str, str]:
    """The theme's colours by slot: dk1, lt1, accent1 …"""
    found: dict[str, str] = {}
    scheme = (
        next((one for one in root.iter() if local(one) == "clrScheme"), None) if root is not None else None
    )
    for slot in scheme if scheme is not None else ():
        for colour in slot:
            value = colour.get("lastClr") if local(colour) == "sysClr" else colour.get("val")
            if hexed := hex_colour(value):
                found[local(slot)] = hexed
    return found


def mixed(first: str, second: str, share: float) -> str:
    """So much of the first colour in the second."""
    pairs = zip(_parts(first), _parts(second), strict=True)
    return "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def tinted(colour: str, tint: float) -> str:
    """A colour lightened (above nought) or darkened (below), as workbooks do it."""
    if not colour or not tint:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    back = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "".join(f"{round(part * 255):02X}" for part in back)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)
