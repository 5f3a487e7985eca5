"""Every table described before anything is taken from it: its heading row, what each column's cells are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from boarddesk.importing.columns import (
    PLAN_WORDS,
    Column,
    Columns,
    TwoActions,
    could_be_headings,
    find_headings,
    fits,
    match,
    plain,
)
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.contents import by_contents, is_chosen
from boarddesk.importing.plan.kinds import FIRST_ROWS, LooksLike, kind_of, other_kind
from boarddesk.importing.plan.shapes import (
    Shape,
    is_date,
    is_ref,
    is_ruled,
    ref_and_text,
    shape_of,
)
from boarddesk.importing.statuses import is_status
from boarddesk.importing.tables.grid import Cell, Grid

BESIDE_ACTIONS = (
    Field.REF, Field.BY_WHEN, Field.REVISED_BY_WHEN, Field.OWNERS, Field.STATUS, Field.PROGRESS,
    Field.SUCCESS_MEASURE, Field.MILESTONES, Field.BAND, Field.EVIDENCE, Field.HOW, Field.OUTCOME,
    Field.ACCOUNTABLE,
)  # fmt: skip
NUMBER_OR_DAY = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})*\.?|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}")
"""What a row of headings never begins with."""
MOST_DAYS = 3
"""How many days a row of a plan says at most: its start, its end and a revised one."""
PROSE = (Shape.PROSE, Shape.SHORT, Shape.REF_TEXT)
WEIGHTS = {
    Field.REF: 3.0, Field.STATUS: 3.0, Field.BY_WHEN: 2.0, Field.OWNERS: 2.0, Field.PROGRESS: 1.0,
    Field.SUCCESS_MEASURE: 1.0, Field.MILESTONES: 1.0, Field.BAND: 2.0, Field.EVIDENCE: 0.5, Field.HOW: 0.5,
    Field.OUTCOME: 0.5, Field.ACCOUNTABLE: 0.5,
}  # fmt: skip
"""How much each thing said of an action speaks for a plan."""


@dataclass(frozen=True)
class TableSurvey:
    """A table with what it could be read as.

    `columns` are those of a plan, None where it has no headings of one; `rivals` two headings that could
    both be the action; `shares` the share of its rows that say each field, 0 to 1.
    """

    grid: Grid
    columns: Columns | None
    kind: LooksLike
    headings: tuple[str, ...]
    shares: Mapping[Field, float]
    rows: int = 0
    rivals: TwoActions | None = None

    @cached_property
    def strength(self) -> float:
        """How much speaks for its being the plan, from the rows and not from the headings alone."""
        told = sum(weight * self.shares.get(field, 0) for field, weight in WEIGHTS.items())
        named = 1.0 if self.columns and self.columns.of(Field.TEXT) else 0.0
        return told + named

    @cached_property
    def family(self) -> frozenset[str]:
        """What tables with the same headings have in common."""
        return frozenset(plain(heading) for heading in self.headings if heading)

    @cached_property
    def fields(self) -> frozenset[Field]:
        """The fields that its columns give, however few rows say them."""
        columns = self.columns.columns if self.columns else ()
        return frozenset(column.field for column in columns if column.field)


def survey(grid: Grid, choices: Mapping[str, Field]) -> TableSurvey:
    """The table by the row of headings that fits a plan best."""
    best: Columns | None = None
    rivals: TwoActions | None = None
    fit = 0.0
    deep: set[int] = set()
    for row in range(min(FIRST_ROWS, len(grid.rows))):
        if not could_be_headings(grid, row) or _looks_like_data(grid, row) or row in deep:
            continue
        headings, depth = find_headings(grid, row)
        if max(cell.rows for cell in grid.rows[row]) > 1:  # merged with the rows below, which are part of it
            deep |= set(range(row + 1, row + depth))
        score = _fit(headings, choices)
        if score > fit:
            found, two = _columns(grid, row, depth, headings, choices)
            if found is None and depth > 1:  # two lines of headings for two lines of a row: the upper ones
                upper = [cell.line for cell in grid.rows[row]]
                found, two = _columns(grid, row, depth, upper, choices)
            if found is not None:
                best, rivals, fit = found, two, score
    kind, headings_seen = kind_of(grid)
    if best is None:
        return TableSurvey(grid, None, kind, headings_seen, {})
    shares = _shares(grid, best)
    headings_seen = tuple(column.heading for column in best.columns)
    kind = kind if kind is not LooksLike.UNKNOWN else LooksLike.PLAN
    return TableSurvey(grid, best, kind, headings_seen, shares, _row_count(grid, best), rivals)


def _looks_like_data(grid: Grid, row: int) -> bool:
    """Whether a row says what rows of a plan say, so that it is none of headings."""
    cells = [cell for cell in grid.rows[row] if not cell.empty]
    if NUMBER_OR_DAY.fullmatch(cells[0].line):
        return True
    days = [cell.day for cell in cells if cell.day is not None]
    if len(days) > MOST_DAYS and sorted(set(days)) == days:
        return False  # the weeks of a chart
    said = [cell for cell in cells if cell.day is not None or (len(cell.line) > 1 and is_ref(cell.line))]
    colours = {cell.shading for cell in cells if is_status(cell.line) and cell.shading}
    return (bool(said) and not cells[0].bold) or (len(colours) > 1 and not all(cell.bold for cell in cells))


def _fit(headings: Sequence[str], choices: Mapping[str, Field]) -> float:
    """How well a row reads as headings: how many are words for columns, less those that are sentences."""
    total = 0.0
    for heading in dict.fromkeys(headings):  # one drawn over several columns speaks once
        offered = fits(heading, PLAN_WORDS) if heading else []
        chosen = any(plain(heading) == plain(choice) for choice in choices)
        tier = 3 if chosen else offered[0].tier if offered else 0
        total += tier if len(heading.split()) <= 14 else min(tier, 1)
    return total


def _columns(
    grid: Grid, row: int, depth: int, headings: list[str], choices: Mapping[str, Field]
) -> tuple[Columns | None, TwoActions | None]:
    """The columns of a plan whose headings begin in this row; None where they do not."""
    rivals: TwoActions | None = None
    try:
        columns = match(headings, choices=choices)
    except TwoActions as two:
        rivals = two
        columns = _settled(grid, row + depth, headings, choices, two)
    found = by_contents(grid, Columns(tuple(columns), row, depth), choices)
    fields = found.has(*BESIDE_ACTIONS)
    kind = other_kind(headings)
    acts = any(PLAN_WORDS.get(plain(column.heading)) == (Field.TEXT,) for column in found.of(Field.TEXT))
    plainly = fields >= 5 and acts and bool(found.of(Field.REF)) and kind is not LooksLike.RISKS
    if kind is not None and not plainly and not choices:
        return None, None
    chosen = any(is_chosen(column, choices) for column in found.of(Field.TEXT))
    if not found.of(Field.TEXT) or fields < (1 if chosen else 2):
        return None, None
    return found, rivals if _both_could_be(grid, found, rivals) else None


def _settled(
    grid: Grid, first: int, headings: list[str], choices: Mapping[str, Field], two: TwoActions
) -> list[Column]:
    """The columns where of two that could be the action the one with the words is taken."""
    shown = [" ".join(heading.split()) for heading in headings]
    rivals = [shown.index(" ".join(heading.split())) for heading in two.headings]
    words = [at for at in rivals if shape_of([row[at] for row in grid.rows[first:]]) in PROSE]
    chosen = headings[words[0] if words else rivals[0]]
    said = {
        " ".join(headings[at].casefold().split()): (
            Field.REF if shape_of([row[at] for row in grid.rows[first:]]) is Shape.REF else Field.HOW
        )
        for at in rivals
    } | {" ".join(chosen.casefold().split()): Field.TEXT}
    return match(headings, choices={**said, **choices})


def _both_could_be(grid: Grid, columns: Columns, rivals: TwoActions | None) -> bool:
    if rivals is None:
        return False
    first = columns.header_row + columns.depth
    shown = {" ".join(heading.split()) for heading in rivals.headings}
    at = [column.index for column in columns.columns if column.heading in shown]
    return sum(shape_of([row[column] for row in grid.rows[first:]]) in PROSE for column in at) != 1


# What the cells say ----------------------------------------------------------------------------------------


def _row_count(grid: Grid, columns: Columns) -> int:
    """The rows under the headings that have words of their own."""
    rows = grid.rows[columns.header_row + columns.depth :]
    return sum(any(cell.origin is None and not is_ruled(cell.line) for cell in row) for row in rows)


def _shares(grid: Grid, columns: Columns) -> dict[Field, float]:
    """The share of the rows that say each field as a plan would: refs that are refs, dates that are dates."""
    first = columns.header_row + columns.depth
    rows = [row for row in grid.rows[first : first + 120] if sum(not cell.empty for cell in row) > 1]
    if not rows:
        return dict.fromkeys((column.field for column in columns.columns if column.field), 0.25)
    shares: dict[Field, float] = {}
    for column in columns.columns:
        if column.field is None:
            continue
        said = sum(_says(row[column.index], column.field, numbered=columns.numbered) for row in rows) / len(
            rows
        )
        shares[column.field] = max(shares.get(column.field, 0), said)
    text = columns.of(Field.TEXT)
    if Field.REF not in shares and text:
        begun = sum(ref_and_text(row[text[0].index].line) is not None for row in rows)
        shares[Field.REF] = begun / len(rows)
    if Field.STATUS in shares:
        shares[Field.STATUS] = max(shares[Field.STATUS], 0.5)
    return shares


def _says(cell: Cell, field: Field, *, numbered: bool) -> bool:
    if field is Field.STATUS:
        return bool(cell.shading) or is_status(cell.line)
    if cell.empty and cell.origin is None:
        return False
    if field is Field.REF:
        return is_ref(cell.line) or ref_and_text(cell.line, numbered=numbered) is not None
    if field is Field.BY_WHEN:
        return cell.day is not None or is_date(cell.line) or any(map(is_date, cell.paragraphs))
    return True


def like_columns(grid: Grid, columns: Columns, *, least: int = 1) -> Columns | None:
    """The columns of the table before for a piece of it without headings; None where it cannot be one.

    `least` is how many things its cells must say as the plan's do, unless it is of a row or two.
    """
    if grid.width != len(columns.columns) or not grid.rows:
        return None
    bare = replace(columns, header_row=0, depth=0)
    shares = _shares(grid, bare)
    told = [field for field in (Field.REF, Field.BY_WHEN, Field.STATUS) if bare.of(field)]
    fits_somewhere = sum(shares.get(field, 0) >= 0.3 for field in told)
    if least > 1:
        return bare if fits_somewhere >= least else None
    return bare if fits_somewhere or not told or len(grid.rows) <= 2 else None


def columns_at(grid: Grid, row: int, before: Columns, choices: Mapping[str, Field]) -> Columns | None:
    """The columns of headings that stand again further down; None where they are none of a plan.

    The same headings mean the same; others are read anew.
    """
    headings, depth = find_headings(grid, row)
    if [plain(heading) for heading in headings] == [plain(column.heading) for column in before.columns]:
        return replace(before, header_row=row, depth=depth)
    found, _ = _columns(grid, row, depth, headings, choices)
    return found
