"""Every day around a meeting and every day of a series, against a count by hand over a printed calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest

from boarddesk.rules.dates.date_rules import DateRule, DayKind, clear_days_between
from boarddesk.rules.dates.pattern import LAST, Pattern
from boarddesk.rules.meetings.clashes import Timetable
from boarddesk.rules.meetings.series import MeetingSeries, OnClosedDay
from boarddesk.rules.people import Board

PRINTED = """
    2025-08-25 2025-12-25 2025-12-26
    2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
    2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
"""
"""The bank holidays of England as the government prints them, from August 2025 to December 2027."""

CLOSED = frozenset(date.fromisoformat(day) for day in PRINTED.split())
DAY = timedelta(1)
FIRST, LAST_DAY = date(2025, 12, 1), date(2027, 4, 30)
"""Two Christmases, two Easters, three changes of the clocks forward or back."""


def is_open(day: date) -> bool:
    return day.isoweekday() < 6 and day not in CLOSED


def every_day() -> list[date]:
    return [FIRST + n * DAY for n in range((LAST_DAY - FIRST).days + 1)]


def notice(meeting: date, clear: int) -> date:
    """The latest open day with so many open days after it and before the meeting."""
    day = meeting - DAY
    while not is_open(day) or sum(is_open(day + n * DAY) for n in range(1, (meeting - day).days)) < clear:
        day -= DAY
    return day


@pytest.mark.parametrize("number", [1, 5, 10])
def test_clear_and_working_days_before_every_day_of_two_winters(number: int) -> None:
    for meeting in every_day():
        assert DateRule(-number, DayKind.CLEAR).day(meeting) == notice(meeting, number)
        assert DateRule(-number).day(meeting) == notice(meeting, number - 1)
        assert clear_days_between(notice(meeting, number), meeting) == number


@pytest.mark.parametrize("number", [5, 13])
def test_working_days_after_every_day_of_two_winters(number: int) -> None:
    for meeting in every_day():
        day, counted = meeting, 0
        while counted < number:
            day += DAY
            counted += is_open(day)
        assert DateRule(number).day(meeting) == day


@pytest.mark.parametrize(("weekday", "nth"), [(1, 2), (0, 1), (4, LAST), (0, LAST)])
def test_a_year_of_meetings_across_christmas_and_easter_moves_what_is_closed(weekday: int, nth: int) -> None:
    pattern, first, until = Pattern(weekday, nth), date(2026, 4, 1), date(2027, 3, 31)
    board = Board("b", "Board", "B")
    wanted = []
    for month in range(12):
        year, at = divmod(3 + month, 12)
        weeks = calendar.monthcalendar(2026 + year, at + 1)
        days = [week[weekday] for week in weeks if week[weekday]]
        day = date(2026 + year, at + 1, days[nth if nth == LAST else nth - 1])
        while not is_open(day):
            day += DAY
        wanted.append(day)
    series = MeetingSeries(first, until, pattern, OnClosedDay.MOVE)
    assert [each.day for each in series.proposed(board, Timetable((board,)))] == wanted
