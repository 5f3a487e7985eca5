"""How a workbook's cells look: fills, weight, and number formats as people read them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from lxml import etree

from boarddesk.importing.tables import colours
from boarddesk.importing.tables.package import on, whole
from boarddesk.importing.tables.symbol_fonts import is_symbol_font

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DAY_FORMATS = {14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "dd/mm/yyyy hh:mm"}
NUMBER_FORMATS = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 18: "h:mm", 20: "h:mm"}
SYMBOL_CHARSET = "2"
EAST_ASIAN_DAYS = {*range(27, 37), *range(50, 59)}
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
    """All cell styles of a workbook by number."""

    looks: list[Look] = field(default_factory=list)

    @classmethod
    def of(cls, root: etree._Element | None, theme: dict[str, str]) -> Looks:
        """Read the styles part; a missing or broken one leaves everything plain."""
        if root is None:
            return cls()
        fills = [_fill(one, theme) for one in root.iterfind(f"{S}fills/{S}fill")]
        fonts = list(root.iterfind(f"{S}fonts/{S}font"))
        bold = [on(one.find(f"{S}b"), "val") for one in fonts]
        symbols = [symbol_font(one, named="name") for one in fonts]
        formats = {
            whole(one.get("numFmtId")): one.get("formatCode") or ""
            for one in root.iterfind(f"{S}numFmts/{S}numFmt")
        }
        made = []
        for one in root.iterfind(f"{S}cellXfs/{S}xf"):
            number = whole(one.get("numFmtId"))
            fill, font = whole(one.get("fillId")), whole(one.get("fontId"))
            made.append(
                Look(
                    formats.get(number) or _built_in(number),
                    fills[fill] if 0 <= fill < len(fills) else "",
                    0 <= font < len(bold) and bold[font],
                    symbols[font] if 0 <= font < len(symbols) else "",
                )
            )
        return cls(made)

    def of_cell(self, number: str | None) -> Look:
        """The look a cell's style number stands for."""
        at = whole(number)
        return self.looks[at] if 0 <= at < len(self.looks) else PLAIN


def symbol_font(properties: etree._Element, *, named: str) -> str:
    """The name of a font that shows signs in place of letters; empty for every other."""
    found, charset = properties.find(f"{S}{named}"), properties.find(f"{S}charset")
    name = (found.get("val") or "") if found is not None else ""
    is_symbol = charset is not None and charset.get("val") == SYMBOL_CHARSET
    return name if name and (is_symbol or is_symbol_font(name)) else ""


def _built_in(number: int) -> str:
    if number in EAST_ASIAN_DAYS:
        return "dd/mm/yyyy"
    return DAY_FORMATS.get(number) or NUMBER_FORMATS.get(number, "")


def _fill(fill: etree._Element, theme: dict[str, str]) -> str:
    pattern = fill.find(f"{S}patternFill")
    if pattern is None or pattern.get("patternType") in (None, "none"):
        return ""
    colour = pattern.find(f"{S}fgColor")
    if colour is None:
        colour = pattern.find(f"{S}bgColor")
    return _colour(colour, theme) if colour is not None else ""


def _colour(colour: etree._Element, theme: dict[str, str]) -> str:
    found = colours.hex_colour(colour.get("rgb"))
    if not found and colour.get("theme") is not None:
        at = whole(colour.get("theme"))
        found = theme.get(colours.THEME_ORDER[at], "") if 0 <= at < len(colours.THEME_ORDER) else ""
    elif not found and colour.get("indexed") is not None:
        at = whole(colour.get("indexed"))
        found = colours.PALETTE[at] if 0 <= at < len(colours.PALETTE) else ""
    return colours.tinted(found, _fraction(colour.get("tint")))


def _fraction(text: str | None) -> float:
    try:
        return max(-1.0, min(1.0, float(text or 0)))
    except ValueError:
        return 0.0


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


def day_of(serial: float, *, from_1904: bool) -> datetime | None:
    """The moment a workbook's serial number stands for."""
    if not 0 < serial < 2_958_466:
        return None
    start = datetime.combine(date(1904, 1, 1) if from_1904 else date(1899, 12, 30), time())
    return start + timedelta(days=serial + (1 if serial < 60 and not from_1904 else 0))


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
