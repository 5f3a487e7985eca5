"""What can be done with a row of the attendance table, in its context menu."""

from __future__ import annotations

from collections.abc import Callable

from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.attendance.rolls import MeetingRecord, RegisterState
from boarddesk.ui.action import Action
from boarddesk.ui.widgets.date_text import short_date


def row_actions(
    row: AttendanceRow | None,
    meeting: MeetingRecord | None,
    *,
    why: Callable[[], object],
    letter: Callable[[str, str, str], object],
    open_meeting: Callable[[str], object],
) -> tuple[Action, ...]:
    """Why a figure is what it is, a letter to the person, the register of the meeting under the focus."""

    def write() -> None:
        if row is not None and row.person_id is not None:
            letter(row.group.board_id, row.person_id, row.person)

    def open_register() -> None:
        if meeting is not None:
            open_meeting(meeting.meeting.id)

    of = f" of {short_date(meeting.meeting.date)}" if meeting is not None else ""
    return (
        Action("Why this figure", why, applies=lambda: row is not None),
        Action("Write a letter…", write, applies=lambda: row is not None and row.person_id is not None),
        Action(
            f"Open the register{of}",
            open_register,
            applies=lambda: meeting is not None and meeting.register_state is not RegisterState.CANCELLED,
        ),
    )
