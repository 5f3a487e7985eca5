"""Days that come again: monthly on the second Tuesday, quarterly on the last Thursday, every three weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday


class Interval(StrEnum):
    """What is counted between one day and the next."""

    WEEKS = "weeks"
    MONTHS = "months"


LAST = -1
"""In place of the number of a weekday in its month: its last one."""

MOST_NTH = 4
"""So many times every weekday comes in every month."""


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


_LATEST = 12
_A_YEAR = 12
_AUGUST = 8
_TUESDAY = 1


def usual_pattern(days: Iterable[date]) -> Pattern:
    """How the latest of those days came again by the month; without any the second Tuesday, not in August."""
    latest = sorted(days)[-_LATEST:]
    if not latest:
        return Pattern(_TUESDAY, nth=2, skipped_months=frozenset({_AUGUST}))
    months = [later.month - day.month + 12 * (later.year - day.year) for day, later in pairwise(latest)]
    in_august = any(day.month == _AUGUST for day in latest)
    return Pattern(
        _most_common(day.weekday() for day in latest),
        LAST if all((day + timedelta(weeks=1)).month != day.month for day in latest) else _nth(latest),
        min(max(_most_common(months), 1), _A_YEAR) if months else 1,
        skipped_months=frozenset() if in_august else frozenset({_AUGUST}),
    )


def _nth(days: Iterable[date]) -> int:
    """A fifth weekday of a month is its last."""
    nth = _most_common((day.day - 1) // 7 + 1 for day in days)
    return nth if nth <= MOST_NTH else LAST


def _most_common(numbers: Iterable[int]) -> int:
    return Counter(numbers).most_common(1)[0][0]
