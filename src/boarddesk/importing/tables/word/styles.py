"""What a Word document's styles, numbering and theme say: heading levels, list numbers, shading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from boarddesk.importing.tables import colours
from boarddesk.importing.tables.package import on, whole
from boarddesk.importing.tables.symbol_fonts import is_symbol_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element down a path of names, or nothing."""
    for name in path:
        element = element.find(W + name) if element is not None else None
    return element


def value(element: etree._Element | None, *path: str) -> str:
    """The `w:val` of the first element down a path, or empty."""
    found = child(element, *path)
    return (found.get(VAL) or "") if found is not None else ""


@dataclass
class Level:
    """One level of a list: how it counts and how its number is written."""

    counts: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass
class Styles:
    """The document's look, looked up by style and list ids."""

    styles: dict[str, etree._Element] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)
    chains: dict[str, list[etree._Element]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, styles: etree._Element | None, numbering: etree._Element | None, theme: dict[str, str]
    ) -> Styles:
        """Of the parts beside the document; a missing or broken one leaves its look out."""
        made = cls(theme=theme)
        for style in styles.iterfind(f"{W}style") if styles is not None else ():
            made.styles[style.get(f"{W}styleId") or ""] = style
        if numbering is not None:
            made._read_numbering(numbering)
        return made

    def _read_numbering(self, root: etree._Element) -> None:
        abstract = {
            one.get(f"{W}abstractNumId") or "": _levels(one) for one in root.iterfind(f"{W}abstractNum")
        }
        for num in root.iterfind(f"{W}num"):
            key, counter = num.get(f"{W}numId") or "", value(num, "abstractNumId")
            levels = dict(abstract.get(counter, {}))
            for override in num.iterfind(f"{W}lvlOverride"):
                levels |= _levels(override)
            self.levels[key] = levels
            self.lists[key] = counter

    def chain(self, style_id: str) -> list[etree._Element]:
        """A style and what it is based on, nearest first; looked up once for each style."""
        known = self.chains.get(style_id)
        if known is not None:
            return known
        found = self.chains[style_id] = []
        while style_id in self.styles and len(found) < 12:
            found.append(self.styles[style_id])
            style_id = value(self.styles[style_id], "basedOn")
        return found

    def heading_level(self, paragraph: etree._Element) -> int:
        """1 to 9 for a heading, 0 for body text."""
        properties = child(paragraph, "pPr")
        direct = child(properties, "outlineLvl")
        if direct is not None:
            return (whole(direct.get(VAL), 9) + 1) % 10
        style_id = value(properties, "pStyle")
        for style in self.chain(style_id):
            if level := _style_level(style):
                return level
        plain = re.fullmatch(r"(?i)heading ?([1-9])|(title)", style_id)
        return int(plain.group(1) or 1) if plain else 0

    def list_place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list a paragraph is in and its level; an empty list id where it is in none."""
        properties = child(paragraph, "pPr")
        sources = [properties, *(child(style, "pPr") for style in self.chain(value(properties, "pStyle")))]
        for source in sources:
            numbered = child(source, "numPr")
            if numbered is not None and value(numbered, "numId"):
                list_id = value(numbered, "numId")
                return ("" if list_id == "0" else list_id), whole(value(numbered, "ilvl"))
        return "", 0

    def shading(self, properties: etree._Element | None) -> str:
        """The colour behind a cell, paragraph or run; empty for none."""
        shd = child(properties, "shd")
        if shd is None or shd.get(VAL) == "nil":
            return ""
        fill = colours.hex_colour(shd.get(f"{W}fill")) or self._themed(shd, "themeFill")
        pattern = shd.get(VAL) or "clear"
        if pattern == "solid" or pattern.startswith("pct"):
            front = colours.hex_colour(shd.get(f"{W}color")) or self._themed(shd, "themeColor")
            share = 1.0 if pattern == "solid" else whole(pattern[3:]) / 100
            return colours.mixed(front, fill or "FFFFFF", share) if front else fill
        return fill

    def symbol_font(self, properties: etree._Element | None, style_id: str) -> str | None:
        """The symbol font of a run or a style, empty for another font; None where neither says one."""
        for one in (properties, *(child(style, "rPr") for style in self.chain(style_id))):
            fonts = child(one, "rFonts")
            names = [fonts.get(f"{W}{name}") for name in ("ascii", "hAnsi")] if fonts is not None else []
            if any(names):
                return next((name for name in names if name and is_symbol_font(name)), "")
        return None

    def _themed(self, shd: etree._Element, attribute: str) -> str:
        name = shd.get(W + attribute) or ""
        colour = self.theme.get(colours.SLOTS.get(name, name), "")
        tint, shade = shd.get(f"{W}{attribute}Tint"), shd.get(f"{W}{attribute}Shade")
        if colour and tint:
            return colours.mixed(colour, "FFFFFF", _share(tint))
        return colours.mixed(colour, "000000", _share(shade)) if colour and shade else colour

    def table_shading(self, table: etree._Element, *, first_row: bool) -> str:
        """The colour a table and its style put behind a plain cell or, where switched on, the first row."""
        look = child(table, "tblPr", "tblLook")
        region_on = look is None or (on(look, f"{W}firstRow") and look.get(f"{W}firstRow") is not None)
        chain = self.chain(value(table, "tblPr", "tblStyle"))
        if first_row and region_on:
            for style in chain:
                for region in style.iterfind(f"{W}tblStylePr"):
                    colour = self.shading(child(region, "tcPr"))
                    if region.get(f"{W}type") == "firstRow" and colour:
                        return colour
        direct = self.shading(child(table, "tblPr"))
        return direct or next((found for style in chain if (found := self.shading(child(style, "tcPr")))), "")


def _style_level(style: etree._Element) -> int:
    outline = child(style, "pPr", "outlineLvl")
    if outline is not None:
        return (whole(outline.get(VAL), 9) + 1) % 10
    named = re.fullmatch(r"(?i)heading ([1-9])|(title)", value(style, "name"))
    return int(named.group(1) or 1) if named else 0


def _levels(element: etree._Element) -> dict[int, Level]:
    return {whole(one.get(f"{W}ilvl")): _level(one) for one in element.iter(f"{W}lvl")}


def _level(element: etree._Element) -> Level:
    counts, start = value(element, "numFmt") or "decimal", whole(value(element, "start"), 1)
    return Level(counts, pattern=value(element, "lvlText"), start=start)


def _share(text: str) -> float:
    try:
        return int(text, 16) / 255
    except ValueError:
        return 1.0


def written(number: int, counts: str) -> str:
    """A list number as its level writes it: 3, c, C, iii, III."""
    if counts in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min(9, (number - 1) // 26 + 1)
        return letter if counts == "lowerLetter" else letter.upper()
    if counts in ("lowerRoman", "upperRoman"):
        return _roman(number) if counts == "upperRoman" else _roman(number).lower()
    return f"{number:02}" if counts == "decimalZero" else str(number)


def _roman(number: int) -> str:
    steps = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
    out, number = "", number % 4000
    for step, sign in (*steps, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (number // step)
        number %= step
    return out
