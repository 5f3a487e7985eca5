"""Workbooks (.xlsx, .xlsm, Strict too) as grids: one a sheet, with shading, dates and merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO

from lxml import etree

from boarddesk.importing.tables import colours
from boarddesk.importing.tables.excel import styles as excel_styles
from boarddesk.importing.tables.excel.remarks import (
    SPOT,
    column_number,
    comments_of,
    hidden_columns,
    hidden_said,
    notes_of,
)
from boarddesk.importing.tables.excel.styles import Look, Looks, S
from boarddesk.importing.tables.grid import (
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
from boarddesk.importing.tables.package import Package, damaged, local, on, sibling, too_big, whole
from boarddesk.importing.tables.symbol_fonts import in_signs
from boarddesk.importing.tables.word.text import cleaned

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MOST_COVERED = MOST_ROWS * MOST_COLUMNS
ERRORS = {"#N/A": ""}
Area = tuple[int, int, int, int]
Runs = tuple[tuple[str, str | None], ...]
"""Pieces of a text, each with the symbol font it is set in; None where it is set as its cell is."""


@dataclass
class Workbook:
    """What all sheets of a workbook share."""

    package: Package
    strings: list[Runs]
    looks: Looks
    from_1904: bool = False
    without_result: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    seen: dict[tuple[str, str, str | None], Cell] = field(default_factory=dict)

    def cell(self, element: etree._Element) -> Cell:
        """One cell with its value as people see it; a value met before is not read again."""
        known = (element.findtext(f"{S}v") or "", element.get("t") or "n", element.get("s"))
        if known[1] == "inlineStr" or not known[0]:
            return self._read(element, known)
        if known not in self.seen:
            self.seen[known] = self._read(element, known)
        return self.seen[known]

    def _read(self, element: etree._Element, known: tuple[str, str, str | None]) -> Cell:
        raw, kind, style = known
        look = self.looks.of_cell(style)
        if kind == "inlineStr":
            return _written(_rich(element.find(f"{S}is")), look)
        if kind == "s":
            at = whole(raw, -1)
            return _written(self.strings[at] if 0 <= at < len(self.strings) else (), look)
        if not raw and kind != "str" and element.find(f"{S}f") is not None:
            self.without_result.append(element.get("r") or "")
            return replace(self._value(raw, kind, look), unsaved=True)
        cell = self._value(raw, kind, look)
        return replace(cell, unsaved=True) if kind == "e" and raw in ERRORS else cell

    def _value(self, raw: str, kind: str, look: Look) -> Cell:
        if kind == "b":
            return _written(_as_cell("Yes" if raw == "1" else "No" if raw else ""), replace(look, font=""))
        if kind == "d":
            return self._iso_day(raw, look)
        if kind == "n" and raw:
            return self._number(raw, look)
        return _written(_as_cell(ERRORS.get(raw, raw)), look)

    def _iso_day(self, raw: str, look: Look) -> Cell:
        try:
            moment = datetime.fromisoformat(raw)
        except ValueError:
            return _written(_as_cell(raw), look)
        return _dated(moment, look)

    def _number(self, raw: str, look: Look) -> Cell:
        day, timed = excel_styles.is_day(look.pattern), excel_styles.is_time(look.pattern)
        if day or timed:
            moment = excel_styles.day_of(_float(raw), from_1904=self.from_1904)
            if moment is not None and day:
                return _dated(excel_styles.minute_of(moment), look)
            if moment is not None:
                return _written(_as_cell(f"{moment:%H:%M}"), replace(look, font=""))
        return _written(_as_cell(excel_styles.shown_number(raw, look.pattern)), look)


def _dated(moment: datetime, look: Look) -> Cell:
    """A real date; of one with a time, the time too."""
    pattern = look.pattern if excel_styles.is_day(look.pattern) else excel_styles.DAY_FORMATS[14]
    shown = excel_styles.shown_day(moment, pattern)
    time = f"{moment:%H:%M}" if moment.hour or moment.minute else ""
    return replace(_written(_as_cell(shown), replace(look, font="")), day=moment.date(), time=time)


def read_excel(package: Package, part: str) -> SourceTables:
    """The workbook's visible sheets that hold anything."""
    root = package.xml(part)
    if local(root) != "workbook":
        raise damaged(package.name)
    related = package.related(part)
    theme = colours.theme_colours(package.optional(sibling(related, "theme")))
    looks = Looks.of(package.optional(sibling(related, "styles")), theme)
    dated = on(root.find(f"{S}workbookPr[@date1904]"), "date1904")
    book = Workbook(package, _strings(package, sibling(related, "sharedStrings")), looks, from_1904=dated)
    grids: list[Grid] = []
    hidden: list[str] = []
    for sheet in root.iterfind(f"{S}sheets/{S}sheet"):
        kind, target = related.get(sheet.get(R_ID) or "", ("", ""))
        name = sheet.get("name") or ""
        if (sheet.get("state") or "visible") != "visible":
            hidden.append(f"“{name}”")
        elif kind == "worksheet":
            grids += _sheet(book, target, name, index=len(grids) + 1)
    return SourceTables(
        package.name,
        SourceKind.EXCEL,
        tuple(grids),
        notes=tuple(notes_of(hidden, book.without_result)),
        remarks=tuple(book.remarks),
    )


def _sheet(book: Workbook, part: str, name: str, *, index: int) -> list[Grid]:
    """The sheet as a grid cut to what is written on it; nothing for an empty sheet."""
    cells: Placed = {}
    merges: list[Area] = []
    hidden_rows, hidden_across = set[int](), set[int]()
    for element in _elements(book.package, part):
        kind, hidden = local(element), element.get("hidden") in ("1", "true")
        if kind == "row":
            row = _take_row(book, element, cells)
            hidden_rows |= {row} if hidden else set()
        elif kind == "mergeCell":
            merges += _area(element.get("ref") or "")
        elif hidden:
            hidden_across |= set(hidden_columns(element.get("min"), element.get("max")))
    used = [spot for spot, cell in cells.items() if not cell.empty]
    if not used:
        return []
    _take_comments(book, part, cells, name, used=used)
    if said := hidden_said(name, cells, hidden_rows, hidden_across):
        book.remarks.append(said)
    top, left = min(row for row, _ in used), min(column for _, column in used)
    bottom, right = max(row for row, _ in used), max(column for _, column in used)
    boxed = {
        (row - top, column - left): cell
        for (row, column), cell in cells.items()
        if top <= row <= bottom and left <= column <= right
    }
    areas = [(a - top, b - left, c - top, d - left) for a, b, c, d in merges]
    _merge(book.package, boxed, areas, last=(bottom - top, right - left))
    return [Grid(index, rectangle(boxed), name=f"sheet “{name}”", first_row=top + 1, first_column=left + 1)]


def _elements(package: Package, part: str) -> Iterator[etree._Element]:
    """The sheet's columns, rows and merged areas, each let go once read."""
    data = package.plain(part)
    wanted = (f"{S}row", f"{S}mergeCell", f"{S}col")
    try:
        stream = etree.iterparse(
            BytesIO(data),
            tag=wanted,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in stream:
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and len(parent) > 1:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError, LookupError) as trouble:
        raise damaged(package.name) from trouble


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
            cells[row, column] = replace(cells.get((row, column), Cell()), comment=said)
        else:
            book.remarks.append(f"A comment on sheet “{name}”, cell {letters(column + 1)}{row + 1}: {said}")


def _take_row(book: Workbook, element: etree._Element, cells: Placed) -> int:
    """The cells of a row; which row it was."""
    row = whole(element.get("r"), 0) - 1 if element.get("r") else max((r for r, _ in cells), default=-1) + 1
    column = 0
    for one in element.iterfind(f"{S}c"):
        spot = SPOT.fullmatch(one.get("r") or "")
        column = column_number(spot.group(1)) if spot else column
        cell = book.cell(one)
        if 0 <= row < MOST_ROWS and column < MOST_COLUMNS:
            if not cell.empty or cell.shading or cell.unsaved:
                cells[row, column] = cell
        elif not cell.empty:
            raise too_big(book.package.name, f"uses more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns")
        column += 1
    return row


def _area(ref: str) -> list[Area]:
    found = SPOT.findall(ref)
    if len(found) != 2:
        return []
    (left, top), (right, bottom) = found
    return [(int(top) - 1, column_number(left), int(bottom) - 1, column_number(right))]


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
        cells[spot] = replace(cells.get(spot, Cell()), rows=bottom - top + 1, columns=right - left + 1)


def _strings(package: Package, part: str) -> list[Runs]:
    """The workbook's table of texts."""
    if not part or part not in package:
        return []
    return [_rich(one) for one in package.xml(part).iterfind(f"{S}si")]


def _rich(element: etree._Element | None) -> Runs:
    """A text in runs, without the phonetic guide."""
    if element is None:
        return ()
    texts = ((one, one.getparent()) for one in element.iter(f"{S}t"))
    return tuple(
        (_unescaped(one.text or ""), _run_font(up)) for one, up in texts if up is None or local(up) != "rPh"
    )


def _run_font(run: etree._Element | None) -> str | None:
    """The symbol font of a run, empty for another font; None where it says no font."""
    properties = run.find(f"{S}rPr") if run is not None and local(run) == "r" else None
    if properties is None or properties.find(f"{S}rFont") is None:
        return None
    return excel_styles.symbol_font(properties, named="rFont")


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def _as_cell(text: str) -> Runs:
    return ((text, None),)


def _written(runs: Runs, look: Look) -> Cell:
    fonts = [look.font if font is None else font for _, font in runs]
    text = "".join(in_signs(piece, font) for (piece, _), font in zip(runs, fonts, strict=True))
    lines = tuple(line.rstrip() for line in cleaned(text.replace("\r", "")).split("\n") if line.strip())
    font = next((font for (piece, _), font in zip(runs, fonts, strict=True) if font and piece.strip()), "")
    return Cell(lines, look.shading, look.bold and bool(lines), font=font)


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return -1.0
