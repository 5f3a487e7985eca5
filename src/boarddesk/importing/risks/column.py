"""The columns of a register: what each gives, and how much speaks for a register."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boarddesk.importing.headings import Field
from boarddesk.importing.plan.shapes import is_date, is_ref
from boarddesk.importing.risks.headings import Heading
from boarddesk.importing.risks.vocabulary import Aspect, Stage
from boarddesk.importing.tables.grid import Cell

WORDS = (Field.TITLE, Field.DESCRIPTION, Field.EVENT, Field.CAUSE)
"""What says which risk it is."""
LEAST_STRENGTH = 3
TELLING = (
    Field.REF, Field.OWNERS, Field.CONTROLS, Field.MITIGATIONS, Field.CATEGORY, Field.EFFECT, Field.CAUSE,
    Field.NEXT_REVIEW, Field.MOVEMENT, Field.STATUS, Field.RESPONSE, Field.RAISED, Field.CLOSED_ON,
    Field.LAST_REVIEW, Field.MITIGATION_DUE,
)  # fmt: skip
"""What else registers say of a risk."""


@dataclass(frozen=True)
class RiskColumn:
    """A column with its heading, the group it stands under, and what it gives; `chosen` by a person."""

    index: int
    heading: str
    group: str
    says: Heading
    chosen: bool = False

    @property
    def shown(self) -> str:
        """The heading as a message names it."""
        return self.heading or f"column {self.index + 1}"

    @property
    def name(self) -> str:
        """What it gives in one word, as `--column` takes it; empty where nobody knows."""
        if self.says.of_score:
            stage = self.says.stage or Stage.CURRENT
            return "previous_score" if stage is Stage.PREVIOUS else f"{stage}_{self.says.aspect}"
        return self.says.field.value if self.says.field else ""


@dataclass(frozen=True)
class RiskColumns:
    """The columns of a register and how deep its headings reach."""

    columns: tuple[RiskColumn, ...]
    header_row: int
    depth: int

    def of(self, *fields: Field) -> list[RiskColumn]:
        """The columns that give these fields, left to right."""
        return [column for column in self.columns if column.says.field in fields]

    @property
    def scored(self) -> list[RiskColumn]:
        """Those that say something of a score."""
        return [column for column in self.columns if column.says.of_score]

    @property
    def first(self) -> int:
        """The first row under the headings."""
        return self.header_row + self.depth

    @property
    def strength(self) -> float:
        """How much speaks for a register: different things said of a risk."""
        fields = {column.says.field for column in self.columns if column.says.field in (*WORDS, *TELLING)}
        stages = {(column.says.stage, column.says.aspect) for column in self.scored}
        return len(fields) + min(len(stages), 6) * 0.8

    @property
    def is_scored(self) -> bool:
        """Whether its scores alone say that its rows are risks: a part of one, two stages, or controls."""
        stages = {column.says.stage for column in self.scored}
        parts = {column.says.aspect for column in self.scored} - {Aspect.SCORE}
        told = bool(parts) or len(stages) > 1 or (bool(stages) and bool(self.of(Field.CONTROLS)))
        return told and self.strength >= LEAST_STRENGTH

    @property
    def is_register(self) -> bool:
        """Whether it says which risk each row is and at least two things of it."""
        return bool(self.of(*WORDS)) and self.strength >= LEAST_STRENGTH

    @property
    def is_of_actions(self) -> bool:
        """Whether its rows are actions, each for a risk it names or for the one it stands under."""
        beside = self.of(Field.REF, Field.OWNERS, Field.MITIGATION_OWNER, Field.MITIGATION_DUE)
        return (
            bool(self.of(Field.MITIGATIONS))
            and bool(beside)
            and not self.of(Field.TITLE, Field.EVENT, Field.CAUSE)
            and not self.scored
        )


def is_code(line: str) -> bool:
    """Whether a text is a reference of a risk: SR1, ICB-07, R/2024/03, 4."""
    return (
        is_ref(line)
        or re.fullmatch(
            r"[A-Z][A-Za-z]{0,9}[ ./_-]?(?:[A-Z]{1,5}[ ./_-]?)?[0-9]{1,5}(?:[./_-][0-9A-Za-z]{1,4}){0,2}",
            line.strip(),
        )
        is not None
    )


def is_day(cell: Cell) -> bool:
    """Whether a cell is a date, or words in place of one."""
    return cell.day is not None or is_date(cell.line)
