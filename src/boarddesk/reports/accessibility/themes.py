"""The colours and fonts of a document's theme, and what tint, shade and pattern make of a colour."""

from __future__ import annotations

import colorsys
import re

from boarddesk.reports.accessibility.reading import A, Element, W, value

HIGHLIGHTS = {"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
              "red": "FF0000", "darkBlue": "00008B", "darkCyan": "008B8B", "darkGreen": "006400",
              "darkMagenta": "800080", "darkRed": "8B0000", "darkYellow": "808000", "darkGray": "A9A9A9",
              "lightGray": "D3D3D3", "black": "000000", "white": "FFFFFF"}  # fmt: skip
_HEX = re.compile("[0-9A-Fa-f]{6}")
_SCHEME = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
           "followedHyperlink": "folHlink"}  # fmt: skip
_MAPPED = {"background1": ("bg1", "light1"), "text1": ("t1", "dark1"), "background2": ("bg2", "light2"),
           "text2": ("t2", "dark2"), "bg1": ("bg1", "light1"), "tx1": ("t1", "dark1"),
           "bg2": ("bg2", "light2"), "tx2": ("t2", "dark2")}  # fmt: skip
NOTHING = ""
"""No fill of its own: what lies behind is seen."""


class Theme:
    """The theme of a document as the text uses it."""

    def __init__(self, root: Element | None, settings: Element | None) -> None:
        self._colours = dict(_colours(root))
        self._fonts = dict(_fonts(root))
        self._mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")

    def colour(self, name: str) -> str:
        """Six hex digits of a theme colour by Word's name for it; nothing where the theme has none."""
        if name in _MAPPED:
            key, usual = _MAPPED[name]
            name = value(self._mapping, key) or usual
        return self._colours.get(_SCHEME.get(name, name), "")

    def font(self, name: str) -> str:
        """The font behind `minorHAnsi` or `majorAscii`."""
        return self._fonts.get("major" if name.startswith("major") else "minor", "")

    def ink(self, colour: Element | None, attribute: str = "val") -> str:
        """The colour a text is given; nothing where the program chooses it."""
        return self._mixed(colour, plain=attribute, prefix="theme") if colour is not None else ""

    def fill(self, shade: Element | None) -> str | None:
        """The fill of a shading: six digits, nothing where it takes a fill away, None where it says none."""
        if shade is None:
            return None
        pattern = value(shade) or "clear"
        behind = self._mixed(shade, plain="fill", prefix="themeFill")
        if pattern in ("clear", "nil"):
            return NOTHING if pattern == "nil" else behind
        front = self._mixed(shade, plain="color", prefix="theme") or "000000"
        share = {"solid": 100}.get(pattern, int(pattern[3:]) if re.fullmatch(r"pct\d{1,2}", pattern) else 50)
        return _blended(front, behind or "FFFFFF", share / 100)

    def _mixed(self, given: Element, *, plain: str, prefix: str) -> str:
        named = value(given, f"{prefix}Color" if prefix == "theme" else prefix)
        colour = self.colour(named) if named else ""
        if not colour:
            said = value(given, plain)
            return said.upper() if _HEX.fullmatch(said) else ""
        for kind in ("Tint", "Shade"):
            much = value(given, f"{prefix}{kind}")
            if re.fullmatch("[0-9A-Fa-f]{2}", much):
                colour = _lightened(colour, int(much, 16) / 255, tint=kind == "Tint")
        return colour


def _colours(root: Element | None) -> list[tuple[str, str]]:
    scheme = None if root is None else next(root.iter(f"{A}clrScheme"), None)
    found = []
    for each in () if scheme is None else scheme:
        for colour in each:
            said = colour.get("lastClr") or colour.get("val") or ""
            if _HEX.fullmatch(said):
                found.append((str(each.tag).rpartition("}")[2], said.upper()))
    return found


def _fonts(root: Element | None) -> list[tuple[str, str]]:
    found = []
    for size in ("major", "minor"):
        latin = None if root is None else next(root.iter(f"{A}{size}Font"), None)
        face = None if latin is None else latin.find(f"{A}latin")
        found.append((size, "" if face is None else face.get("typeface", "")))
    return found


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "".join(f"{min(255, max(0, round(part * 255))):02X}" for part in parts)


def _lightened(colour: str, much: float, *, tint: bool) -> str:
    hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
    return _hex(colorsys.hls_to_rgb(hue, light * much + (1 - much if tint else 0), strength))


def _blended(front: str, behind: str, share: float) -> str:
    red, green, blue = (
        over * share + under * (1 - share) for over, under in zip(_parts(front), _parts(behind), strict=True)
    )
    return _hex((red, green, blue))


def is_dark(fill: str) -> bool:
    """Whether Word writes automatic text white on this fill."""
    red, green, blue = (int(fill[at : at + 2], 16) for at in (0, 2, 4))
    return (red * 76 + green * 151 + blue * 29) // 256 <= 62
