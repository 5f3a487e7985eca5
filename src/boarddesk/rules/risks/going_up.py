"""What might go up to a board above: proposed with its reason, never made by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.risk import Risk, RiskStatus, is_at_top, score_on
from boarddesk.rules.wording import day


class UpReason(StrEnum):
    """Why something is proposed to go up (domain.md, "Risks and issues")."""

    NOTHING_LIVE = "highest level without live mitigation"
    REVIEW_MISSED = "review missed twice"
    MOVED_TWICE = "mitigation moved twice"


@dataclass(frozen=True)
class Proposal:
    """A risk that might go up, and the sentence that says why."""

    risk: Risk
    reason: UpReason
    sentence: str


MONTHLY = 31
"""Days between reviews where the level does not say: a month."""


def proposals(risks: Iterable[Risk], *, matrix: Matrix, today: date) -> tuple[Proposal, ...]:
    """What might go up of the risks that are still with their own board, each with all its reasons."""
    with_their_board = (risk for risk in risks if risk.status is RiskStatus.OPEN)
    return tuple(found for risk in with_their_board for found in _of(risk, matrix=matrix, today=today))


def _of(risk: Risk, *, matrix: Matrix, today: date) -> Iterator[Proposal]:
    now = score_on(risk.current, today)
    live = [mitigation for mitigation in risk.mitigations if mitigation.done_on is None]
    if now and is_at_top(now, matrix) and not live:
        says = f"It scores {now.shown} and nothing is being done about it."
        yield Proposal(risk, UpReason.NOTHING_LIVE, says)
    every = now.level.review_every_days if now and now.level else MONTHLY
    if risk.next_review and risk.next_review + timedelta(every) < today:
        says = f"Its review was due on {day(risk.next_review)}, and the one after it has passed too."
        yield Proposal(risk, UpReason.REVIEW_MISSED, says)
    for mitigation in live:
        moves = len(mitigation.moves)
        if moves >= 2:
            often = "twice" if moves == 2 else f"{moves} times"
            yield Proposal(risk, UpReason.MOVED_TWICE, f"“{mitigation.text}” was moved {often}.")


def waiting_for(sent: Iterable[Escalation], board_id: str) -> tuple[Escalation, ...]:
    """What was sent to a board and waits to be taken there, the oldest first: its agendas take from this."""
    waiting = [each for each in sent if each.board_id == board_id and each.live and not each.taken_on]
    return tuple(sorted(waiting, key=lambda each: each.sent_on or date.min))
