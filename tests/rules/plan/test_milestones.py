"""Milestones: done or not, and overdue by their latest day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.plan.milestones import Milestone

STEP = Milestone("m", "a", "Advert out", read_by_when("May 2026"))


def test_a_step_is_overdue_once_its_latest_day_has_passed() -> None:
    assert not STEP.overdue_on(date(2026, 5, 31))
    assert STEP.overdue_on(date(2026, 6, 1))


def test_a_step_that_is_done_or_has_no_date_is_never_overdue() -> None:
    assert not replace(STEP, done=True).overdue_on(date(2030, 1, 1))
    assert not replace(STEP, by_when=read_by_when("TBC")).overdue_on(date(2030, 1, 1))
