"""Standing items as they stand on one agenda: the minutes they confirm are those of a day."""

from __future__ import annotations

from collections.abc import Iterable

from boarddesk.rules.agenda.item import Fills, StandingItem
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.wording import day_of_year, one_line

USUAL: tuple[tuple[str, Fills], ...] = (
    ("Welcome and apologies", Fills.NOTHING),
    ("Declarations of interest", Fills.DECLARATIONS),
    ("Minutes of the last meeting", Fills.MINUTES),
    ("Action log", Fills.ACTIONS),
)
"""What a new board is offered as its standing items."""


def minutes_to_confirm(meetings: Iterable[Meeting], of: Meeting) -> Meeting | None:
    """The last meeting of the board held before this one whose minutes are not confirmed.

    Before that one is held it is the one next before: the agenda is made while it is still to come.
    """
    earlier = [
        other
        for other in meetings
        if other.date < of.date and other.state not in (MeetingState.CANCELLED, MeetingState.CONFIRMED)
    ]
    return max(earlier, key=lambda other: other.date, default=None)


def wording_of(standing: StandingItem, earlier: Meeting | None) -> str:
    """The title on an agenda: `Minutes of 12 May` where it fills itself from those."""
    if standing.fills is Fills.MINUTES and earlier is not None:
        return minutes_title(earlier)
    return standing.title


def minutes_title(of: Meeting) -> str:
    """What the item that confirms a meeting's minutes is called."""
    return one_line(f"Minutes of {day_of_year(of.date)}")
