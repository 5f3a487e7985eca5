"""KPIs that follow the registers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import BOARD, register, row, year

from boarddesk.rules.attendance.groups import By, count
from boarddesk.rules.plan.fed_figures import (
    SOURCE,
    FedAttendance,
    check_fits,
    entered_steps,
    fed,
)
from boarddesk.rules.plan.feeds import FedFigure, FedPeriod, Feed
from boarddesk.rules.plan.kpis import (
    Actual,
    Checkpoint,
    Comparator,
    Kpi,
    Polarity,
    Target,
    Unit,
    Verdict,
    current_step,
    headline_verdict,
    step_verdict,
    verdict,
)
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Register

REGISTERS = year({"Ann": "PPPDX", "Ben": "PPPPP"})
TODAY = date(2026, 5, 28)
D = Decimal


def source(
    *,
    of: Iterable[Register] = REGISTERS,
    figure: FedFigure = FedFigure.SEAT,
    period: FedPeriod = FedPeriod.YEAR,
    today: date = TODAY,
) -> FedAttendance:
    return FedAttendance(Feed(figure, BOARD.id, period), BOARD, count(of, By.BOARD), today)


def kpi(*steps: Checkpoint, headline: str = "90") -> Kpi:
    aim = Target(value=D(headline))
    return Kpi("k7", "K7", "Seats filled", Unit.PERCENT, Polarity.HIGHER, Actual(), aim, steps)


def step(due: date, actual: Actual | None = None, *, aim: str = "90") -> Checkpoint:
    return Checkpoint(f"s{due}", "", Target(value=D(aim)), actual or Actual(), due=due)


def words(found: Kpi) -> list[str]:
    return [one.actual.words for one in found.checkpoints]


def filled(n: int, of: int) -> Register:
    return register(TODAY, [row(f"Seat {at}", "P" if at < n else "A") for at in range(of)])


# What is counted at each step


def test_a_step_is_filled_with_the_board_year_up_to_its_day() -> None:
    march, may = fed(kpi(step(date(2026, 3, 31)), step(date(2026, 5, 31))), source()).checkpoints
    assert (march.actual.value, march.actual.words) == (D("100.0"), "6 of 6")
    assert (may.actual.value, may.actual.words, may.actual.as_at) == (D("75.0"), "3 of 4", date(2026, 5, 9))


def test_the_last_twelve_months_reach_over_the_end_of_a_board_year() -> None:
    [may] = fed(kpi(step(date(2026, 5, 31))), source(period=FedPeriod.MONTHS)).checkpoints
    assert may.actual.words == "9 of 10"
    [late] = fed(
        kpi(step(date(2027, 4, 8))), source(period=FedPeriod.MONTHS, today=date(2027, 4, 8))
    ).checkpoints
    assert late.actual.words == "3 of 4", "April and May; the day twelve months before is the first left out"


def test_a_figure_somebody_entered_stays() -> None:
    entered = Actual(D(80))
    [one] = fed(kpi(step(date(2026, 5, 31), entered)), source()).checkpoints
    assert one.actual == entered


def test_a_figure_kept_from_an_earlier_feed_follows_the_registers_again() -> None:
    kept = Actual(D(80), "4 of 5", source=SOURCE)
    [one] = fed(kpi(step(date(2026, 5, 31), kept)), source()).checkpoints
    assert one.actual.words == "3 of 4"


def test_without_steps_each_meeting_of_the_newest_year_is_one() -> None:
    found = fed(kpi(), source(figure=FedFigure.PERSONAL))
    assert [(one.label, one.actual.words) for one in found.checkpoints] == [
        ("April 2026", "1 of 2"),
        ("May 2026", "2 of 4"),
    ]
    assert all(one.target == found.headline for one in found.checkpoints)


def test_meetings_after_the_last_step_go_on_as_steps() -> None:
    found = fed(kpi(step(date(2026, 4, 30), Actual(D(70)))), source())
    assert [one.label for one in found.checkpoints] == ["", "May 2026"]
    assert words(found) == ["", "3 of 4"]


def test_of_the_steps_to_come_only_the_one_under_way_has_a_figure() -> None:
    days = (date(2026, 4, 30), date(2026, 6, 30), date(2026, 9, 30))
    found = fed(kpi(*map(step, days)), source())
    assert words(found) == ["2 of 2", "3 of 4", ""]
    now = current_step(found, today=TODAY)
    assert now and now.due == date(2026, 6, 30)


def test_a_step_is_not_under_way_before_a_meeting_falls_into_it() -> None:
    days = (date(2026, 6, 30), date(2026, 9, 30))
    found = fed(kpi(*map(step, days)), source(today=date(2026, 7, 5)))
    assert words(found) == ["3 of 4", ""]


def test_a_report_of_an_earlier_day_counts_up_to_that_day() -> None:
    found = fed(kpi(step(date(2026, 6, 30))), source(today=date(2026, 4, 20)))
    assert words(found) == ["2 of 2"]
    assert [one.label for one in fed(kpi(), source(today=date(2026, 4, 20))).checkpoints] == ["April 2026"]


def test_the_newest_step_counts_twelve_months_up_to_today() -> None:
    """So that it is the figure the Attendance page shows."""
    found = fed(kpi(), source(period=FedPeriod.MONTHS, today=date(2027, 1, 20)))
    assert words(found)[-1] == "7 of 8", "the meeting of 9 January 2026 has gone"
    assert words(found)[-2] == "8 of 8"


def test_nothing_counted_is_no_data() -> None:
    [one] = fed(kpi(step(date(2024, 5, 31))), source(today=date(2024, 6, 1))).checkpoints
    assert one.actual == Actual()
    assert fed(kpi(), source(of=())).checkpoints == ()


def test_an_open_register_is_left_out_and_counted_beside_it() -> None:
    still = replace(register(date(2026, 5, 20), [row("Ann", "X"), row("Ben", "X")]), closed=False)
    found = fed(kpi(), source(of=[*REGISTERS, still]))
    assert words(found)[-1] == "3 of 4"
    assert found.fed_from is not None
    assert found.fed_from.source == "from the attendance registers of SIB, 1 register open"
    before = fed(kpi(), source(of=[*REGISTERS, still], today=date(2026, 5, 12))).fed_from
    assert before and before.open_registers == 0


# The verdict


def test_just_under_the_target_is_not_met_and_does_not_look_met() -> None:
    """188 of 209 are 89.95%: on the page, in the verdict and in what is printed."""
    [one] = fed(kpi(), source(of=[filled(188, 209)])).checkpoints
    assert step_verdict(kpi(), one) is Verdict.NOT_MET
    assert (one.actual.value, one.actual.words) == (D("89.95"), "188 of 209")


def test_between_a_step_and_the_headline_each_verdict_stands_apart() -> None:
    """1799 of 2000 are 89.95%: the step of 89.9% is met, the headline of 90% is not."""
    found = fed(kpi(step(TODAY, aim="89.9")), source(of=[filled(1799, 2000)]))
    [one] = found.checkpoints
    assert (step_verdict(found, one), headline_verdict(found, one)) == (Verdict.MET, Verdict.NOT_MET)
    assert one.actual.value == D("89.95")


@given(
    n=st.integers(0, 400),
    of=st.integers(1, 400),
    aim=st.decimals(0, 100, places=2),
    head=st.decimals(0, 100, places=1),
    tolerance=st.sampled_from([D(0), D(1), D("2.5")]),
    comparator=st.sampled_from([one for one in Comparator if one is not Comparator.RANGE]),
)
def test_what_is_printed_never_says_otherwise_than_the_fraction(
    n: int, of: int, aim: Decimal, head: Decimal, tolerance: Decimal, comparator: Comparator
) -> None:
    n = min(n, of)
    target = Target(comparator, aim)
    asked = replace(
        kpi(Checkpoint("s", "", target, Actual(), due=TODAY), headline=str(head)), tolerance=tolerance
    )
    found = fed(asked, source(of=[filled(n, of)]))
    [one] = found.checkpoints
    assert one.actual.exact == Fraction(100 * n, of)
    printed = Actual(one.actual.value)
    for held in (target, asked.headline):
        exactly, shown = (
            verdict(held, actual, unit=Unit.PERCENT, tolerance=tolerance) for actual in (one.actual, printed)
        )
        assert exactly is shown
    assert one.actual.value is not None and abs(
        Fraction(one.actual.value) - Fraction(100 * n, of)
    ) <= Fraction(1, 20)


def test_a_kpi_that_is_not_in_per_cent_is_not_fed_from_attendance() -> None:
    check_fits(kpi())
    with pytest.raises(Refused) as no:
        check_fits(replace(kpi(), unit=Unit.WEEKS))
    assert "K7 is not counted in per cent" in no.value.sentence


def test_steps_somebody_filled_in_are_counted_and_those_of_the_registers_are_not() -> None:
    steps = (
        Checkpoint("a", "A", Target(), Actual(D(60))),
        Checkpoint("b", "B", Target(), Actual(D(61), source=SOURCE)),
        Checkpoint("c", "C", Target(), Actual()),
    )
    kpi = Kpi("k", "K1", "Attendance", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), steps)
    assert entered_steps(kpi) == 1


def test_a_meeting_on_the_first_day_of_the_board_year_is_its_first_step() -> None:
    held = [register(date(2026, 3, 31), [row("Ann")]), register(date(2026, 4, 1), [row("Ann", "A")])]
    found = fed(kpi(), source(of=held))
    assert [(one.label, one.actual.words) for one in found.checkpoints] == [("April 2026", "0 of 1")]


def test_a_figure_says_through_which_days_it_counts() -> None:
    def counted(period: FedPeriod, today: date, *days: date) -> list[tuple[date, date]]:
        found = fed(kpi(*map(step, days)), source(period=period, today=today))
        return [one.actual.counted for one in found.checkpoints if one.actual.counted][: len(days)]

    march, may, year_end = date(2026, 3, 31), date(2026, 5, 31), date(2027, 3, 31)
    assert counted(FedPeriod.YEAR, TODAY, march, may) == [
        (date(2025, 4, 1), march),
        (date(2026, 4, 1), TODAY),
    ]
    assert counted(FedPeriod.YEAR, date(2027, 6, 1), date(2026, 5, 31)) == [(date(2026, 4, 1), may)]
    assert counted(FedPeriod.MONTHS, TODAY, march) == [(date(2025, 4, 1), march)]
    assert source(today=date(2027, 6, 1)).through(may, date(2027, 6, 1)) == year_end
    assert source(today=date(2027, 6, 1)).through(date(2027, 5, 1), date(2027, 6, 1)) == date(2027, 6, 1)
    twelve = source(period=FedPeriod.MONTHS)
    assert twelve.through(may, may) == may and twelve.since(may, may) == date(2025, 6, 1)


def test_a_feed_counts_the_figure_it_is_of() -> None:
    rows = [
        row("Ann", "D"),
        row("Ben", "P", org="Trust"),
        row("Cal", "A", org="Trust"),
        row("Dee", "X", org="Forum"),
    ]
    held = [register(date(2026, 5, 9), rows)]
    said = {
        figure: fed(kpi(), source(of=held, figure=figure)).checkpoints[0].actual.words
        for figure in (FedFigure.SEAT, FedFigure.PERSONAL, FedFigure.REPRESENTATION)
    }
    assert list(said.values()) == ["2 of 4", "1 of 4", "2 of 3"]
