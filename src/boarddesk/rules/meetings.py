"""Meetings: their states, their numbers within a board's year, and the dates worked out around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.people import YearStart


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    AGENDA_ISSUED = "agenda issued"
    HELD = "held"
    DRAFT_MINUTES = "draft minutes"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    INQUORATE = "inquorate"

    @property
    def was_held(self) -> bool:
        """Whether the meeting took place; an inquorate meeting did."""
        return self in (MeetingState.HELD, MeetingState.DRAFT_MINUTES, MeetingState.CONFIRMED, MeetingState.INQUORATE)

    @property
    def is_to_come(self) -> bool:
        """Whether the meeting is still expected."""
        return self in (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)


@dataclass(frozen=True)
class Meeting:
    """One meeting of a board; times are 24-hour `HH:MM`, empty where not given."""

    id: str
    board_id: str
    number: int
    date: date
    state: MeetingState = MeetingState.PLANNED
    start_time: str = ""
    end_time: str = ""
    venue: str = ""
    link: str = ""
    cancelled_why: str = ""
    note: str = ""


FIRST_DAY = {YearStart.CALENDAR: (1, 1), YearStart.FINANCIAL: (4, 1), YearStart.ACADEMIC: (9, 1), YearStart.MUNICIPAL: (5, 1)}


def board_year(day: date, start: YearStart) -> tuple[date, date]:
    """The first and last day of the board year a day falls in."""
    month, first = FIRST_DAY[start]
    year = day.year if (day.month, day.day) >= (month, first) else day.year - 1
    return date(year, month, first), date.fromordinal(date(year + 1, month, first).toordinal() - 1)


def year_label(day: date, start: YearStart) -> str:
    """The board year as people write it: `2026`, or `2026/27` where it spans two years."""
    first, last = board_year(day, start)
    return str(first.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"


def meeting_title(board_short_name: str, meeting: Meeting, start: YearStart) -> str:
    """The number printed on every paper: `SIB 2026/27 · 03`."""
    return f"{board_short_name} {year_label(meeting.date, start)} · {meeting.number:02}"


def meeting_key(board_short_name: str, meeting: Meeting, start: YearStart) -> str:
    """The same number as typed on the command line: `SIB-2026-03`."""
    return f"{board_short_name}-{board_year(meeting.date, start)[0].year}-{meeting.number:02}"
