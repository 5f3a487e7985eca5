"""Registers through a workbook and back: every mark, deputy and reason, and the same figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.records import attendance
from boarddesk.records.attendance_packs import attendance_pack
from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import add_board, boards
from boarddesk.records.imports.attendance import apply, propose
from boarddesk.records.registers import registers
from boarddesk.reports.attendance_workbook import workbook
from boarddesk.rules.attendance import Mark
from boarddesk.rules.attendance_counted import By
from boarddesk.rules.meetings import MeetingState
from boarddesk.rules.people import Role
from boarddesk.rules.proposals import FoundMark, FoundMeeting, FoundMember, FoundRegisters

TODAY = date(2026, 12, 31)
DAYS = [date(2026, month, 9) for month in range(1, 7)]
MEMBERS = (
    FoundMember("Rowan Vale", "1", "Northmoor Council", Role.CHAIR, seat_title="Independent chair"),
    FoundMember("Ines Moor", "2", "Northmoor Council"),
    FoundMember("Kit Fell", "3", "Moor Trust"),
    FoundMember("Sol Hay", "4", "Department", Role.ADVISER),
    FoundMember("Ash Lund", "5"),
)
LETTERS = "PVTDAXN ."  # a space is not on the roll, a point not recorded


@dataclass(frozen=True)
class Kept:
    """What a register holds, whatever its ids."""

    day: date
    state: MeetingState
    closed: bool
    rows: frozenset[tuple[str, str, str, str, str]]


def kept(file: BoardFile) -> list[Kept]:
    return [
        Kept(
            one.meeting.date,
            one.meeting.state,
            one.closed,
            frozenset((row.person, row.role, row.mark or "", row.deputy, row.reason) for row in one.rows),
        )
        for one in registers(file)
    ]


@st.composite
def documents(draw: st.DrawFn) -> FoundRegisters:
    meetings = []
    for day in DAYS:
        cancelled = draw(st.integers(0, 5)) == 0
        letters = draw(st.text(LETTERS, min_size=len(MEMBERS), max_size=len(MEMBERS)))
        marks = tuple(
            FoundMark(
                at,
                Mark(letter) if letter != "." else None,
                deputy="Leila Grant" if letter == "D" else "",
                note="on leave" if letter == "A" else "",
            )
            for at, letter in enumerate(letters)
            if letter != " "
        )
        meetings.append(FoundMeeting(day.isoformat(), cancelled, marks=() if cancelled else marks))
    return FoundRegisters("drawn", (), MEMBERS, tuple(meetings))


def take(file: BoardFile, document: FoundRegisters) -> str:
    board_id = add_board(file, "SEND Improvement Board", "SIB") if not boards(file) else boards(file)[0].id
    apply(file, board_id, propose(file, board_id, document), today=TODAY)
    return board_id


@given(documents())
@settings(max_examples=15)
def test_random_registers_come_back_from_a_workbook_as_they_were(document: FoundRegisters) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        with BoardFile.create(Path(folder) / "one.boarddesk") as one:
            board_id = take(one, document)
            days = {"first": DAYS[0], "last": DAYS[-1]}
            path.write_bytes(workbook(attendance_pack(one, board_id, today=TODAY, **days)))
            there = kept(one)
            figures = attendance.report(one, By.PERSON, today=TODAY, with_headroom=False)
        if not any(register.rows for register in there):
            return  # no register at all has nobody to list
        with BoardFile.create(Path(folder) / "other.boarddesk") as other:
            take(other, read_registers(read_tables(path)))
            assert kept(other) == there
            again = attendance.report(other, By.PERSON, today=TODAY, with_headroom=False)
    assert {row.name: row.tally for row in again.rows} == {row.name: row.tally for row in figures.rows}
    assert again.total == figures.total


@given(documents())
@settings(max_examples=15)
def test_random_registers_have_the_figures_counted_from_their_letters(document: FoundRegisters) -> None:
    seat, personal, expected = Counter[str](), Counter[str](), Counter[str]()
    for meeting in document.meetings:
        if meeting.marks and all(mark.mark for mark in meeting.marks):
            for mark in meeting.marks:
                name = MEMBERS[mark.member].name
                expected[name] += mark.mark != "N"
                seat[name] += str(mark.mark) in "PVTD"
                personal[name] += str(mark.mark) in "PVT"
    with TemporaryDirectory() as folder, BoardFile.create(Path(folder) / "one.boarddesk") as file:
        take(file, document)
        for row in attendance.report(file, By.PERSON, today=TODAY).rows:
            assert (row.seat.n, row.personal.n, row.seat.of) == (
                seat[row.name],
                personal[row.name],
                expected[row.name],
            )
