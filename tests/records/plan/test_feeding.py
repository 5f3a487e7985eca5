"""A KPI is fed from a figure as one change, and stops with its last actuals kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.records.plan_offices import SmallPlan

from boarddesk.records import people, seats
from boarddesk.records.meetings import add_meeting
from boarddesk.records.plan import kpis
from boarddesk.records.plan.feeding import feed_kpi, stop_feeding
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.plan.feeds import FedFigure, Feed
from boarddesk.rules.plan.kpis import Actual, Kpi, Target, Unit, Verdict, step_verdict
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark

TODAY = date(2026, 5, 28)
NINETY = Target(value=Decimal(90))


@pytest.fixture
def kpi_id(small: SmallPlan) -> str:
    """A KPI in per cent, and registers of April and May: 9 of 10 and 8 of 10."""
    for number in range(10):
        seat = seats.add_seat(small.file, small.board_id, f"Seat {number}")
        seats.appoint(small.file, seat, people.add_person(small.file, f"Person {number}"))
    for day, absent in ((date(2026, 4, 14), 1), (date(2026, 5, 12), 2)):
        hold(small, day, absent=absent)
    return kpis.add_kpi(
        small.file, small.plan_id, ref="K7", wording="Seats filled", unit=Unit.PERCENT, headline=NINETY
    )


def hold(small: SmallPlan, day: date, *, absent: int) -> None:
    meeting_id = add_meeting(small.file, small.board_id, day)
    attendance.open_register(small.file, meeting_id, today=day)
    rows = small.file.rows(
        "SELECT r.id FROM roll_row r JOIN roll ON roll.id = r.roll_id WHERE meeting_id = ?", (meeting_id,)
    )
    for at, row in enumerate(rows):
        attendance.mark(small.file, row["id"], Mark.ABSENT if at < absent else Mark.PRESENT)
    attendance.close_register(small.file, meeting_id, today=day)


def feed(small: SmallPlan, kpi_id: str, figure: FedFigure = FedFigure.SEAT) -> None:
    feed_kpi(small.file, kpi_id, Feed(figure, small.board_id))


def only(small: SmallPlan) -> Kpi:
    [found] = kpis.kpis(small.file, small.plan_id, as_at=TODAY)
    return found


def words(small: SmallPlan) -> list[str]:
    return [step.actual.words for step in only(small).checkpoints]


def test_feeding_is_one_change_named_by_its_kpi(small: SmallPlan, kpi_id: str) -> None:
    feed(small, kpi_id)
    assert words(small) == ["9 of 10", "17 of 20"]
    assert small.file.undo() == "Feed KPI K7"
    assert only(small).fed_from is None and words(small) == []


def test_a_kpi_is_fed_from_another_figure_in_its_place(small: SmallPlan, kpi_id: str) -> None:
    feed(small, kpi_id)
    feed(small, kpi_id, FedFigure.PERSONAL)
    told = only(small).fed_from
    assert told and told.feed.figure is FedFigure.PERSONAL


def test_what_is_not_counted_in_per_cent_is_not_fed(small: SmallPlan) -> None:
    weeks = kpis.add_kpi(small.file, small.plan_id, ref="K8", wording="Wait", unit=Unit.WEEKS)
    with pytest.raises(Refused, match="K8 is not counted in per cent") as no:
        feed(small, weeks)
    assert no.value.field == "kpi"
    assert small.file.undo_label == "Add KPI K8"


def test_a_board_that_is_not_there_is_refused(small: SmallPlan, kpi_id: str) -> None:
    with pytest.raises(Refused, match="no longer there"):
        feed_kpi(small.file, kpi_id, Feed(FedFigure.SEAT, "0" * 16))


def test_stopping_keeps_the_last_actuals_as_entered_ones(small: SmallPlan, kpi_id: str) -> None:
    feed(small, kpi_id)
    before = only(small)
    stop_feeding(small.file, kpi_id, today=TODAY)
    after = only(small)
    assert after.fed_from is None
    assert [(one.label, one.due, one.target) for one in after.checkpoints] == [
        (one.label, one.due, one.target) for one in before.checkpoints
    ]
    assert [(one.actual.value, one.actual.words, one.actual.as_at) for one in after.checkpoints] == [
        (one.actual.value, one.actual.words, one.actual.as_at) for one in before.checkpoints
    ]
    hold(small, date(2026, 5, 26), absent=10)
    assert words(small) == ["9 of 10", "17 of 20"], "it follows the registers no more"


def test_stopping_is_one_change_that_is_undone(small: SmallPlan, kpi_id: str) -> None:
    feed(small, kpi_id)
    before = only(small)
    stop_feeding(small.file, kpi_id, today=TODAY)
    assert small.file.undo() == "Stop feeding K7"
    assert only(small) == before


def test_a_kpi_stopped_and_fed_again_follows_all_its_registers(small: SmallPlan, kpi_id: str) -> None:
    feed(small, kpi_id)
    stop_feeding(small.file, kpi_id, today=TODAY)
    hold(small, date(2026, 5, 26), absent=0)
    feed(small, kpi_id)
    assert words(small) == ["9 of 10", "17 of 20", "27 of 30"]


def test_its_own_step_keeps_the_figure_and_its_place(small: SmallPlan, kpi_id: str) -> None:
    entered = kpis.add_checkpoint(
        small.file,
        kpi_id,
        label="March 2026",
        target=NINETY,
        due=date(2026, 3, 31),
        actual=Actual(Decimal(75), "by hand"),
    )
    april = kpis.add_checkpoint(small.file, kpi_id, label="April 2026", target=NINETY, due=date(2026, 4, 30))
    feed(small, kpi_id)
    stop_feeding(small.file, kpi_id, today=TODAY)
    steps = only(small).checkpoints
    assert [one.actual.words for one in steps] == ["by hand", "9 of 10", "17 of 20"]
    assert [one.id for one in steps[:2]] == [entered, april]


def test_a_verdict_stays_what_it_was_once_the_figure_is_kept(small: SmallPlan) -> None:
    """1 of 3 against 33.33% is met, and stays met with the figure that is kept."""
    for number in range(3):
        seat = seats.add_seat(small.file, small.board_id, f"Seat {number}")
        seats.appoint(small.file, seat, people.add_person(small.file, f"Person {number}"))
    hold(small, date(2026, 5, 12), absent=2)
    aim = Target(value=Decimal("33.33"))
    kpi_id = kpis.add_kpi(
        small.file, small.plan_id, ref="K9", wording="Filled", unit=Unit.PERCENT, headline=aim
    )
    feed(small, kpi_id)
    assert step_verdict(only(small), only(small).checkpoints[0]) is Verdict.MET
    stop_feeding(small.file, kpi_id, today=TODAY)
    kept = only(small)
    assert kept.checkpoints[0].actual.exact is None
    assert step_verdict(kept, kept.checkpoints[0]) is Verdict.MET


def test_what_is_not_fed_cannot_stop(small: SmallPlan, kpi_id: str) -> None:
    with pytest.raises(Refused, match="K7 is not fed"):
        stop_feeding(small.file, kpi_id, today=TODAY)
