"""Correcting a register that was closed before: what it was, and which figures the correction changes."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.records.boards import board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.registers.reading import register, registers
from boarddesk.rules.attendance.corrections import FigureChange, figure_changes
from boarddesk.rules.meetings.meeting import board_year
from boarddesk.rules.registers.marking import as_closed


def last_closed(file: OfficeFile, meeting_id: str) -> int | None:
    """The change after which the register was last reopened; None when it was never closed before."""
    roll_id = file.value("SELECT id FROM roll WHERE meeting_id = ?", (meeting_id,))
    if not isinstance(roll_id, str):
        return None
    reopened = [
        entry.number for entry in file.history("roll", roll_id) if entry.before.get("state") == "closed"
    ]
    return reopened[-1] - 1 if reopened else None


def changed_figures(file: OfficeFile, meeting_id: str) -> tuple[FigureChange, ...]:
    """Every figure of the board year that closing a reopened register as it stands would change.

    The register as it was when it was closed last is held against it as it is now, beside the other registers
    as they are now: what happened to them since is no part of this correction.
    """
    closed = last_closed(file, meeting_id)
    if closed is None:
        return ()
    its_board = board(file, meeting(file, meeting_id).board_id)
    first, last = board_year(meeting(file, meeting_id).date, its_board.year_start)
    found = registers(file, its_board.id, first=first, last=last)
    now = next(known for known in found if known.meeting.id == meeting_id)
    others = [known for known in found if known is not now]
    with file.as_of(closed) as then:
        was = register(then, meeting_id)
    before = replace(was, meeting=replace(now.meeting, state=was.meeting.state))
    return figure_changes((*others, before), (*others, as_closed(now)), (its_board,))
