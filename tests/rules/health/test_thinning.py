"""Why each backup is kept, said in the words of the list."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.health.thinning import RECENT, kept_for

NOW = datetime(2026, 5, 28, 10, 42)


def test_all_of_two_days_are_kept_for_being_recent() -> None:
    made = [NOW - timedelta(hours=hours) for hours in (0, 1, 2, 47)]
    assert kept_for(made, at=NOW) == [RECENT] * 4


def test_the_newest_of_a_month_is_said_to_be_kept_for_the_month() -> None:
    made = [datetime(2026, 5, 14, 11, 20), datetime(2026, 5, 14, 9), datetime(2026, 5, 13, 9)]
    assert kept_for(made, at=NOW) == ["month", "", "day"]


def test_a_backup_nobody_needs_goes() -> None:
    months = [datetime(2026, 1, 31) - timedelta(days=31 * month) for month in range(14)]
    assert kept_for(months, at=NOW)[-2:] == ["", ""]


@given(st.lists(st.integers(0, 60 * 24 * 500), max_size=60))
def test_every_day_month_and_week_of_the_first_ones_is_there(minutes: list[int]) -> None:
    made = sorted((NOW - timedelta(minutes=minute) for minute in minutes), reverse=True)
    why = kept_for(made, at=NOW)
    kept = [moment for moment, reason in zip(made, why, strict=True) if reason]
    days = list(dict.fromkeys(moment.date() for moment in made))[:12]
    assert set(days) <= {moment.date() for moment in kept}
    assert kept_for(kept, at=NOW) == [reason for reason in why if reason]
