"""A day worked out from a meeting: so many working, clear or calendar days before it or after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boarddesk.rules.dates.working_days import add_working_days, working_days_between
from boarddesk.rules.wording import count_in_figures

_ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """Which days are counted.

    Clear days are working days of which neither the day of notice nor the day of the meeting is counted.
    """

    WORKING = "working"
    CLEAR = "clear"
    CALENDAR = "calendar"


@dataclass(frozen=True)
class DateRule:
    """So many days of a kind before a meeting, or after it; before is negative, nought is its own day."""

    number: int
    kind: DayKind = DayKind.WORKING

    def day(self, meeting_day: date) -> date:
        """Five clear days before Tuesday 9 June 2026 is Monday 1 June, five working days before is 2 June."""
        if self.kind is DayKind.CALENDAR:
            return meeting_day + self.number * _ONE_DAY
        number = self.number
        if self.kind is DayKind.CLEAR and number:
            number += 1 if number > 0 else -1
        return add_working_days(meeting_day, number)

    @property
    def words(self) -> str:
        """`5 clear days before`, `1 working day after`, `on the day`."""
        if not self.number:
            return "on the day"
        days = count_in_figures(abs(self.number), f"{self.kind} day")
        return f"{days} {'before' if self.number < 0 else 'after'}"


def clear_days_between(notice: date, meeting_day: date) -> int:
    """The working days that lie between a notice and its meeting, counting neither; never less than none."""
    return max(working_days_between(notice, meeting_day - _ONE_DAY), 0)
