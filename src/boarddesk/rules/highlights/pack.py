"""The pack behind a highlight report: everything it says, gathered once, and the sentences made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.dates.date_rules import DateRule
from boarddesk.rules.dates.deadlines import ByWhen
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.boards_around import FORMS_OUT
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.plan.actions import Action, Area, Challenge, Judgement
from boarddesk.rules.plan.flags import Around
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.risk import Issue, Risk
from boarddesk.rules.statuses.status import Scheme, Status


@dataclass(frozen=True)
class Period:
    """From the day after the last board to this board, both inclusive; `last_board` None at the first."""

    first: date | None
    last: date
    last_board: date | None = None


@dataclass(frozen=True)
class AttendanceLine:
    """The board's attendance as a report quotes it, of meetings from the first day to the last."""

    figure: TargetFigure
    filled: int
    expected: int
    shown: str
    target: str
    below: bool
    meetings: int
    first: date
    last: date
    lowest: str = ""
    highest: str = ""
    open_registers: int = 0
    definition: str = ""


@dataclass(frozen=True)
class StatusCounts:
    """How many actions had each status on a board's day; statuses in the scheme's order."""

    board_day: date
    counts: tuple[tuple[Status, int], ...]
    undeclared: int = 0


@dataclass(frozen=True)
class AreaPack:
    """One area as it stands at the report's day and as it stood at the last board."""

    area: Area
    last: Judgement | None  # what stood at the last board
    last_action_status: tuple[tuple[str, Status | None], ...]  # action id → what stood at the last board
    last_by_when: tuple[tuple[str, ByWhen], ...] = ()  # action id → the deadline as it stood then
    kpis: tuple[Kpi, ...] = ()
    risks: tuple[Risk, ...] = ()
    issues: tuple[Issue, ...] = ()
    questions: tuple[tuple[Action | None, Challenge], ...] = ()


@dataclass(frozen=True)
class HighlightPack:
    """Everything a highlight report prints, for one area or the whole board."""

    partnership: str
    board: str
    board_short: str
    plan: str
    scheme: Scheme
    matrix: Matrix
    meeting_day: date
    meeting_title: str
    period: Period
    as_at: date
    edition: Edition
    author: str
    areas: tuple[AreaPack, ...]
    whole_board: bool
    across: tuple[Kpi, ...] = ()  # KPIs that belong to no single area
    over_boards: tuple[StatusCounts, ...] = ()
    attendance: AttendanceLine | None = None
    glossary: tuple[tuple[str, str], ...] = ()
    board_id: str | None = None
    meeting_id: str | None = None  # None where the board has no meeting to report to
    brought_in: date | None = None  # the day the plan came into the office, where that was after this board
    kpis: tuple[Kpi, ...] = ()  # every KPI of the plan, those of other areas too
    forms_out: DateRule = FORMS_OUT
    new_actions: frozenset[str] = frozenset()  # came into the office since the last board
    brought_actions: frozenset[str] = frozenset()  # came with an import since then
    cancelled: bool = False  # whether the meeting it is for was cancelled

    @property
    def around(self) -> Around:
        """What the flags of its actions are judged by: the same as on the plan page, for this board."""
        return Around(
            self.as_at,
            self.period.last_board,
            self.meeting_day if self.meeting_id else None,
            self.kpis,
            forms_out=self.forms_out,
            new=self.new_actions,
            brought=self.brought_actions,
        )
