"""The pack behind the documents about risks: a board's register as it stood on a day, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boarddesk.rules.edition import Edition
from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.risk import Issue, Risk


@dataclass(frozen=True)
class RiskPack:
    """Everything the register, a card and the exceptions say of risks.

    `matrices` are all that scores were given by, by id; `matrix` is the one in force. `asked` are the
    questions and asks that stand open, by the id of their risk. `refs` name plan actions by id.
    """

    partnership: str
    board: str
    board_short: str
    board_id: str | None
    meeting_day: date
    meeting_title: str
    meeting_id: str | None
    boards: tuple[date, ...]  # held before the day, the oldest first
    as_at: date
    edition: Edition
    author: str
    matrix: Matrix
    risks: tuple[Risk, ...]
    issues: tuple[Issue, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    matrices: Mapping[str, Matrix] = field(default_factory=dict, hash=False)
    asked: tuple[tuple[str, Challenge], ...] = ()
    areas: tuple[tuple[str, str], ...] = ()
    reviewed_by: str = ""
    reviewed_on: date | None = None
    cancelled: bool = False

    @property
    def last_board(self) -> date | None:
        """The board that movement is measured from."""
        return self.boards[-1] if self.boards else None

    @property
    def live(self) -> tuple[Risk, ...]:
        """The risks that are still watched."""
        return tuple(risk for risk in self.risks if risk.live)

    @property
    def open_issues(self) -> tuple[Issue, ...]:
        """What is not put right yet."""
        return tuple(issue for issue in self.issues if issue.resolved_on is None)
