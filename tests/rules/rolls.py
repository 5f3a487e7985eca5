"""Registers for tests, written the way a secretary reads them: a name and a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from boarddesk.rules.attendance import Mark, Register, RollRow
from boarddesk.rules.meetings import Meeting, MeetingState
from boarddesk.rules.people import Board, Role, Sector

BOARD = Board("sib", "SEND Improvement Board", "SIB", attendance_target=Decimal(90))
LETTERS = {**{mark.value: mark for mark in Mark}, ".": None}


def row(who: str, letter: str = "P", *, org: str = "Council", role: Role = Role.MEMBER) -> RollRow:
    """A row whose seat and person are called by the same name."""
    expected, quorum = role.expected_by_default, role.counts_for_quorum_by_default
    return RollRow(
        who,
        f"seat {who}",
        f"Seat of {who}",
        who,
        who,
        org or None,
        org,
        Sector.OTHER,
        role,
        expected,
        quorum,
        LETTERS[letter],
    )


def register(day: date, rows: Sequence[RollRow], *, state: MeetingState = MeetingState.HELD) -> Register:
    """A register of that day; closed, unless the meeting is still to come: then the roll as it would be."""
    placed = tuple(replace(one, position=place) for place, one in enumerate(rows))
    meeting = Meeting(f"m{day}", BOARD.id, day.month, day, state)
    roll_id = None if state.is_to_come else f"r{day}"
    return Register(meeting, BOARD.short_name, roll_id, not state.is_to_come, placed)


def year(marks: Mapping[str, str], *, org: Mapping[str, str] | None = None) -> list[Register]:
    """Monthly registers from January: one letter a month for each person; a space is not on the roll."""
    months = max(len(letters) for letters in marks.values())
    return [
        register(
            date(2026, month, 9),
            [
                row(who, letters[month - 1], org=(org or {}).get(who, "Council"))
                for who, letters in marks.items()
                if letters[month - 1 : month].strip()
            ],
        )
        for month in range(1, months + 1)
    ]
