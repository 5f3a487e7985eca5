"""What a source document is once read: grids of cells, and the texts that stand between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from boarddesk.rules.refused import Refused

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_TEXTS = 65_536
"""Of how many texts it is remembered what they are: those of some 5,000 rows, asked about over and over."""


class SourceKind(StrEnum):
    """What a source document turned out to be, whatever its name says."""

    WORD = "word"
    EXCEL = "excel"
    CSV = "csv"


class _Contents(NamedTuple):
    # A document has thousands of cells, and a tuple is made in a fraction of a frozen dataclass's time.
    paragraphs: tuple[str, ...] = ()
    shading: str = ""
    bold: bool = False
    day: date | None = None
    rows: int = 1
    columns: int = 1
    origin: tuple[int, int] | None = None
    font: str = ""
    time: str = ""
    comment: str = ""
    unsaved: bool = False


class _Line:
    # A cached_property of Python 3.11 takes a lock each time, which costs more than the line itself.
    def __get__(self, cell: Cell, _owner: type[Cell]) -> str:
        cell.__dict__["line"] = line = " ".join(" ".join(cell.paragraphs).split())
        return line


class Cell(_Contents):
    """One cell; a cell covered by a merged neighbour is empty and knows where that neighbour starts.

    `font` is named where it shows signs in place of letters; `time` is that of a real date (`10:00`);
    `comment` is what people wrote beside the cell, not in it; `unsaved` is a formula without its result.
    """

    @property
    def text(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join(self.paragraphs)

    line = _Line()
    """All paragraphs on one line, for headings and short values; every reader asks for it."""

    @property
    def empty(self) -> bool:
        """Whether nobody wrote anything here; shading alone is not writing."""
        return not self.line


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph outside the tables; level 0 is body text, 1 to 9 a heading; `bold` is the whole of it."""

    text: str
    level: int = 0
    shading: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Grid:
    """A table as a rectangle of cells, with the texts between the table before it and itself."""

    index: int
    rows: tuple[tuple[Cell, ...], ...]
    name: str = ""
    before: tuple[Text, ...] = ()
    header_rows: int = 0
    first_row: int = 1
    first_column: int = 1
    inside: str = ""

    @property
    def width(self) -> int:
        """Columns of the rectangle."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def sheet(self) -> str:
        """The name of the workbook's sheet; empty in other documents."""
        return self.name.removeprefix("sheet “").removesuffix("”") if self.name.startswith("sheet “") else ""

    @property
    def place(self) -> str:
        """Where a person finds this table: `table 2`, `sheet "Register"`."""
        return self.name or f"table {self.index}"

    def row_place(self, row: int) -> str:
        """Where a person finds a row, counted from one as the document shows it."""
        return f"{self.place} row {row + self.first_row}"

    def column_place(self, column: int) -> str:
        """Where a person finds a column: by its letter in a workbook, by its number elsewhere."""
        at = column + self.first_column
        return f"{self.place} column {letters(at) if self.sheet else at}"

    def cell_place(self, row: int, column: int) -> str:
        """Where a person finds a cell: `sheet “Register” cell D5`, `table 1 row 5 column 4`."""
        at = column + self.first_column
        if self.sheet:
            return f"{self.place} cell {letters(at)}{row + self.first_row}"
        return f"{self.row_place(row)} column {at}"

    def comments(self) -> Iterator[tuple[str, str]]:
        """What people wrote beside the cells, with the place of each."""
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                if cell.comment:
                    yield self.cell_place(row, column), cell.comment

    def shown(self, row: int, column: int) -> Cell:
        """The cell people see at this spot: the merged neighbour where one covers it."""
        cell = self.rows[row][column]
        return self.rows[cell.origin[0]][cell.origin[1]] if cell.origin else cell


@dataclass(frozen=True)
class SourceTables:
    """All a source document holds: its tables in order, the texts after the last one, what is unread.

    `notes` say what was not read, `remarks` what was read though nobody sees it. `unseen` are hidden sheets:
    nothing is taken from them, they are only looked at for what must not be brought in at all.
    """

    name: str
    kind: SourceKind
    grids: tuple[Grid, ...]
    after: tuple[Text, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    unseen: tuple[Grid, ...] = ()

    def only(self, sheet: str) -> SourceTables:
        """The same with one sheet of the workbook; Refused where it has none of that name."""
        if not sheet:
            return self
        found = tuple(grid for grid in self.grids if grid.sheet.casefold() == sheet.strip().casefold())
        if not found:
            names = ", ".join(f"“{grid.sheet}”" for grid in self.grids if grid.sheet)
            has = f"Its sheets are {names}." if names else "It has no sheets that hold anything."
            raise Refused(f"“{self.name}” has no sheet “{sheet}”. {has}", field="sheet")
        return replace(self, grids=found)


def letters(column: int) -> str:
    """A column's letters as a workbook counts: 1 is A, 27 is AA."""
    out = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


Placed = dict[tuple[int, int], Cell]


def rectangle(placed: Placed) -> tuple[tuple[Cell, ...], ...]:
    """Cells at their spots made a full rectangle, covered spots pointing to what covers them."""
    height = max((row + cell.rows for (row, _), cell in placed.items()), default=0)
    width = max((column + cell.columns for (_, column), cell in placed.items()), default=0)
    rows = [[BLANK] * width for _ in range(height)]
    for (row, column), cell in placed.items():
        rows[row][column] = cell
    for (row, column), cell in placed.items():
        if cell.rows > 1 or cell.columns > 1:
            _cover(rows, row, column)
    return tuple(tuple(row) for row in rows)


def _cover(rows: list[list[Cell]], row: int, column: int) -> None:
    """Where two merged areas overlap, the one that has writing keeps its spot."""
    covering = rows[row][column]
    for r in range(row, row + covering.rows):
        for c in range(column, column + covering.columns):
            if (r, c) != (row, column) and rows[r][c].empty:
                rows[r][c] = Cell(shading=covering.shading, origin=(row, column))
