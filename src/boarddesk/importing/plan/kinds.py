"""What a table looks like before anything is taken from it: a plan, a scorecard, risks, people …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from boarddesk.importing.columns import (
    LONGEST_HEADING,
    PLAN_WORDS,
    Column,
    Columns,
    could_be_headings,
    find_headings,
    match,
    plain,
)
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.rows import REF
from boarddesk.importing.tables.grid import Grid


class LooksLike(StrEnum):
    """What a table of a source document is taken for."""

    PLAN = "plan"
    SCORECARD = "scorecard"
    RISKS = "risks"
    ATTENDANCE = "attendance"
    PEOPLE = "people"
    AREA = "area"
    LEGEND = "legend"
    UNKNOWN = "unknown"


BESIDE_ACTIONS = (
    Field.REF, Field.BY_WHEN, Field.OWNERS, Field.STATUS, Field.PROGRESS, Field.SUCCESS_MEASURE,
    Field.MILESTONES, Field.BAND, Field.EVIDENCE, Field.HOW, Field.OUTCOME, Field.ACCOUNTABLE,
)  # fmt: skip
# Where no column says “action”, the one that says what is worked on stands for it.
INSTEAD = (Field.AREA, Field.OUTCOME, Field.HOW, Field.MILESTONES)
SCORECARD_SIGNS = ("baseline", "kpi ref", "actual", "trajectory", "target and actual", "measure ref")
RISK_SIGNS = (
    "likelihood",
    "inherent",
    "residual",
    "mitigation",
    "mitigating",
    "controls",
    "probability",
    "risk score",
)
PEOPLE_SIGNS = ("organisation", "role", "email", "job title", "telephone", "post")
FIRST_ROWS = 25


def headings_again(grid: Grid, row: int, columns: Columns) -> bool:
    """Whether a row further down repeats the headings, or is plainly one of other headings."""
    lines = [
        plain(cell.line) for cell in grid.rows[row] if not cell.empty and len(cell.line) <= LONGEST_HEADING
    ]
    known = {plain(column.heading) for column in columns.columns if column.heading}
    again = sum(line in known for line in lines)
    words = sum(line in PLAN_WORDS for line in lines)
    return len(lines) >= 2 and (again * 2 >= max(len(lines), 4) or (words >= 3 and words * 2 > len(lines)))


def plan_columns(grid: Grid, row: int, choices: Mapping[str, Field]) -> Columns | None:
    """The columns of a plan whose headings begin in this row; None where they do not."""
    if not could_be_headings(grid, row):
        return None
    headings, depth = find_headings(grid, row)
    if _other_kind(headings) is not None and not choices:
        return None
    columns = match(headings, choices=choices) if _hopeful(headings) else []
    columns = _with_action(_with_ref(grid, row + depth, columns))
    found = Columns(tuple(columns), row, depth)
    return found if found.of(Field.TEXT) and found.has(*BESIDE_ACTIONS) >= 2 else None


def _hopeful(headings: list[str]) -> bool:
    """Whether there are headings enough to bother; keeps rows of prose out of the matching."""
    return sum(bool(heading) for heading in headings) >= 2


def _with_action(columns: list[Column]) -> list[Column]:
    fields = {column.field for column in columns}
    stand_in = None if Field.TEXT in fields else next((one for one in INSTEAD if one in fields), None)
    if stand_in is None:
        return columns
    first = next(column for column in columns if column.field is stand_in)
    return [replace(one, field=Field.TEXT) if one is first else one for one in columns]


def _with_ref(grid: Grid, first: int, columns: list[Column]) -> list[Column]:
    """A column without a heading whose cells are mostly refs gives the refs."""
    if any(column.field is Field.REF for column in columns):
        return columns
    for column in columns:
        cells = [
            row[column.index].line for row in grid.rows[first : first + 40] if not row[column.index].empty
        ]
        if not column.heading and cells and sum(is_ref(cell) for cell in cells) * 2 > len(cells):
            return [replace(one, field=Field.REF) if one is column else one for one in columns]
    return columns


def is_ref(text: str) -> bool:
    """Whether a text is a reference such as 1, 1.1, 4.10, A3, 2.1a or SIP 1.2."""
    return REF.fullmatch(text.strip()) is not None


def _other_kind(headings: list[str]) -> LooksLike | None:
    words = [plain(heading) for heading in headings if heading]
    if sum(any(sign in word for sign in SCORECARD_SIGNS) for word in words) >= 2:
        return LooksLike.SCORECARD
    if (
        any("risk" in word for word in words)
        and sum(any(s in word for s in RISK_SIGNS) for word in words) >= 1
    ):
        return LooksLike.RISKS
    return None


def kind_of(grid: Grid) -> tuple[LooksLike, tuple[str, ...]]:
    """What a table that is no plan looks like, and its headings."""
    for row in range(min(FIRST_ROWS, len(grid.rows))):
        if not could_be_headings(grid, row):
            continue
        headings, _ = find_headings(grid, row)
        kind = _other_kind(headings) or _people(headings)
        if kind is not None:
            return kind, tuple(headings)
    first = tuple(cell.line for cell in grid.rows[0]) if grid.rows else ()
    return LooksLike.UNKNOWN, first


def _people(headings: list[str]) -> LooksLike | None:
    words = [plain(heading) for heading in headings if heading]
    named = any(word in ("name", "full name", "member", "representative") for word in words)
    return LooksLike.PEOPLE if named and any(word in PEOPLE_SIGNS for word in words) else None
