"""Days worked out from a meeting: working, clear and calendar days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.date_rules import DateRule, DayKind, clear_days_between
from boarddesk.rules.dates.working_days import add_working_days, is_working_day, working_days_between

FIVE_CLEAR = DateRule(-5, DayKind.CLEAR)
FIVE_WORKING = DateRule(-5)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("meeting", "clear", "working"),
    [
        (date(2026, 6, 9), date(2026, 6, 1), date(2026, 6, 2)),
        (date(2026, 1, 6), date(2025, 12, 24), date(2025, 12, 29)),  # over Christmas and New Year
        (date(2026, 1, 13), date(2026, 1, 5), date(2026, 1, 6)),
        (date(2026, 4, 7), date(2026, 3, 26), date(2026, 3, 27)),  # the Tuesday after Easter Monday
        (date(2027, 3, 30), date(2027, 3, 18), date(2027, 3, 19)),
        (date(2026, 3, 31), date(2026, 3, 23), date(2026, 3, 24)),  # the clocks went forward on the Sunday
        (date(2026, 10, 27), date(2026, 10, 19), date(2026, 10, 20)),  # and back
        (date(2026, 5, 26), date(2026, 5, 15), date(2026, 5, 18)),  # the day after the spring bank holiday
        (date(2022, 9, 20), date(2022, 9, 9), date(2022, 9, 12)),  # the day after the state funeral
        (date(2027, 12, 29), date(2027, 12, 17), date(2027, 12, 20)),  # both substitute days just before
        (date(2024, 3, 5), date(2024, 2, 26), date(2024, 2, 27)),  # over 29 February
    ],
)
def test_five_clear_days_begin_a_working_day_before_five_working_days(
    meeting: date, clear: date, working: date
) -> None:
    assert FIVE_CLEAR.day(meeting) == clear
    assert FIVE_WORKING.day(meeting) == working


def test_calendar_days_count_every_day() -> None:
    assert DateRule(-7, DayKind.CALENDAR).day(date(2026, 6, 9)) == date(2026, 6, 2)
    assert DateRule(7, DayKind.CALENDAR).day(date(2026, 12, 22)) == date(2026, 12, 29)


@given(days, st.sampled_from(DayKind))
def test_nought_days_away_is_the_day_itself(day: date, kind: DayKind) -> None:
    assert DateRule(0, kind).day(day) == day


@given(days, st.integers(1, 60))
def test_between_notice_and_meeting_lie_just_the_clear_days_asked_for(day: date, number: int) -> None:
    notice = DateRule(-number, DayKind.CLEAR).day(day)
    assert is_working_day(notice)
    assert clear_days_between(notice, day) == number
    open_days = sum(is_working_day(notice + timedelta(n)) for n in range(1, (day - notice).days))
    assert open_days == number


@given(days, st.integers(1, 60), st.booleans())
def test_clear_days_before_and_after_lie_alike_around_a_meeting(day: date, number: int, after: bool) -> None:
    side = 1 if after else -1
    assert DateRule(side * number, DayKind.CLEAR).day(day) == add_working_days(day, side * (number + 1))


@given(days, st.integers(-60, 60))
def test_a_rule_in_working_days_is_counted_back_from_the_day_it_gives(day: date, number: int) -> None:
    meeting = add_working_days(day, 1)
    assert working_days_between(meeting, DateRule(number).day(meeting)) == number


@given(days, st.integers(1, 60), st.integers(1, 60), st.sampled_from(DayKind))
def test_more_days_before_is_never_later(day: date, few: int, more: int, kind: DayKind) -> None:
    low, high = sorted((few, more))
    assert DateRule(-high, kind).day(day) <= DateRule(-low, kind).day(day) < day


def test_a_notice_on_the_day_or_after_it_leaves_no_clear_day() -> None:
    june = date(2026, 6, 9)
    assert [clear_days_between(june + timedelta(n), june) for n in (-1, 0, 1, 30)] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (FIVE_CLEAR, "5 clear days before"),
        (DateRule(-1), "1 working day before"),
        (DateRule(10), "10 working days after"),
        (DateRule(7, DayKind.CALENDAR), "7 calendar days after"),
        (DateRule(0, DayKind.CLEAR), "on the day"),
    ],
)
def test_a_rule_is_said_in_words(rule: DateRule, words: str) -> None:
    assert rule.words == words
