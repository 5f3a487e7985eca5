"""Rows of a plan table: each is an action, part of the action above, a title, or the headings over again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from boarddesk.importing.columns import Columns
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.areas import NUMBERED
from boarddesk.importing.tables.grid import Cell, Grid

REF = re.compile(r"\(?(?:[A-Z]{1,5}[ ./-]?)?[0-9]{1,3}(?:[./-][0-9]{1,3}){0,3} ?[a-z]?\)?[.:)]?|[A-H][.)]?")
REF_THEN_TEXT = re.compile(
    r"(?P<ref>[0-9]{1,2}(?:\.[0-9]{1,3}){1,3}[a-z]?)[.):]?\s+(?P<text>\S.*)", re.DOTALL
)
RULED = re.compile(r"[\s*_=.~|–—-]*")


class RowKind(Enum):
    """What a row below the headings is."""

    ACTION = auto()
    UNDER = auto()
    CONTINUED = auto()
    TITLE = auto()
    NOTHING = auto()


@dataclass
class Row:
    """One row of a plan table with its cells by field."""

    place: str
    kind: RowKind
    ref: str = ""
    text: str = ""
    cells: dict[Field, list[tuple[str, Cell]]] = field(default_factory=dict)
    source: list[tuple[str, str]] = field(default_factory=list)
    strays: list[tuple[str, str]] = field(default_factory=list)
    area: str = ""
    shade: str = ""

    def lines(self, *fields: Field) -> list[str]:
        """The paragraphs of these fields, column after column."""
        return [
            paragraph
            for each in fields
            for _, cell in self.cells.get(each, ())
            for paragraph in cell.paragraphs
        ]

    def line(self, *fields: Field) -> str:
        """The same on one line."""
        return " ".join(" ".join(self.lines(*fields)).split())


def read_rows(grid: Grid, columns: Columns, first: int, last: int) -> Iterator[Row]:
    """The rows from first up to last, headings left out."""
    for number in range(first, last):
        yield _read_row(grid, columns, number)


def _read_row(grid: Grid, columns: Columns, number: int) -> Row:
    row = Row(grid.row_place(number), RowKind.NOTHING)
    for column in columns.columns:
        _take_cell(grid, number, row, columns, column.index)
    row.ref, row.text = _ref_and_text(row)
    row.shade = _shade(grid, columns, number)
    row.kind = _kind(grid, number, row)
    if row.kind is RowKind.ACTION:
        _inherit(grid, number, row, columns)
    return row


def _inherit(grid: Grid, number: int, row: Row, columns: Columns) -> None:
    """An action takes what a cell merged down from the actions above says of it too."""
    for column in columns.columns:
        origin = grid.rows[number][column.index].origin
        if origin and origin[0] < number and column.field not in (None, Field.REF, Field.TEXT, Field.OTHER):
            row.cells.setdefault(column.field, []).append((column.heading, grid.shown(number, column.index)))


def _take_cell(grid: Grid, number: int, row: Row, columns: Columns, index: int) -> None:
    column, cell = columns.columns[index], grid.rows[number][index]
    if column.field is Field.AREA:
        row.area = grid.shown(number, index).line
    if column.field is Field.STATUS and cell.origin:
        return
    meant = not RULED.fullmatch(cell.line)
    if column.field and (meant or (column.field is Field.STATUS and cell.shading)):
        row.cells.setdefault(column.field, []).append((column.heading, cell))
    if meant:
        row.source.append((column.shown, cell.text))
        if column.field in (None, Field.OTHER):
            row.strays.append((column.shown, cell.text))


def _ref_and_text(row: Row) -> tuple[str, str]:
    ref, text = row.line(Field.REF), "\n".join(row.lines(Field.TEXT)).strip()
    joined = REF_THEN_TEXT.fullmatch(ref)
    if joined:
        ref, text = joined["ref"], "\n".join(filter(None, (joined["text"], text)))
    elif not ref and (begins := REF_THEN_TEXT.fullmatch(text)):
        ref, text = begins["ref"], begins["text"]
    elif ref and not REF.fullmatch(ref):
        return "", "\n".join(filter(None, (ref, text)))
    return ref.strip("() .:"), text


def _shade(grid: Grid, columns: Columns, number: int) -> str:
    """The colour of the ref or the action, for a plan that shades those and has no status column."""
    spots = [*columns.of(Field.REF), *columns.of(Field.TEXT)]
    return next((shading for column in spots if (shading := grid.rows[number][column.index].shading)), "")


def _kind(grid: Grid, number: int, row: Row) -> RowKind:
    cells = [cell for cell in grid.rows[number] if cell.origin is None and not RULED.fullmatch(cell.line)]
    if not cells:
        shaded = any(cell.shading for _, cell in row.cells.get(Field.STATUS, ()))
        return RowKind.CONTINUED if shaded else RowKind.NOTHING
    if len(cells) == 1 and not row.ref and (_title_like(cells[0], grid.width) or _names_area(row, cells[0])):
        return RowKind.TITLE
    if row.ref and (row.text or len(cells) > 1):
        return RowKind.ACTION
    if row.text:
        return RowKind.CONTINUED if _goes_on(row) else RowKind.UNDER
    return RowKind.CONTINUED


def _title_like(cell: Cell, width: int) -> bool:
    return cell.columns >= max(2, width / 2) or ((cell.bold or bool(cell.shading)) and len(cell.line) <= 200)


def _names_area(row: Row, cell: Cell) -> bool:
    """Whether a lone cell stands where a ref would, or says which area comes next."""
    stands_first = bool(row.line(Field.REF)) and len(cell.line) <= 200
    return stands_first or (NUMBERED.fullmatch(cell.line) is not None and len(cell.line) <= 200)


def _goes_on(row: Row) -> bool:
    """Whether a row without ref finishes the sentence of the row above rather than starting its own."""
    starts = row.text.lstrip("•·- ")[:1]
    return starts.islower() and not row.line(Field.BY_WHEN, Field.OWNERS)
