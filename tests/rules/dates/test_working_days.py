"""Working days in England."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.working_days import (
    add_working_days,
    bank_holidays,
    is_working_day,
    working_days_between,
)

PUBLISHED = {
    1978: "01-02 03-24 03-27 05-01 05-29 08-28 12-25 12-26",
    1981: "01-01 04-17 04-20 05-04 05-25 07-29 08-31 12-25 12-28",
    1995: "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26",
    1999: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31",
    2002: "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26",
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_those_published_for_england(year: int) -> None:
    assert " ".join(f"{holiday.day:%m-%d}" for holiday in bank_holidays(year)) == PUBLISHED[year]


def test_a_substitute_day_says_so() -> None:
    assert [h.name for h in bank_holidays(2021)][-2:] == [
        "Christmas Day (substitute day)",
        "Boxing Day (substitute day)",
    ]


def test_boxing_day_keeps_its_monday_when_christmas_is_a_sunday() -> None:
    named = {holiday.day: holiday.name for holiday in bank_holidays(2022)}
    assert named[date(2022, 12, 26)] == "Boxing Day"
    assert named[date(2022, 12, 27)] == "Christmas Day (substitute day)"


def test_papers_five_working_days_before_a_meeting_after_easter_skip_the_holidays() -> None:
    assert add_working_days(date(2026, 4, 9), -5) == date(2026, 3, 31)


def test_years_before_the_present_holidays_have_none() -> None:
    assert bank_holidays(1900) == ()
    assert bank_holidays(1977) == ()


def test_years_for_which_nobody_has_worked_out_easter_have_none() -> None:
    assert bank_holidays(4099) and bank_holidays(4100) == ()


def test_no_working_days_added_leaves_the_day_alone() -> None:
    assert add_working_days(date(2026, 12, 25), 0) == date(2026, 12, 25)


@given(days)
def test_there_are_never_fewer_than_eight_bank_holidays_and_all_fall_on_weekdays(day: date) -> None:
    holidays = [holiday.day for holiday in bank_holidays(day.year)]
    assert len(set(holidays)) == len(holidays) >= 8
    assert all(holiday.weekday() < 5 for holiday in holidays)


@given(days, st.integers(min_value=-60, max_value=60))
def test_counting_takes_back_adding(day: date, number: int) -> None:
    start = add_working_days(day, 1)
    assert working_days_between(start, add_working_days(start, number)) == number


@given(days, st.integers(min_value=-200, max_value=200))
def test_counting_agrees_with_looking_at_every_day(day: date, stretch: int) -> None:
    end = day + timedelta(days=stretch)
    low, high = (day + timedelta(days=1), end) if stretch > 0 else (end, day - timedelta(days=1))
    seen = sum(is_working_day(low + timedelta(days=n)) for n in range((high - low).days + 1))
    assert working_days_between(day, end) == (seen if stretch > 0 else -seen)


@given(days)
def test_the_nearest_working_days_enclose_the_day(day: date) -> None:
    before, after = add_working_days(day, -1), add_working_days(day, 1)
    assert before < day < after
    assert is_working_day(before) and is_working_day(after)
