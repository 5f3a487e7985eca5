"""KPIs keep exact figures, their corrections and what was declared of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.records.plan_offices import MAY, SmallPlan

from boarddesk.records.plan import kpis
from boarddesk.rules.plan.kpis import Actual, Comparator, Kpi, Polarity, Target, Unit
from boarddesk.rules.refused import Refused


@pytest.fixture
def step(small: SmallPlan) -> str:
    kpi = kpis.add_kpi(
        small.file,
        small.plan_id,
        ref="K4.1",
        wording="Plans within 20 weeks",
        unit=Unit.PERCENT,
        polarity=Polarity.HIGHER,
        baseline=Actual(Decimal("29"), as_at=date(2024, 5, 31)),
        headline=Target(value=Decimal("90")),
        tolerance=Decimal("0.5"),
        area_id=small.area_id,
        action_id=small.first,
    )
    return kpis.add_checkpoint(
        small.file,
        kpi,
        label="April 2026",
        target=Target(Comparator.MORE_THAN, Decimal("65")),
        due=date(2026, 4, 30),
    )


def only(small: SmallPlan) -> Kpi:
    (found,) = kpis.kpis(small.file, small.plan_id)
    return found


def test_everything_of_a_kpi_comes_back_as_it_was_given(small: SmallPlan, step: str) -> None:
    found = only(small)
    assert (found.unit, found.polarity, found.tolerance) == (Unit.PERCENT, Polarity.HIGHER, Decimal("0.5"))
    assert (found.baseline.value, found.baseline.as_at) == (Decimal("29"), date(2024, 5, 31))
    assert found.checkpoints[0].target == Target(Comparator.MORE_THAN, Decimal("65"))
    assert (found.action_id, found.area_id) == (small.first, small.area_id)


def test_a_figure_stays_exact(small: SmallPlan, step: str) -> None:
    kpis.set_actual(small.file, step, Actual(Decimal("61.7"), "37 of 60", MAY, "Tracker", provisional=True))
    actual = only(small).checkpoints[0].actual
    assert actual == Actual(Decimal("61.7"), "37 of 60", MAY, "Tracker", provisional=True)


def test_zero_is_a_figure_and_nothing_is_none(small: SmallPlan, step: str) -> None:
    assert only(small).checkpoints[0].actual.value is None
    kpis.set_actual(small.file, step, Actual(Decimal(0)))
    assert only(small).checkpoints[0].actual.value == Decimal(0)


def test_a_correction_keeps_old_new_and_why(small: SmallPlan, step: str) -> None:
    kpis.set_actual(small.file, step, Actual(Decimal("63")))
    kpis.restate(small.file, step, Actual(Decimal("62")), why="One plan was counted twice", made_on=MAY)
    found = only(small).checkpoints[0]
    assert found.actual.value == Decimal("62")
    (made,) = found.restatements
    assert (made.old.value, made.new.value, made.why) == (
        Decimal("63"),
        Decimal("62"),
        "One plan was counted twice",
    )


def test_a_correction_needs_a_reason(small: SmallPlan, step: str) -> None:
    with pytest.raises(Refused) as refused:
        kpis.restate(small.file, step, Actual(Decimal("62")), why=" ", made_on=MAY)
    assert refused.value.field == "why"


def test_correcting_a_figure_to_itself_writes_nothing(small: SmallPlan, step: str) -> None:
    kpis.set_actual(small.file, step, Actual(Decimal("62")))
    position = small.file.commit_number
    kpis.restate(small.file, step, Actual(Decimal("62")), why="Checked", made_on=MAY)
    assert small.file.commit_number == position


def test_what_the_lead_declares_stands_beside_the_figure(small: SmallPlan, step: str) -> None:
    kpis.set_actual(small.file, step, Actual(Decimal("61.7")))
    kpis.declare_checkpoint(small.file, step, declared="met", why="Two plans came late by a day")
    found = only(small).checkpoints[0]
    assert (found.declared, found.declared_why, found.actual.value) == (
        "met",
        "Two plans came late by a day",
        Decimal("61.7"),
    )


def test_entering_a_figure_is_undone_under_its_own_name(small: SmallPlan, step: str) -> None:
    kpis.set_actual(small.file, step, Actual(Decimal("61.7")))
    assert small.file.undo() == "Enter actual of K4.1, April 2026"
    assert only(small).checkpoints[0].actual.value is None
