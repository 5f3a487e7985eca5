"""The month's rhythm around a meeting: the steps before and after it, in working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.dates.working_days import add_working_days, working_days_between
from boarddesk.rules.meetings.boards_around import updates_asked_from
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.wording import count_in_figures

_ISSUED = frozenset(MeetingState) - {MeetingState.PLANNED, MeetingState.CANCELLED}
_DRAFTED = frozenset({MeetingState.DRAFT_MINUTES, MeetingState.CONFIRMED})


@dataclass(frozen=True)
class RhythmStep:
    """One step: `done` where the office knows it, `late` where its day has passed and it is not done."""

    title: str
    day: date
    done: bool
    late: str = ""
    is_meeting: bool = False


def rhythm(board: Board, meeting: Meeting, *, today: date) -> tuple[RhythmStep, ...]:
    """The seven steps of a round, from the board's own offsets.

    The agenda, the meeting and its minutes are judged by the meeting's state, the rest by their day alone.
    """

    def on(offset: int) -> date:
        return add_working_days(meeting.date, offset)

    def known(title: str, day: date, *, done: bool, late: str, is_meeting: bool = False) -> RhythmStep:
        return RhythmStep(title, day, done, "" if done or day >= today else late, is_meeting)

    def by_day(title: str, day: date) -> RhythmStep:
        return RhythmStep(title, day, day < today)

    state = meeting.state
    return (
        by_day("Update forms out", updates_asked_from(meeting.date, forms_out=board.forms_out)),
        by_day("Papers due", on(board.papers_due)),
        known("Pack issued", on(board.pack_issued), done=state in _ISSUED, late="not issued"),
        known("Meeting", meeting.date, done=state.was_held, late="held or not?", is_meeting=True),
        known("Draft minutes", on(board.draft_minutes), done=state in _DRAFTED, late="not drafted"),
        by_day("Actions chased", on(board.actions_chased)),
        by_day("Plan version sent", on(board.plan_sent)),
    )


def until(day: date, today: date) -> str:
    """How far off a day is: `today`, `tomorrow`, `in 3 working days`, `in 12 days`; nothing once passed."""
    if day < today:
        return ""
    if day == today:
        return "today"
    days = (day - today).days
    working = working_days_between(today, day)
    if days == 1:
        return "tomorrow"
    return f"in {count_in_figures(working, 'working day')}" if 0 < working <= 5 else f"in {days} days"
