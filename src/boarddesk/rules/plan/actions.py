"""Areas and actions of an improvement plan: what is declared, what is computed beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boarddesk.rules.deadlines import ByWhen
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.status import SaidBy, Scheme, Status


@dataclass(frozen=True)
class Judgement:
    """A declared status: who says so, as at when, from what to what, and why."""

    status: Status
    as_at: date
    said_by: SaidBy = SaidBy.LEAD
    why: str = ""
    path_to_green: str = ""
    from_status: Status | None = None
    id: str = ""


@dataclass(frozen=True)
class Update:
    """A dated report of progress on an action."""

    as_at: date
    text: str
    said_by: str = ""
    id: str = ""


@dataclass(frozen=True)
class Challenge:
    """A question the board put, which stays until it is answered."""

    text: str
    asked_on: date
    asked_by: str = ""
    meeting_id: str | None = None
    answered_on: date | None = None
    answer: str = ""
    id: str = ""


@dataclass(frozen=True)
class Evidence:
    """A file or link that supports an action."""

    title: str
    reference: str = ""
    location: str = ""
    id: str = ""


@dataclass(frozen=True)
class Action:
    """An action of the plan; judgements and updates newest first."""

    id: str
    area_id: str
    ref: str
    text: str
    by_when: ByWhen
    original_by_when: ByWhen | None = None
    owners: tuple[str, ...] = ()
    accountable: str = ""
    success_measure: str = ""
    judgements: tuple[Judgement, ...] = ()
    updates: tuple[Update, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    kpi_ids: tuple[str, ...] = ()

    @property
    def declared(self) -> Status | None:
        """The status that stands; None while nobody has said."""
        return self.judgements[0].status if self.judgements else None


@dataclass(frozen=True)
class Highlight:
    """A line of an area's report to the board: kind is done, planned, decide or help."""

    kind: str
    as_at: date
    text: str
    id: str = ""


@dataclass(frozen=True)
class Area:
    """An area (priority, theme) of the plan with its actions in order; judgements newest first."""

    id: str
    number: str
    title: str
    weakness: str = ""
    outcome: str = ""
    leads: tuple[str, ...] = ()
    project_team: str = ""
    cross_cutting: bool = False
    actions: tuple[Action, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    highlights: tuple[Highlight, ...] = ()

    @property
    def declared(self) -> Status | None:
        """The status that stands; None while nobody has said."""
        return self.judgements[0].status if self.judgements else None


@dataclass(frozen=True)
class TermBand:
    """A stretch of the plan's own calendar, such as `Sep–Dec 20` or `Year 2`."""

    label: str
    earliest: date
    latest: date


@dataclass(frozen=True)
class Plan:
    """An improvement plan with its scheme and its areas in order."""

    id: str
    name: str
    kind: str
    scheme: Scheme
    board_id: str | None = None
    from_date: date | None = None
    to_date: date | None = None
    areas: tuple[Area, ...] = ()
    bands: tuple[TermBand, ...] = field(default=())
