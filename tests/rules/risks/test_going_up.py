"""What might go up is proposed with its reason, and a target that cannot be reached in time is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from boarddesk.rules.risks.checks import RiskCheck, risk_flags
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.going_up import UpReason, proposals, waiting_for
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.reach import reach
from boarddesk.rules.risks.risk import (
    Acceptance,
    Appetite,
    Control,
    DateMove,
    Mitigation,
    Risk,
    RiskStatus,
    score_by,
)

TODAY = date(2026, 6, 2)
MAY = date(2026, 5, 12)
EXTREME = (score_by(USUAL, 5, 4, MAY),)
MODERATE = (score_by(USUAL, 2, 3, MAY),)
MOVED = (DateMove(MAY, TODAY, MAY), DateMove(MAY, MAY, MAY))
RISK = Risk("r2", "R2", "Late advice", current=MODERATE, controls=(Control("List"),))


@pytest.mark.parametrize(
    ("risk", "reasons"),
    [
        (replace(RISK, current=EXTREME), [UpReason.NOTHING_LIVE]),
        (replace(RISK, current=EXTREME, mitigations=(Mitigation("Hire"),)), []),
        (
            replace(RISK, current=EXTREME, mitigations=(Mitigation("Hire", done_on=MAY),)),
            [UpReason.NOTHING_LIVE],
        ),
        (replace(RISK, current=EXTREME, status=RiskStatus.ESCALATED), []),
        (replace(RISK, next_review=TODAY - timedelta(31)), []),
        (replace(RISK, next_review=TODAY - timedelta(32)), [UpReason.REVIEW_MISSED]),
        (replace(RISK, current=(), next_review=TODAY - timedelta(32)), [UpReason.REVIEW_MISSED]),
        (replace(RISK, mitigations=(Mitigation("Hire", moves=MOVED),)), [UpReason.MOVED_TWICE]),
        (replace(RISK, mitigations=(Mitigation("Hire", moves=MOVED[:1]),)), []),
        (replace(RISK, mitigations=(Mitigation("Hire", done_on=MAY, moves=MOVED),)), []),
        (RISK, []),
    ],
)
def test_a_risk_is_proposed_for_the_board_above_with_its_reason(risk: Risk, reasons: list[UpReason]) -> None:
    assert [found.reason for found in proposals([risk], matrix=USUAL, today=TODAY)] == reasons


def test_how_often_a_mitigation_moved_is_said() -> None:
    often = replace(RISK, mitigations=(Mitigation("Hire", moves=(*MOVED, *MOVED)),))
    (found,) = proposals([often], matrix=USUAL, today=TODAY)
    assert found.sentence == "“Hire” was moved 4 times."


def test_what_waits_for_a_board_is_what_it_has_not_taken_yet_the_oldest_first() -> None:
    old, new = Escalation("HWB", "hwb", MAY), Escalation("HWB", "hwb", TODAY)
    others = (
        replace(new, taken_on=TODAY),
        replace(new, came_down_on=TODAY),
        Escalation("Cabinet", None, MAY),
        Escalation("SIB", "sib", MAY),
    )
    assert waiting_for([new, *others, old], "hwb") == (old, new)


BY = date(2026, 12, 31)
AIMED = replace(RISK, target=(score_by(USUAL, 1, 3, MAY),), target_by=BY)


@pytest.mark.parametrize(
    ("dues", "says"),
    [
        ((), ""),
        ((BY,), ""),
        ((None, date(2026, 9, 1)), ""),
        ((date(2027, 3, 31),), "not reachable by then: its mitigation comes later, it ends in March 2027"),
        (
            (date(2027, 3, 31), date(2027, 1, 31)),
            "not reachable by then: every mitigation comes later, the first ends in January 2027",
        ),
        ((date(2027, 3, 31), date(2026, 9, 1)), "one mitigation ends after it, the last in March 2027"),
        ((date(2027, 3, 31), None), "one mitigation ends after it, the last in March 2027"),
    ],
)
def test_a_target_that_comes_before_the_work_ends_is_said(dues: tuple[date | None, ...], says: str) -> None:
    aimed = replace(AIMED, mitigations=tuple(Mitigation("Hire", due=due) for due in dues))
    assert reach(aimed) == says
    flagged = RiskCheck.OUT_OF_REACH in checks(aimed)
    assert flagged is says.startswith("not reachable")


def test_what_is_done_already_does_not_stand_in_the_way_of_a_target() -> None:
    done = Mitigation("Hire", due=date(2027, 3, 31), done_on=MAY)
    assert reach(replace(AIMED, mitigations=(done,))) == ""
    late = Mitigation("Hire", due=date(2027, 3, 31))
    for aimless in (
        replace(AIMED, target=()),
        replace(AIMED, target_by=None),
        replace(AIMED, status=RiskStatus.CLOSED),
    ):
        assert reach(replace(aimless, mitigations=(late,))) == ""


def checks(risk: Risk) -> list[RiskCheck]:
    return [flag.check for flag in risk_flags(risk, matrix=USUAL, today=TODAY)]


def test_above_what_is_borne_is_flagged_until_a_board_above_has_it_or_somebody_bears_it() -> None:
    above = replace(RISK, appetite=Appetite(2, 4))
    assert checks(above) == [RiskCheck.ABOVE_APPETITE]
    assert checks(replace(above, status=RiskStatus.ESCALATED)) == []
    for until, flagged in (
        (None, []),
        (TODAY, []),
        (MAY, [RiskCheck.ABOVE_APPETITE, RiskCheck.ACCEPTANCE_OVER]),
    ):
        assert checks(replace(above, acceptance=Acceptance("Ann", until, "Dear", MAY))) == flagged


def test_a_risk_at_what_is_wanted_for_two_reviews_may_be_closed() -> None:
    twice = (score_by(USUAL, 2, 3, TODAY), score_by(USUAL, 2, 3, MAY))
    calm = replace(RISK, current=twice, appetite=Appetite(6, 10))
    assert checks(calm) == [RiskCheck.CONSIDER_CLOSING]
    assert checks(replace(calm, current=twice[:1])) == []
    assert checks(replace(calm, appetite=Appetite(5, 10))) == []
