"""Two people of one name, and one person on two seats, through a workbook into a new office."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.records.boards import add_board, add_organisation
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports.attendance import apply
from boarddesk.records.imports.register_proposals import propose
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.packs.attendance import attendance_pack
from boarddesk.records.people import add_person, people
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.reading import registers
from boarddesk.records.seats import add_membership, add_seat, seats
from boarddesk.reports.attendance_workbook.workbook import workbook
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.registers.register import Mark

DAY, TODAY = date(2026, 6, 9), date(2026, 12, 31)
PERIOD: Any = {"first": date(2026, 4, 1), "last": date(2027, 3, 31)}


def an_office(file: OfficeFile) -> str:
    """Jane Smith of the council, another of the forum, and Ann Hale for both; the board's id."""
    board_id = add_board(file, "SEND Improvement Board", "SIB")
    council, forum = (add_organisation(file, name) for name in ("Northmoor Council", "Parent Carer Forum"))
    jane, other, ann = (add_person(file, name) for name in ("Jane Smith", "Jane Smith", "Ann Hale"))
    for person, where in ((jane, council), (other, forum), (ann, council), (ann, forum)):
        seat = add_seat(file, board_id, "Representative", organisation_id=where)
        add_membership(file, seat, person)
    meeting = add_meeting(file, board_id, DAY)
    set_state(file, meeting, MeetingState.HELD, today=DAY)
    attendance.open_register(file, meeting, today=DAY)
    for row, letter in zip(registers(file)[0].rows, "PXVA", strict=True):
        attendance.mark(file, row.id, Mark(letter))
    attendance.close_register(file, meeting, today=DAY)
    return board_id


def who_sat(file: OfficeFile) -> list[tuple[str, str, str]]:
    """Person, organisation and letter of each row, with people told apart by their number."""
    number = {one.id: at for at, one in enumerate(people(file))}
    [register] = registers(file)
    return [
        (f"{row.person} {number[row.person_id or '']}", row.organisation, row.mark or "")
        for row in register.rows
    ]


def test_they_are_as_many_people_and_seats_as_before(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    with OfficeFile.create(tmp_path / "one.boarddesk") as file:
        board_id = an_office(file)
        path.write_bytes(workbook(attendance_pack(file, board_id, today=TODAY, **PERIOD)))
        again = propose(file, board_id, read_registers(read_tables(path)))
        assert [one.title for one in again.proposals if one.verdict != "same"] == []
        before = who_sat(file)
    with OfficeFile.create(tmp_path / "other.boarddesk") as file:
        board_id = add_board(file, "SEND Improvement Board", "SIB")
        apply(file, board_id, propose(file, board_id, read_registers(read_tables(path))), today=TODAY)
        assert sorted(one.name for one in people(file)) == ["Ann Hale", "Jane Smith", "Jane Smith"]
        assert len(seats(file)) == 4
        found = who_sat(file)
    assert [row[1:] for row in found] == [row[1:] for row in before]
    assert len({row[0] for row in found}) == 3
