"""Which tables of a document are registers: the matrix of each, in one order of dates and with one key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from boarddesk.importing.attendance.cells import marks_in, own_key
from boarddesk.importing.attendance.dates import orders_said
from boarddesk.importing.attendance.legend import Key, Legend, key_in_cells, key_of, legend_of, together
from boarddesk.importing.attendance.lines import (
    people_lines,
)
from boarddesk.importing.attendance.matrix import Around, Matrix
from boarddesk.importing.attendance.orientation import find_matrix, read_again
from boarddesk.importing.attendance.tables_apart import tables_apart
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import Cell, Grid, SourceTables
from boarddesk.rules.registers.sheet import SHEET

Found = list[tuple[Grid, Matrix | None]]


def find_registers(source: SourceTables, choices: Mapping[str, Field]) -> tuple[Found, Legend]:
    """The matrix of each table that has one, its dates in the one order the document writes them in."""
    found = _first_look([grid for grid in source.grids if grid.rows], choices, Around(source.name))
    grids, first = [grid for grid, _ in found], [one for _, one in found]
    around = Around(source.name, frozenset().union(*(orders_said(_dates_of(one)) for one in first if one)))
    texts = [text for grid, one in zip(grids, first, strict=True) for text in _beside(grid, one)]
    texts += [one.text for one in source.after]
    key = together(_paired(zip(grids, first, strict=True)), key_of(texts))
    for one in first:
        key = {**(own_key(one) if one else {}), **key}
    marks = [text for one in first if one for text in marks_in(one)]
    legend = legend_of(key, marks, ours=any(grid.sheet == SHEET for grid in grids))
    if key:
        again = [find_matrix(grid, choices, around=around, legend=legend) for grid in grids]
    else:
        again = [read_again(one, choices, around) if one and around.orders else one for one in first]
    return list(zip(grids, again, strict=True)), legend


def _first_look(grids: list[Grid], choices: Mapping[str, Field], around: Around) -> Found:
    """The matrix of each table; several registers in one table are tables of their own, but never in ours."""
    found: Found = [(grid, find_matrix(grid, choices, around=around)) for grid in grids]
    if any(grid.sheet == SHEET for grid in grids):
        return found
    apart = [(grid, one, tables_apart(one) if one else [grid]) for grid, one in found]
    return [
        (part, one if len(parts) == 1 else find_matrix(part, choices, around=around))
        for _, one, parts in apart
        for part in parts
    ]


def _dates_of(matrix: Matrix) -> list[Cell]:
    return [matrix.cell(matrix.head, meeting.at) for meeting in matrix.meetings]


def _beside(grid: Grid, matrix: Matrix | None) -> Iterator[str]:
    """Texts in which a key to the marks may stand: those above a table, and a table without dates."""
    yield from (one.text for one in grid.before)
    if matrix is None:
        yield from (cell.text for row in grid.rows for cell in row if not cell.empty)


def _paired(found: Iterable[tuple[Grid, Matrix | None]]) -> Key:
    """A key in the cells of tables without dates; one that names no mark at all is none."""
    tables = [grid for grid, matrix in found if matrix is None]
    pairs = [[(one.text, other.text) for row in grid.rows for one, other in pairwise(row)] for grid in tables]
    return together(*(key_in_cells(one, words=bool(key_in_cells(one))) for one in pairs))


def is_register(matrix: Matrix, legend: Legend) -> bool:
    """Whether there are names beside the dates, and a mark or at least an empty column under one.

    A sign of a symbol font is somebody's mark, whether it is known or not.
    """
    lines = list(people_lines(matrix))
    cells = [matrix.cell(line, meeting.at) for line in lines for meeting in matrix.meetings]
    known = sum(bool(cell.font) or not legend.read(cell.text).unknown for cell in cells)
    return matrix.of(Field.NAME) is not None and bool(lines) and known * 2 >= len(cells)
