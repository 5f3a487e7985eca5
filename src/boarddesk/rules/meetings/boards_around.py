"""The boards around a day: the last, since which changes are told, the next, and when it asks for updates.

A board's own day belongs to that board: what is dated on it is what that board saw, whether the meeting is
marked as held that morning, that night or a week later.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from boarddesk.rules.dates.date_rules import DateRule
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Board


def boards_before(meetings: Iterable[Meeting], day: date) -> tuple[Meeting, ...]:
    """The boards held on an earlier day, oldest first."""
    held = (meeting for meeting in meetings if meeting.state.was_held and meeting.date < day)
    return tuple(sorted(held, key=lambda meeting: meeting.date))


def last_board(meetings: Iterable[Meeting], day: date) -> date | None:
    """The board that `since the last board` means on a day: what is dated later is new."""
    return max((board.date for board in boards_before(meetings, day)), default=None)


def next_board(meetings: Iterable[Meeting], day: date) -> Meeting | None:
    """The board a day works towards: the first from that day on, and on its own day that board."""
    coming = (
        meeting
        for meeting in meetings
        if meeting.date >= day
        and (meeting.state.is_to_come or (meeting.state.was_held and meeting.date == day))
    )
    return min(coming, key=lambda meeting: meeting.date, default=None)


FORMS_OUT: Final = DateRule(Board.forms_out)
"""When the forms of a plan that is no board's go out."""


def updates_asked_from(board_day: date, *, forms_out: DateRule = FORMS_OUT) -> date:
    """The day the update forms for a board go out; before it nobody is asked for an update."""
    return forms_out.day(board_day)
