"""What each table's columns were taken for, with samples of what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from boarddesk.importing.attendance.legend import Legend
from boarddesk.importing.attendance.marks import read_mark
from boarddesk.importing.attendance.matrix import Matrix
from boarddesk.importing.attendance.tables import Found, is_register
from boarddesk.importing.columns import (
    Column,
    Columns,
    TwoActions,
    could_be_headings,
    find_headings,
    match,
    read_choices,
)
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.document import DocumentSurvey
from boarddesk.importing.plan.family import TableReading
from boarddesk.importing.plan.kinds import FIRST_ROWS, LooksLike
from boarddesk.importing.plan.survey import TableSurvey
from boarddesk.importing.risks.column import RiskColumns
from boarddesk.importing.risks.survey import RegisterSurvey
from boarddesk.importing.tables.grid import Cell, Grid
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN
from boarddesk.rules.statuses.words import read_fill

MOST_SAMPLES = 8
LOOKED_THROUGH = 200


@dataclass(frozen=True)
class SeenColumn:
    """A column with what it was taken for; `dates` stands for all dates of a register together."""

    heading: str
    field: Field | None
    samples: tuple[str, ...] = ()
    dates: bool = False


@dataclass(frozen=True)
class SeenTable:
    """Tables of the same headings, by their places."""

    places: tuple[str, ...]
    looks_like: str
    columns: tuple[SeenColumn, ...]


def plan_tables(seen: DocumentSurvey, choices: Mapping[str, Field]) -> tuple[SeenTable, ...]:
    """Every table as the reader of plans sees it, once it is decided which are in or out."""
    pairs = zip(seen.taken, seen.surveyed, strict=True)
    return _merged(_as_plan(taken.grid, taken, surveyed, choices) for taken, surveyed in pairs)


def register_tables(found: Found, legend: Legend) -> tuple[SeenTable, ...]:
    """Every table as the reader of registers sees it."""
    return _merged(_as_register(grid, matrix, legend) for grid, matrix in found)


def risk_tables(survey: RegisterSurvey) -> tuple[SeenTable, ...]:
    """Every table as the reader of risks sees it; that of a card has no columns to choose."""
    read = {table.grid.place: table.columns for table in survey.registers if table.columns}
    return _merged(_as_risks(grid, read.get(grid.place)) for grid in survey.source.grids if grid.rows)


def known_choices(choices: Mapping[str, Field], tables: Iterable[SeenTable], what: str) -> dict[str, Field]:
    """The choices that speak of a table of this kind; the others wait until their table is recognised."""
    known = {column.heading for table in tables if table.looks_like == what for column in table.columns}
    return {heading: field for heading, field in choices.items() if heading in known}


def as_read(choices: Mapping[str, Field]) -> dict[str, Field]:
    """Choices by heading in the spelling the readers look them up by."""
    return read_choices(f"{heading}={field.value}" for heading, field in choices.items())


def _merged(tables: Iterable[SeenTable]) -> tuple[SeenTable, ...]:
    """Tables with the same headings taken for the same stand together, samples of all of them."""
    found: dict[object, SeenTable] = {}
    for table in tables:
        alike = (table.looks_like, *((column.heading, column.field) for column in table.columns))
        same = found.get(alike)
        found[alike] = _both(same, table) if same else table
    return tuple(found.values())


def _both(one: SeenTable, other: SeenTable) -> SeenTable:
    columns = tuple(
        replace(mine, samples=tuple(dict.fromkeys((*mine.samples, *theirs.samples)))[:MOST_SAMPLES])
        for mine, theirs in zip(one.columns, other.columns, strict=True)
    )
    return replace(one, places=(*one.places, *other.places), columns=columns)


# Plans ------------------------------------------------------------------------------------------------------


def _as_plan(
    grid: Grid, taken: TableReading, surveyed: TableSurvey, choices: Mapping[str, Field]
) -> SeenTable:
    columns = taken.columns
    if columns is None:
        return _seen_plan(grid, _any_headings(grid, choices), taken.kind.value)
    if surveyed.rivals is not None:
        shown = {" ".join(heading.split()) for heading in surveyed.rivals.headings}
        open_ones = (replace(one, field=None) if one.heading in shown else one for one in columns.columns)
        columns = replace(columns, columns=tuple(open_ones))
    return _seen_plan(grid, columns, taken.kind.value)


def _any_headings(grid: Grid, choices: Mapping[str, Field]) -> Columns:
    """The first row that could be one of headings, whatever it says."""
    row = next((at for at in range(min(FIRST_ROWS, len(grid.rows))) if could_be_headings(grid, at)), 0)
    headings, depth = find_headings(grid, row)
    try:
        columns = match(headings, choices=choices)
    except TwoActions:
        columns = [Column(at, " ".join(one.split()), None) for at, one in enumerate(headings)]
    return Columns(tuple(columns), row, depth)


def _seen_plan(grid: Grid, found: Columns, looks_like: str) -> SeenTable:
    first = found.header_row + found.depth
    rows = grid.rows[first : first + LOOKED_THROUGH]
    columns = tuple(
        SeenColumn(column.shown, column.field, _samples(row[column.index] for row in rows))
        for column in found.columns
    )
    return SeenTable((grid.place,), looks_like, columns)


def _samples(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Different texts of a column from the top; where a cell only has a colour, what the colour says."""
    said = dict.fromkeys(filter(None, (_said(cell) for cell in cells)))
    return tuple(said)[:MOST_SAMPLES]


def _said(cell: Cell) -> str:
    if not cell.empty:
        return cell.line
    colour = read_fill(cell.shading, IMPROVEMENT_PLAN).status if cell.origin is None else None
    return f"{colour.label}, by its colour" if colour else ""


# Risks ----------------------------------------------------------------------------------------------------


def _as_risks(grid: Grid, found: RiskColumns | None) -> SeenTable:
    if found is None:
        columns = tuple(SeenColumn(column.shown, None) for column in _any_headings(grid, {}).columns)
        return SeenTable((grid.place,), LooksLike.UNKNOWN.value, columns)
    rows = grid.rows[found.first : found.first + LOOKED_THROUGH]
    columns = tuple(
        SeenColumn(
            column.shown,
            Field(column.name) if column.name else None,
            _samples(row[column.index] for row in rows),
        )
        for column in found.columns
    )
    return SeenTable((grid.place,), LooksLike.RISKS.value, columns)


# Registers --------------------------------------------------------------------------------------------------


def _as_register(grid: Grid, matrix: Matrix | None, legend: Legend) -> SeenTable:
    if matrix is None or not is_register(matrix, legend):
        columns = tuple(SeenColumn(column.shown, None) for column in _any_headings(grid, {}).columns)
        return SeenTable((grid.place,), LooksLike.UNKNOWN.value, columns)
    return SeenTable((grid.place,), LooksLike.ATTENDANCE.value, tuple(_register_columns(matrix)))


def _register_columns(matrix: Matrix) -> Iterator[SeenColumn]:
    dates = {meeting.at for meeting in matrix.meetings}
    lines = [line for line in matrix.lines() if line > matrix.head][:LOOKED_THROUGH]
    for column in matrix.columns:
        if column.index not in dates:
            cells = (matrix.cell(line, column.index) for line in lines)
            yield SeenColumn(column.shown, column.field, _samples(cells))
    yield SeenColumn(_dates_in_words(matrix), None, tuple(_marks(matrix, lines, sorted(dates))), dates=True)


def _dates_in_words(matrix: Matrix) -> str:
    first, last = matrix.meetings[0].text, matrix.meetings[-1].text
    if len(matrix.meetings) == 1:
        return first
    return f"{len(matrix.meetings)} dates, {first} to {last}"


def _marks(matrix: Matrix, lines: Sequence[int], dates: Sequence[int]) -> Iterator[str]:
    """Different ways marks are written in this register."""
    cells = (matrix.cell(line, at).line for line in lines for at in dates)
    said = dict.fromkeys(line for line in cells if line)
    yield from [line for line in said if not read_mark(line).unknown][:MOST_SAMPLES]
