"""When a risk is looked at again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.working_days import is_working_day
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.matrix import HIGH, Level, Severity
from boarddesk.rules.risks.next_review import check_next_review, next_review, review_words

THURSDAY = date(2026, 5, 28)
WEEKLY = Level("Critical", Severity.EXTREME, 7)


def test_a_month_on_is_the_day_the_level_asks_for() -> None:
    monday = date(2026, 6, 1)

    assert next_review(HIGH, monday) == date(2026, 7, 2)
    assert review_words(date(2026, 7, 2), HIGH, monday) == "a month on, as High asks"


def test_a_day_on_which_offices_are_closed_gives_way_to_the_one_before_and_says_why() -> None:
    assert next_review(HIGH, THURSDAY) == date(2026, 6, 26)
    assert review_words(date(2026, 6, 26), HIGH, THURSDAY) == (
        "a month on, as High asks; 28\N{NO-BREAK SPACE}June is a Sunday"
    )
    christmas = review_words(date(2026, 12, 24), WEEKLY, date(2026, 12, 18))
    assert christmas == "a week on, as Critical asks; 25\N{NO-BREAK SPACE}December is Christmas Day"


def test_a_day_of_ones_own_is_held_against_what_the_level_asks() -> None:
    assert review_words(date(2026, 6, 10), HIGH, THURSDAY) == "sooner than High asks"
    assert review_words(date(2026, 7, 2), HIGH, THURSDAY) == "High asks for 26\N{NO-BREAK SPACE}June"
    assert review_words(date(2026, 6, 6), HIGH, THURSDAY) == "a Saturday; sooner than High asks"


@pytest.mark.parametrize(
    ("days", "span"),
    [(1, "a day"), (7, "a week"), (10, "10 days"), (31, "a month"), (45, "45 days"), (92, "three months")],
)
def test_how_often_a_level_asks_is_said_in_the_longest_unit(days: int, span: str) -> None:
    level = Level("Low", Severity.LOW, days)
    day = next_review(level, THURSDAY)

    assert review_words(day, level, THURSDAY).startswith(f"{span} on, as Low asks")


@given(day=st.dates(date(2020, 1, 1), date(2035, 12, 31)), every=st.integers(1, 400))
def test_the_proposed_day_is_later_than_today_and_offices_are_open(day: date, every: int) -> None:
    proposed = next_review(Level("High", Severity.HIGH, every), day)

    assert proposed > day
    assert is_working_day(proposed)
    assert abs(proposed - day - timedelta(every)) <= timedelta(6)


def test_no_day_and_a_past_day_are_refused() -> None:
    for given_day in (None, THURSDAY):
        with pytest.raises(Refused) as refused:
            check_next_review(given_day, THURSDAY)
        assert refused.value.field == "next_review"
    assert check_next_review(date(2026, 5, 29), THURSDAY) == date(2026, 5, 29)
