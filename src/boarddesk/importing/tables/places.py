"""What stands at a place of a document, word for word, with the heading above it or the row beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.importing.tables.grid import Grid, SourceTables, letters

Standing = tuple[tuple[str, str], ...]
"""What it stands under, or beside, and the words themselves."""

_SPOT = re.compile(
    r"cell (?P<letters>[A-Z]+)(?P<number>\d+)|row (?P<row>\d+)(?: column (?P<at>\d+))?|column (?P<column>\w+)"
)
FIRST_ROWS = 12
"""A row of headings stands among these; below them it is none."""


def standing_at(source: SourceTables, place: str) -> Standing:
    """The words at a place as importing names it; nothing where the document has no such place."""
    for grid in source.grids:
        spot = _SPOT.fullmatch(place.removeprefix(f"{grid.place} ")) if place.startswith(grid.place) else None
        if spot is not None:
            return tuple(_standing(grid, spot))
    return ()


def _standing(grid: Grid, spot: re.Match[str]) -> Iterator[tuple[str, str]]:
    row, column = _row_of(grid, spot), _column_of(grid, spot)
    if column is None and row is not None:
        yield from _whole_row(grid, row)
    elif row is None and column is not None:
        yield from ((_beside(grid, at, column), _words(grid, at, column)) for at in range(len(grid.rows)))
    elif row is not None and column is not None:
        above = _heading_row(grid, row)
        if above is not None and (beside := _beside(grid, row, column)):
            yield "", beside
        yield "" if above is None else _words(grid, above, column), _words(grid, row, column)


def _row_of(grid: Grid, spot: re.Match[str]) -> int | None:
    number = spot["number"] or spot["row"]
    at = int(number) - grid.first_row if number else None
    return at if at is not None and 0 <= at < len(grid.rows) else None


def _column_of(grid: Grid, spot: re.Match[str]) -> int | None:
    said = spot["letters"] or spot["at"] or spot["column"]
    names = (letters(at + grid.first_column) for at in range(grid.width))
    numbers = (str(at + grid.first_column) for at in range(grid.width))
    return next((at for at, known in enumerate(zip(names, numbers, strict=True)) if said in known), None)


def _whole_row(grid: Grid, row: int) -> Iterator[tuple[str, str]]:
    above = _heading_row(grid, row)
    for column in range(grid.width):
        words = _words(grid, row, column)
        merged = grid.rows[row][column].origin
        if words and (merged is None or merged[1] == column):
            yield "" if above is None else _words(grid, above, column), words


def _heading_row(grid: Grid, row: int) -> int | None:
    """The row of headings above a row: the last the document says is one, else the fullest of the first."""
    if 0 < grid.header_rows <= row:
        return grid.header_rows - 1
    first = range(min(row, FIRST_ROWS))
    return max(first, key=lambda at: sum(not cell.empty for cell in grid.rows[at]), default=None)


def _beside(grid: Grid, row: int, column: int) -> str:
    """What a row begins with, left of a column."""
    return next((words for at in range(column) if (words := _words(grid, row, at))), "")


def _words(grid: Grid, row: int, column: int) -> str:
    return grid.shown(row, column).text.strip()
