"""Risks and issues: scores, levels, movement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RiskStatus(StrEnum):
    """Where a risk stands."""

    OPEN = "open"
    ESCALATED = "escalated"
    CLOSED = "closed"
    OCCURRED = "occurred"


class Response(StrEnum):
    """What is done about a risk."""

    TREAT = "treat"
    TOLERATE = "tolerate"
    TRANSFER = "transfer"
    TERMINATE = "terminate"


class ScoreKind(StrEnum):
    """Before controls, now, and aimed at."""

    INHERENT = "inherent"
    CURRENT = "current"
    TARGET = "target"


@dataclass(frozen=True)
class Level:
    """A band of scores with its name; both ends inclusive."""

    name: str
    lowest: int
    highest: int
    review_every_days: int = 31


@dataclass(frozen=True)
class Score:
    """Likelihood 1–5 × impact 1–5."""

    likelihood: int
    impact: int
    as_at: date
    why: str = ""
    level: str = ""

    @property
    def product(self) -> int:
        """The score, 1 to 25."""
        return self.likelihood * self.impact


@dataclass(frozen=True)
class Mitigation:
    """Something being done about a risk."""

    text: str
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    id: str = ""


@dataclass(frozen=True)
class Risk:
    """Because of a cause, there is a risk of an event, which would have an effect; scores newest first."""

    id: str
    ref: str
    title: str
    cause: str = ""
    event: str = ""
    effect: str = ""
    category: str = ""
    appetite: int | None = None
    board_id: str | None = None
    area_id: str | None = None
    action_id: str | None = None
    kpi_id: str | None = None
    owner: str = ""
    raised_on: date | None = None
    inherent: tuple[Score, ...] = ()
    current: tuple[Score, ...] = ()
    target: tuple[Score, ...] = ()
    controls: str = ""
    mitigations: tuple[Mitigation, ...] = ()
    response: Response = Response.TREAT
    proximity: str = ""
    status: RiskStatus = RiskStatus.OPEN
    next_review: date | None = None
    escalated_to: str = ""


@dataclass(frozen=True)
class Issue:
    """Something that has happened."""

    id: str
    ref: str
    title: str
    raised_on: date
    impact: str = ""
    area_id: str | None = None
    risk_id: str | None = None
    owner: str = ""
    resolution: str = ""
    due: date | None = None
    resolved_on: date | None = None
