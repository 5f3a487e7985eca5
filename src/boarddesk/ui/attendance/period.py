"""The stretch of time the Attendance page shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from boarddesk.rules.meetings.meeting import board_year, shared_year_start
from boarddesk.rules.people import Board, YearStart
from boarddesk.ui.widgets.date_text import short_date

Days = tuple[date | None, date | None]
"""A first and a last day, both inclusive; None where open."""


class Period(StrEnum):
    """The periods offered."""

    YEAR = "This board year"
    MONTHS = "Last 12 months"
    YEAR_BEFORE = "Board year before"
    ALL = "All meetings"
    OWN = "Other days"


def days_of(period: Period, boards: Sequence[Board], today: date, *, own: Days = (None, None)) -> Days:
    """First and last day of a period; `own` are the days somebody gave."""
    start = shared_year_start(boards)
    first, last = board_year(today, start)
    match period:
        case Period.MONTHS:
            return today - relativedelta(months=12) + relativedelta(days=1), today
        case Period.YEAR:
            return first, last
        case Period.YEAR_BEFORE:
            return board_year(first - relativedelta(days=1), start)
        case Period.ALL:
            return None, None
        case Period.OWN:
            return own


def year_in_words(day: date, start: YearStart) -> str:
    """`Board year Apr 2026 to Mar 2027`."""
    first, last = board_year(day, start)
    return f"Board year {first:%b %Y} to {last:%b %Y}"


def own_in_words(days: Days) -> str:
    """`1 Sep 25 to 19 Dec 25`, `From 1 Sep 2025` or `To 19 Dec 2025`."""
    first, last = days
    if first and last:
        return f"{first.day} {first:%b %y} to {last.day} {last:%b %y}"
    return f"From {short_date(first)}" if first else f"To {short_date(last)}" if last else Period.ALL.value


def days_in_words(first: date | None, last: date | None) -> str:
    """`29 May 2025 to 28 May 2026`, or from the first meeting there is."""
    start = f"{first.day} {first:%B %Y}" if first else "The first meeting"
    return f"{start} to {last.day} {last:%B %Y}" if last else f"{start} to today"
