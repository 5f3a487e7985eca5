"""An issued agenda is locked: what comes later is a supplement, or a new version with its reason."""

from __future__ import annotations

from datetime import date
from typing import Final

from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.refused import Refused

LOCKED: Final = (
    "This agenda was issued, so it stands. "
    "Add a late item as a supplement, or begin a new version and say why."
)


def is_locked(meeting: Meeting) -> bool:
    """Whether its agenda was issued and no new version has been begun."""
    return meeting.state is MeetingState.AGENDA_ISSUED and meeting.agenda_reopened_on is None


def check_may_change(meeting: Meeting) -> None:
    """Refused where the agenda stands as it is: issued, held, or of a meeting that does not take place."""
    if meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled: its agenda is kept, and can be carried forward.")
    if meeting.state.was_held:
        raise Refused("This meeting was held: its agenda stays as it was.")
    if is_locked(meeting):
        raise Refused(LOCKED)


def check_may_reopen(meeting: Meeting, why: str) -> None:
    """Refused where there is nothing issued to make a new version of, or nobody says why."""
    if not is_locked(meeting):
        raise Refused("Only an agenda that was issued has a new version.")
    if not why.strip():
        raise Refused("Say why the agenda changes: it is printed on the new version.", field="why")


def check_may_supplement(meeting: Meeting, late_why: str) -> None:
    """Refused but for an issued agenda; a late item says its special circumstances.

    Local Government Act 1972, s.100B(4)(b): the reason is printed in the minutes.
    """
    if not is_locked(meeting):
        raise Refused("A supplement is for an agenda that was issued: add the item to the agenda itself.")
    if not late_why.strip():
        raise Refused("Say which special circumstances make it urgent: they are printed.", field="late_why")


def check_added_on_the_day(meeting: Meeting, late_why: str, *, statutory: bool, today: date) -> None:
    """Refused before the day, where nothing is taken, or where a committee does not say why it is urgent.

    Local Government Act 1972, s.100B(4)(b): business that was on no agenda needs special circumstances.
    """
    if meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled: nothing was taken there.")
    if meeting.date > today:
        raise Refused("This meeting is still to come: add the item to its agenda, under Agenda.")
    if statutory and not late_why.strip():
        raise Refused(
            "A statutory committee says which special circumstances make it urgent: they are printed.",
            field="late_why",
        )
