"""Process limits of a monthly series."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.plan.run_charts import Cause, Point, limits, monthly, series


def points(*values: int) -> tuple[Point, ...]:
    return tuple(
        Point(date(2024 + at // 12, at % 12 + 1, 28), Decimal(value)) for at, value in enumerate(values)
    )


def causes(*values: int) -> dict[Cause, tuple[int, ...]]:
    found = limits(points(*values))
    assert found
    return {signal.cause: signal.points for signal in found.signals}


def test_limits_are_the_mean_and_two_point_six_six_moving_ranges() -> None:
    found = limits(points(10, 12, 10, 12, 10, 12))
    assert found
    assert (found.mean, found.upper, found.lower) == (
        Fraction(11),
        11 + 2 * Fraction("2.66"),
        11 - 2 * Fraction("2.66"),
    )
    assert found.signals == ()


@pytest.mark.parametrize(("count", "trial"), [(6, True), (11, True), (12, False)])
def test_limits_of_few_points_are_a_trial(count: int, trial: bool) -> None:
    found = limits(points(*([10, 12] * 6)[:count]))
    assert found and found.trial is trial


def test_too_few_points_or_a_missing_month_have_no_limits() -> None:
    full = points(10, 12, 10, 12, 10, 12, 10)
    assert limits(full[:5]) is None
    assert limits(full[:3] + full[4:]) is None


def test_months_follow_each_other_over_the_new_year() -> None:
    assert monthly([Point(date(2025, 12, 31), Decimal(1)), Point(date(2026, 1, 1), Decimal(1))])


def test_a_point_outside_the_limits_is_no_chance() -> None:
    assert causes(10, 11, 10, 11, 10, 11, 10, 30, 10, 11, 10, 11)[Cause.OUTSIDE] == (7,)


def test_seven_on_one_side_are_no_chance_and_six_may_be() -> None:
    low, high = [10, 11], [20, 21]
    assert causes(*(low * 4)[:7], *(high * 4)[:7])[Cause.ONE_SIDE] in {
        (0, 1, 2, 3, 4, 5, 6),
        (7, 8, 9, 10, 11, 12, 13),
    }
    assert Cause.ONE_SIDE not in causes(*(low * 3), *(high * 3))


def test_seven_rising_are_no_chance_and_six_may_be() -> None:
    assert causes(5, 1, 2, 3, 4, 5, 6, 7, 1)[Cause.TREND] == (1, 2, 3, 4, 5, 6, 7)
    assert Cause.TREND not in causes(7, 1, 2, 3, 4, 5, 6, 1)


def test_two_of_three_near_a_limit_are_no_chance() -> None:
    found = causes(10, 12, 10, 12, 10, 12, 10, 17, 17, 12, 10, 12)
    assert found[Cause.NEAR_LIMIT] == (7, 8)
    assert Cause.NEAR_LIMIT not in causes(10, 12, 10, 12, 10, 12, 10, 14, 14, 12, 10, 12)


def test_the_series_of_a_kpi_leaves_out_steps_without_figure_or_day() -> None:
    steps = (
        Checkpoint("a", "Apr", Target(), Actual(Decimal(62)), date(2026, 4, 30)),
        Checkpoint("b", "May", Target(), Actual(), date(2026, 5, 31)),
        Checkpoint("c", "Mar", Target(), Actual(Decimal(60), as_at=date(2026, 3, 31))),
        Checkpoint("d", "some day", Target(), Actual(Decimal(1))),
    )
    kpi = Kpi("k", "K7", "Plans", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), steps)
    assert [point.value for point in series(kpi)] == [60, 62]


@given(st.lists(st.integers(-50, 50), min_size=6, max_size=24), st.integers(-100, 100))
def test_moving_every_figure_alike_moves_only_the_limits(values: list[int], by: int) -> None:
    one, other = limits(points(*values)), limits(points(*(value + by for value in values)))
    assert one and other
    assert other.mean - one.mean == other.upper - one.upper == by
    assert one.signals == other.signals


def test_seven_figures_rise_over_six_steps() -> None:
    assert causes(9, 1, 2, 3, 4, 5, 6, 7)[Cause.TREND] == (1, 2, 3, 4, 5, 6, 7)
    assert Cause.TREND not in causes(9, 2, 3, 4, 5, 6, 7, 1)
    assert causes(1, 9, 8, 7, 6, 5, 4, 3)[Cause.TREND] == (1, 2, 3, 4, 5, 6, 7)
    assert causes(1, 9, 8, 7, 6, 5, 4, 3, 2)[Cause.TREND] == (1, 2, 3, 4, 5, 6, 7, 8)


def test_figures_that_never_move_are_all_chance() -> None:
    assert causes(*[10] * 8) == {}
