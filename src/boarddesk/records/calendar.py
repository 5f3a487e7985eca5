"""A meeting's calendar entry, numbered by how often what it says was changed."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, meetings
from boarddesk.rules.meetings.calendar import CalendarEntry, calendar_entry, what_is_assumed
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused

_SAID_OF_THE_BOARD = frozenset({"name", "short_name", "year_start", "minutes_long"})


def entry(file: OfficeFile, meeting_id: str) -> CalendarEntry:
    """What the meeting's calendar entry says now; refused when the meeting is no longer there."""
    of, whose = _known(file, meeting_id)
    return calendar_entry(of, whose, sequence=_times_changed(file, of))


def entries(
    file: OfficeFile, board_id: str | None, *, first: date, last: date | None = None
) -> tuple[CalendarEntry, ...]:
    """Those of the meetings between two days that are to come or were cancelled; refused where none is."""
    found = meetings(file, board_id, first=first, last=last)
    made = tuple(entry(file, of.id) for of in found if not of.state.was_held)
    if not made:
        raise Refused("No meeting of that time is to come, so there is nothing to put in calendars.")
    return made


def assumed(file: OfficeFile, meeting_id: str) -> str:
    """What the entry has to assume because the meeting does not say it; empty where it says all."""
    return what_is_assumed(*_known(file, meeting_id))


def next_meeting(file: OfficeFile, *, today: date, board_id: str | None = None) -> Meeting:
    """The next meeting to come of a board, or of any; refused where none is planned."""
    for of in meetings(file, board_id, first=today):
        if of.state.is_to_come:
            return of
    raise Refused("No meeting is to come: name one, such as SIB-2026-03.", field="meeting")


def _known(file: OfficeFile, meeting_id: str) -> tuple[Meeting, Board]:
    of = meeting(file, meeting_id)
    return of, board(file, of.board_id)


def _times_changed(file: OfficeFile, of: Meeting) -> int:
    """It only ever grows: what is undone is one change more in the log.

    Changes of the board count where the entry repeats what they changed.
    """
    own = {change.number for change in file.history("meeting", of.id)}
    boards_own = {
        change.number
        for change in file.history("board", of.board_id)
        if change.op == "update" and _SAID_OF_THE_BOARD & change.after.keys()
    }
    return max(len(own | boards_own) - 1, 0)
