"""How a workbook's cells look: fills, weight, and number formats as people read them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lxml import etree
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.styles import Color, Fill, PatternFill
from openpyxl.styles.numbers import is_timedelta_format
from openpyxl.worksheet.worksheet import Worksheet

from boarddesk.importing.tables import colours
from boarddesk.importing.tables.package import local
from boarddesk.importing.tables.symbol_fonts import is_symbol_font

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PLAIN_DAY = "dd/mm/yyyy"
SYMBOL_CHARSET = 2
EAST_ASIAN_DAYS = {*range(27, 37), *range(50, 59)}
"""Number formats of dates that stand for one in workbooks of the far east; openpyxl does not know them."""
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Look:
    """The look of one cell style: number format, fill, weight, and its font where that shows signs."""

    pattern: str = ""
    shading: str = ""
    bold: bool = False
    font: str = ""


PLAIN = Look()


@dataclass
class Looks:
    """The looks of a workbook's cells by the number of their style, each made out once.

    Asked whether a number is `in` it, it says whether that style writes a date or a time.
    """

    sheet: Worksheet
    theme: dict[str, str]
    known: dict[int, Look] = field(default_factory=dict)

    def __contains__(self, style: object) -> bool:
        pattern = self.of_cell(style).pattern if isinstance(style, int) else ""
        return is_day(pattern) or is_time(pattern)

    def of_cell(self, style: int) -> Look:
        """The look a cell's style number stands for; plain where the workbook has no such style."""
        if style not in self.known:
            self.known[style] = self._made_out(style)
        return self.known[style]

    def _made_out(self, style: int) -> Look:
        cell = ReadOnlyCell(self.sheet, 1, 1, None, style_id=style)
        try:
            number, pattern, font = cell.style_array.numFmtId, cell.number_format, cell.font
            shading = _fill(cell.fill, self.theme)
        except IndexError:
            return PLAIN
        return Look(
            pattern=PLAIN_DAY if number in EAST_ASIAN_DAYS else pattern,
            shading=shading,
            bold=bool(font.b),
            font=symbol_font(font.name, font.charset),
        )


@dataclass(frozen=True)
class Durations:
    """Asked whether the number of a style is `in` it, says whether that style counts hours on past a day."""

    looks: Looks

    def __contains__(self, style: object) -> bool:
        return isinstance(style, int) and is_timedelta_format(self.looks.of_cell(style).pattern)


READ = {
    "numFmts": ("numFmt", {"numFmtId": "0", "formatCode": "General"}, ()),
    "fonts": ("font", {}, ("b", "name", "charset")),
    "fills": ("fill", {}, ("patternFill",)),
    "cellXfs": ("xf", {"numFmtId": "0", "fontId": "0", "fillId": "0"}, ()),
}
"""What is read of a workbook's styles: of each group its entries, their attributes and parts."""


def plain_styles(root: etree._Element) -> bytes:
    """The styles with nothing in them that is not read: openpyxl gives up all of them at one odd border."""
    for group in list(root):
        entry, attributes, within = READ.get(local(group), ("", {}, ()))
        group.attrib.clear()
        for each in list(group):
            if local(each) != entry:
                group.remove(each)
                continue
            given = {name: each.get(name) or usual for name, usual in attributes.items()}
            each.attrib.clear()
            for name, value in given.items():
                each.set(name, value if value.isdecimal() or name == "formatCode" else "0")
            for part in list(each):
                if local(part) not in within:
                    each.remove(part)
    for fill in root.iterfind(f"{S}fills/{S}fill"):
        for colour in fill.iterfind(f"{S}patternFill/*[@rgb]"):
            if digits := colours.hex_colour(colour.attrib.pop("rgb")):
                colour.set("rgb", f"FF{digits}")
        if not len(fill):
            etree.SubElement(fill, f"{S}patternFill")
    return etree.tostring(root)


def symbol_font(name: str | None, charset: int | None) -> str:
    """The name of a font that shows signs in place of letters; empty for every other."""
    return name if name and (charset == SYMBOL_CHARSET or is_symbol_font(name)) else ""


def _fill(fill: Fill, theme: dict[str, str]) -> str:
    if not isinstance(fill, PatternFill) or fill.patternType in (None, "none"):
        return ""
    absent = Color()
    colour = next((each for each in (fill.fgColor, fill.bgColor) if each != absent), None)
    return _colour(colour, theme) if colour is not None else ""


def _colour(colour: Color, theme: dict[str, str]) -> str:
    found = ""
    if colour.type == "rgb":
        found = colours.hex_colour(colour.rgb)
    elif colour.type == "theme":
        found = (
            theme.get(colours.THEME_ORDER[colour.theme], "")
            if 0 <= colour.theme < len(colours.THEME_ORDER)
            else ""
        )
    elif colour.type == "indexed":
        found = colours.PALETTE[colour.indexed] if 0 <= colour.indexed < len(colours.PALETTE) else ""
    return colours.tinted(found, max(-1.0, min(1.0, colour.tint)))


def is_day(pattern: str) -> bool:
    """Whether a number format writes a date."""
    letters = _letters(pattern)
    return "y" in letters or "d" in letters or ("m" in letters and "h" not in letters and "s" not in letters)


def is_time(pattern: str) -> bool:
    """Whether a number format writes a time of day."""
    return "h" in _letters(pattern)


def _letters(pattern: str) -> str:
    first = pattern.split(";")[0]
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', "", first, flags=re.IGNORECASE).lower()
    return "" if "general" in bare or ("0" in bare and "y" not in bare) else bare


def minute_of(moment: datetime) -> datetime:
    """The moment to the nearest minute: a workbook's fractions of a day fall a little short of it."""
    return (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)


def shown_day(day: datetime, pattern: str) -> str:
    """A date as its format means it: a day, with its time where that is shown, a month or a year."""
    letters = _letters(pattern)
    if "d" in letters:
        return f"{day:%d/%m/%Y %H:%M}" if is_time(pattern) and (day.hour or day.minute) else f"{day:%d/%m/%Y}"
    return f"{MONTHS[day.month - 1]} {day.year}" if "m" in letters else str(day.year)


LITERAL = re.compile(
    r'\s*(?:\[(?P<on>=|<>)(?P<value>-?[0-9.]+)\])?(?:\[[A-Za-z]+\])?(?:"(?P<said>[^"]*)"|\\(?P<one>.))'
)
"""A part of a number format that writes a word or sign in place of the number: `"✓";;"✗"`, `[=1]"P"`."""


def _literal(number: Decimal, pattern: str) -> str | None:
    """What a format writes in place of the number; None where it writes the number."""
    parts = pattern.split(";")
    asked = [found for part in parts if (found := LITERAL.fullmatch(part)) is not None and found["on"]]
    for found in asked:
        if (number == Decimal(found["value"])) is (found["on"] == "="):
            return found["said"] or found["one"] or ""
    place = 0 if number > 0 or len(parts) == 1 else 1 if number < 0 else 2
    found = LITERAL.fullmatch(parts[place]) if place < len(parts) and not asked else None
    return (found["said"] or found["one"] or "") if found else None


def shown_number(text: str, pattern: str) -> str:
    """A number as its format writes it: `4.10` for 4.1 under 0.00, `90%` for 0.9 under 0%."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    literal = _literal(number, pattern) if number.is_finite() else None
    if literal is not None:
        return literal
    plain = re.fullmatch(r"(?:[#,]*0|#,##0)(\.0+)?(%?)(?:_\)|_-)?", pattern.split(";")[0])
    if not number.is_finite() or abs(number.adjusted()) > 40:
        return text
    if plain is None:
        return f"{float(number):.12g}"
    number = number * 100 if plain.group(2) else number
    digits = len(plain.group(1) or ".") - 1
    rounded = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:{',' if ',' in pattern else ''}f}{plain.group(2)}"
