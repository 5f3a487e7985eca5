"""Gathers what an attendance report prints of one board between two days."""

from __future__ import annotations

from datetime import date

from boarddesk.records import attendance
from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import board
from boarddesk.records.documents import next_version
from boarddesk.records.registers import registers
from boarddesk.rules.attendance_counted import By
from boarddesk.rules.attendance_pack import AttendancePack
from boarddesk.rules.meetings import board_year

ATTENDANCE = "attendance"


def attendance_pack(
    file: BoardFile,
    board_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
    percentages: bool = True,
    names: bool = True,
) -> AttendancePack:
    """Without days it is the board year that today falls in, up to today."""
    whose = board(file, board_id)
    start = first or board_year(last or today, whose.year_start)[0]
    end = min(last or today, today)
    office = file.row("SELECT * FROM office LIMIT 1") or {}
    people, organisations = (
        attendance.report(file, by, today=today, board_id=board_id, first=start, last=end)
        for by in (By.PERSON, By.ORGANISATION)
    )
    return AttendancePack(
        partnership=str(office.get("partnership") or office.get("name") or ""),
        board=whose,
        people=people,
        organisations=organisations,
        registers=registers(file, board_id, first=start, last=end),
        as_at=end,
        version=next_version(file, ATTENDANCE, scope=whose.short_name, meeting_id=None),
        author=str(office.get("secretary") or ""),
        percentages=percentages,
        names=names,
    )
