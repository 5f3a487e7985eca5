"""What a meeting's calendar entry says: its number, when, where, how to join, and whether it is cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from boarddesk.rules.meetings.meeting import Meeting, MeetingState, meeting_title
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day

ZONE = "Europe/London"
"""Meetings are timed by the clock on the wall there."""

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class CalendarEntry:
    """A meeting as calendars keep it; times are local to ZONE, and a plain date means the whole day.

    `end` is the first moment, or day, that is free again. The reason of its
    cancellation is left out: it may speak of people.
    """

    meeting_id: str
    sequence: int
    summary: str
    start: date | datetime
    end: date | datetime
    place: str = ""
    link: str = ""
    details: str = ""
    cancelled: bool = False


def calendar_entry(meeting: Meeting, board: Board, *, sequence: int) -> CalendarEntry:
    """The entry of a meeting; `sequence` counts how often what it says was changed.

    Refused where the meeting was held: nobody is invited to it any more, nor told that it is not.
    """
    if meeting.state.was_held:
        when = f"{meeting_title(board.short_name, meeting, board.year_start)} was held on {day(meeting.date)}"
        raise Refused(f"{when}, so there is nothing to put in calendars.", field="meeting")
    cancelled = meeting.state is MeetingState.CANCELLED
    start, end = _span(meeting, board.minutes_long)
    link = meeting.link.strip()
    return CalendarEntry(
        meeting_id=meeting.id,
        sequence=sequence,
        summary=f"{'Cancelled: ' if cancelled else ''}{_number_and_name(meeting, board)}",
        start=start,
        end=end,
        place=_on_one_line(meeting.venue) or link,
        link=link,
        details=_details(link, cancelled=cancelled),
        cancelled=cancelled,
    )


def what_is_assumed(meeting: Meeting, board: Board) -> str:
    """What the entry has to assume because the meeting does not say it; empty where it says all."""
    if not meeting.start_time:
        return "The meeting has no start time, so it takes up the whole day."
    if not _says_when_it_ends(meeting):
        return f"The meeting has no end time, so the board’s usual {board.minutes_long} minutes are taken."
    return ""


def _span(meeting: Meeting, minutes_long: int) -> tuple[date | datetime, date | datetime]:
    if not meeting.start_time:
        return meeting.date, meeting.date + _DAY
    start = _moment(meeting, meeting.start_time)
    if _says_when_it_ends(meeting):
        return start, _moment(meeting, meeting.end_time)
    return start, start + timedelta(minutes=minutes_long)


def _says_when_it_ends(meeting: Meeting) -> bool:
    """An end at or before the start is a slip that no calendar would take."""
    return meeting.end_time > meeting.start_time


def _moment(meeting: Meeting, clock: str) -> datetime:
    return datetime.combine(meeting.date, time.fromisoformat(clock))


def _number_and_name(meeting: Meeting, board: Board) -> str:
    """The number first, for a narrow column of a calendar shows only the beginning."""
    number = meeting_title(board.short_name, meeting, board.year_start)
    same = board.name == board.short_name
    return _on_one_line(number if same else f"{number} – {board.name}")


def _details(link: str, *, cancelled: bool) -> str:
    if cancelled:
        return "This meeting was cancelled."
    return f"To join: {link}" if link else ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
