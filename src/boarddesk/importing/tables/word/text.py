"""Paragraphs of a Word document as people see them: insertions kept, deletions dropped, lists counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from boarddesk.importing.tables.symbol_fonts import UNKNOWN, in_signs, is_symbol_font
from boarddesk.importing.tables.word.styles import Level, ParagraphLook, RunLook, Styles, W, written
from boarddesk.rules.statuses.shades import BLACK

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = f"{MC}AlternateContent"
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


class _Names(dict[object, str]):
    """The name of each tag without its namespace; none of alternatives, comments and the like."""

    def __missing__(self, tag: object) -> str:
        self[tag] = name = tag.rpartition("}")[2] if isinstance(tag, str) and tag != ALTERNATIVES else ""
        return name


NAMES = _Names()
Children = list[tuple[str, etree._Element]]
"""What people may see of an element's children, each with its name."""


class Paragraph(NamedTuple):
    """One paragraph: its text with its list number or bullet, and how it stands out.

    `font` is named where some of it is set in a font that shows signs.
    """

    text: str
    level: int = 0
    shading: str = ""
    bold: bool = False
    boxes: tuple[etree._Element, ...] = ()
    font: str = ""


@dataclass(slots=True)
class Reading:
    """Text gathered from a paragraph's runs, and how those that can be seen are set.

    `style_font` is the paragraph's symbol font, `font` that of the run being read, `symbol_font` the first
    seen.
    """

    style_font: str
    font: str = ""
    symbol_font: str = ""
    text: list[str] = field(default_factory=list)
    runs: list[RunLook] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


@dataclass
class Paragraphs:
    """Reads paragraphs in document order, counting the lists as it goes."""

    styles: Styles
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def read(self, paragraph: etree._Element) -> Paragraph:
        """The paragraph as people see it."""
        children = seen(paragraph)
        look = self.styles.paragraph(named(children, "pPr"))
        got = Reading(look.symbol_font)
        self._gather(children, got)
        text = cleaned("".join(got.text)).strip()
        marked = self._mark(look, bool(text)) if look.list_id else ""
        runs = got.runs
        first = runs[0] if runs else self.styles.plain_run
        shading, ink, bold = first.colour, first.ink, first.bold
        if len(runs) > 1:
            shading = shading if all(run.colour == shading for run in runs) else ""
            ink = ink if all(run.ink == ink for run in runs) else ""
            bold = bold and all(run.bold for run in runs)
        if ink and ink != BLACK and not shading and COLOURED_SIGN.fullmatch(text):
            text, shading = "", ink
        return Paragraph(
            f"{marked} {text}".strip() if marked else text,
            look.level,
            shading or look.colour,
            bool(text) and (bold or not runs),
            tuple(got.boxes),
            got.symbol_font,
        )

    def _gather(self, children: Children, got: Reading) -> None:
        for name, one in children:
            if name == "r":
                self._gather_run(seen(one), got)
            elif name == "txbxContent":
                got.boxes.append(one)
            elif name not in UNSEEN:
                self._gather(seen(one), got)

    def _gather_run(self, children: Children, got: Reading) -> None:
        look = self.styles.run(named(children, "rPr"))
        if look.hidden:
            return
        before = len(got.text)
        got.font = got.style_font if look.font is None else look.font
        self._gather_signs(children, got)
        if any(map(str.strip, got.text[before:])):
            got.symbol_font = got.symbol_font or got.font
            got.runs.append(look)

    def _gather_signs(self, children: Children, got: Reading) -> None:
        for name, one in children:
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
                self._gather(seen(one), got) if name == "ruby" else self._gather_signs(seen(one), got)

    def _mark(self, look: ParagraphLook, has_text: bool) -> str:
        """A paragraph's bullet or number; an empty bullet is no bullet, an empty number still counts."""
        at = look.list_level
        level = self.styles.levels.get(look.list_id, {}).get(at)
        if level is None or level.counts == "none":
            return ""
        if level.counts == "bullet":
            return "  " * min(at, 8) + BULLET if has_text else ""
        return self._number(look.list_id, at, level)

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


def seen(element: etree._Element) -> Children:
    """An element's children with their names, of alternatives the first that is offered."""
    found: Children = []
    for one in element:
        tag = one.tag
        name = NAMES[tag]
        if name:
            found.append((name, one))
        elif tag == ALTERNATIVES:
            offered = one.find(f"{MC}Choice")
            chosen = offered if offered is not None else one.find(f"{MC}Fallback")
            found += seen(chosen) if chosen is not None else ()
    return found


def named(children: Children, name: str) -> etree._Element | None:
    """The first of these of that name."""
    for of, one in children:
        if of == name:
            return one
    return None


def cleaned(text: str) -> str:
    """Text without soft hyphens, control characters and marks of direction, hard spaces made plain."""
    return text if text.isprintable() else text.translate(UNCLEAN)


def _symbol(element: etree._Element) -> str:
    """A sign put in by its place in a font."""
    code, font = element.get(f"{W}char") or "", element.get(f"{W}font") or ""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code) else 0
    if 0xF000 <= number <= 0xF0FF or (number and is_symbol_font(font)):
        return in_signs(chr(number), font if is_symbol_font(font) else "")
    return chr(number) if 32 <= number < 0xD800 else UNKNOWN if number else ""
