"""Workbooks (.xlsx, .xlsm, Strict too) as grids: one a sheet, with shading, dates and merged cells."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.rich_text import TextBlock
from openpyxl.reader.strings import read_rich_text
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from boarddesk.importing.tables import colours
from boarddesk.importing.tables.excel import styles as excel_styles
from boarddesk.importing.tables.excel.remarks import (
    colours_worked_out,
    comments_of,
    hidden_columns,
    hidden_said,
    notes_of,
)
from boarddesk.importing.tables.excel.sheet_rows import SheetRows
from boarddesk.importing.tables.excel.styles import Look, Looks, S, plain_styles, symbol_font
from boarddesk.importing.tables.grid import (
    BLANK,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    Placed,
    SourceKind,
    SourceTables,
    letters,
    rectangle,
)
from boarddesk.importing.tables.normalised import TROUBLE, Part, written_anew
from boarddesk.importing.tables.package import Package, damaged, local, on, sibling, too_big, unparsed
from boarddesk.importing.tables.symbol_fonts import in_signs
from boarddesk.importing.tables.word.text import cleaned
from boarddesk.rules.refused import FileProblem

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MOST_COVERED = MOST_ROWS * MOST_COLUMNS
ERRORS = {"#N/A": ""}
UNSEEN_ROWS = 200
"""As far down a hidden sheet is looked at."""
Area = tuple[int, int, int, int]
Runs = tuple[tuple[str, str | None], ...]
"""Pieces of a text, each with the symbol font it is set in; None where it is set as its cell is."""


@dataclass
class Workbook:
    """What all sheets of a workbook share."""

    package: Package
    strings: Sequence[Runs]
    looks: Looks
    epoch: datetime
    without_result: list[str] = field(default_factory=list)
    worked_out: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    seen: dict[tuple[object, str, int], Cell] = field(default_factory=dict)

    def cell(self, given: Mapping[str, Any]) -> Cell:
        """One cell with its value as people see it; a value met before is not made out again."""
        value, kind, style = given["value"], given["data_type"], given["style_id"]
        value = _runs(value) if isinstance(value, list) else value
        if (value, kind, style) not in self.seen:
            self.seen[value, kind, style] = _seen(value, kind, self.looks.of_cell(style))
        cell = self.seen[value, kind, style]
        unsaved = given["unsaved"] or (kind == "e" and value in ERRORS)
        return cell._replace(unsaved=True) if unsaved else cell


def read_excel(package: Package, part: str) -> SourceTables:
    """The workbook's visible sheets that hold anything."""
    root = package.xml(part)
    if local(root) != "workbook":
        raise damaged(package.name)
    try:
        with warnings.catch_warnings(action="ignore"):
            return _read(package, root, package.related(part))
    except TROUBLE as trouble:
        raise unparsed(package.name, trouble) from trouble


def _read(package: Package, root: etree._Element, related: dict[str, tuple[str, str]]) -> SourceTables:
    dated = on(root.find(f"{S}workbookPr[@date1904]"), "date1904")
    strings = sibling(related, "sharedStrings")
    theme = colours.theme_colours(package.optional(sibling(related, "theme")))
    texts = read_rich_text(BytesIO(package.plain(strings))) if strings in package else []
    book = Workbook(
        package,
        [_runs(text) for text in texts],
        Looks(_opened(package, sibling(related, "styles")), theme),
        MAC_EPOCH if dated else WINDOWS_EPOCH,
    )
    grids: list[Grid] = []
    hidden: list[str] = []
    unseen: list[Grid] = []
    for sheet in root.iterfind(f"{S}sheets/{S}sheet"):
        kind, target = related.get(sheet.get(R_ID) or "", ("", ""))
        name = sheet.get("name") or ""
        if (sheet.get("state") or "visible") != "visible":
            hidden.append(f"“{name}”")
            if kind == "worksheet":
                unseen += _unseen(book, target)
        elif kind == "worksheet":
            grids += _sheet(book, target, name, index=len(grids) + 1)
    return SourceTables(
        package.name,
        SourceKind.EXCEL,
        tuple(grids),
        notes=tuple(notes_of(hidden, book.without_result, book.worked_out)),
        remarks=tuple(book.remarks),
        unseen=tuple(unseen),
    )


def _unseen(book: Workbook, part: str) -> list[Grid]:
    """The first rows of a hidden sheet, of which nothing is said: what is wrong in it harms nobody."""
    apart = replace(book, remarks=[], without_result=[], worked_out=[])
    with suppress(*TROUBLE, FileProblem):
        return [replace(grid, rows=grid.rows[:UNSEEN_ROWS]) for grid in _sheet(apart, part, "", index=0)]
    return []


def _opened(package: Package, styles: str) -> Worksheet:
    """A sheet of the workbook with its styles and nothing else: sheets are read one by one (`sheet_rows`)."""
    main = Part(
        "officeDocument",
        "xl/workbook.xml",
        "spreadsheetml.sheet.main",
        f"<workbook xmlns={quoteattr(S[1:-1])}><sheets/></workbook>".encode(),
    )
    look = package.optional(styles)
    beside = []
    if look is not None:
        beside.append(Part("styles", "xl/styles.xml", "spreadsheetml.styles", plain_styles(look)))
    sheet: Worksheet = load_workbook(written_anew(main, beside)).create_sheet()
    return sheet


def _sheet(book: Workbook, part: str, name: str, *, index: int) -> list[Grid]:
    """The sheet as a grid cut to what is written on it; nothing for an empty sheet."""
    cells: Placed = {}
    sheet = SheetRows(book.package.plain(part), book.strings, epoch=book.epoch, looks=book.looks)
    for number, row in sheet.parse():
        _take_row(book, number - 1, row, cells)
    used = [spot for spot, cell in cells.items() if not cell.empty]
    if not used:
        return []
    _take_comments(book, part, cells, name, used=used)
    hidden_across = {
        column
        for look in sheet.column_dimensions.values()
        if look.get("hidden") in ("1", "true")
        for column in hidden_columns(look.get("min"), look.get("max"))
    }
    book.worked_out += colours_worked_out(name, cells, sheet.worked_out)
    if said := hidden_said(name, cells, {row - 1 for row in sheet.hidden_rows}, hidden_across):
        book.remarks.append(said)
    top, left = min(row for row, _ in used), min(column for _, column in used)
    bottom, right = max(row for row, _ in used), max(column for _, column in used)
    boxed = {
        (row - top, column - left): cell
        for (row, column), cell in cells.items()
        if top <= row <= bottom and left <= column <= right
    }
    areas = [
        (area.min_row - 1 - top, area.min_col - 1 - left, area.max_row - 1 - top, area.max_col - 1 - left)
        for area in sheet.merged
    ]
    _merge(book.package, boxed, areas, last=(bottom - top, right - left))
    return [Grid(index, rectangle(boxed), name=f"sheet “{name}”", first_row=top + 1, first_column=left + 1)]


def _take_comments(
    book: Workbook, part: str, cells: Placed, name: str, *, used: list[tuple[int, int]]
) -> None:
    """Comments stand beside their cells; one away from everything written is said by itself."""
    (top, left), (bottom, right) = (
        (min(r for r, _ in used), min(c for _, c in used)),
        (
            max(r for r, _ in used),
            max(c for _, c in used),
        ),
    )
    for (row, column), said in comments_of(book.package, part).items():
        if top <= row <= bottom and left <= column <= right:
            cells[row, column] = cells.get((row, column), BLANK)._replace(comment=said)
        else:
            book.remarks.append(f"A comment on sheet “{name}”, cell {letters(column + 1)}{row + 1}: {said}")


def _take_row(book: Workbook, row: int, given: list[dict[str, Any]], cells: Placed) -> None:
    """The cells of a row that show anything."""
    for each in given:
        if each["value"] is None and not each["style_id"] and not each["unsaved"]:
            continue
        column, cell = each["column"] - 1, book.cell(each)
        if each["unsaved"]:
            book.without_result.append(f"{letters(column + 1)}{row + 1}")
        if 0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS:
            if not cell.empty or cell.shading or cell.unsaved:
                cells[row, column] = cell
        elif not cell.empty:
            raise too_big(book.package.name, f"uses more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns")


def _merge(package: Package, cells: Placed, areas: list[Area], *, last: tuple[int, int]) -> None:
    """Give merged areas to their first cell, cut to the sheet's used box."""
    covered = 0
    for top, left, bottom, right in areas:
        bottom, right = min(bottom, last[0]), min(right, last[1])
        if top < 0 or left < 0 or bottom < top or right < left:
            continue
        covered += (bottom - top + 1) * (right - left + 1)
        if covered > MOST_COVERED:
            raise too_big(package.name, "has more merged cells than its sheet holds")
        spot = (top, left)
        cells[spot] = cells.get(spot, BLANK)._replace(rows=bottom - top + 1, columns=right - left + 1)


def _seen(value: Any, kind: str, look: Look) -> Cell:
    """What people see of a value as openpyxl gives it."""
    if isinstance(value, tuple):
        return _written(value, look)
    if isinstance(value, bool):
        return _written(_as_cell("Yes" if value else "No"), replace(look, font=""))
    if isinstance(value, date):
        return _dated(value, look)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return _written(_as_cell(f"{minutes // 60:02}:{minutes % 60:02}"), replace(look, font=""))
    if isinstance(value, time) and (value != time() or not excel_styles.is_day(look.pattern)):
        return _written(_as_cell(f"{value:%H:%M}"), replace(look, font=""))
    if isinstance(value, (int, float, time)):
        number = "0" if isinstance(value, time) else str(value)
        return _written(_as_cell(excel_styles.shown_number(number, look.pattern)), look)
    text = "" if value is None else str(value)
    return _written(_as_cell(ERRORS.get(text, text) if kind == "e" else unescape(text)), look)


def _dated(value: date, look: Look) -> Cell:
    """A real date; of one with a time, the time too."""
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    if excel_styles.is_time(look.pattern) and not excel_styles.is_day(look.pattern):
        return _written(_as_cell(f"{moment:%H:%M}"), replace(look, font=""))
    moment = excel_styles.minute_of(moment)
    pattern = look.pattern if excel_styles.is_day(look.pattern) else excel_styles.PLAIN_DAY
    clock = f"{moment:%H:%M}" if moment.hour or moment.minute else ""
    shown = _written(_as_cell(excel_styles.shown_day(moment, pattern)), replace(look, font=""))
    return shown._replace(day=moment.date(), time=clock)


def _runs(text: Iterable[TextBlock | str] | str) -> Runs:
    """A text in runs, each with its symbol font: empty for another font, None where it says no font."""
    runs: list[tuple[str, str | None]] = []
    for piece in [text] if isinstance(text, str) else text:
        named = piece.font if isinstance(piece, TextBlock) and piece.font.rFont else None
        font = symbol_font(named.rFont, named.charset) if named else None
        runs.append((unescape(str(piece)), font))
    return tuple(runs)


def _as_cell(text: str) -> Runs:
    return ((text, None),)


def _written(runs: Runs, look: Look) -> Cell:
    fonts = [look.font if font is None else font for _, font in runs]
    text = "".join(in_signs(piece, font) for (piece, _), font in zip(runs, fonts, strict=True))
    lines = tuple(line.rstrip() for line in cleaned(text.replace("\r", "")).split("\n") if line.strip())
    font = next((font for (piece, _), font in zip(runs, fonts, strict=True) if font and piece.strip()), "")
    return Cell(lines, look.shading, look.bold and bool(lines), font=font)
