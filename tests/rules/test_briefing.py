"""What changed since the last board, as Today says it: each thing once, with its page, nothing for nought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.rules.rolls import BOARD

from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.groups import By, count
from boarddesk.rules.briefing import Briefing, changed_counts
from boarddesk.rules.checks import Office
from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.plan.actions import Action, Area, Judgement, Plan
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.risks.risk import Risk
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Status

MET, ON_TRACK, *_ = IMPROVEMENT_PLAN.statuses
LAST = date(2026, 5, 12)
AFTER = LAST + timedelta(1)


def action(*judged: tuple[Status, date], milestones: tuple[date | None, ...] = ()) -> Action:
    return Action(
        "a",
        "1",
        "1.1",
        "Do it",
        read_by_when("2027"),
        judgements=tuple(Judgement(status, on) for status, on in judged),
        milestones=tuple(
            Milestone(str(at), "a", "Step", read_by_when("2027"), done=True, done_on=on)
            for at, on in enumerate(milestones)
        ),
    )


def kpi(*days: date | None) -> Kpi:
    steps = tuple(
        Checkpoint(str(at), "May", Target(), Actual(Decimal(1), as_at=on)) for at, on in enumerate(days)
    )
    return Kpi("k", "K1", "Plans", Unit.NUMBER, Polarity.HIGHER, Actual(), Target(), steps)


def counts(
    *actions: Action,
    kpis: tuple[Kpi, ...] = (),
    risks: tuple[Risk, ...] = (),
    dates_moved: int = 0,
    since: date | None = LAST,
) -> tuple[tuple[str, str], ...]:
    areas = (Area("1", "1", "Plans", actions=actions),)
    plan = Plan("p", "Plan", "improvement plan", IMPROVEMENT_PLAN, areas=areas)
    empty = attendance_report(count([], By.PERSON), [BOARD])
    office = Office(plans=(plan,), kpis=kpis, risks=risks)
    return changed_counts(Briefing(office, None, since, empty, dates_moved))


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        ([(ON_TRACK, AFTER)], (("1 status", "plan"),)),
        ([(MET, AFTER), (ON_TRACK, LAST)], (("1 status", "plan"),)),
        ([(ON_TRACK, AFTER), (ON_TRACK, LAST)], ()),
        ([(ON_TRACK, LAST)], ()),
        ([], ()),
    ],
)
def test_a_status_said_again_is_not_changed(
    judged: list[tuple[Status, date]], said: tuple[tuple[str, str], ...]
) -> None:
    assert counts(action(*judged)) == said


def test_what_came_after_the_board_counts_and_on_its_day_does_not() -> None:
    assert counts(action(milestones=(LAST, AFTER, None))) == (("1 milestone done", "plan"),)
    assert counts(kpis=(kpi(LAST, AFTER, AFTER, None),)) == (("2 KPI actuals", "kpi"),)
    new = Risk("r", "R1", "Late advice", raised_on=AFTER)
    assert counts(risks=(new, replace(new, raised_on=LAST), replace(new, raised_on=None))) == (
        ("1 new risk", "risk"),
    )


def test_several_are_counted_in_the_plural_each_with_the_page_that_shows_them() -> None:
    two = action((ON_TRACK, AFTER), milestones=(AFTER, AFTER))
    new = Risk("r", "R1", "Late advice", raised_on=AFTER)
    assert counts(two, two, kpis=(kpi(AFTER),), risks=(new, new), dates_moved=2) == (
        ("2 statuses", "plan"),
        ("2 dates moved", "plan"),
        ("4 milestones done", "plan"),
        ("1 KPI actual", "kpi"),
        ("2 new risks", "risk"),
    )
    assert counts(dates_moved=1) == (("1 date moved", "plan"),)


def test_before_the_first_board_nothing_has_changed() -> None:
    assert counts(action((ON_TRACK, AFTER)), since=None) == ()


def test_the_plan_shown_is_the_first_and_an_office_without_one_shows_none() -> None:
    first, second = (Plan(name, name, "plan", IMPROVEMENT_PLAN) for name in ("one", "two"))
    briefing = Briefing(
        Office(plans=(first, second)), None, None, attendance_report(count([], By.PERSON), [BOARD])
    )
    assert briefing.plan == first
    assert replace(briefing, office=Office()).plan is None
