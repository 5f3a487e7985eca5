"""Several registers in one table, below or beside each other: each begins with names and dates of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from boarddesk.importing.attendance.dates import is_certain_date, looks_like_date
from boarddesk.importing.attendance.lines import name_of
from boarddesk.importing.attendance.matrix import NAMES_BY_DATE, REGISTER_WORDS, TITLE_ROWS, Matrix, matrix_of
from boarddesk.importing.attendance.members import is_person, names_section
from boarddesk.importing.attendance.years import named_in
from boarddesk.importing.columns import EXACT, fits, plain
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import Cell, Grid, Text

TERMS = re.compile(
    r"\W*(?:(?:autumn|spring|summer|winter|term|quarter|q|year|from|and|to|the|[0-9/–-]+)\W*)+", re.IGNORECASE
)
"""What may stand over the names of a later register: `Summer term 2026`."""
FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)+")
NEAR = timedelta(days=60)


def tables_apart(matrix: Matrix) -> list[Grid]:
    """The table of each register; the whole where it holds one."""
    names = matrix.of(Field.NAME)
    if names is None:
        return [matrix.grid]
    beside = [at for at in range(matrix.width) if _names_again(matrix, at, names.index)]
    if beside:
        starts = [0, *beside]
        ends = [*beside, matrix.width]
        return [_part(matrix, columns=range(*each)) for each in zip(starts, ends, strict=True)]
    heads = _heads(matrix, names.index)
    if len(heads) < 2:
        return [matrix.grid]
    starts = [0, *(_start(matrix, head) for head in heads[1:])]
    ends = [*starts[1:], matrix.height]
    return [_part(matrix, lines=range(*each)) for each in zip(starts, ends, strict=True)]


def _heads(matrix: Matrix, names: int) -> list[int]:
    """The lines of dates that are not those of the line before, each with people and their marks below it."""
    lines = [at for at in range(matrix.height) if at == matrix.head or _is_head(matrix, at, names)]
    heads: list[int] = []
    for at, line in enumerate(lines):
        end = lines[at + 1] if at + 1 < len(lines) else matrix.height
        again = bool(heads) and _days(matrix, heads[-1], names) == _days(matrix, line, names)
        if not again and _has_people(matrix, line, end, names):
            heads.append(line)
    return heads


def _is_head(matrix: Matrix, line: int, names: int) -> bool:
    filled = {at: cell for at in range(matrix.width) if not (cell := matrix.cell(line, at)).empty}
    days = _days(matrix, line, names)
    over = filled[names].line if names in filled else ""
    known = over and (_is_heading(matrix, over, names) or names_section(over) or TERMS.fullmatch(over))
    certain = any(is_certain_date(filled[at]) for at in days)
    if not days or not (certain or known) or (over and not known and not _is_far_off(matrix, line)):
        return False
    rest = (at for at in filled if at not in days and at != names)
    return bool(over) or all(_is_heading(matrix, filled[at].line, at) for at in rest)


def _is_far_off(matrix: Matrix, line: int) -> bool:
    """Whether days are of other meetings: those of papers stand near the day of the meeting over them."""
    over = {meeting.at: meeting.day for meeting in matrix.meetings}
    here = matrix_of(matrix.grid, {}, turned=matrix.turned, head=line).meetings
    pairs = [(over.get(heading.at), heading.day) for heading in here if heading.day]
    return any(first is None or abs(day - first) > NEAR for first, day in pairs)


def _is_heading(matrix: Matrix, text: str, column: int) -> bool:
    """Whether a text is the column's heading once more, or a heading registers have."""
    if text.casefold() == matrix.cell(matrix.head, column).line.casefold():
        return True
    known = any(fit.tier == EXACT for fit in fits(text, REGISTER_WORDS))
    return known or NAMES_BY_DATE.fullmatch(plain(text)) is not None


def _days(matrix: Matrix, line: int, names: int) -> dict[int, str]:
    cells = {at: matrix.cell(line, at) for at in range(matrix.width) if at != names}
    return {at: cell.line for at, cell in cells.items() if looks_like_date(cell)}


def _has_people(matrix: Matrix, head: int, end: int, names: int) -> bool:
    """Whether anybody has something other than a date under the dates of a line."""
    days = _days(matrix, head, names)
    people = (line for line in range(head + 1, end) if is_person(name_of(matrix, line)))
    cells = (matrix.cell(line, at) for line in people for at in days)
    return any(not cell.empty and not looks_like_date(cell) for cell in cells)


def _start(matrix: Matrix, head: int) -> int:
    """Where a register begins: with the empty lines and the title over its dates."""
    while head:
        above = (matrix.cell(head - 1, at) for at in range(matrix.width))
        if len({id(cell) for cell in above if not cell.empty}) > 1:
            break
        head -= 1
    return head


def _names_again(matrix: Matrix, column: int, names: int) -> bool:
    """Whether the names stand once more between the dates, and not beside the same people."""
    dates = [meeting.at for meeting in matrix.meetings]
    if column == names or not min(dates) < column < max(dates) or column in dates:
        return False
    over, first = (matrix.cell(matrix.head, at).line for at in (column, names))
    named = any(fit.tier == EXACT and fit.field is Field.NAME for fit in fits(over, REGISTER_WORDS))
    if not named and over.casefold() != first.casefold():
        return False
    lines = [line for line in range(matrix.head + 1, matrix.height) if matrix.cell(line, column).line]
    texts = {line: matrix.cell(line, column).line for line in lines}
    differ = any(text != matrix.cell(line, names).line for line, text in texts.items())
    return differ and all(FULL_NAME.search(text) if not over else is_person(text) for text in texts.values())


def _part(matrix: Matrix, *, lines: range | None = None, columns: range | None = None) -> Grid:
    """Some lines or columns of a table as one of its own, which knows where it stands in the document."""
    across, down = (columns, lines) if not matrix.turned else (lines, columns)
    grid = matrix.grid
    rows = down or range(len(grid.rows))
    filled = (at for row in rows for at, cell in enumerate(grid.rows[row]) if not cell.empty or cell.origin)
    places = across or range(max(filled, default=0) + 1)
    cells = tuple(tuple(_moved(grid.rows[row][column], rows, places) for column in places) for row in rows)
    part = replace(
        grid, rows=cells, first_row=grid.first_row + rows.start, first_column=grid.first_column + places.start
    )
    own = [cell.line for line in cells[:TITLE_ROWS] for cell in line if not looks_like_date(cell)]
    if named_in(own):
        return part
    return replace(part, before=(*grid.before, *_titles(grid)))


def _moved(cell: Cell, rows: range, columns: range) -> Cell:
    if cell.origin is None:
        return cell
    row, column = cell.origin
    inside = row in rows and column in columns
    return cell._replace(origin=(row - rows.start, column - columns.start) if inside else None)


def _titles(grid: Grid) -> Iterator[Text]:
    """The titles of the first register that name a year: they go for what follows."""
    cells = (cell for row in grid.rows[:TITLE_ROWS] for cell in row if not looks_like_date(cell))
    return (Text(cell.line) for cell in cells if named_in([cell.line]))
