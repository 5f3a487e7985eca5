"""Days that come again, over a year with its holidays and both clock changes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.pattern import LAST, Interval, Pattern, usual_pattern

TUESDAY, THURSDAY = 1, 3
APRIL, MARCH = date(2026, 4, 1), date(2027, 3, 31)


def said(pattern: Pattern, first: date = APRIL, until: date = MARCH) -> str:
    return " ".join(f"{day:%m-%d}" for day in pattern.days(first, until))


def test_the_second_tuesday_of_every_month_but_august() -> None:
    found = Pattern(TUESDAY, nth=2, skipped_months=frozenset({8}))
    assert said(found) == "04-14 05-12 06-09 07-14 09-08 10-13 11-10 12-08 01-12 02-09 03-09"


def test_the_last_thursday_of_every_quarter() -> None:
    assert said(Pattern(THURSDAY, nth=LAST, every=3)) == "04-30 07-30 10-29 01-28"


def test_every_second_month_is_counted_from_the_first_days_own_even_where_its_day_has_passed() -> None:
    found = Pattern(TUESDAY, nth=1, every=2).days(date(2026, 4, 20), date(2026, 9, 1))
    assert found == (date(2026, 6, 2), date(2026, 8, 4))


def test_every_three_weeks_goes_on_over_both_clock_changes_and_the_turn_of_the_year() -> None:
    found = Pattern(TUESDAY, every=3, interval=Interval.WEEKS)
    assert said(found, date(2026, 10, 14), date(2027, 4, 15)) == (
        "10-20 11-10 12-01 12-22 01-12 02-02 02-23 03-16 04-06"
    )


def test_a_first_day_that_fits_is_the_first_of_them_and_the_last_day_counts() -> None:
    tuesday = date(2026, 6, 9)
    assert Pattern(TUESDAY, every=1, interval=Interval.WEEKS).days(tuesday, tuesday) == (tuesday,)
    assert Pattern(TUESDAY, nth=2).days(tuesday, tuesday) == (tuesday,)


def test_nothing_comes_between_a_first_day_and_a_last_one_before_it() -> None:
    assert Pattern(TUESDAY).days(MARCH, APRIL) == ()


@pytest.mark.parametrize("nth", [1, 2, 3, 4])
@given(weekday=st.integers(0, 6), first=st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_every_month_has_one_day_of_a_number_and_it_is_that_weekday(
    nth: int, weekday: int, first: date
) -> None:
    begins = first.replace(day=1)
    found = Pattern(weekday, nth=nth).days(begins, begins.replace(year=begins.year + 1))
    assert len({(day.year, day.month) for day in found}) == len(found) >= 12
    assert all(day.weekday() == weekday and (day.day - 1) // 7 == nth - 1 for day in found)


def test_what_a_board_does_is_seen_in_its_days() -> None:
    for pattern in (
        Pattern(TUESDAY, nth=2, skipped_months=frozenset({8})),
        Pattern(THURSDAY, nth=LAST, every=3, skipped_months=frozenset({8})),
        Pattern(THURSDAY, nth=1),
    ):
        assert usual_pattern(pattern.days(APRIL, MARCH)) == pattern
    assert usual_pattern([]) == Pattern(TUESDAY, nth=2, skipped_months=frozenset({8}))
    assert usual_pattern([date(2026, 7, 30)]).nth == LAST


@given(st.lists(st.dates(date(1990, 1, 1), date(2060, 1, 1)), max_size=30))
def test_any_days_give_a_pattern_that_comes_again(days: list[date]) -> None:
    assert usual_pattern(days).days(date(2026, 1, 1), date(2032, 12, 31))
