"""What each column of a plan gives: what its cells are first, then what its heading says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from boarddesk.importing.columns import PLAN_WORDS, Column, Columns, fits, plain
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.shapes import Shape, begins_with_numbers, ref_and_text, shape_of
from boarddesk.importing.statuses import is_status
from boarddesk.importing.tables.grid import Cell, Grid

# Where no column says “action”, the one that says what is worked on stands for it.
INSTEAD = (Field.HOW, Field.MILESTONES, Field.AREA, Field.OUTCOME)
AGENCIES = frozenset(
    """agency|agencies|organisation|organisations|partner|partners|service|services|department|directorate
    |team|agency lead|single agency|agencies involved|person|people|name|partner agency""".replace(
        "\n    ", ""
    ).split("|")
)
CODE_OF_PROGRAM = re.compile(r"(?:\S{5,})?")
"""What a program of tasks calls a row, no person: `aB3xQ`."""
FIGURES = (Shape.FIGURE, Shape.REF)
SENIOR = re.compile(r"\b(?:sro|senior|sponsor|executive sponsor|chief)\b", re.IGNORECASE)
NOT_STATUS = (
    None, Field.PROGRESS, Field.OTHER, Field.HOW, Field.SUCCESS_MEASURE, Field.EVIDENCE, Field.OUTCOME,
)  # fmt: skip
"""What a heading may say of a column whose cells are all statuses without its being believed."""


def by_contents(grid: Grid, columns: Columns, choices: Mapping[str, Field]) -> Columns:
    """The columns once more by what their cells are: a column is that first, then what its heading says."""
    first = columns.header_row + columns.depth
    rows = grid.rows[first:]
    cells = {column.index: [row[column.index] for row in rows] for column in columns.columns}
    shapes = {index: shape_of(of_column) for index, of_column in cells.items()}
    chosen = {column.index for column in columns.columns if is_chosen(column, choices)}
    settled = {column.index: column.field for column in columns.columns}
    free = [column.index for column in columns.columns if column.index not in chosen]
    _status_by_cells(settled, columns, free, shapes)
    marks = _crossed(settled, columns, free, cells)
    chart = _weeks_of_chart(cells)
    apart = [index for index in free if index not in chart]
    _give(settled, apart, shapes, Field.STATUS, Shape.STATUS, taking=NOT_STATUS)
    _give(
        settled,
        free,
        shapes,
        Field.BY_WHEN,
        Shape.DATE,
        taking=(None, Field.SUCCESS_MEASURE, Field.MILESTONES),
    )
    for index in free:
        settled[index] = _unlike_heading(settled[index], shapes[index], cells[index])
        nameless = settled[index] is None and not columns.columns[index].heading
        if (settled[index] is Field.OUTCOME or nameless) and Field.AREA not in settled.values():
            settled[index] = Field.AREA if _covers(cells[index]) else settled[index]
    counting = _before_action(settled, free, cells)
    _give(settled, counting, shapes, Field.REF, Shape.REF, taking=(None, Field.AREA))
    _agency_leads(settled, columns, free)
    _accountable_leads(settled, columns, free)
    _ref_with_title(settled, free, cells)
    _name_action(settled, free, shapes, cells)
    numbered = any(
        begins_with_numbers(cells[index])
        for index, field in settled.items()
        if field is Field.REF or (field is Field.TEXT and Field.REF not in settled.values())
    )
    made = tuple(
        column if settled[column.index] is column.field else replace(column, field=settled[column.index])
        for column in columns.columns
    )
    return replace(columns, columns=made, numbered=numbered, marks=marks)


def is_chosen(column: Column, choices: Mapping[str, Field]) -> bool:
    """Whether the person says what a column is, by its heading or by its place."""
    by_heading = any(plain(column.heading) == plain(heading) for heading in choices)
    return bool(choices) and (by_heading or f"column {column.index + 1}" in map(str.casefold, choices))


Settled = dict[int, Field | None]


def _give(
    settled: Settled,
    free: Iterable[int],
    shapes: Mapping[int, Shape],
    field: Field,
    shape: Shape,
    *,
    taking: Sequence[Field | None],
) -> None:
    """Where no column is headed as a field, the first whose cells are of its shape gives it."""
    if field in settled.values():
        return
    fit = [index for index in free if shapes[index] is shape and settled[index] in taking]
    if fit:
        settled[fit[0]] = field


def _weeks_of_chart(cells: Mapping[int, Sequence[Cell]]) -> frozenset[int]:
    """Columns that hold nothing but shades and stand beside each other: the weeks of a chart."""
    shades = {
        index
        for index, of_column in cells.items()
        if all(cell.empty for cell in of_column) and any(cell.shading for cell in of_column)
    }
    return frozenset(index for index in shades if shades & {index - 1, index + 1})


def _before_action(settled: Settled, free: Iterable[int], cells: Mapping[int, Sequence[Cell]]) -> list[int]:
    """The columns that may count the actions: left of their words, hardly any value twice."""
    last = next((index for index, field in settled.items() if field is Field.TEXT), len(settled))
    return [index for index in free if index < last and _differ(cells[index], most=0.8)]


def _differ(cells: Iterable[Cell], *, most: float) -> bool:
    """Whether a column's cells say different things, row by row."""
    filled = [cell.line for cell in cells if not cell.empty]
    return len(set(filled)) >= most * len(filled)


def _unlike_heading(field: Field | None, shape: Shape, cells: Sequence[Cell]) -> Field | None:
    """The field of a column whose cells contradict its heading."""
    if field is Field.STATUS and shape is Shape.PROSE:
        return Field.PROGRESS
    if field is Field.STATUS and shape is Shape.DATE:
        return Field.OTHER
    if field is Field.REF and shape in (Shape.PROSE, Shape.DATE):
        return Field.AREA if shape is Shape.PROSE else Field.OTHER
    if (
        field is Field.REF
        and shape is Shape.SHORT
        and all(CODE_OF_PROGRAM.fullmatch(cell.line) for cell in cells)
    ):
        return Field.OTHER
    if field is Field.AREA and _are_levels(cells):
        return Field.OTHER
    if field in (Field.PROGRESS, Field.SUCCESS_MEASURE) and shape is Shape.REF and len(cells) > 2:
        return Field.OTHER
    return field


def _covers(cells: Sequence[Cell]) -> bool:
    """Whether cells are merged down over several rows, or repeat from row to row."""
    own = [cell for cell in cells if cell.origin is None and not cell.empty]
    repeats = any(one.line == other.line for one, other in pairwise(own))
    return any(cell.rows > 1 for cell in own) or repeats


def _are_levels(cells: Sequence[Cell]) -> bool:
    """Whether a priority column only says how urgent each row is."""
    words = {cell.line.casefold() for cell in cells if not cell.empty}
    return bool(words) and words <= {
        "high",
        "medium",
        "low",
        "h",
        "m",
        "l",
        "urgent",
        "med",
        "critical",
        "essential",
    }


def _crossed(
    settled: Settled, columns: Columns, free: Iterable[int], cells: Mapping[int, Sequence[Cell]]
) -> frozenset[int]:
    """Columns headed by a status each, of which every row crosses one."""
    headed = [index for index in free if is_status(columns.columns[index].heading)]
    filled = [cell for index in headed for cell in cells[index] if not cell.empty]
    if len(headed) < 2 or not all(len(cell.line) <= 2 for cell in filled):
        return frozenset()
    settled.update(dict.fromkeys(headed, Field.STATUS))
    return frozenset(headed)


def _status_by_cells(
    settled: Settled, columns: Columns, free: Iterable[int], shapes: Mapping[int, Shape]
) -> None:
    """Columns headed for a status whose cells are statuses go before one whose cells are none."""
    shown = [
        index
        for index in free
        if shapes[index] is Shape.STATUS
        and settled[index] in (None, Field.STATUS, Field.OTHER)
        and any(fit.field is Field.STATUS for fit in fits(columns.columns[index].heading, PLAN_WORDS))
    ]
    if not shown:
        return
    for index in free:
        if settled[index] is Field.STATUS and index not in shown:
            settled[index] = Field.OTHER
    settled.update(dict.fromkeys(shown, Field.STATUS))


def _agency_leads(settled: Settled, columns: Columns, free: Iterable[int]) -> None:
    """Where no column names who leads, the one that names agencies does."""
    if Field.OWNERS in settled.values():
        return
    for index in free:
        if settled[index] is None and plain(columns.columns[index].heading) in AGENCIES:
            settled[index] = Field.OWNERS
            return


def _accountable_leads(settled: Settled, columns: Columns, free: Iterable[int]) -> None:
    """Where nobody else is named, who answers for an action leads it: of several not the senior owner."""
    if Field.OWNERS in settled.values():
        return
    answer = [index for index in free if settled[index] is Field.ACCOUNTABLE]
    junior = [index for index in answer if not SENIOR.search(columns.columns[index].heading)]
    for index in (junior or answer)[:1]:
        settled[index] = Field.OWNERS


def _ref_with_title(settled: Settled, free: Iterable[int], cells: Mapping[int, Sequence[Cell]]) -> None:
    """An area's or outcome's column whose cells each begin with a reference of their own gives the refs."""
    if Field.REF in settled.values():
        return
    for index in free:
        if settled[index] not in (Field.AREA, Field.OUTCOME, None):
            continue
        filled = [cell for cell in cells[index] if not cell.empty]
        refs = [found[0] for cell in filled if (found := ref_and_text(cell.line))]
        merged = any(cell.rows > 1 for cell in filled)
        if refs and len(refs) * 5 >= len(filled) * 3 and len(set(refs)) == len(refs) and not merged:
            settled[index] = Field.REF
            return


def _name_action(
    settled: Settled, free: Sequence[int], shapes: Mapping[int, Shape], cells: Mapping[int, Sequence[Cell]]
) -> None:
    """Where no column says “action”, the one that says what is worked on stands for it."""
    if Field.TEXT in settled.values():
        return
    for field in INSTEAD:
        fit = [index for index in free if settled[index] is field and shapes[index] not in FIGURES]
        if fit:
            settled[fit[0]] = Field.TEXT
            return
    refs = [index for index in free if settled[index] is Field.REF and shapes[index] is Shape.REF_TEXT]
    unknown = [
        index
        for index in free
        if settled[index] is None
        and shapes[index] in (Shape.PROSE, Shape.SHORT)
        and _differ(cells[index], most=0.5)
    ]
    if not refs and unknown and sum(field is not None for field in settled.values()) >= 2:
        longest = max(unknown, key=lambda index: sum(len(cell.line.split()) for cell in cells[index]))
        settled[longest] = Field.TEXT
