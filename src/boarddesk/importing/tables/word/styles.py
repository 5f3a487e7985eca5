"""What a Word document's styles, numbering and theme say: heading levels, list numbers, shading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from boarddesk.importing.tables import colours
from boarddesk.importing.tables.package import on, whole
from boarddesk.importing.tables.symbol_fonts import is_symbol_font
from boarddesk.rules.statuses.shades import hex_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL, FILL = f"{W}val", f"{W}fill"

Properties = Mapping[str, etree._Element]
"""An element's properties by name, those of other namespaces by tag; of several alike the first."""


class _OwnNames(dict[str, str]):
    """The name of each tag: one of Word's own without its namespace."""

    def __missing__(self, tag: str) -> str:
        self[tag] = name = tag.removeprefix(W)
        return name


OWN_NAMES = _OwnNames()


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element down a path of names, or nothing."""
    for name in path:
        element = next(element.iterchildren(W + name), None) if element is not None else None
    return element


def value(element: etree._Element | None, *path: str) -> str:
    """The `w:val` of the first element down a path, or empty."""
    found = child(element, *path)
    return (found.get(VAL) or "") if found is not None else ""


def properties_of(element: etree._Element | None) -> Properties:
    """All of an element's properties in one pass, where several of them are asked for."""
    found: dict[str, etree._Element] = {}
    for one in element if element is not None else ():
        found.setdefault(OWN_NAMES[str(one.tag)], one)
    return found


def said(properties: Properties, name: str) -> str:
    """The `w:val` of a property, or empty."""
    found = properties.get(name)
    return (found.get(VAL) or "") if found is not None else ""


@dataclass
class Level:
    """One level of a list: how it counts and how its number is written."""

    counts: str = "decimal"
    pattern: str = ""
    start: int = 1


class ParagraphLook(NamedTuple):
    """How a paragraph is set; `list_id` is empty where it is in no list, `symbol_font` where it has none."""

    level: int
    list_id: str
    list_level: int
    colour: str
    symbol_font: str


class RunLook(NamedTuple):
    """How a run is set: `font` is its symbol font, empty for another, None where it names none."""

    hidden: bool
    font: str | None
    colour: str
    ink: str
    bold: bool


@dataclass(frozen=True)
class StyleLook:
    """What a style and those it is based on say; None where they say nothing.

    `behind` is the colour behind a plain cell of its tables, `on_top` that behind the first row.
    """

    level: int = 0
    list_place: tuple[str, int] | None = None
    symbol_font: str | None = None
    behind: str = ""
    on_top: str = ""


@dataclass
class Styles:
    """The document's look, looked up by style and list ids."""

    styles: dict[str, etree._Element] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)
    looks: dict[str, StyleLook] = field(default_factory=dict)

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

    def look(self, style_id: str) -> StyleLook:
        """What a style comes to with those it is based on; looked up once for each style."""
        known = self.looks.get(style_id)
        if known is None:
            known = self.looks[style_id] = self._look(style_id)
        return known

    def _look(self, style_id: str) -> StyleLook:
        chain: list[etree._Element] = []
        named = style_id
        while named in self.styles and len(chain) < 12:
            chain.append(self.styles[named])
            named = value(self.styles[named], "basedOn")
        plain = re.fullmatch(r"(?i)heading ?([1-9])|(title)", style_id)
        fonts = (_symbol_font(child(style, "rPr", "rFonts")) for style in chain)
        places = (_list_place(child(style, "pPr", "numPr")) for style in chain)
        behind = (self.shading(child(style, "tcPr", "shd")) for style in chain)
        on_top = (
            self.shading(child(region, "tcPr", "shd"))
            for style in chain
            for region in style.iterfind(f"{W}tblStylePr")
            if region.get(f"{W}type") == "firstRow"
        )
        return StyleLook(
            level=next(filter(None, map(_style_level, chain)), int(plain.group(1) or 1) if plain else 0),
            list_place=next((place for place in places if place is not None), None),
            symbol_font=next((font for font in fonts if font is not None), None),
            behind=next(filter(None, behind), ""),
            on_top=next(filter(None, on_top), ""),
        )

    @cached_property
    def plain_paragraph(self) -> ParagraphLook:
        """How a paragraph without properties is set."""
        return self._paragraph({})

    @cached_property
    def plain_run(self) -> RunLook:
        """How a run without properties is set."""
        return self._run({})

    def paragraph(self, properties: etree._Element | None) -> ParagraphLook:
        """How a paragraph of these properties is set."""
        return self.plain_paragraph if properties is None else self._paragraph(properties_of(properties))

    def _paragraph(self, properties: Properties) -> ParagraphLook:
        style = self.look(said(properties, "pStyle"))
        outline = properties.get("outlineLvl")
        list_id, list_level = _list_place(properties.get("numPr")) or style.list_place or ("", 0)
        return ParagraphLook(
            style.level if outline is None else _outline_level(outline),
            list_id,
            list_level,
            self.shading(properties.get("shd")),
            style.symbol_font or "",
        )

    def run(self, properties: etree._Element | None) -> RunLook:
        """How a run of these properties is set."""
        return self.plain_run if properties is None else self._run(properties_of(properties))

    def _run(self, properties: Properties) -> RunLook:
        font = _symbol_font(properties.get("rFonts"))
        highlight = colours.HIGHLIGHTS.get(said(properties, "highlight"))
        return RunLook(
            on(properties.get("vanish"), VAL),
            self.look(said(properties, "rStyle")).symbol_font if font is None else font,
            highlight or self.shading(properties.get("shd")),
            hex_of(said(properties, "color")),
            on(properties.get("b"), VAL),
        )

    def shading(self, shd: etree._Element | None) -> str:
        """The colour behind a cell, paragraph or run; empty for none."""
        if shd is None or shd.get(VAL) == "nil":
            return ""
        fill = colours.hex_colour(shd.get(FILL)) or self._themed(shd, "themeFill")
        pattern = shd.get(VAL) or "clear"
        if pattern == "solid" or pattern.startswith("pct"):
            front = colours.hex_colour(shd.get(f"{W}color")) or self._themed(shd, "themeColor")
            share = 1.0 if pattern == "solid" else whole(pattern[3:]) / 100
            return colours.mixed(front, fill or "FFFFFF", share) if front else fill
        return fill

    def _themed(self, shd: etree._Element, attribute: str) -> str:
        name = shd.get(W + attribute) or ""
        colour = self.theme.get(colours.SLOTS.get(name, name), "")
        tint, shade = shd.get(f"{W}{attribute}Tint"), shd.get(f"{W}{attribute}Shade")
        if colour and tint:
            return colours.mixed(colour, "FFFFFF", _share(tint))
        return colours.mixed(colour, "000000", _share(shade)) if colour and shade else colour

    def table_shading(self, table: etree._Element) -> tuple[str, str]:
        """The colours a table and its style put behind the first row, where switched on, and the others."""
        properties = properties_of(child(table, "tblPr"))
        look = properties.get("tblLook")
        region_on = look is None or (on(look, f"{W}firstRow") and look.get(f"{W}firstRow") is not None)
        style = self.look(said(properties, "tblStyle"))
        behind = self.shading(properties.get("shd")) or style.behind
        return (style.on_top if region_on else "") or behind, behind


def _list_place(numbered: etree._Element | None) -> tuple[str, int] | None:
    """The list and level of numbering properties, an empty list id for numbering put off."""
    if numbered is None or not value(numbered, "numId"):
        return None
    list_id = value(numbered, "numId")
    return ("" if list_id == "0" else list_id), whole(value(numbered, "ilvl"))


def _symbol_font(fonts: etree._Element | None) -> str | None:
    """The first symbol font of these, empty for another font; None where no font is named."""
    names = [fonts.get(f"{W}{name}") for name in ("ascii", "hAnsi")] if fonts is not None else []
    if not any(names):
        return None
    return next((name for name in names if name and is_symbol_font(name)), "")


def _style_level(style: etree._Element) -> int:
    outline = child(style, "pPr", "outlineLvl")
    if outline is not None:
        return _outline_level(outline)
    named = re.fullmatch(r"(?i)heading ([1-9])|(title)", value(style, "name"))
    return int(named.group(1) or 1) if named else 0


def _outline_level(outline: etree._Element) -> int:
    """1 to 9 for a heading, 0 for body text."""
    return (whole(outline.get(VAL), 9) + 1) % 10


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
