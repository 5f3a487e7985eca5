"""What was scored, done, sent and settled after a day is left out of a risk as it stood on that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boarddesk.rules.risks.as_stood import issue_on, risk_on, was_raised
from boarddesk.rules.risks.escalations import Escalation, Stage
from boarddesk.rules.risks.risk import Acceptance, DateMove, Issue, Mitigation, Risk, RiskStatus, Score

BEFORE, DAY, AFTER = date(2026, 5, 5), date(2026, 5, 12), date(2026, 5, 20)
RISK = Risk("r", "R1", "Late")
TAKEN = Escalation("HWB", sent_on=BEFORE, taken_on=DAY, outcome="Agreed")


def test_a_risk_has_the_score_it_had() -> None:
    risk = Risk("r", "R1", "Late", current=(Score(5, 4, AFTER), Score(3, 4, BEFORE)))
    assert [score.product for score in risk_on(risk, DAY).current] == [12]


def test_a_risk_had_been_raised_on_its_own_day_and_where_nobody_says_when() -> None:
    raised = [
        was_raised(Risk("r", "R1", "Late advice", raised_on=on), DAY) for on in (None, BEFORE, DAY, AFTER)
    ]
    assert raised == [True, True, True, False]


def test_an_issue_resolved_later_was_still_open() -> None:
    issue = Issue("i", "I1", "Families wait", BEFORE)
    stood = [
        issue_on(Issue("i", "I1", "Families wait", BEFORE, resolved_on=on), DAY) for on in (DAY, AFTER, None)
    ]
    assert [one.resolved_on for one in stood] == [DAY, None, None]
    assert issue_on(issue, DAY) == issue


@pytest.mark.parametrize(
    ("sent", "stage"),
    [
        (Escalation("HWB", sent_on=BEFORE, taken_on=AFTER, outcome="Agreed"), Stage.SENT),
        (TAKEN, Stage.TAKEN),
        (
            replace(TAKEN, came_down_on=AFTER, came_down_why="Done"),
            Stage.TAKEN,
        ),
    ],
)
def test_what_came_of_an_escalation_later_was_not_known(sent: Escalation, stage: Stage) -> None:
    stood = risk_on(replace(RISK, status=RiskStatus.OPEN, escalations=(sent,)), DAY)
    (told,) = stood.escalations
    assert told.stage is stage and bool(told.outcome) is (stage is Stage.TAKEN)
    assert stood.status is RiskStatus.ESCALATED and stood.escalated_to == "HWB"


def test_what_was_sent_later_was_with_its_own_board() -> None:
    later = replace(RISK, status=RiskStatus.ESCALATED, escalations=(Escalation("HWB", sent_on=AFTER),))
    assert (risk_on(later, DAY).status, risk_on(later, DAY).escalations) == (RiskStatus.OPEN, ())


def test_a_risk_closed_later_was_open() -> None:
    for closed_on, status in ((AFTER, RiskStatus.OPEN), (DAY, RiskStatus.CLOSED), (None, RiskStatus.CLOSED)):
        closed = replace(RISK, status=RiskStatus.CLOSED, closed_on=closed_on)
        assert risk_on(closed, DAY).status is status


def test_work_moved_or_done_later_stood_at_its_earlier_date() -> None:
    moves = (DateMove(DAY, AFTER, AFTER), DateMove(BEFORE, DAY, BEFORE))
    work = Mitigation("Hire", due=AFTER, done_on=AFTER, moves=moves)
    (stood,) = risk_on(replace(RISK, mitigations=(work,)), DAY).mitigations
    assert (stood.due, stood.done_on, stood.moves) == (DAY, None, moves[1:])


def test_a_risk_accepted_later_had_not_been() -> None:
    for on, known in ((DAY, True), (AFTER, False)):
        accepted = replace(RISK, acceptance=Acceptance("Ann", None, "Dear", on))
        assert (risk_on(accepted, DAY).acceptance is not None) is known


def test_what_was_done_later_was_still_to_be_done() -> None:
    done = [Mitigation("Hire", done_on=on) for on in (BEFORE, DAY, AFTER, None)]
    stood = risk_on(Risk("r", "R1", "Late", mitigations=tuple(done)), DAY).mitigations
    assert [one.done_on for one in stood] == [BEFORE, DAY, None, None]
