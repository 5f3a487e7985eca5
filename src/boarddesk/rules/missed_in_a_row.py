"""Two missed in a row: who has not been there at the newest meetings running."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boarddesk.rules.attendance import ATTENDED, FILLED, Register, RollRow
from boarddesk.rules.attendance_counted import By, GroupKey, grouped_rows, in_order


@dataclass(frozen=True)
class MissedInARow:
    """A person or seat that has missed its last meetings running."""

    group: GroupKey
    name: str
    times: int

    @property
    def sentence(self) -> str:
        """`Ruth Calder has missed the last 2 meetings.`"""
        return f"{self.name} has missed the last {self.times} meetings."


def missed_in_a_row(
    registers: Iterable[Register], by: By = By.PERSON, *, at_least: int = 2
) -> tuple[MissedInARow, ...]:
    """Who on the newest counted roll has missed so many running; by person a deputy does not help.

    Meetings at which nothing was expected of them neither break nor lengthen the run.
    """
    runs: dict[GroupKey, int] = {}
    newest: dict[str, Register] = {}
    for register in in_order(one for one in registers if one.counts):
        newest[register.meeting.board_id] = register
        for key, rows in grouped_rows(register, by).items():
            if any(row.is_counted for row in rows):
                runs[key] = 0 if _was_there(rows, by) else runs.get(key, 0) + 1
    return tuple(
        MissedInARow(key, rows[0].who, runs[key])
        for register in newest.values()
        for key, rows in grouped_rows(register, by).items()
        if runs.get(key, 0) >= at_least and (rows[0].person_id or by is not By.PERSON)
    )


def _was_there(rows: list[RollRow], by: By) -> bool:
    counting = ATTENDED if by is By.PERSON else FILLED
    return any(row.mark in counting for row in rows)
