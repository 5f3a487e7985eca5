"""What stands across the matrix: each meeting, or each month where several boards are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from boarddesk.rules.attendance.figures import NO_FIGURE, Figure
from boarddesk.rules.attendance.report import AttendanceReport
from boarddesk.rules.attendance.rolls import MeetingRecord, RegisterState
from boarddesk.ui.widgets.bar_chart import Bar, BarState
from boarddesk.ui.widgets.date_text import day_and_month, long_date, short_date
from boarddesk.ui.widgets.table.rows import Column, Kind

MEETING_WIDTH = 34
OPEN_BAR = 60.0
"""How high the bar of an open register is drawn: it says nothing yet."""


@dataclass(frozen=True)
class Across:
    """One column of the matrix with its meetings."""

    key: str
    head: str
    says: str
    meetings: tuple[MeetingRecord, ...]
    full: str
    year: str = ""

    @property
    def title(self) -> str:
        """The head, under its year where that begins here and a month stands for more than one."""
        return f"{self.year}\n{self.head}" if self.year else self.head

    @property
    def dated(self) -> str:
        """The head with the year under it where it is to be told from another."""
        return f"{self.head}\n{self.year}" if self.year else self.head

    def column(self, width: int, least: int) -> Column:
        """So wide, and a little narrower where every meeting is in sight then."""
        return Column(self.key, self.title, width, kind=Kind.MARK, tip=self.says, least=least, full=self.full)

    def of(self, board_id: str) -> list[MeetingRecord]:
        """The meetings of one board among them."""
        return [meeting for meeting in self.meetings if meeting.meeting.board_id == board_id]

    def bar(self, report: AttendanceReport) -> Bar:
        """Its bar: the pooled figure of what was counted, the open register dashed, the cancelled named."""
        states = {meeting.register_state for meeting in self.meetings}
        if RegisterState.COUNTED in states:
            figure = self.figure(report)
            share = None if figure.exact is None else float(figure.exact)
            return Bar(self.says, share, figure.shown(report.total.target))
        state = BarState.OPEN if RegisterState.OPEN in states else BarState.CANCELLED
        return Bar(self.says, OPEN_BAR if state is BarState.OPEN else None, state=state)

    def figure(self, report: AttendanceReport) -> Figure:
        """What was counted in this column, for the figure the target is held against."""
        ids = {meeting.meeting.id for meeting in self.meetings}
        kind = report.total.target_figure
        return sum((figures.of(kind) for figures in report.trend if figures.meeting.id in ids), NO_FIGURE)


def columns_across(meetings: Sequence[MeetingRecord], *, months: bool) -> tuple[Across, ...]:
    """The columns in order of time; meetings still to come without a register would be empty."""
    begun = [meeting for meeting in meetings if meeting.register_state is not RegisterState.TO_COME]
    if months:
        return _by_month(begun)
    days = [meeting.meeting.date for meeting in begun]
    more_than_a_year = bool(days) and days[0].replace(day=1) + relativedelta(years=1) <= days[-1]
    years = [0, *(day.year for day in days)]
    return tuple(
        _of_meeting(meeting, year=str(now) if more_than_a_year and now != before else "")
        for meeting, (before, now) in zip(begun, pairwise(years), strict=True)
    )


def _of_meeting(meeting: MeetingRecord, *, year: str) -> Across:
    day = meeting.meeting.date
    says = f"{long_date(day)}: {meeting.register_state.value}"
    return Across(
        f"meeting {meeting.meeting.id}", f"{day.day}\n{day:%b}", says, (meeting,), short_date(day), year
    )


def _by_month(meetings: Sequence[MeetingRecord]) -> tuple[Across, ...]:
    months: dict[date, list[MeetingRecord]] = {}
    for meeting in meetings:
        months.setdefault(meeting.meeting.date.replace(day=1), []).append(meeting)
    return tuple(_of_month(first, tuple(found)) for first, found in months.items())


def _of_month(first: date, found: tuple[MeetingRecord, ...]) -> Across:
    days = ", ".join(map(day_and_month, dict.fromkeys(meeting.meeting.date for meeting in found)))
    count = f"{len(found)} meeting{'' if len(found) == 1 else 's'}"
    return Across(
        f"month {first}",
        f"{first:%b}\n{first:%y}",
        f"{first:%B %Y}: {count}, {days}",
        found,
        f"{first:%B %Y}",
    )
