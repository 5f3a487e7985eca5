"""Meetings: their states, their numbers within a board's year, and the dates worked out around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from boarddesk.rules.dates.time_of_day import Hours, minutes_of, read_time
from boarddesk.rules.people import Board, YearStart
from boarddesk.rules.refused import Refused

_USUAL = 3 * 60
"""Minutes a meeting usually goes on for at most, where only its start is known."""


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
        return self in _WAS_HELD

    @property
    def is_to_come(self) -> bool:
        """Whether the meeting is still expected."""
        return self in (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)


_WAS_HELD = frozenset(
    {MeetingState.HELD, MeetingState.DRAFT_MINUTES, MeetingState.CONFIRMED, MeetingState.INQUORATE}
)

STEPS = (
    MeetingState.PLANNED,
    MeetingState.AGENDA_ISSUED,
    MeetingState.HELD,
    MeetingState.DRAFT_MINUTES,
    MeetingState.CONFIRMED,
)
"""The usual way of a meeting, in order."""

MAY_FOLLOW: dict[MeetingState, tuple[MeetingState, ...]] = {
    MeetingState.PLANNED: (
        MeetingState.AGENDA_ISSUED,
        MeetingState.HELD,
        MeetingState.INQUORATE,
        MeetingState.CANCELLED,
    ),
    MeetingState.AGENDA_ISSUED: (
        MeetingState.HELD,
        MeetingState.INQUORATE,
        MeetingState.CANCELLED,
        MeetingState.PLANNED,
    ),
    MeetingState.HELD: (MeetingState.DRAFT_MINUTES, MeetingState.INQUORATE, MeetingState.AGENDA_ISSUED),
    MeetingState.DRAFT_MINUTES: (MeetingState.CONFIRMED, MeetingState.INQUORATE, MeetingState.HELD),
    MeetingState.CONFIRMED: (),
    MeetingState.CANCELLED: (MeetingState.PLANNED,),
    MeetingState.INQUORATE: (MeetingState.HELD, MeetingState.AGENDA_ISSUED),
}
"""Which states may follow which; a step back mends a slip, and confirmed minutes are final."""

STATE_ACTIONS: dict[MeetingState, str] = {
    MeetingState.PLANNED: "Mark as planned",
    MeetingState.AGENDA_ISSUED: "Mark agenda as issued",
    MeetingState.HELD: "Mark as held",
    MeetingState.DRAFT_MINUTES: "Mark minutes as drafted",
    MeetingState.CONFIRMED: "Mark minutes as confirmed",
    MeetingState.CANCELLED: "Cancel meeting",
    MeetingState.INQUORATE: "Mark as inquorate",
}
"""What is done on the way to each state, as buttons and Undo say it."""

REINSTATE = "Reinstate meeting"

FARTHEST_YEARS = 25
"""A day farther from today than this is a slip of the keys: 1926 for 2026."""


Day: TypeAlias = date
"""For a field beside one that is called date."""


@dataclass(frozen=True)
class Meeting:
    """One meeting of a board; times are 24-hour `HH:MM`, empty where not given.

    `agenda_version` is the version of the agenda last issued here, 0 where none was; a version begun after it
    has its day and its reason.
    """

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
    agenda_version: int = 0
    agenda_reopened_on: Day | None = None
    agenda_reopened_why: str = ""


FIRST_DAY = {
    YearStart.CALENDAR: (1, 1),
    YearStart.FINANCIAL: (4, 1),
    YearStart.ACADEMIC: (9, 1),
    YearStart.MUNICIPAL: (5, 1),
}


def board_year(day: date, start: YearStart) -> tuple[date, date]:
    """The first and last day of the board year a day falls in."""
    month, first = FIRST_DAY[start]
    year = day.year if (day.month, day.day) >= (month, first) else day.year - 1
    return date(year, month, first), date.fromordinal(date(year + 1, month, first).toordinal() - 1)


def shared_year_start(boards: Iterable[Board]) -> YearStart:
    """When the year of several boards starts; where they differ the financial year stands for it."""
    starts = {board.year_start for board in boards}
    return starts.pop() if len(starts) == 1 else YearStart.FINANCIAL


@lru_cache(maxsize=8192)
def year_label(day: date, start: YearStart) -> str:
    """The board year as people write it: `2026`, or `2026/27` where it spans two years."""
    first, last = board_year(day, start)
    return str(first.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"


def year_named(label: str, start: YearStart) -> tuple[date, date]:
    """The first and last day of a board year as people write it: `2026/27`, `2026-27`, `2026`."""
    found = re.fullmatch(r"(?P<year>\d{4})(?:[/–-](?P<next>\d{2}|\d{4}))?", label.strip(), re.ASCII)
    year = int(found["year"]) if found else 0
    spans = found is None or found["next"] in (None, f"{year + 1}", f"{(year + 1) % 100:02}")
    if not spans or not date.min.year < year < date.max.year:
        raise Refused(f"There is no year “{label}”. Give such as 2026/27.", field="year")
    return board_year(date(year, *FIRST_DAY[start]), start)


def meeting_title(board_short_name: str, meeting: Meeting, start: YearStart) -> str:
    """The number printed on every paper: `SIB 2026/27 · 03`."""
    return f"{board_short_name} {year_label(meeting.date, start)} · {meeting.number:02}"


def meeting_key(board_short_name: str, meeting: Meeting, start: YearStart) -> str:
    """The same number as typed on the command line: `SIB-2026-03`."""
    return f"{board_short_name}-{board_year(meeting.date, start)[0].year}-{meeting.number:02}"


def states_reached(states: Iterable[MeetingState]) -> frozenset[MeetingState]:
    """Which states a meeting came through, of all it was put in; a step back takes what came after it."""
    reached: list[MeetingState] = []
    for state in states:
        if state in STEPS:
            place = STEPS.index(state)
            reached = [before for before in reached if before in STEPS and STEPS.index(before) < place]
        reached.append(state)
    return frozenset(reached)


def next_step(state: MeetingState) -> MeetingState | None:
    """The state the usual way leads to; None at its end and off it."""
    place = STEPS.index(state) if state in STEPS else len(STEPS)
    return STEPS[place + 1] if place + 1 < len(STEPS) else None


def state_action(of: MeetingState, to: MeetingState) -> str:
    """What is done on the way from one state to another: `Cancel meeting`, `Reinstate meeting`."""
    return REINSTATE if of is MeetingState.CANCELLED else STATE_ACTIONS[to]


def check_state(
    meeting: Meeting, to: MeetingState, *, today: date, register_closed: bool, minuted: bool = False
) -> None:
    """Refused where one state may not follow the other, and says why; `minuted`: its minutes are here."""
    if to is meeting.state:
        return
    if to not in MAY_FOLLOW[meeting.state]:
        raise Refused(f"A meeting that is {meeting.state.value} cannot become {to.value}.", field="state")
    if to.was_held and not meeting.state.was_held and meeting.date > today:
        raise Refused("This meeting is still to come: it can be marked as held on its day.", field="state")
    if to is MeetingState.CONFIRMED and minuted:
        raise Refused("Its minutes are written here: confirm them at the later meeting.", field="state")
    if register_closed and not to.was_held:
        raise Refused("Its register is closed, so it was held. Reopen the register first.", field="state")
    if to is MeetingState.PLANNED and meeting.state is MeetingState.AGENDA_ISSUED and meeting.agenda_version:
        raise Refused("Its agenda was issued. To change it, begin a new version and say why.", field="state")


def usual_end(start: str, minutes_long: int) -> str:
    """When a meeting of this length ends; empty without a start, or where that is past midnight."""
    if not start:
        return ""
    hours, minutes = (int(part) for part in start.split(":"))
    end = hours * 60 + minutes + minutes_long
    return f"{end // 60:02}:{end % 60:02}" if end < 24 * 60 else ""


def check_date(day: date, others: Iterable[Meeting]) -> None:
    """Refused where the board already has a meeting on that day that was not cancelled."""
    if any(meeting.date == day and meeting.state is not MeetingState.CANCELLED for meeting in others):
        raise Refused("This board already meets on that day.", field="date")


def check_near(day: date, today: date) -> None:
    """Refused where a day is so far off that a digit of its year must be wrong."""
    if abs(day.year - today.year) > FARTHEST_YEARS:
        raise Refused(
            f"{day.year} is more than {FARTHEST_YEARS} years from now. Look at the year again.", field="date"
        )


def check_may_move(meeting: Meeting, *, has_register: bool = False) -> None:
    """Refused once the meeting was held or its register opened: then the roll stands as it was that day."""
    if meeting.state.was_held:
        raise Refused("This meeting was held: its day stays as it was.", field="date")
    if meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled. Reinstate it first, then move it.", field="date")
    if has_register:
        raise Refused(
            "Its register is open, with the roll of that day. Put the register away first.", field="date"
        )


def check_may_change(meeting: Meeting) -> None:
    """A meeting that does not take place has no time and no place to mend."""
    if meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled. Reinstate it first, then change it.")


def check_may_remove(meeting: Meeting, *, has_register: bool) -> None:
    """Refused once a meeting was more than planned: what has happened stays."""
    if meeting.state is not MeetingState.PLANNED:
        raise Refused("Only a meeting that is still planned can be removed. Cancel it instead.")
    if has_register:
        raise Refused("Its register has been opened. Cancel the meeting instead.")


def check_times(start: str, end: str) -> tuple[str, str]:
    """Start and end as kept; refused where the meeting would end before it has begun."""
    kept = check_time(start), check_time(end, field="end_time", after=start)
    if all(kept) and kept[1] <= kept[0]:
        raise Refused(f"The end must be later than the start at {kept[0]}.", field="end_time")
    return kept


def check_time(text: str, *, field: str = "start_time", after: str = "") -> str:
    """A time as kept, `13:30`, however it is typed: `10`, `10am`, `1330`, `13.30`; nothing is allowed.

    `after` is the start as typed: an end is read as the half of the day nearer to it.
    """
    if not text.strip():
        return ""
    start = read_time(after)
    begins = minutes_of(start) if start else 0
    kept = read_time(text, Hours(begins + 1, begins + _USUAL) if start else None)
    if kept is None:
        raise Refused("Give the time such as 10:00, 10am or 1.30pm.", field=field)
    return kept


def renumbered(of_one_year: Iterable[Meeting]) -> dict[str, int]:
    """Numbers of a board year's meetings in order of date.

    Planned meetings move up and down; a number that stands on an issued paper stays. Number 0 asks for one.
    """
    in_order = sorted(of_one_year, key=lambda meeting: (meeting.date, meeting.start_time, meeting.id))
    taken = {register.number for register in in_order if _is_numbered(register)}
    numbers: dict[str, int] = {}
    last = 0
    for register in in_order:
        number = register.number if _is_numbered(register) else _free(last + 1, taken)
        numbers[register.id] = number
        last = max(last, number)
    return numbers


def _is_numbered(meeting: Meeting) -> bool:
    return meeting.number > 0 and meeting.state is not MeetingState.PLANNED


def _free(number: int, taken: set[int]) -> int:
    while number in taken:
        number += 1
    return number
