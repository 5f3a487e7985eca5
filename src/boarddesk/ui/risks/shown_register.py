"""What the Risks page shows, read once: risks, issues and escalations of a board or of all, around a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from boarddesk.records import boards, lines, meetings
from boarddesk.records.agenda import arising
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import challenges, kpis, plans
from boarddesk.records.risks import escalations, issues, matrices, register, treatment
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.meetings.boards_around import last_board
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Board
from boarddesk.rules.plan.actions import Action, Area, Challenge
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.risks.checks import RiskCheck, RiskFlag, risk_flags
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.going_up import Proposal, proposals, waiting_for
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.movement import Movement, movement
from boarddesk.rules.risks.risk import Appetite, Issue, Risk, Score, by_score, score_on


@dataclass(frozen=True)
class ShownRegister:
    """The registers in sight on a day; without a board those of every board."""

    today: date
    board_id: str | None
    boards: Mapping[str, Board]
    lines: tuple[ReportingLine, ...]
    meetings: Mapping[str, Meeting]
    risks: Mapping[str, Risk]
    issues: Mapping[str, Issue]
    escalations: Mapping[str, Escalation]
    matrix: Matrix
    categories: Mapping[str, Appetite]
    areas: Mapping[str, Area]
    actions: Mapping[str, Action]
    kpis: Mapping[str, Kpi]
    questions: Mapping[str, tuple[Challenge, ...]]
    given: Mapping[str, tuple[BoardAction, ...]] = field(default_factory=dict)  # by the risk it is for
    last_boards: Mapping[str | None, date | None] = field(default_factory=dict)
    plan_boards: Mapping[str, str | None] = field(default_factory=dict)  # action id → board of its plan

    def origin(self, meeting_id: str | None) -> str:
        """`SIB 02`; empty for no meeting."""
        known = self.meetings.get(meeting_id or "")
        return f"{self.boards[known.board_id].short_name} {known.number:02}" if known else ""

    @cached_property
    def by_score(self) -> tuple[Risk, ...]:
        """Every risk, the highest score first, those without one last."""
        return by_score(self.risks.values())

    @cached_property
    def live(self) -> tuple[Risk, ...]:
        """The risks still watched, the highest score first."""
        return tuple(risk for risk in self.by_score if risk.live)

    @cached_property
    def flags(self) -> Mapping[str, tuple[RiskFlag, ...]]:
        """What does not add up in each risk."""
        return {
            risk.id: risk_flags(risk, matrix=self.matrix, today=self.today, kpis=self.kpis.values())
            for risk in self.risks.values()
        }

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """What might go up to a board above."""
        return proposals(self.live, matrix=self.matrix, today=self.today)

    @cached_property
    def waiting(self) -> tuple[Escalation, ...]:
        """What waits to be taken by the board in sight, or by any of them."""
        ids = [self.board_id] if self.board_id else list(self.boards)
        return tuple(sent for board_id in ids for sent in waiting_for(self.escalations.values(), board_id))

    def now(self, risk: Risk) -> Score | None:
        """The score that stands today."""
        return score_on(risk.current, self.today)

    def moved(self, risk: Risk) -> Movement | None:
        """Where its score went since the last board of its own."""
        return movement(risk, last_board=self.last_boards.get(risk.board_id), today=self.today)

    def is_above_tolerable(self, risk: Risk) -> bool:
        """Whether it scores more than its category bears."""
        now, line = self.now(risk), risk.appetite.tolerable
        return line is not None and now is not None and now.product is not None and now.product > line

    def is_review_late(self, risk: Risk) -> bool:
        """Whether its review is overdue."""
        return any(flag.check is RiskCheck.REVIEW_OVERDUE for flag in self.flags[risk.id])

    def board_name(self, board_id: str | None) -> str:
        """The short name; empty for none."""
        board = self.boards.get(board_id or "")
        return board.short_name if board else ""

    def area_title(self, area_id: str | None) -> str:
        """`3 Therapies`; empty for none."""
        area = self.areas.get(area_id or "")
        return " ".join(part for part in (area.number, area.title) if part) if area else ""

    @property
    def last_board(self) -> date | None:
        """The last board of the one in sight; None where several are."""
        return self.last_boards.get(self.board_id) if self.board_id else None


def load(file: OfficeFile, board_id: str | None, *, today: date, also: str = "") -> ShownRegister:
    """Read everything the page shows; `also` is the id of a record that is wanted whichever board's it is."""
    known = meetings.meetings(file)
    of_plans = [plans.plan(file, bare.id) for bare in plans.plans(file)]
    areas = [area for plan in of_plans for area in plan.areas]
    all_boards = {board.id: board for board in boards.boards(file)}
    sent = [
        escalation
        for escalation in escalations.escalations(file)
        if board_id is None
        or board_id in (escalation.board_id, escalation.from_board_id)
        or escalation.id == also
    ]
    asked: dict[str, tuple[Challenge, ...]] = {}
    for question in challenges.questions(file, still_open=False):
        if question.about == "risk":
            asked[question.about_id] = (*asked.get(question.about_id, ()), question.challenge)
    return ShownRegister(
        today=today,
        board_id=board_id,
        boards=all_boards,
        lines=lines.lines(file),
        meetings={meeting.id: meeting for meeting in known},
        risks=_of_board(register.risks(file, board_id), register.risks(file) if also else (), also),
        issues=_of_board(issues.issues(file, board_id), issues.issues(file) if also else (), also),
        escalations={escalation.id: escalation for escalation in sent},
        matrix=matrices.in_force(file),
        categories={name: appetite for _id, name, appetite in treatment.categories(file)},
        areas={area.id: area for area in areas},
        actions={action.id: action for area in areas for action in area.actions},
        kpis={kpi.id: kpi for plan in of_plans for kpi in kpis.kpis(file, plan.id)},
        questions=asked,
        given=arising.linked_actions(file, "risk", today=today),
        last_boards={
            of: last_board([meeting for meeting in known if meeting.board_id == of], today)
            for of in all_boards
        },
        plan_boards={
            action.id: plan.board_id for plan in of_plans for area in plan.areas for action in area.actions
        },
    )


Kept = TypeVar("Kept", Risk, Issue)


def _of_board(of_board: Sequence[Kept], all_of_them: Sequence[Kept], also: str) -> dict[str, Kept]:
    """Those of the board, then the one that is wanted besides."""
    found = {kept.id: kept for kept in of_board}
    return found | {kept.id: kept for kept in all_of_them if kept.id == also}
