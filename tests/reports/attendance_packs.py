"""The register of the fictional board of Northmoor, and the packs made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.rules.rolls import year_headrooms

from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.groups import By, count
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.attendance.report import AttendanceReport
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board, Role, Sector, YearStart
from boarddesk.rules.registers.register import Mark, Register, RollRow

BOARD = Board("sib", "SEND Improvement Board", "SIB", year_start=YearStart.ACADEMIC)
DAYS = (
    date(2025, 9, 9),
    date(2025, 10, 14),
    date(2025, 11, 11),
    date(2025, 12, 9),
    date(2026, 1, 13),
    date(2026, 2, 10),
    date(2026, 3, 10),
    date(2026, 5, 12),
)
PEOPLE = (
    ("Margaret Oduya", "Chair, independent", "Independent", "PPPPVPPP"),
    ("Marian Adeyemi", "Director of children’s services", "Council", "PPPVPPPP"),
    ("Paul Kowalczyk", "Head of SEND", "Council", "PPVPPPPP"),
    ("Susan Hartley", "Cabinet member", "Council", "PAPPVPAD"),
    ("Lydia Osei", "Mental health lead", "Northmoor Health Trust", "PPAPDPXP"),
    ("Karen Whitlock", "Therapies lead", "Northmoor Health Trust", "DPAADPXP"),
    ("Jo Bramhall", "Parent carer forum, chair", "Parent Carer Forum", "PPPPPPVP"),
    ("Rukhsana Mirza", "Parent carer forum", "Parent Carer Forum", "NNPPPVPT"),
    ("Bernadette Cole", "Secondary heads", "Schools", "XPPAPADP"),
)
ADVISERS = (
    ("Colin Reeve", "SEND adviser", "Department", "PVPPVPPP"),
    ("Dr Fay Lindqvist", "Adviser", "Department", "VVAVVPVA"),
)


def _row(who: tuple[str, str, str, str], place: int, *, role: Role, position: int) -> RollRow:
    name, seat, organisation, letters = who
    return RollRow(
        id=f"{name} {place}",
        seat_id=f"seat of {name}",
        seat_title=seat,
        person_id=name,
        person=name,
        organisation_id=organisation,
        organisation=organisation,
        sector=Sector.OTHER,
        role=role,
        expected=True,
        counts_for_quorum=role is Role.MEMBER,
        mark=Mark(letters[place % len(letters)]),
        position=position,
    )


def registers(days: tuple[date, ...] = DAYS) -> tuple[Register, ...]:
    """Closed registers of those days, one cancelled meeting and one to come."""
    made = tuple(_register(day, place) for place, day in enumerate(days))
    cancelled = Meeting("cancelled", BOARD.id, 90, date(2026, 4, 14), MeetingState.CANCELLED)
    to_come = replace(_register(date(2026, 7, 14), 0), closed=False, roll_id=None)
    planned = replace(to_come, meeting=replace(to_come.meeting, state=MeetingState.PLANNED))
    return (*made, Register(cancelled, BOARD.short_name), planned)


def _register(day: date, place: int) -> Register:
    rows = [_row(who, place, role=Role.MEMBER, position=n) for n, who in enumerate(PEOPLE)]
    rows += [_row(who, place, role=Role.ADVISER, position=20 + n) for n, who in enumerate(ADVISERS)]
    meeting = Meeting(f"m{day}", BOARD.id, place + 1, day, MeetingState.HELD)
    return Register(meeting, BOARD.short_name, f"r{day}", True, tuple(rows))


def report(by: By, made: tuple[Register, ...], board: Board = BOARD) -> AttendanceReport:
    return attendance_report(count(made, by), [board], headroom=year_headrooms(made, [board], by))


def pack(given: tuple[Register, ...] = (), board: Board = BOARD) -> AttendancePack:
    made = given or registers()
    return AttendancePack(
        partnership="Northmoor SEND Partnership",
        board=board,
        people=report(By.PERSON, made, board),
        organisations=report(By.ORGANISATION, made, board),
        registers=made,
        as_at=date(2026, 5, 13),
        edition=Edition(1),
        author="Joan Fairley",
    )


def long_pack() -> AttendancePack:
    """Twenty-four meetings over a year: a register that lies and is split."""
    return pack(registers(tuple(date(2025, 7, 1) + timedelta(14 * place) for place in range(22))))
