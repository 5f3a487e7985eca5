"""A day is read however people type it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.typed_days import (
    looks_like_day,
    read_day,
)

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("29/11", date(2026, 11, 29)), ("3 Jan", date(2027, 1, 3)), ("31/12", date(2026, 12, 31)),
        ("29 Nov", date(2026, 11, 29)), ("Nov 29th", date(2026, 11, 29)),
        ("Sun 29 November", date(2026, 11, 29)),
        ("29.11", date(2026, 11, 29)), ("29 / 11 / 26", date(2026, 11, 29)), ("the day", None),
        ("today", date(2026, 11, 29)), ("Tomorrow", date(2026, 11, 30)), ("29th of Nov", date(2026, 11, 29)),
        ("29-Nov-26", date(2026, 11, 29)), ("30/02", None), ("11/29", None), ("29", None), ("June", None),
        ("29 February", None), ("1 June", date(2026, 6, 1)),
    ],
)  # fmt: skip
def test_a_day_without_its_year_is_the_nearest_one(typed: str, day: date | None) -> None:
    assert read_day(typed, today=TODAY) == day


@given(st.dates(date(2000, 3, 1), date(2100, 1, 1)), st.integers(-180, 180))
def test_a_day_written_in_any_way_is_read_as_itself(day: date, away: int) -> None:
    for words in (
        f"{day:%a} {day.day} {day:%b} {day.year}",
        f"{day:%A} {day.day} {day:%B} {day.year}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
        f"{day:%B} {day.day} {day.year}",
    ):
        assert read_day(words, today=TODAY) == day
    if (day.month, day.day) != (2, 29):
        assert read_day(f"{day.day}/{day.month}", today=TODAY, near=day + timedelta(away)) == day


def test_tomorrow_is_after_today_whatever_day_stood_there_before() -> None:
    assert read_day("tomorrow", today=TODAY, near=date(2020, 1, 1)) == date(2026, 11, 30)


def test_a_day_that_does_not_exist_still_looks_like_one() -> None:
    looks = {typed: looks_like_day(typed) for typed in ("30/02", "29 Nov", " 3  Jan ", "the day", "")}
    assert looks == {"30/02": True, "29 Nov": True, " 3  Jan ": True, "the day": False, "": False}


def test_yesterday_was_the_day_before_today() -> None:
    assert read_day("yesterday", today=TODAY) == date(2026, 11, 28)
    assert read_day("Today", today=TODAY, near=date(2020, 1, 1)) == TODAY


def test_a_month_is_known_by_three_letters_of_its_name_and_a_year_by_two_figures() -> None:
    assert read_day("9 Sept 26", today=TODAY) == date(2026, 9, 9)
    assert read_day("9 jan 99", today=TODAY) == date(2099, 1, 9)
    assert read_day("1 Mai 2026", today=TODAY) is None
