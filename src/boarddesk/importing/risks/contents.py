"""What the columns of a register are by their cells, where a heading could mean two things, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from boarddesk.importing.headings import Field
from boarddesk.importing.plan.shapes import RULED
from boarddesk.importing.risks.column import WORDS, RiskColumn, RiskColumns, is_code, is_day
from boarddesk.importing.risks.headings import Heading
from boarddesk.importing.risks.items import names_somebody
from boarddesk.importing.risks.movement import SIGNED
from boarddesk.importing.risks.rivals import each_once
from boarddesk.importing.risks.scores import NUMBER, USUAL_WORDS
from boarddesk.importing.risks.stages import staged
from boarddesk.importing.risks.vocabulary import Aspect, Stage
from boarddesk.importing.tables.grid import Cell, Grid

RESPONSES = re.compile(
    (
        r"\W*(?:treat(?:ed|ing)?|tolerat(?:e|ed|ing)|transfer(?:red)?|terminat(?:e|ed)|accept(?:ed)?"
        r"|avoid|reduce|share|mitigate|escalate|monitor|exploit)\b.{0,20}"
    ),
    re.IGNORECASE,
)
LEVELS = re.compile(
    (
        r"\W*(?:very )?(?:low|medium|moderate|high|extreme|red|amber|green|yellow|h|m|l|vh|vl|r|a|g"
        r"|critical|severe|significant|minor|major)(?:\W+[0-9]{1,2})?\W*"
    ),
    re.IGNORECASE,
)
DOING = re.compile(
    (
        r"\W*(?:in progress|not (?:yet )?started|complete\w*|done|on ?track|ongoing|delayed|overdue"
        r"|to be started|started|behind|off track)\b.*"
    ),
    re.IGNORECASE,
)
STATES = re.compile(
    (
        r"\W*(?:open|closed?|live|active|inactive|dormant|escalated|new|emerging|on hold|managed|occurred"
        r"|issue|merged|archived|treat|tolerate|monitor\w*|under review|current|retired|removed"
        r"|not active)\b.*"
    ),
    re.IGNORECASE,
)
LONGEST_MOVEMENT = 20
MOST = 0.6
"""The share of a column's cells that must be of one kind for the column to be of it."""
LEAST_RISK_WORDS = 2.5
PROSE = 3.5
"""The words of a cell from which on a column is one of sentences."""
KINDS = re.compile(
    (
        r"\W*(?:r|a|i|d|risks?|issues?|assumptions?|dependenc(?:y|ies)|actions?|decisions?|opportunit(?:y"
        r"|ies)|lessons?)\W*"
    ),
    re.IGNORECASE,
)


def by_contents(grid: Grid, columns: RiskColumns) -> RiskColumns:
    """The columns once more by what their cells are, one field one column where a risk has one of it."""
    rows = [
        row
        for row in grid.rows[columns.first : columns.first + 80]
        if sum(not cell.empty for cell in row) > 1
    ]
    cells = [
        [row[at] for row in rows if row[at].origin is None and not RULED.fullmatch(row[at].line or "-")]
        for at in range(grid.width)
    ]
    shaded = [[row[at] for row in rows if row[at].origin is None] for at in range(grid.width)]
    found = [
        _like_cells(column, ColumnCells(cells[column.index], shaded[column.index]))
        for column in columns.columns
    ]
    found = staged(found)
    found = each_once(found, cells)
    if columns.is_scored and not any(column.says.field in WORDS for column in found):
        found = _with_risk(found, cells)
    pairs = zip(columns.columns, found, strict=True)
    return replace(columns, columns=tuple(before if before.chosen else now for before, now in pairs))


@dataclass(frozen=True)
class ColumnCells:
    """The filled cells of a column; `shaded` are those that only have a colour, too."""

    filled: Sequence[Cell]
    shaded: Sequence[Cell]

    @cached_property
    def lines(self) -> list[str]:
        """What they say."""
        return [cell.line for cell in self.filled]

    @property
    def prose(self) -> bool:
        """Whether they are sentences."""
        return bool(self.lines) and sum(len(line.split()) for line in self.lines) > PROSE * len(self.lines)

    @property
    def worded(self) -> bool:
        """Whether they say in words what would be, and neither a figure nor a step of a matrix."""
        words = sum(len(line.split()) for line in self.lines)
        steps = self.are(USUAL_WORDS["impact"]) or self.are(LEVELS)
        return self.prose or (words >= 2 * len(self.lines) > 0 and not self.numbered and not steps)

    @property
    def coloured(self) -> bool:
        """Whether nothing is written and most have a colour."""
        return not self.lines and sum(bool(cell.shading) for cell in self.shaded) * 2 > len(self.shaded) > 0

    @property
    def arrows(self) -> bool:
        """Whether most are signs of a movement."""
        return self.most(lambda cell: bool(SIGNED.search(cell.line)) and len(cell.line) <= LONGEST_MOVEMENT)

    @property
    def numbered(self) -> bool:
        """Whether most have a figure."""
        return self.most(lambda cell: bool(NUMBER.search(cell.line)))

    def are(self, pattern: re.Pattern[str]) -> bool:
        """Whether most are of a pattern."""
        return self.most(lambda cell: pattern.fullmatch(cell.line) is not None)

    def most(self, fits: Callable[[Cell], bool]) -> bool:
        """Whether most of them fit."""
        return bool(self.filled) and sum(map(fits, self.filled)) >= MOST * len(self.filled)


def _with_risk(columns: list[RiskColumn], cells: Sequence[Sequence[Cell]]) -> list[RiskColumn]:
    """Where no heading is known to be the risk, the unread column that speaks of risk, or most, is it."""
    unread = [
        column for column in columns if column.says.field in (None, Field.OTHER) and cells[column.index]
    ]
    unread = [column for column in unread if not column.says.of_score]

    def said(column: RiskColumn) -> tuple[bool, float]:
        own = cells[column.index]
        return "risk" in column.heading.casefold(), sum(len(cell.line.split()) for cell in own) / len(own)

    best = max(unread, key=said, default=None)
    if best is None or said(best)[1] < LEAST_RISK_WORDS:
        return columns
    return [replace(one, says=Heading(Field.DESCRIPTION)) if one is best else one for one in columns]


SCORE = Heading(aspect=Aspect.SCORE)
BY_CELLS: tuple[tuple[tuple[Field, ...], Callable[[ColumnCells], bool], Heading], ...] = (
    (
        (Field.STATUS, Field.CATEGORY, Field.KIND),
        lambda cells: cells.are(LEVELS) and not cells.are(KINDS),
        SCORE,
    ),
    ((Field.CATEGORY,), lambda cells: cells.are(KINDS) and len(cells.lines) > 1, Heading(Field.KIND)),
    ((Field.KIND,), lambda cells: bool(cells.lines) and not cells.are(KINDS), Heading(Field.OTHER)),
    ((Field.STATUS,), lambda cells: cells.coloured, SCORE),
    (WORDS, lambda cells: cells.most(lambda cell: is_code(cell.line)), Heading(Field.REF)),
    (
        (Field.MITIGATIONS, Field.STATUS),
        lambda cells: cells.are(RESPONSES) and not cells.are(STATES),
        Heading(Field.RESPONSE),
    ),
    (
        (Field.RESPONSE,),
        lambda cells: cells.prose or (cells.worded and not cells.are(RESPONSES)),
        Heading(Field.MITIGATIONS),
    ),
    (
        (Field.STATUS, Field.LAST_REVIEW, Field.CLOSED_ON),
        lambda cells: cells.prose,
        Heading(Field.COMMENTARY),
    ),
    ((Field.STATUS,), lambda cells: cells.are(DOING), Heading(Field.MITIGATION_STATUS)),
    (
        (Field.MITIGATION_DUE,),
        lambda cells: (
            not any(map(is_day, cells.filled)) and cells.most(lambda cell: names_somebody(cell.line))
        ),
        Heading(Field.MITIGATION_OWNER),
    ),
    ((Field.RAISED,), lambda cells: cells.prose, Heading(Field.DESCRIPTION)),
    ((Field.COMMENTARY, Field.STATUS), lambda cells: cells.arrows, Heading(Field.MOVEMENT)),
)
"""What a column is in place of what its heading says, where its cells are plainly of another kind."""


def _like_cells(column: RiskColumn, cells: ColumnCells) -> RiskColumn:
    """What a column is by its cells where its heading could mean two things, or nothing."""
    says = column.says
    if says.of_score:
        return replace(column, says=_like_scores(says, cells))
    if says.field is None:
        first = column.index == 0 and cells.most(lambda cell: is_code(cell.line))
        told = Field.REF if first else Field.MOVEMENT if cells.arrows else None
        return replace(column, says=Heading(told)) if told else column
    for fields, are, instead in BY_CELLS:
        if says.field in fields and are(cells):
            return replace(column, says=instead)
    return column


def _like_scores(says: Heading, cells: ColumnCells) -> Heading:
    """A score that is none: an impact in sentences is the effect, a target that is a day is its date."""
    if says.aspect is not Aspect.SCORE:
        effect = says.aspect is Aspect.IMPACT and (
            cells.worded if says.stage is Stage.UNSAID else cells.prose
        )
        return Heading(Field.EFFECT) if effect else Heading(Field.OTHER) if cells.prose else says
    if says.stage is Stage.TARGET and cells.most(is_day):
        return Heading(Field.TARGET_BY)
    plain = says.stage in (Stage.UNSAID, Stage.TARGET)
    return Heading(Field.OTHER) if plain and cells.prose and not cells.numbered else says
