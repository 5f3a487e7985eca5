"""What Today needs to know, gathered once: the boards, the next meeting, the plan, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.attendance.report import AttendanceReport
from boarddesk.rules.checks import Office
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.meetings.rhythm import RoundRecord
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Plan, judgement_on
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.registers.quorum import Reply
from boarddesk.rules.registers.register import RollRow
from boarddesk.rules.risks.risk import Risk


@dataclass(frozen=True)
class Next:
    """The next meeting with the roll as it would be, the replies and what was done of its round so far."""

    board: Board
    meeting: Meeting
    roll: tuple[RollRow, ...]
    replies: tuple[Reply, ...]
    record: RoundRecord


@dataclass(frozen=True)
class Briefing:
    """One board's day, or the whole office's."""

    office: Office
    next: Next | None
    last_board: date | None
    attendance: AttendanceReport
    dates_moved: int = 0

    @property
    def plan(self) -> Plan | None:
        """The plan shown: the first of the board, or of the office."""
        return next(iter(self.office.plans), None)


def changed_counts(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """What changed since the last board, in words, each with the page that shows it; nothing for nought."""
    since = briefing.last_board
    if since is None:
        return ()
    counts = (
        (_statuses(briefing.office.plans, since), "status", "statuses", "plan"),
        (briefing.dates_moved, "date moved", "dates moved", "plan"),
        (_milestones(briefing.office.plans, since), "milestone done", "milestones done", "plan"),
        (_actuals(briefing.office.kpis, since), "KPI actual", "KPI actuals", "kpi"),
        (_risks(briefing.office.risks, since), "new risk", "new risks", "risk"),
    )
    return tuple(
        (f"{count} {noun if count == 1 else many}", page) for count, noun, many, page in counts if count
    )


def _statuses(plans: tuple[Plan, ...], since: date) -> int:
    """How many actions stand otherwise than that board saw them: said again is not changed."""
    return sum(
        before is None or before.status.key != action.judgements[0].status.key
        for plan in plans
        for area in plan.areas
        for action in area.actions
        if action.judgements
        for before in (judgement_on(action.judgements, since),)
    )


def _milestones(plans: tuple[Plan, ...], since: date) -> int:
    return sum(
        milestone.done_on is not None and milestone.done_on > since
        for plan in plans
        for area in plan.areas
        for action in area.actions
        for milestone in action.milestones
    )


def _actuals(kpis: tuple[Kpi, ...], since: date) -> int:
    return sum(
        checkpoint.actual.as_at is not None and checkpoint.actual.as_at > since
        for kpi in kpis
        for checkpoint in kpi.checkpoints
    )


def _risks(risks: tuple[Risk, ...], since: date) -> int:
    return sum(risk.raised_on is not None and risk.raised_on > since for risk in risks)
