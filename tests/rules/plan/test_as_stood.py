"""What was said after a day is left out of the plan as it stood on that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.deadlines import NO_DATE
from boarddesk.rules.plan.actions import Action, Area, Challenge, Highlight, Judgement, Plan, Update
from boarddesk.rules.plan.as_stood import kpi_on, plan_on
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

BEFORE, DAY, AFTER = date(2026, 5, 5), date(2026, 5, 12), date(2026, 5, 20)
MET, ON_TRACK, *_ = IMPROVEMENT_PLAN.statuses


def plan(*days: date) -> Plan:
    newest_first = sorted(days, reverse=True)
    action = Action(
        "a",
        "r",
        "4.1",
        "Write",
        NO_DATE,
        judgements=tuple(Judgement(ON_TRACK, one) for one in newest_first),
        updates=tuple(Update(one, "News") for one in newest_first),
        challenges=tuple(Challenge("Why?", one) for one in newest_first),
    )
    area = Area(
        "r",
        "4",
        "Plans",
        actions=(action,),
        judgements=tuple(Judgement(MET, one) for one in newest_first),
        highlights=tuple(Highlight("done", one, "Done") for one in newest_first),
    )
    return Plan("p", "Plan", "plan", IMPROVEMENT_PLAN, areas=(area,))


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=8))
def test_nothing_later_stays_and_nothing_earlier_goes(days: list[date]) -> None:
    area = plan_on(plan(*days), DAY).areas[0]
    wanted = sorted((one for one in days if one <= DAY), reverse=True)
    action = area.actions[0]
    assert [one.as_at for one in action.judgements] == wanted
    assert [one.as_at for one in action.updates] == wanted
    assert [one.asked_on for one in action.challenges] == wanted
    assert [one.as_at for one in area.judgements] == wanted
    assert [one.as_at for one in area.highlights] == wanted


def test_a_word_of_the_day_itself_stood_on_that_day() -> None:
    assert plan_on(plan(DAY), DAY).areas[0].declared is MET


def test_a_figure_measured_later_is_no_data_and_its_target_stays() -> None:
    step = Checkpoint("c", "May", Target(value=Decimal(65)), Actual(Decimal(62), as_at=AFTER), declared="met")
    kpi = Kpi("k", "K1", "Plans", Unit.PERCENT, Polarity.HIGHER, Actual(), Target(), (step,))
    found = kpi_on(kpi, DAY).checkpoints[0]
    assert (found.actual, found.declared, found.target) == (Actual(), "", step.target)
    assert kpi_on(kpi, AFTER) == kpi


def test_a_question_of_the_day_itself_had_been_put_on_that_day() -> None:
    assert [
        one.asked_on for one in plan_on(plan(AFTER, DAY, BEFORE), DAY).areas[0].actions[0].challenges
    ] == [DAY, BEFORE]


def test_a_milestone_reached_on_the_day_was_reached_and_one_reached_later_was_not() -> None:
    steps = tuple(Milestone("m", "a", "Advert", NO_DATE, done=True, done_on=on) for on in (DAY, AFTER, None))
    before = plan(DAY)
    area = before.areas[0]
    action = replace(area.actions[0], milestones=steps)
    stood = plan_on(replace(before, areas=(replace(area, actions=(action,)),)), DAY).areas[0].actions[0]
    assert [(one.done, one.done_on) for one in stood.milestones] == [(True, DAY), (False, None), (True, None)]


def test_an_answer_given_on_the_day_stood_and_a_later_one_did_not() -> None:
    before = plan(DAY)
    area = before.areas[0]
    asked = tuple(Challenge("Why?", BEFORE, answered_on=on, answer="So") for on in (DAY, AFTER))
    action = replace(area.actions[0], challenges=asked)
    stood = plan_on(replace(before, areas=(replace(area, actions=(action,)),)), DAY).areas[0].actions[0]
    assert [(one.answered_on, one.answer) for one in stood.challenges] == [(DAY, "So"), (None, "")]


def test_what_was_said_on_the_day_itself_stood_on_that_day() -> None:
    area = plan_on(plan(AFTER, DAY), DAY).areas[0]
    action = area.actions[0]
    said = (area.judgements, area.highlights, action.judgements, action.updates)
    assert [[one.as_at for one in each] for each in said] == [[DAY]] * 4
