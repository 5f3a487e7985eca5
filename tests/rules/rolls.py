"""Registers for tests, written the way a secretary reads them: a name and a letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from boarddesk.rules.attendance.count import NO_LETTER, Names, RollSeat, RollShape, SameRolls
from boarddesk.rules.attendance.groups import By, GroupKey, count_groups
from boarddesk.rules.attendance.headroom import Headroom, headrooms
from boarddesk.rules.attendance.rolls import MeetingRecord, RegisterState, Rolls
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board, Organisation, Role, Sector
from boarddesk.rules.registers.register import Mark, Register, RollRow

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


def side_by_side(found: Iterable[Register]) -> Rolls:
    """The same registers as rolls side by side, as records read them."""
    known = sorted(found, key=lambda one: one.meeting.date)
    rows = [row for one in known for row in one.rows]
    return Rolls(
        tuple(MeetingRecord(one.meeting, _state(one)) for one in known),
        _same_rolls(one for one in known if one.counts),
        _same_rolls(one for one in known if one.is_open and one.roll_id),
        Names(
            {row.person_id: row.person for row in rows if row.person_id},
            {
                row.organisation_id: Organisation(row.organisation_id, row.organisation, "", row.sector)
                for row in rows
                if row.organisation_id
            },
        ),
    )


def _state(one: Register) -> RegisterState:
    if one.meeting.state is MeetingState.CANCELLED:
        return RegisterState.CANCELLED
    return (
        RegisterState.COUNTED if one.counts else RegisterState.OPEN if one.is_open else RegisterState.TO_COME
    )


def _same_rolls(found: Iterable[Register]) -> tuple[SameRolls, ...]:
    together: dict[RollShape, list[Register]] = defaultdict(list)
    for one in found:
        together[RollShape(tuple(_seat(row) for row in one.rows))].append(one)
    return tuple(
        SameRolls(BOARD.id, shape, tuple(one.meeting for one in same), tuple(_letters(one) for one in same))
        for shape, same in together.items()
    )


def _seat(one: RollRow) -> RollSeat:
    return RollSeat(
        one.seat_id,
        one.seat_title,
        one.person_id,
        one.organisation_id,
        one.role,
        one.expected,
        one.position,
    )


def _letters(one: Register) -> str:
    return "".join(row.mark.value if row.mark else NO_LETTER for row in one.rows)


def year_headrooms(made: Iterable[Register], boards: Iterable[Board], by: By) -> dict[GroupKey, Headroom]:
    """Headroom of a year, counted here as records count it."""
    known = tuple(made)
    return headrooms(count_groups((found for found in known if found.counts), by), known, boards, by)


def with_marks(found: Register, marks: Mapping[str, Mark | None]) -> Register:
    """The register with other marks, by row id."""
    rows = tuple(replace(kept, mark=marks[kept.id]) if kept.id in marks else kept for kept in found.rows)
    return replace(found, rows=rows)
