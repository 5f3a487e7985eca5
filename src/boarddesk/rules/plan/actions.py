"""Areas and actions of an improvement plan: what is declared, what is computed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from boarddesk.rules.dates.deadlines import ByWhen
from boarddesk.rules.plan.citations import Citation, ending
from boarddesk.rules.plan.milestones import Milestone
from boarddesk.rules.statuses.status import (
    NO_STATUS,
    Direction,
    SaidBy,
    Scheme,
    Status,
    count_statuses,
    direction,
)


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
class Evidence:
    """A file or link that supports an action."""

    title: str
    reference: str = ""
    location: str = ""
    id: str = ""


@dataclass(frozen=True)
class Challenge:
    """A question a board put, which stays until it is answered and the answer is accepted."""

    text: str
    asked_on: date
    asked_by: str = ""
    meeting_id: str | None = None
    answered_on: date | None = None
    answer: str = ""
    id: str = ""
    board_id: str | None = None
    number: int | None = None  # of that board; what was asked before questions had numbers has none
    item_id: str | None = None
    item_title: str = ""
    relayed_by: str = ""  # who brought it from somebody who was not in the room
    accepted: bool = True
    evidence: Evidence | None = None
    about: str = ""  # the ref of the action, the KPI or the risk it was put to

    @property
    def ref(self) -> str:
        """`C-009`, as its board calls it; empty where it has no number."""
        return f"C-{self.number:03}" if self.number else ""

    @property
    def is_open(self) -> bool:
        """Whether the board still waits: for an answer, or for one it can accept."""
        return self.answered_on is None or not self.accepted

    @property
    def state(self) -> str:
        """`open`, `answered, not accepted` or `answered`."""
        if self.answered_on is None:
            return "open"
        return "answered" if self.accepted else "answered, not accepted"

    @property
    def asked(self) -> str:
        """`the forum, through Kevin Drury`: who asked and who brought it; empty where nobody is named."""
        if self.relayed_by and self.asked_by:
            return f"{self.asked_by}, through {self.relayed_by}"
        return self.asked_by or self.relayed_by


@dataclass(frozen=True)
class Action:
    """An action of the plan; judgements, updates and the decisions it cites newest first."""

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
    cited: tuple[Citation, ...] = ()

    @property
    def declared(self) -> Status | None:
        """The status that stands; None while nobody has said."""
        return self.judgements[0].status if self.judgements else None

    @property
    def ended(self) -> Citation | None:
        """The decision that closed it, superseded it or handed it to business as usual."""
        return ending(self.cited)


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


@dataclass(frozen=True)
class Counts:
    """How many actions there are, how many have each status in the scheme's order, and which are overdue."""

    total: int
    by_status: tuple[tuple[Status, int], ...]
    undeclared: int
    overdue: tuple[str, ...]  # refs

    @property
    def closed(self) -> int:
        """How many are complete."""
        return sum(number for status, number in self.by_status if status.is_a.closed)

    @property
    def segments(self) -> tuple[tuple[Status, int], ...]:
        """The parts of the whole, with those that have no status: together as many as there are actions."""
        return (*self.by_status, (NO_STATUS, self.undeclared)) if self.undeclared else self.by_status

    @property
    def sentence(self) -> str:
        """`9 actions: 3 met, 3 on track, 2 partially met, 1 not on track.`"""
        parts = [f"{number} {status.label.lower()}" for status, number in self.by_status if number]
        if self.undeclared:
            parts.append(f"{self.undeclared} with no status")
        actions = "1 action" if self.total == 1 else f"{self.total} actions"
        return f"{actions}: {', '.join(parts)}." if parts else "No actions."


RefOrder = tuple[tuple[int, int, str], ...]

_NO_REF: RefOrder = ((2, 0, ""),)


def ref_order(ref: str) -> RefOrder:
    """The key that orders refs as people do: 4.9 before 4.10, 1.1 before 1.1a, 9 before A1, no ref last."""
    parts = re.findall(r"[0-9]{1,18}|[^\W\d_]+", ref.casefold())
    key = tuple((0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, part) for part in parts)
    return key or _NO_REF


def judgement_on(judgements: Iterable[Judgement], day: date) -> Judgement | None:
    """The judgement that stood on a day; judgements are newest first."""
    return next((judgement for judgement in judgements if judgement.as_at <= day), None)


def travel(judgements: Sequence[Judgement], last_board: date | None) -> Direction | None:
    """Where a declared status is heading since the last board; None where nothing can be compared."""
    if last_board is None or not judgements:
        return None
    before = judgement_on(judgements, last_board)
    return direction(before.status if before else None, judgements[0].status)


def is_complete(action: Action) -> bool:
    """Whether the declared status says that nothing more is to be done."""
    return action.declared is not None and action.declared.is_a.closed


def is_closed(action: Action) -> bool:
    """Whether nothing more is to be done: it is declared complete, or a decision ended it."""
    return is_complete(action) or action.ended is not None


def is_overdue(action: Action, *, today: date) -> bool:
    """Whether the latest day has passed and the action is not closed."""
    return not is_closed(action) and action.by_when.overdue_on(today)


def counts_of(actions: Iterable[Action], scheme: Scheme, *, today: date) -> Counts:
    """The counts of an area, or of a whole plan."""
    found = list(actions)
    by_status, undeclared = count_statuses((action.declared for action in found), scheme)
    overdue = sorted((action.ref for action in found if is_overdue(action, today=today)), key=ref_order)
    return Counts(len(found), by_status, undeclared, tuple(overdue))


def next_ref(area: Area) -> str:
    """The ref a new action of an area would have: 4.12 after 4.11; the area's first is 4.1."""
    refs = [re.fullmatch(r"(.*?)(\d{1,9})", action.ref.strip()) for action in area.actions]
    last = max((found for found in refs if found), key=lambda found: int(found[2]), default=None)
    if last is None:
        return f"{area.number}.1" if area.number else "1"
    return f"{last[1]}{int(last[2]) + 1}"


def next_number(plan: Plan) -> str:
    """The number a new area of a plan would have."""
    numbers = [int(area.number) for area in plan.areas if area.number.isascii() and area.number.isdigit()]
    return str(max(numbers, default=0) + 1)
