"""Days that come again: monthly on the second Tuesday, quarterly on the last Thursday, every three weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday


class Interval(StrEnum):
    """What is counted between one day and the next."""

    WEEKS = "weeks"
    MONTHS = "months"


LAST = -1
"""In place of the number of a weekday in its month: its last one."""


@dataclass(frozen=True)
class Pattern:
    """A weekday, Monday is 0, every so many weeks; or the nth of it, every so many months."""

    weekday: int
    nth: int = 1
    every: int = 1
    interval: Interval = Interval.MONTHS
    skipped_months: frozenset[int] = frozenset()

    def days(self, first: date, until: date) -> tuple[date, ...]:
        """Those from one day to another, both included; months are counted from the first day's own."""
        if self.interval is Interval.WEEKS:
            begins = first + timedelta((self.weekday - first.weekday()) % 7)
            found = rrule(WEEKLY, interval=self.every, dtstart=begins, until=until)
        else:
            nth = weekday(self.weekday, self.nth)
            begins = first.replace(day=1)
            found = rrule(MONTHLY, interval=self.every, byweekday=nth, dtstart=begins, until=until)
        return tuple(
            moment.date()
            for moment in found
            if moment.date() >= first and moment.month not in self.skipped_months
        )
