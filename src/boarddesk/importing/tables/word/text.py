"""Paragraphs of a Word document as people see them: insertions kept, deletions dropped, lists counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from boarddesk.importing.tables.colours import HIGHLIGHTS
from boarddesk.importing.tables.package import local, on
from boarddesk.importing.tables.symbol_fonts import UNKNOWN, in_signs, is_symbol_font
from boarddesk.importing.tables.word.styles import VAL, Level, Styles, W, child, value, written
from boarddesk.rules.statuses.shades import BLACK, hex_of

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What people do not see, or see elsewhere: deleted and moved-away text, field codes, notes, phonetic guides.
UNSEEN = {
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "rPr",
    "pPr",
    "rt",
    "fldData",
    "tbl",
    "sdtPr",
}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
BULLET = "•"
COLOURED_SIGN = re.compile(r"[●⬤■◼▪▲▼◆⚫⚪\u26ab\u26aa\ufe0f\s]+")
"""Signs that say nothing by themselves: set in a colour, it is the colour that is meant."""
UNCLEAN = {number: None for number in range(32) if chr(number) not in "\n\t"} | {
    0xAD: None, 0x200B: None, 0xFEFF: None, 0xA0: " ",
} | dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))  # fmt: skip


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its text with its list number or bullet, and how it stands out.

    `font` is named where some of it is set in a font that shows signs.
    """

    text: str
    level: int = 0
    shading: str = ""
    bold: bool = False
    boxes: tuple[etree._Element, ...] = ()
    font: str = ""


@dataclass
class Reading:
    """Text, colours and weight gathered from a paragraph's runs.

    `style_font` is the paragraph's symbol font, `font` that of the run being read, `symbol_font` the first
    seen; `ink` the colours of its letters.
    """

    text: list[str] = field(default_factory=list)
    colours: set[str] = field(default_factory=set)
    all_bold: bool = True
    boxes: list[etree._Element] = field(default_factory=list)
    style_font: str = ""
    font: str = ""
    symbol_font: str = ""
    ink: set[str] = field(default_factory=set)


@dataclass
class Paragraphs:
    """Reads paragraphs in document order, counting the lists as it goes."""

    styles: Styles
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def read(self, paragraph: etree._Element) -> Paragraph:
        """The paragraph as people see it."""
        styled = value(child(paragraph, "pPr"), "pStyle")
        got = Reading(style_font=self.styles.symbol_font(None, styled) or "")
        self._gather(paragraph, got)
        text = cleaned("".join(got.text)).strip()
        marked = self._mark(paragraph, bool(text))
        properties = child(paragraph, "pPr")
        shading = got.colours.pop() if len(got.colours) == 1 else ""
        ink = got.ink.pop() if len(got.ink) == 1 else ""
        if ink and ink != BLACK and not shading and COLOURED_SIGN.fullmatch(text):
            text, shading = "", ink
        return Paragraph(
            text=f"{marked} {text}".strip(),
            level=self.styles.heading_level(paragraph),
            shading=shading or self.styles.shading(properties),
            bold=got.all_bold and bool(text),
            boxes=tuple(got.boxes),
            font=got.symbol_font,
        )

    def _gather(self, element: etree._Element, got: Reading) -> None:
        for one in seen(element):
            name = local(one)
            if name == "txbxContent":
                got.boxes.append(one)
            elif name == "r":
                self._gather_run(one, got)
            elif name not in UNSEEN:
                self._gather(one, got)

    def _gather_run(self, run: etree._Element, got: Reading) -> None:
        properties = child(run, "rPr")
        if on(child(properties, "vanish"), VAL):
            return
        before = len(got.text)
        font = self.styles.symbol_font(properties, value(properties, "rStyle"))
        got.font = got.style_font if font is None else font
        self._gather_signs(run, got)
        if "".join(got.text[before:]).strip():
            got.symbol_font = got.symbol_font or got.font
            highlight = HIGHLIGHTS.get(value(properties, "highlight"), "")
            got.colours.add(highlight or self.styles.shading(properties))
            got.ink.add(hex_of(value(properties, "color")))
            got.all_bold = got.all_bold and on(child(properties, "b"), VAL)

    def _gather_signs(self, run: etree._Element, got: Reading) -> None:
        for one in seen(run):
            name = local(one)
            if name == "t":
                got.text.append(in_signs(one.text or "", got.font))
            elif name in SIGNS:
                got.text.append(SIGNS[name])
            elif name == "sym":
                got.text.append(_symbol(one))
                font = one.get(f"{W}font") or ""
                got.symbol_font = got.symbol_font or (font if is_symbol_font(font) else "")
            elif name == "txbxContent":
                got.boxes.append(one)
            elif name not in UNSEEN:
                self._gather(one, got) if name == "ruby" else self._gather_signs(one, got)

    def _mark(self, paragraph: etree._Element, has_text: bool) -> str:
        """A paragraph's bullet or number; an empty bullet is no bullet, an empty number still counts."""
        list_id, at = self.styles.list_place(paragraph)
        level = self.styles.levels.get(list_id, {}).get(at)
        if level is None or level.counts == "none":
            return ""
        if level.counts == "bullet":
            return "  " * min(at, 8) + BULLET if has_text else ""
        return self._number(list_id, at, level)

    def _number(self, list_id: str, at: int, level: Level) -> str:
        levels = self.styles.levels[list_id]
        counter = self.counters.setdefault(self.styles.lists[list_id] or list_id, {})
        counter[at] = counter.get(at, level.start - 1) + 1
        for deeper in [one for one in counter if one > at]:
            del counter[deeper]
        text = level.pattern
        for n in range(at + 1):
            number = counter.get(n, levels[n].start if n in levels else 1)
            text = text.replace(f"%{n + 1}", written(number, levels[n].counts if n in levels else "decimal"))
        return text


def seen(element: etree._Element) -> Iterator[etree._Element]:
    """An element's children, of alternatives the first that is offered."""
    for one in element:
        if one.tag == f"{MC}AlternateContent":
            offered = one.find(f"{MC}Choice")
            chosen = offered if offered is not None else one.find(f"{MC}Fallback")
            if chosen is not None:
                yield from seen(chosen)
        elif isinstance(one.tag, str):
            yield one


def cleaned(text: str) -> str:
    """Text without soft hyphens, control characters and marks of direction, hard spaces made plain."""
    return text.translate(UNCLEAN)


def _symbol(element: etree._Element) -> str:
    """A sign put in by its place in a font."""
    code, font = element.get(f"{W}char") or "", element.get(f"{W}font") or ""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code) else 0
    if 0xF000 <= number <= 0xF0FF or (number and is_symbol_font(font)):
        return in_signs(chr(number), font if is_symbol_font(font) else "")
    return chr(number) if 32 <= number < 0xD800 else UNKNOWN if number else ""
