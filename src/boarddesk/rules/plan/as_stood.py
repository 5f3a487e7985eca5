"""What is dated, as it stood on a day: what was declared, reported, asked and done later is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.rules.plan.actions import Action, Area, Challenge, Plan
from boarddesk.rules.plan.citations import cited_on_day
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi


def plan_on(plan: Plan, day: date) -> Plan:
    """The plan with nothing in it that was said after the day."""
    return replace(plan, areas=tuple(_area_on(area, day) for area in plan.areas))


def kpi_on(kpi: Kpi, day: date) -> Kpi:
    """The KPI with the figures that are of that day or earlier."""
    return replace(kpi, checkpoints=tuple(_step_on(step, day) for step in kpi.checkpoints))


def was_open(asked: Challenge, day: date) -> bool:
    """Whether a question had been put and was not answered, or not so that it was accepted."""
    return asked.asked_on <= day and (asked.is_open or not _was_answered(asked, day))


def question_on(asked: Challenge, day: date) -> Challenge:
    """The question with the answer it had on that day, or with none."""
    if asked.answered_on is None or _was_answered(asked, day):
        return asked
    return replace(asked, answered_on=None, answer="", accepted=True, evidence=None)


def _was_answered(asked: Challenge, day: date) -> bool:
    return asked.answered_on is not None and asked.answered_on <= day


def _area_on(area: Area, day: date) -> Area:
    return replace(
        area,
        actions=tuple(_action_on(action, day) for action in area.actions),
        judgements=tuple(judgement for judgement in area.judgements if judgement.as_at <= day),
        highlights=tuple(highlight for highlight in area.highlights if highlight.as_at <= day),
    )


def _action_on(action: Action, day: date) -> Action:
    return replace(
        action,
        judgements=tuple(judgement for judgement in action.judgements if judgement.as_at <= day),
        updates=tuple(update for update in action.updates if update.as_at <= day),
        cited=cited_on_day(action.cited, day),
        challenges=tuple(
            question_on(challenge, day) for challenge in action.challenges if challenge.asked_on <= day
        ),
        milestones=tuple(
            replace(milestone, done=False, done_on=None)
            if milestone.done_on and milestone.done_on > day
            else milestone
            for milestone in action.milestones
        ),
    )


def _step_on(step: Checkpoint, day: date) -> Checkpoint:
    later = step.actual.as_at is not None and step.actual.as_at > day
    return replace(step, actual=Actual(), declared="", declared_why="") if later else step
