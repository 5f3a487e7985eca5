"""Finds the matrix in a table: where its dates stand, which way round it is, which column is whose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from boarddesk.importing.attendance.marks import read_mark
from boarddesk.importing.columns import Column, by_words, match, plain
from boarddesk.importing.headings import REGISTER_HEADINGS, Field
from boarddesk.importing.tables.grid import Cell, Grid
from boarddesk.rules.deadlines import ByWhen, DateFlag, Precision, read_by_when

REGISTER_WORDS = by_words(REGISTER_HEADINGS)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
DATE = re.compile(
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s./-]*{MONTH}|{MONTH}[\s.-]*[0-9]{{1,4}}|[0-9]{{1,2}}[./-][0-9]{{1,2}}"
    rf"(?:[./-][0-9]{{2,4}})?|[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}",
    re.IGNORECASE,
)
BARE_NUMBERS = re.compile(r"([0-9]{1,3})\.([0-9]{1,3})")
NO_DATES = (0, 0)
YEAR = re.compile(r"\b(20[0-9]{2})\b")
LONGEST_DATE = 60
LOOK_DOWN, LOOK_ACROSS = 40, 30
NAMES_BY_DATE = re.compile(
    r"(?:meeting )?(?:dates?|meetings?)(?: of meetings?)?|month|name|names|member|members"
)


@dataclass(frozen=True)
class Heading:
    """The heading of a meeting: its cell, its day where it can be read, and why not where it cannot."""

    at: int
    text: str
    day: date | None
    why: str = ""


@dataclass(frozen=True)
class Matrix:
    """A table seen with people down and meetings across, whichever way it was written."""

    grid: Grid
    turned: bool
    head: int
    columns: tuple[Column, ...]
    meetings: tuple[Heading, ...]

    @property
    def height(self) -> int:
        """Lines of people, headings and all else."""
        return self.grid.width if self.turned else len(self.grid.rows)

    @property
    def width(self) -> int:
        """Columns beside and under the dates."""
        return len(self.grid.rows) if self.turned else self.grid.width

    def cell(self, line: int, column: int) -> Cell:
        """The cell people see at this spot."""
        return self.grid.shown(column, line) if self.turned else self.grid.shown(line, column)

    def goes_on(self, line: int) -> bool:
        """Whether a line holds nothing but what is merged into it from a line before."""
        cells = [
            self.grid.rows[at][line] if self.turned else self.grid.rows[line][at] for at in range(self.width)
        ]
        origins = [cell.origin[self.turned] for cell in cells if cell.origin]
        return any(one < line for one in origins) and all(
            cell.empty if cell.origin is None else cell.origin[self.turned] < line for cell in cells
        )

    def place(self, line: int, column: int | None = None) -> str:
        """Where a person finds a line, or one cell of it."""
        if column is None:
            return self.grid.column_place(line) if self.turned else self.grid.row_place(line)
        return self.grid.cell_place(column, line) if self.turned else self.grid.cell_place(line, column)

    def of(self, field: Field) -> Column | None:
        """The column that gives a field."""
        return next((column for column in self.columns if column.field is field), None)

    def lines(self) -> Iterator[int]:
        """The lines that are not the one of the dates."""
        return (line for line in range(self.height) if line != self.head)


def find_matrix(grid: Grid, choices: Mapping[str, Field]) -> Matrix | None:
    """The matrix in a table; None where no line of it holds dates."""
    across = max(range(min(LOOK_DOWN, len(grid.rows))), key=lambda row: _dates_in_row(grid, row), default=0)
    down = max(
        range(min(LOOK_ACROSS, grid.width)), key=lambda column: _dates_in_column(grid, column), default=0
    )
    in_row = _dates_in_row(grid, across) if grid.rows else NO_DATES
    in_column = _dates_in_column(grid, down) if grid.rows else NO_DATES
    if in_row == in_column == NO_DATES:
        return None
    turned = in_column > in_row or (
        in_column == in_row and _marks_beside(grid, across) > _marks_below(grid, across)
    )
    return _matrix(grid, choices, turned=turned, head=down if turned else across)


def _marks_beside(grid: Grid, row: int) -> int:
    """Marks in the line of a lone date."""
    return sum(read_mark(cell.text).mark is not None for cell in grid.rows[row])


def _marks_below(grid: Grid, row: int) -> int:
    """Marks in the column under a lone date."""
    at = next(column for column, cell in enumerate(grid.rows[row]) if looks_like_date(cell))
    return sum(read_mark(line[at].text).mark is not None for line in grid.rows[row + 1 :])


def _dates_in_row(grid: Grid, row: int) -> tuple[int, int]:
    return _dates(grid.rows[row])


def _dates_in_column(grid: Grid, column: int) -> tuple[int, int]:
    return _dates(row[column] for row in grid.rows)


def _dates(cells: Iterable[Cell]) -> tuple[int, int]:
    """How many are certainly dates, and how many may be: 9.6 may be a day, and it may be a number."""
    found = [cell for cell in cells if looks_like_date(cell)]
    return sum(BARE_NUMBERS.fullmatch(cell.line) is None for cell in found), len(found)


def looks_like_date(cell: Cell) -> bool:
    """Whether a cell holds a date, real or in words."""
    if cell.day is not None:
        return True
    if cell.line.endswith("%") or _is_plain_number(cell.line):
        return False
    return len(cell.line) <= LONGEST_DATE and DATE.search(cell.line) is not None


def _is_plain_number(text: str) -> bool:
    """Two numbers with a point that are no day and month: `0.83`, `66.7`."""
    found = BARE_NUMBERS.fullmatch(text)
    return found is not None and not (1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12)


def _matrix(grid: Grid, choices: Mapping[str, Field], *, turned: bool, head: int) -> Matrix:
    bare = Matrix(grid, turned, head, (), ())
    cells = [bare.cell(head, column) for column in range(bare.width)]
    headings = ["" if looks_like_date(cell) else cell.line for cell in cells]
    columns = match(headings, words=REGISTER_WORDS, choices=choices)
    columns = _with_names(columns, cells, turned=turned)
    years = _years(grid)
    meetings = [read_heading(at, cell, years) for at, cell in enumerate(cells) if looks_like_date(cell)]
    return Matrix(grid, turned, head, tuple(columns), tuple(_with_years(meetings)))


def _with_names(columns: list[Column], cells: list[Cell], *, turned: bool) -> list[Column]:
    """Where no heading says name, the first column beside the dates holds the names."""
    if any(column.field is Field.NAME for column in columns):
        return columns
    beside = [one for one in columns if not looks_like_date(cells[one.index])]
    named = [one for one in beside if one.field is None and NAMES_BY_DATE.fullmatch(plain(one.heading))]
    unnamed = [one for one in beside if one.field is None]
    chosen = next(iter(named if turned and named else unnamed), None)
    return [Column(one.index, one.heading, Field.NAME) if one is chosen else one for one in columns]


def read_heading(at: int, cell: Cell, years: tuple[int, ...]) -> Heading:
    """The day a meeting's heading gives."""
    if cell.day is not None:
        return Heading(at, cell.line, cell.day)
    found = DATE.search(cell.line)
    written = cell.line if found is None else _dated_part(cell.line)
    read = read_by_when(written)
    if DateFlag.IMPOSSIBLE in read.flags:
        return Heading(at, cell.line, None, "there is no such date")
    if read.precision is not Precision.DAY or read.latest is None or read.earliest != read.latest:
        return _without_day(at, cell.line, written, read, years)
    return Heading(at, cell.line, read.latest)


def _without_day(at: int, text: str, written: str, read: ByWhen, years: tuple[int, ...]) -> Heading:
    """A heading without a year is read in the one year its table names."""
    if DateFlag.NO_YEAR in read.flags or not YEAR.search(text):
        again = [read_by_when(f"{written} {year}") for year in years]
        days = [one.latest for one in again if one.precision is Precision.DAY and one.latest is not None]
        if len(days) == 1:
            return Heading(at, text, days[0])
        if DateFlag.NO_YEAR in read.flags:
            return Heading(at, text, None, "the date has no year")
    return Heading(at, text, None, "the date has no day")


def _dated_part(text: str) -> str:
    """A heading without what is not date: `Meeting 3: 9 June 2026, 10am (cancelled)` → `9 June 2026`."""
    bare = re.sub(r"\([^)]*\)|\bcancel+ed\b|\bpostponed\b", " ", text, flags=re.IGNORECASE)
    bare = re.sub(
        r"\b[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm)\b|\b[0-9]{1,2}:[0-9]{2}\b", " ", bare, flags=re.IGNORECASE
    )
    found = re.search(rf"(?:{DATE.pattern})(?:[\s,./’'-]*(?:20)?[0-9]{{2}}\b)?", bare, flags=re.IGNORECASE)
    return " ".join(found.group(0).split()) if found else bare.strip()


def _years(grid: Grid) -> tuple[int, ...]:
    """The years a table names in its title, its texts above or its name."""
    texts = [grid.name, *(text.text for text in grid.before)]
    texts += [
        cell.line for row in grid.rows[:4] for cell in row if cell.day is None and not DATE.search(cell.line)
    ]
    return tuple(dict.fromkeys(int(year) for text in texts for year in YEAR.findall(text)))


def _with_years(meetings: list[Heading]) -> list[Heading]:
    """Dates without a year take it from the dated meetings before them, going on in order."""
    done: list[Heading] = []
    for one in meetings:
        last = next((each.day for each in reversed(done) if each.day), None)
        done.append(_following(one, last) if one.why == "the date has no year" and last else one)
    return done


def _following(heading: Heading, last: date) -> Heading:
    """The first such day from the meeting before on."""
    for year in (last.year, last.year + 1):
        read = read_by_when(f"{_dated_part(heading.text)} {year}")
        if read.precision is Precision.DAY and read.latest is not None and read.latest >= last:
            return Heading(heading.at, heading.text, read.latest)
    return heading
