"""Small tables within or below a card: its scores, its actions, its controls, labels over their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.column import RiskColumns
from boarddesk.importing.risks.heading_rows import columns_at, could_head
from boarddesk.importing.risks.headings import Heading, heading_of, stage_of
from boarddesk.importing.risks.items import ActionCells
from boarddesk.importing.risks.labels import PART_WITH_NUMBER, label_of, own_cells
from boarddesk.importing.risks.vocabulary import Aspect, Stage
from boarddesk.importing.tables.grid import BLANK, Cell, Grid

ROW_STAGE = re.compile(r"[^0-9]{3,60}")
"""The words of a row of scores, or of a column of them."""
BESIDE_CONTROLS = {Field.CONTROLS, Field.ASSURANCE, Field.OWNERS, Field.OTHER, Field.REF, Field.COMMENTARY}


@dataclass
class InnerTable:
    """What a small table says, and how many rows it takes; none where there is no such table."""

    rows: int = 0
    said: list[tuple[Heading, str, Cell, str]] = field(default_factory=list)
    actions: list[ActionCells] = field(default_factory=list)


def inner_table(grid: Grid, number: int, choices: Mapping[str, Field]) -> InnerTable:
    """The small table that begins in a row of a card."""
    own = own_cells(grid.rows[number])
    for read in (_scores(grid, number, own), _beneath(grid, number, choices), _values(grid, number, own)):
        if read.rows:
            return read
    return InnerTable()


def names_stage(line: str) -> bool:
    """Whether a short text says when a score holds, and nothing else of it."""
    return stage_of(line) is not Stage.UNSAID and ROW_STAGE.fullmatch(line) is not None


# Scores --------------------------------------------------------------------------------------------------


def _scores(grid: Grid, number: int, own: Sequence[tuple[int, Cell]]) -> InnerTable:
    """Parts across and stages down, or stages across and parts down."""
    parts = {
        at: says
        for at, cell in own
        if (says := heading_of(cell.line)).of_score and says.stage is Stage.UNSAID
        if not PART_WITH_NUMBER.fullmatch(cell.line)
    }
    first = min(parts, default=0)
    heads_stages = number + 1 < len(grid.rows) and names_stage(grid.rows[number + 1][first].line)
    if len(parts) > 2 and heads_stages:
        del parts[first]  # `Score` over Inherent, Residual, Target
    if len(parts) >= 2 and len(parts) >= len(own) - 1:
        return _stages_down(grid, number, parts)
    stages = {
        at: stage_of(cell.line)
        for at, cell in own
        if names_stage(cell.line) and heading_of(cell.line).field is None
        if heading_of(cell.line).aspect in (None, Aspect.SCORE)
    }
    if len(stages) >= 2 and len(stages) >= len(own) - 1:
        return _parts_down(grid, number, stages)
    return InnerTable()


def _stages_down(grid: Grid, number: int, parts: Mapping[int, Heading]) -> InnerTable:
    found = InnerTable()
    for below in range(number + 1, len(grid.rows)):
        head = _head(grid, below, min(parts))
        if not names_stage(head.line):
            break
        for at, says in parts.items():
            scored = replace(says, stage=stage_of(head.line))
            found.said.append((scored, head.line, grid.rows[below][at], grid.row_place(below)))
        found.rows = below - number + 1
    return found


def _parts_down(grid: Grid, number: int, stages: Mapping[int, Stage]) -> InnerTable:
    found = InnerTable()
    for below in range(number + 1, len(grid.rows)):
        head = _head(grid, below, min(stages))
        says = heading_of(head.line)
        whole = (
            re.search(r"\b(?:score|rating|risk|total)\b", head.line, re.IGNORECASE) and len(head.line) < 30
        )
        if not says.of_score and (whole or (head.empty and below == number + 1)):
            says = Heading(aspect=Aspect.SCORE)
        if not says.of_score:
            break
        for at, stage in stages.items():
            scored = replace(says, stage=stage)
            found.said.append((scored, head.line, grid.rows[below][at], grid.row_place(below)))
        found.rows = below - number + 1
    return found


def _head(grid: Grid, row: int, before: int) -> Cell:
    """The first cell of a row that stands left of a column."""
    return next((cell for cell in grid.rows[row][:before] if not cell.empty), BLANK)


# Actions and controls ------------------------------------------------------------------------------------


def _beneath(grid: Grid, number: int, choices: Mapping[str, Field]) -> InnerTable:
    """Rows of actions, or of controls, under headings of their own, up to the next label or an empty row."""
    if not could_head(grid, number):
        return InnerTable()
    columns = columns_at(grid, number, choices)
    controls = _controls_at(grid, number) if columns is None else {}
    if columns is not None and columns.is_of_actions and _has_rows(grid, columns):
        rows = list(_rows_below(grid, columns.first))
        actions = [action_cells(columns, grid.rows[row]) for row in rows]
        return InnerTable(columns.depth + len(rows), actions=actions)
    if controls:
        rows = list(_rows_below(grid, number + 1))
        said = [
            (Heading(of), of.value, grid.rows[row][at], grid.row_place(row))
            for row in rows
            for at, of in controls.items()
            if not grid.rows[row][at].empty
        ]
        return InnerTable(1 + len(rows), said)
    return InnerTable()


def _rows_below(grid: Grid, first: int) -> Iterator[int]:
    for row in range(first, len(grid.rows)):
        own = [cell for _, cell in own_cells(grid.rows[row])]
        labels = [label_of(cell.line) for cell in own]
        if (
            not own
            or all(labels)
            or (len(own) <= 2 and labels[0] is not None and labels[0].field is not None)
        ):
            return
        yield row


def _has_rows(grid: Grid, columns: RiskColumns) -> bool:
    """Whether the row under the headings is no row of labels."""
    if columns.first >= len(grid.rows):
        return False
    own = own_cells(grid.rows[columns.first])
    return not own or label_of(own[0][1].line) is None or len(own) > 2


def _controls_at(grid: Grid, number: int) -> dict[int, Field]:
    """The columns of a small table of controls whose headings stand in a row."""
    says = {at: heading_of(cell.line).field for at, cell in enumerate(grid.rows[number]) if not cell.empty}
    known = {at: of for at, of in says.items() if of is Field.CONTROLS or of is Field.ASSURANCE}
    is_table = Field.CONTROLS in known.values() and len(says) >= 2 and set(says.values()) <= BESIDE_CONTROLS
    return dict(known) if is_table else {}


def action_cells(columns: RiskColumns, row: Sequence[Cell]) -> ActionCells:
    """The action of a row, in a table where each row is one."""

    def cell(*fields: Field) -> Cell | None:
        return next(
            (row[column.index] for column in columns.of(*fields) if not row[column.index].empty), None
        )

    return ActionCells(
        cell(Field.MITIGATIONS) or BLANK,
        cell(Field.MITIGATION_OWNER) or cell(Field.OWNERS),
        cell(Field.MITIGATION_DUE) or cell(Field.RAISED),
        cell(Field.MITIGATION_STATUS) or cell(Field.STATUS) or cell(Field.COMMENTARY),
    )


# Labels over values --------------------------------------------------------------------------------------


def _values(grid: Grid, number: int, own: Sequence[tuple[int, Cell]]) -> InnerTable:
    """A row of labels with their values in the row below."""
    labels = {at: says for at, cell in own if (says := label_of(cell.line)) is not None}
    if len(own) < 2 or len(labels) < len(own) or number + 1 >= len(grid.rows):
        return InnerTable()
    values = dict(own_cells(grid.rows[number + 1]))
    again = sum(
        label_of(cell.line) is not None and not heading_of(cell.line).of_score for cell in values.values()
    )
    beside = len(own) == 2 and len(values) < 2  # a label with a label for its value
    if not values or not set(values) <= set(labels) or again * 2 > len(values) or beside:
        return InnerTable()
    place, row = grid.row_place(number), grid.rows[number]
    said = [(says, row[at].line, grid.rows[number + 1][at], place) for at, says in labels.items()]
    return InnerTable(2, said)
