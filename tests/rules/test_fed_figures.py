"""KPIs that follow the registers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.rules.rolls import BOARD, year

from boarddesk.rules.attendance_counted import By, count
from boarddesk.rules.fed_figures import FedFigure, Feed, fed, read_feed
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.refused import Refused

MEETINGS = count(year({"Ann": "PPPDX", "Ben": "PPPPP"}), By.BOARD).meetings
SEAT = Feed(FedFigure.SEAT, "SIB")


def kpi(*steps: Checkpoint) -> Kpi:
    return Kpi("k7", "K7", "Seats filled", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), steps)


def step(due: date, actual: Actual | None = None) -> Checkpoint:
    return Checkpoint("s", "", Target(), actual or Actual(), due=due)


def test_a_step_is_filled_with_the_board_year_up_to_its_day() -> None:
    [march, may] = fed(
        kpi(step(date(2026, 3, 31)), step(date(2026, 5, 31))), SEAT, BOARD, MEETINGS
    ).checkpoints
    assert (march.actual.value, march.actual.words) == (Decimal("100.0"), "6 of 6")
    assert (may.actual.value, may.actual.words, may.actual.as_at) == (
        Decimal("75.0"),
        "3 of 4",
        date(2026, 5, 9),
    )


def test_a_figure_somebody_entered_stays() -> None:
    entered = Actual(Decimal(80))
    [one] = fed(kpi(step(date(2026, 5, 31), entered)), SEAT, BOARD, MEETINGS).checkpoints
    assert one.actual == entered


def test_without_steps_each_meeting_of_the_newest_year_is_one() -> None:
    steps = fed(kpi(), Feed(FedFigure.PERSONAL, "SIB"), BOARD, MEETINGS).checkpoints
    assert [(one.label, one.actual.words) for one in steps] == [
        ("April 2026", "1 of 2"),
        ("May 2026", "2 of 4"),
    ]


def test_nothing_counted_is_no_data() -> None:
    [one] = fed(kpi(step(date(2024, 5, 31))), SEAT, BOARD, MEETINGS).checkpoints
    assert one.actual == Actual()


def test_a_feed_names_a_figure_and_a_board() -> None:
    assert read_feed(" Seat: SIB") == SEAT
    assert SEAT.spec == "seat:SIB"
    for wrong in ("SIB", "seats:SIB", "seat:"):
        with pytest.raises(Refused):
            read_feed(wrong)
