"""What stands across the matrix: each meeting, or each month where several boards are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.attendance_figures import NO_FIGURE, Figure
from boarddesk.rules.attendance_report import AttendanceReport
from boarddesk.rules.attendance_rolls import MeetingTaken, Taken
from boarddesk.ui.widgets.bar_chart import Bar, BarState
from boarddesk.ui.widgets.date_text import day_and_month, long_date
from boarddesk.ui.widgets.table_rows import Column, Kind

MEETING_WIDTH = 34
OPEN_BAR = 60.0
"""How high the bar of an open register is drawn: it says nothing yet."""


@dataclass(frozen=True)
class Across:
    """One column of the matrix with its meetings."""

    key: str
    head: str
    says: str
    meetings: tuple[MeetingTaken, ...]

    def column(self) -> Column:
        """As narrow as a mark."""
        return Column(self.key, self.head, MEETING_WIDTH, kind=Kind.MARK, tip=self.says)

    def of(self, board_id: str) -> list[MeetingTaken]:
        """The meetings of one board among them."""
        return [one for one in self.meetings if one.meeting.board_id == board_id]

    def bar(self, report: AttendanceReport) -> Bar:
        """Its bar: the pooled figure of what was counted, the open register dashed, the cancelled named."""
        taken = {one.taken for one in self.meetings}
        if Taken.COUNTED in taken:
            figure = self.figure(report)
            share = None if figure.exact is None else float(figure.exact)
            return Bar(self.says, share, figure.shown(report.total.target))
        state = BarState.OPEN if Taken.OPEN in taken else BarState.CANCELLED
        return Bar(self.says, OPEN_BAR if state is BarState.OPEN else None, state=state)

    def figure(self, report: AttendanceReport) -> Figure:
        """What was counted in this column, for the figure the target is held against."""
        ids = {one.meeting.id for one in self.meetings}
        kind = report.total.target_figure
        return sum((one.of(kind) for one in report.trend if one.meeting.id in ids), NO_FIGURE)


def columns_across(meetings: Sequence[MeetingTaken], *, months: bool) -> tuple[Across, ...]:
    """The columns in order of time; meetings still to come without a register would be empty."""
    begun = [one for one in meetings if one.taken is not Taken.TO_COME]
    return _by_month(begun) if months else tuple(_of_meeting(one) for one in begun)


def _of_meeting(one: MeetingTaken) -> Across:
    day = one.meeting.date
    return Across(
        f"meeting {one.meeting.id}", f"{day.day}\n{day:%b}", f"{long_date(day)}: {one.taken.value}", (one,)
    )


def _by_month(meetings: Sequence[MeetingTaken]) -> tuple[Across, ...]:
    months: dict[date, list[MeetingTaken]] = {}
    for one in meetings:
        months.setdefault(one.meeting.date.replace(day=1), []).append(one)
    return tuple(_of_month(first, tuple(found)) for first, found in months.items())


def _of_month(first: date, found: tuple[MeetingTaken, ...]) -> Across:
    days = ", ".join(dict.fromkeys(day_and_month(one.meeting.date) for one in found))
    count = f"{len(found)} meeting{'' if len(found) == 1 else 's'}"
    return Across(f"month {first}", f"{first:%b}\n{first:%y}", f"{first:%B %Y}: {count}, {days}", found)
