"""Attendance between two days by one grouping, with what may still be missed."""

from __future__ import annotations

from datetime import date

from boarddesk.records.attendance.tallies import count_attendance
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.headroom import Headroom
from boarddesk.rules.attendance.report import AttendanceReport


def report(
    file: OfficeFile,
    by: By = By.PERSON,
    *,
    today: date,
    board_id: str | None = None,
    first: date | None = None,
    last: date | None = None,
    with_headroom: bool = True,
) -> AttendanceReport:
    """Attendance between two days by one grouping, of one board or all.

    Headroom is over the board year of the last day, or of today where that is still to come or not given.
    """
    wanted = tuple(board for board in boards(file) if board_id in (None, board.id))
    headroom: dict[GroupKey, Headroom] = {}
    if with_headroom:
        from boarddesk.records.attendance.headroom import year_headroom  # not for the first page

        headroom = year_headroom(file, by, wanted, min(last or today, today))
    return attendance_report(
        count_attendance(file, by, board_id=board_id, first=first, last=last),
        wanted,
        first=first,
        last=last,
        headroom=headroom,
    )
