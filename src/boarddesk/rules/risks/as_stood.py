"""Risks and issues as they stood on a day: what was scored, done, sent and settled later is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.risk import Issue, Mitigation, Risk, RiskStatus


def was_raised(risk: Risk, day: date) -> bool:
    """Whether the risk had been raised; one that does not say when had been."""
    return risk.raised_on is None or risk.raised_on <= day


def risk_on(risk: Risk, day: date) -> Risk:
    """The risk with the scores it had, where it was, and with what was still to be done about it."""
    sent = sent_by(risk.escalations, day)
    return replace(
        risk,
        mitigations=tuple(_work_on(mitigation, day) for mitigation in risk.mitigations),
        inherent=tuple(score for score in risk.inherent if score.as_at <= day),
        current=tuple(score for score in risk.current if score.as_at <= day),
        target=tuple(score for score in risk.target if score.as_at <= day),
        escalations=sent,
        status=_status_on(risk, sent, day),
        acceptance=risk.acceptance if risk.acceptance and risk.acceptance.on <= day else None,
    )


def sent_by(escalations: Iterable[Escalation], day: date) -> tuple[Escalation, ...]:
    """What had been sent up by a day, with nothing of what came of it later."""
    return tuple(
        replace(
            sent,
            taken_on=_by(sent.taken_on, day),
            outcome=sent.outcome if _by(sent.taken_on, day) else "",
            came_down_on=_by(sent.came_down_on, day),
            came_down_why=sent.came_down_why if _by(sent.came_down_on, day) else "",
        )
        for sent in escalations
        if sent.sent_on is None or sent.sent_on <= day
    )


def _by(when: date | None, day: date) -> date | None:
    return when if when and when <= day else None


def _work_on(mitigation: Mitigation, day: date) -> Mitigation:
    later = [move for move in mitigation.moves if move.moved_on > day]
    return replace(
        mitigation,
        done_on=_by(mitigation.done_on, day),
        due=later[-1].was if later else mitigation.due,
        moves=tuple(move for move in mitigation.moves if move.moved_on <= day),
    )


def _status_on(risk: Risk, sent: Iterable[Escalation], day: date) -> RiskStatus:
    closed_later = risk.closed_on is not None and risk.closed_on > day
    if not risk.live and not closed_later:
        return risk.status
    if risk.live and not risk.escalations:
        return risk.status
    return RiskStatus.ESCALATED if any(each.live for each in sent) else RiskStatus.OPEN


def issue_on(issue: Issue, day: date) -> Issue:
    """The issue, still open where it was resolved later."""
    return replace(
        issue, resolved_on=_by(issue.resolved_on, day), escalations=sent_by(issue.escalations, day)
    )
