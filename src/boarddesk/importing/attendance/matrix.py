"""A register's table seen with people down and meetings across, whichever way round it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from boarddesk.importing.attendance.column_contents import SAYS_WHO, gives_no_words
from boarddesk.importing.attendance.dates import Heading, Orders, looks_like_date, read_headings, without_days
from boarddesk.importing.attendance.years import NamedYear, named_in
from boarddesk.importing.columns import NO_WORDS, Column, by_words, match, plain
from boarddesk.importing.headings import REGISTER_HEADINGS, Field
from boarddesk.importing.tables.grid import Cell, Grid

REGISTER_WORDS = by_words(REGISTER_HEADINGS)
TITLE_ROWS, LONGEST_TITLE = 4, 200
LOOKED_THROUGH = 200
NAMES_BY_DATE = re.compile(
    r"(?:meeting )?(?:dates?|meetings?)(?: of meetings?)?|month|name|names|member|members"
)


@dataclass(frozen=True)
class Around:
    """What the document around a table says: its file's name, and the orders its dates are written in."""

    file: str = ""
    orders: Orders = frozenset()


@dataclass(frozen=True, eq=False)
class Matrix:
    """A table seen with people down and meetings across, whichever way it was written.

    Each is itself and no other, so that what was found of a line of it can be remembered.
    """

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
        return self._by_field.get(field)

    @cached_property
    def _by_field(self) -> dict[Field | None, Column]:
        return {column.field: column for column in reversed(self.columns)}

    @cached_property
    def surnames(self) -> Column | None:
        """The column of the surnames where they stand apart."""
        return next((one for one in self.columns if plain(one.heading) in ("surname", "last name")), None)

    def lines(self) -> Iterator[int]:
        """The lines that are not the one of the dates."""
        return (line for line in range(self.height) if line != self.head)


def matrix_of(
    grid: Grid, choices: Mapping[str, Field], *, turned: bool, head: int, around: Around | None = None
) -> Matrix:
    """The table with one of its rows, or turned one of its columns, as the line of the dates."""
    bare, known = Matrix(grid, turned, head, (), ()), around or Around()
    cells = [bare.cell(head, column) for column in range(bare.width)]
    headings = ["" if looks_like_date(cell) else cell.line for cell in cells]
    columns = _with_names(_by_contents(bare, headings, choices), bare, turned=turned)
    dated = [(at, cell) for at, cell in enumerate(cells) if looks_like_date(cell)]
    meetings = read_headings(
        dated,
        above=_years_above(bare, [at for at, _ in dated]),
        named=_year_named(grid, head=0 if turned else head, file=known.file),
        elsewhere=known.orders,
    )
    return Matrix(grid, turned, head, tuple(columns), meetings)


def _by_contents(bare: Matrix, headings: list[str], choices: Mapping[str, Field]) -> list[Column]:
    """The field of each heading; one that what stands below belies has none, unless somebody chose it."""
    columns = match(headings, words=REGISTER_WORDS, choices=choices)
    chosen = {one.index for one in match(headings, words=NO_WORDS, choices=choices) if one.field}
    belied = {
        column.index
        for column in columns
        if column.field in SAYS_WHO and column.index not in chosen and _is_belied(bare, column.index)
    }
    if not belied:
        return columns
    left = ["" if at in belied else heading for at, heading in enumerate(headings)]
    again = match(left, words=REGISTER_WORDS, choices=choices)
    return [Column(one.index, columns[one.index].heading, one.field) for one in again]


@lru_cache(maxsize=4096)
def _is_belied(bare: Matrix, column: int) -> bool:
    """Whether a column whose heading promises words holds days, figures, or yes and no."""
    lines = range(bare.head + 1, min(bare.height, bare.head + 1 + LOOKED_THROUGH))
    return gives_no_words(bare.cell(line, column) for line in lines)


def _with_names(columns: list[Column], bare: Matrix, *, turned: bool) -> list[Column]:
    """Where no heading says name, the first column beside the dates that holds words holds the names."""
    if any(column.field is Field.NAME for column in columns):
        return columns
    dated = {one.index for one in columns if looks_like_date(bare.cell(bare.head, one.index))}
    unnamed = [one for one in columns if one.index not in dated and one.field is None]
    named = [one for one in unnamed if NAMES_BY_DATE.fullmatch(plain(one.heading))] if turned else []
    chosen = next((one for one in (*named, *unnamed) if not _is_belied(bare, one.index)), None)
    return [Column(one.index, one.heading, Field.NAME) if one is chosen else one for one in columns]


def _year_named(grid: Grid, *, head: int, file: str) -> NamedYear | None:
    """The year of the table: in its title, its texts above, else its sheet's name, else its file's."""
    rows = enumerate(grid.rows[: max(TITLE_ROWS, head + 1)])
    cells = [(at, cell) for at, row in rows for cell in row if len(cell.line) <= LONGEST_TITLE]
    titles = [
        cell.line if at == head else without_days(cell.line)
        for at, cell in cells
        if cell.day is None and not (at == head and looks_like_date(cell))
    ]
    for texts in ([*titles, *(text.text for text in grid.before)], [grid.name], [file]):
        if named := named_in(texts):
            return named
    return None


def _years_above(bare: Matrix, places: Iterable[int]) -> dict[int, NamedYear]:
    """The year over each heading, where there are several and each stands over its own."""
    found: dict[int, NamedYear] = {}
    for at in places:
        over = (bare.cell(line, at) for line in range(bare.head - 1, -1, -1))
        years = (named_in([cell.line]) for cell in over if not looks_like_date(cell))
        named = next(filter(None, years), None)
        found |= {at: named} if named else {}
    return found if len(set(found.values())) > 1 else {}
