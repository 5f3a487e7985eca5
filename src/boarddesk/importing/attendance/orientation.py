"""Which way round a register is: the line of a table that has the most marks of people under its dates.

A column of dates or fractions beside the names turns nothing: there are no marks beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from boarddesk.importing.attendance.dates import FRACTION, NO_DAY, Heading, is_certain_date, looks_like_date
from boarddesk.importing.attendance.legend import LONGEST_SIGN, Legend
from boarddesk.importing.attendance.lines import first_people, people_lines
from boarddesk.importing.attendance.matrix import REGISTER_WORDS, Around, Matrix, matrix_of
from boarddesk.importing.columns import fits
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import Cell, Grid

LOOK_DOWN, LOOK_ACROSS = 40, 30
MOST_TRIED, MOST_LINES, MOST_MEETINGS = 3, 200, 400
FIGURE = re.compile(
    rf"(?:[2-9]|[0-9]{{2,}}|[0-9]+[.,][0-9]+|{FRACTION.pattern}|[0-9.,]+ ?%)(?: ?\([0-9.,]+ ?%\))?"
)
"""What stands under a heading that is no meeting: counts, shares, per cents. 0 and 1 may be marks."""

SPAN = re.compile(
    r"\W*(?:(?:date|member|in post|on the board) )?"
    r"(?:from|since|start|joined|appointed|until|till|to|end|left|term|expir\w+)\b",
    re.IGNORECASE,
)
"""Headings over days that are no meetings' days: those of somebody's time on the board."""

Score = tuple[int, int, int, int, bool]


def find_matrix(
    grid: Grid, choices: Mapping[str, Field], *, around: Around | None = None, legend: Legend | None = None
) -> Matrix | None:
    """The matrix in a table; None where no line of it holds dates."""
    tried = [
        matrix_of(grid, choices, turned=turned, head=head, around=around) for turned, head in _tried(grid)
    ]
    best = max(tried, key=lambda one: _score(one, legend or Legend()), default=None)
    return _without_figures(best) if best else None


def read_again(matrix: Matrix, choices: Mapping[str, Field], around: Around) -> Matrix | None:
    """The same lines, once it is known in which order the rest of the document writes its dates."""
    again = matrix_of(matrix.grid, choices, turned=matrix.turned, head=matrix.head, around=around)
    return _without_figures(again)


def why_unread(grid: Grid, legend: Legend) -> str:
    """That there are names and dates, and only the signs under them are not known; else empty."""
    tried = [matrix_of(grid, {}, turned=turned, head=head) for turned, head in _tried(grid)]
    signs = max((_short_signs(matrix) for matrix in tried), key=len, default=[])
    strange = dict.fromkeys(one for one in signs if legend.read(one).unknown)
    if not strange:
        return ""
    shown = ", ".join(f"“{one}”" for one in list(strange)[:6])
    return (
        f"Names and meeting dates stand there, but too few of the signs under them are known: {shown} "
        f"{'is' if len(strange) == 1 else 'are'} not. Write P, V, T, D, A, X or N in their place, or add a "
        f"line that says what each means, such as “{next(iter(strange))} = present”."
    )


def _short_signs(matrix: Matrix) -> list[str]:
    """The signs under the dates, where most of what stands there is short and no number."""
    lines = people_lines(matrix) if matrix.of(Field.NAME) and matrix.meetings else ()
    cells = [matrix.cell(line, meeting.at) for line in lines for meeting in matrix.meetings]
    texts = [cell.line for cell in cells if not cell.empty]
    signs = [text for text in texts if len(text) <= LONGEST_SIGN and not FIGURE.fullmatch(text)]
    return signs if len(signs) * 2 > len(texts) else []


def _tried(grid: Grid) -> Iterator[tuple[bool, int]]:
    """The rows and columns with the most dates, and the first with any: one meeting is a register too."""
    rows = {at: _dates(grid.rows[at]) for at in range(min(LOOK_DOWN, len(grid.rows)))}
    looked = grid.rows[: MOST_MEETINGS + LOOK_DOWN]
    across = range(min(LOOK_ACROSS, grid.width))
    columns = {at: _dates(row[at] for row in looked) for at in across if not _says_span(looked, at)}
    for turned, found in ((False, rows), (True, columns)):
        dated = [at for at, dates in found.items() if 0 < dates[1] <= MOST_MEETINGS]
        most = sorted(dated, key=lambda at: found[at], reverse=True)[:MOST_TRIED]
        yield from ((turned, at) for at in dict.fromkeys([*most, *dated[:MOST_TRIED]]))


def _says_span(rows: Iterable[Sequence[Cell]], column: int) -> bool:
    """Whether the dates of a column are those from or to which somebody held a seat."""
    above = takewhile(lambda cell: not looks_like_date(cell), (row[column] for row in rows))
    headings = [cell.line for cell in above if not cell.empty]
    return bool(headings) and all(map(SPAN.match, headings))


def _dates(cells: Iterable[Cell]) -> tuple[int, int]:
    """How many are certainly dates, and how many may be: 9.6 may be a day, and it may be a number."""
    found = [cell for cell in cells if looks_like_date(cell)]
    return sum(is_certain_date(cell) for cell in found), len(found)


def _score(matrix: Matrix, legend: Legend) -> Score:
    """Marks of people before what is none, then how surely dates stand there, then a table as most are."""
    lines = first_people(matrix, MOST_LINES)
    dates = [matrix.cell(matrix.head, meeting.at) for meeting in matrix.meetings]
    days = [meeting for meeting in matrix.meetings if meeting.why != NO_DAY]
    signs = [_sign(matrix.cell(line, day.at), legend) for line in lines for day in days]
    certain = sum(map(is_certain_date, dates))
    named = sum(bool(column.heading and fits(column.heading, REGISTER_WORDS)) for column in matrix.columns)
    return sum(signs), certain, len(dates), named, not matrix.turned


def _sign(cell: Cell, legend: Legend) -> int:
    if cell.empty or is_certain_date(cell):
        return 0
    return 1 if cell.font or not legend.read(cell.text).unknown else -1


def _without_figures(matrix: Matrix) -> Matrix | None:
    """A heading with a date over nothing but counts or dates is no meeting: `Attended to 31 March`."""
    lines = first_people(matrix, MOST_LINES)
    meetings = tuple(meeting for meeting in matrix.meetings if not _holds_figures(matrix, meeting, lines))
    return replace(matrix, meetings=meetings) if meetings else None


def _holds_figures(matrix: Matrix, heading: Heading, lines: Iterable[int]) -> bool:
    cells = [cell for line in lines if not (cell := matrix.cell(line, heading.at)).empty]
    return bool(cells) and all(FIGURE.fullmatch(cell.line) or is_certain_date(cell) for cell in cells)
