"""Rows of a plan table: each is an action, part of the action above, a title, or the headings over again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import zip_longest
from string import ascii_lowercase

from boarddesk.importing.columns import LONGEST_HEADING, PLAN_WORDS, Columns, plain
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.area_words import area_words
from boarddesk.importing.plan.forms import FormGrid
from boarddesk.importing.plan.legend import is_key
from boarddesk.importing.plan.shapes import (
    KEYWORD,
    bare_ref,
    is_date,
    is_ref,
    is_ruled,
    is_said,
    ref_and_text,
)
from boarddesk.importing.tables.grid import Cell, Grid

ASKS = re.compile(
    r".*\?|\W*(?:e\.?g\.?|for example|please|insert|state|describe|list|enter|include|what|who|when|how"
    r"|by)\b.*"
    r"|(?:\w+\W+){0,3}(?:or|/)\W*\w+\??|dd/mm/yy(?:yy)?",
    re.IGNORECASE | re.DOTALL,
)
"""What a row under the headings says that only explains them."""


BEGINS_WITH_WORD = re.compile(rf"{KEYWORD}\W", re.IGNORECASE)
BARE = (Field.REF, Field.TEXT, Field.AREA)
"""What a row that heads others consists of."""


class RowKind(Enum):
    """What a row below the headings is."""

    ACTION = auto()
    UNDER = auto()
    CONTINUED = auto()
    TITLE = auto()
    NOTHING = auto()


@dataclass
class Row:
    """One row of a plan table with its cells by field.

    `called` is how the document writes a ref with a word before it: `Focus area 1.1`. `area` is what a column
    of areas says of it; `objective` the same where that column names no areas. `headings` are those of its
    table, for no row goes on with one under other headings.
    """

    place: str
    kind: RowKind
    ref: str = ""
    text: str = ""
    cells: dict[Field, list[tuple[str, Cell]]] = field(default_factory=dict)
    source: list[tuple[str, str]] = field(default_factory=list)
    strays: list[tuple[str, str]] = field(default_factory=list)
    area: str = ""
    area_cell: Cell | None = None
    objective: str = ""
    called: str = ""
    shade: str = ""
    headings: tuple[str, ...] = ()

    def lines(self, *fields: Field) -> list[str]:
        """The paragraphs of these fields, column after column."""
        return [
            paragraph
            for each in fields
            for _, cell in self.cells.get(each, ())
            for paragraph in cell.paragraphs
            if is_said(paragraph)
        ]

    def line(self, *fields: Field) -> str:
        """The same on one line."""
        return " ".join(" ".join(self.lines(*fields)).split())


def read_rows(grid: Grid, columns: Columns, first: int, last: int) -> Iterator[Row]:
    """The rows from first up to last, headings left out."""
    headings = tuple(plain(column.heading) for column in columns.columns)
    rows: dict[int, Row] = {}
    for number in range(first, last):
        rows[number] = Row(grid.row_place(number), RowKind.NOTHING, headings=headings)
        _read_row(grid, columns, number, rows[number])
    for group in _under_one_ref(grid, columns, first, last):
        _letter([rows[number] for number in group])
    _head_those_below([row for row in rows.values() if row.kind is not RowKind.NOTHING])
    yield from rows.values()


def _under_one_ref(grid: Grid, columns: Columns, first: int, last: int) -> Iterator[range]:
    """Runs of rows under a ref merged down over them, each an action with its own words and facts."""
    for column in columns.of(Field.REF):
        for number in range(first, last):
            rows = grid.rows[number][column.index].rows
            group = range(number, min(number + rows, last))
            shared = (grid.rows[number][of.index].rows >= rows for of in columns.of(Field.STATUS))
            if (
                1 < rows <= len(ascii_lowercase)
                and not any(shared)
                and all(_has_own(grid, columns, row) for row in group)
            ):
                yield group


def _has_own(grid: Grid, columns: Columns, number: int) -> bool:
    """Whether a row says by itself what is done, and two of when, who and how it stands."""

    def own(field: Field) -> bool:
        cells = [grid.rows[number][column.index] for column in columns.of(field)]
        filled = (cell for cell in cells if not cell.empty or (field is Field.STATUS and cell.shading))
        return any(cell.origin is None and cell.rows == 1 for cell in filled)

    return own(Field.TEXT) and sum(map(own, (Field.BY_WHEN, Field.OWNERS, Field.STATUS))) >= 2


def _head_those_below(rows: list[Row]) -> None:
    """A row of a ref and words alone, above rows whose refs begin with it, heads them: an area, or an aim."""
    aim, over = "", ""
    for row, below in zip_longest(rows, rows[1:]):
        if (
            row.ref
            and row.text
            and not _says_more(row)
            and below is not None
            and below.ref.startswith(f"{row.ref}.")
        ):
            if "." in row.ref:
                aim, over = row.text, f"{row.ref}."
                row.kind = RowKind.NOTHING
            else:
                row.kind = RowKind.TITLE
        elif over and row.ref.startswith(over):
            row.objective = aim


def _says_more(row: Row) -> bool:
    """Whether a row says anything besides its ref and its words; a colour right across it is no saying."""
    beside = (cell for of, cells in row.cells.items() if of not in BARE for _, cell in cells)
    return bool(row.strays) or any(not cell.empty for cell in beside)


def _letter(group: list[Row]) -> None:
    """Give the actions under one ref a letter each; its title is what each of them is for."""
    ref, words = group[0].ref, "\n".join(group[0].lines(Field.TEXT))
    title = group[0].text.removesuffix(words).strip()
    for letter, row in zip(ascii_lowercase, group, strict=False):
        row.ref, row.text = f"{ref}{letter}", "\n".join(row.lines(Field.TEXT)).strip()
        row.objective = title
        row.kind = RowKind.ACTION


def _read_row(grid: Grid, columns: Columns, number: int, row: Row) -> None:
    for column in columns.columns:
        _take_cell(grid, number, row, columns, column.index)
    row.ref, row.text = _ref_and_text(row, numbered=columns.numbered)
    row.called = _called(row)
    row.shade = _shade(grid, columns, number)
    row.kind = _kind(grid, number, row)
    if isinstance(grid, FormGrid) and row.text:
        row.kind = RowKind.ACTION
    if row.kind is RowKind.ACTION:
        _inherit(grid, number, row, columns)


def _inherit(grid: Grid, number: int, row: Row, columns: Columns) -> None:
    """An action takes what a cell merged down from the actions above says of it too."""
    for column in columns.columns:
        origin = grid.rows[number][column.index].origin
        if origin and origin[0] < number and column.field not in (None, Field.REF, Field.TEXT, Field.OTHER):
            row.cells.setdefault(column.field, []).append((column.heading, grid.shown(number, column.index)))


def _take_cell(grid: Grid, number: int, row: Row, columns: Columns, index: int) -> None:
    column, cell = columns.columns[index], grid.rows[number][index]
    if column.field is Field.AREA:
        row.area_cell = grid.shown(number, index)
        row.area = row.area_cell.line
    if index in columns.marks:
        if not cell.empty:
            row.cells.setdefault(Field.STATUS, []).append((column.heading, Cell((column.heading,))))
            row.source.append((column.shown, cell.text))
        return
    if column.field is Field.STATUS and cell.origin:
        return
    meant = is_said(cell.line)
    if column.field and (meant or (column.field is Field.STATUS and cell.shading)):
        row.cells.setdefault(column.field, []).append((column.heading, cell))
    if meant:
        row.source.append((column.shown, cell.text))
        if column.field in (None, Field.OTHER):
            row.strays.append((column.shown, cell.text))


def _ref_and_text(row: Row, *, numbered: bool) -> tuple[str, str]:
    """The ref and the action's words, told apart where one cell holds both."""
    ref = "\n".join(row.lines(Field.REF)).strip()
    text = "\n".join(row.lines(Field.TEXT)).strip()
    if ref and not is_ref(ref):
        apart = ref_and_text(ref, numbered=numbered)
        if apart is None:
            return "", "\n".join(filter(None, (ref, text)))
        ref, title = apart
        text = "\n".join(filter(None, (title, text)))
    elif not ref and (begins := ref_and_text(text, numbered=numbered)):
        ref, text = begins
    return bare_ref(ref), text


def _called(row: Row) -> str:
    """The line that a ref with a word before it begins, as it stands."""
    line = next(iter((*row.lines(Field.REF), *row.lines(Field.TEXT))), "")
    return line if row.ref and BEGINS_WITH_WORD.match(line) and not line.startswith(row.ref) else ""


def _shade(grid: Grid, columns: Columns, number: int) -> str:
    """The colour of the ref or the action, for a plan that shades those and has no status column."""
    spots = [*columns.of(Field.REF), *columns.of(Field.TEXT)]
    return next((shading for column in spots if (shading := grid.rows[number][column.index].shading)), "")


def _kind(grid: Grid, number: int, row: Row) -> RowKind:
    cells = [cell for cell in grid.rows[number] if cell.origin is None and not is_ruled(cell.line)]
    if not cells:
        shaded = any(cell.shading for _, cell in row.cells.get(Field.STATUS, ()))
        return RowKind.CONTINUED if shaded else RowKind.NOTHING
    if len(cells) == 1 and _is_banner(cells[0], grid.width):
        return RowKind.TITLE
    if len(cells) == 2 and _is_banner(cells[1], grid.width) and _is_label(cells[0]):
        return RowKind.TITLE
    if len(cells) == 1 and not row.ref and (_title_like(cells[0]) or _names_area(row, cells[0])):
        return RowKind.TITLE
    if row.ref and (row.text or len(cells) > 1):
        return RowKind.ACTION
    if row.text:
        return RowKind.CONTINUED if _goes_on(row) else RowKind.UNDER
    return RowKind.CONTINUED


def _is_banner(cell: Cell, width: int) -> bool:
    """Whether a lone cell is merged over the others: no action, even where a number begins it."""
    return cell.columns >= max(2, width / 2)


def _is_label(cell: Cell) -> bool:
    """Whether a cell is only an area's number: `Priority 1`, beside its title in the cell over the rest."""
    words = area_words(cell.line, heading=False)
    return words is not None and not words.title


def _title_like(cell: Cell) -> bool:
    return (cell.bold or bool(cell.shading)) and len(cell.line) <= 200


def _names_area(row: Row, cell: Cell) -> bool:
    """Whether a lone cell stands where a ref would, or says which area comes next."""
    stands_first = bool(row.line(Field.REF)) and len(cell.line) <= 200
    words = area_words(cell.line, heading=False)
    return stands_first or (words is not None and len(cell.line) <= 200)


def _goes_on(row: Row) -> bool:
    """Whether a row without ref finishes the sentence of the row above rather than starting its own."""
    starts = row.text.lstrip("•·- ")[:1]
    return starts.islower() and not row.line(Field.BY_WHEN, Field.OWNERS)


def explains_headings(grid: Grid, number: int, columns: Columns) -> bool:
    """Whether the row right under the headings only explains them: questions, examples, a key."""
    cells = [cell for cell in grid.rows[number] if not cell.empty]
    dated = (cell for cell in cells if not cell.line.endswith("?") and not is_key(cell.line))
    if len(cells) < 2 or any(cell.day or is_date(cell.line) for cell in dated):
        return False
    ref = columns.of(Field.REF)
    if any(is_ref(grid.rows[number][column.index].line) for column in ref):
        return False
    asks = sum(ASKS.fullmatch(cell.line) is not None or is_key(cell.line) for cell in cells)
    questions = sum(cell.line.endswith("?") for cell in cells)
    return questions * 2 >= len(cells) or (asks == len(cells) and (questions > 0 or _shorter(cells)))


def _shorter(cells: list[Cell]) -> bool:
    return all(
        ASKS.fullmatch(cell.line) and cell.line.lower().startswith(("e.g", "eg", "dd/", "insert", "please"))
        for cell in cells
    )


def headings_again(grid: Grid, row: int, columns: Columns) -> bool:
    """Whether a row further down repeats the headings, or is plainly one of other headings."""
    if any(is_ref(grid.rows[row][column.index].line) for column in columns.of(Field.REF)):
        return False
    lines = [
        plain(cell.line) for cell in grid.rows[row] if not cell.empty and len(cell.line) <= LONGEST_HEADING
    ]
    known = {plain(column.heading) for column in columns.columns if column.heading}
    again = sum(line in known for line in lines)
    words = sum(line in PLAN_WORDS for line in lines)
    return len(lines) >= 2 and (again * 2 >= max(len(lines), 4) or (words >= 3 and words * 2 > len(lines)))
