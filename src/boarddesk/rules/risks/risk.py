"""Risks and issues as they are kept: the statement, the scores, what is in place and what is to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.matrix import Level, Matrix, Severity
from boarddesk.rules.wording import lower_first


class RiskStatus(StrEnum):
    """Where a risk stands."""

    OPEN = "open"
    ESCALATED = "escalated"
    CLOSED = "closed"
    OCCURRED = "occurred"


LIVE: Final = frozenset({RiskStatus.OPEN, RiskStatus.ESCALATED})
"""What is still watched."""


ESCALATED_WORDS: Final = re.compile(
    r"(?!.*\b(?:not|to be|never|no longer|de-?)\b).*\bescalated\b", re.IGNORECASE | re.DOTALL
)
"""The words of a register for a risk that was sent to a board above."""


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


class Assurance(StrEnum):
    """How sure a control is; a person's word."""

    NOT_SAID = ""
    UNTESTED = "untested"
    PARTIAL = "partial"
    EFFECTIVE = "effective"


FLOOR: Final = {Severity.LOW: 1, Severity.MODERATE: 4, Severity.HIGH: 8, Severity.EXTREME: 15}
"""Where a score that is but a level is sorted: the least product of that level in the usual matrix."""


@dataclass(frozen=True)
class Score:
    """Likelihood × impact by a matrix, or what little of it was ever given: a product or a level alone.

    `matrix_id` is the matrix it was given by; empty where none is known.
    """

    likelihood: int | None
    impact: int | None
    as_at: date
    why: str = ""
    level: Level | None = None
    given: int | None = None  # a product that came without its parts
    matrix_id: str = ""
    meeting_id: str | None = None  # the meeting that reviewed it
    id: str = ""

    @property
    def product(self) -> int | None:
        """Likelihood × impact, or the product that was given; None where only a level is known."""
        if self.likelihood is not None and self.impact is not None:
            return self.likelihood * self.impact
        return self.given

    @property
    def shown(self) -> str:
        """`16 Extreme`, `16`, `High`."""
        parts = (self.product, self.level.name if self.level else None)
        return "\N{NO-BREAK SPACE}".join(str(part) for part in parts if part is not None)

    @property
    def weight(self) -> int:
        """What it is sorted by: the product, else the least product of its level."""
        if self.product is not None:
            return self.product
        return FLOOR[self.level.severity] if self.level else 0


@dataclass(frozen=True)
class Control:
    """Something in place that keeps a risk down, and how sure that is."""

    text: str
    owner: Owner = NO_OWNER
    assurance: Assurance = Assurance.NOT_SAID
    tested_on: date | None = None
    id: str = ""


@dataclass(frozen=True)
class DateMove:
    """A due date that was put off or brought forward."""

    was: date | None
    due: date | None
    moved_on: date
    why: str = ""


@dataclass(frozen=True)
class Mitigation:
    """Something to be done about a risk: an action with owner and due date. Moves stand newest first."""

    text: str
    owner: Owner = NO_OWNER
    due: date | None = None
    done_on: date | None = None
    id: str = ""
    due_as_written: str = ""
    moves: tuple[DateMove, ...] = ()


@dataclass(frozen=True)
class Acceptance:
    """Who bears a risk as it is, until when, and why."""

    by: str
    until: date | None
    why: str
    on: date


@dataclass(frozen=True)
class Appetite:
    """The two lines of a category: at most `optimal` is wanted, up to `tolerable` is borne."""

    optimal: int | None = None
    tolerable: int | None = None


@dataclass(frozen=True)
class Risk:
    """Because of a cause, there is a risk of an event, which would have an effect.

    Scores and escalations stand newest first.
    """

    id: str
    ref: str
    title: str
    cause: str = ""
    event: str = ""
    effect: str = ""
    category: str = ""
    appetite: Appetite = Appetite()
    board_id: str | None = None
    area_id: str | None = None
    action_ids: tuple[str, ...] = ()
    kpi_ids: tuple[str, ...] = ()
    owner: Owner = NO_OWNER
    raised_on: date | None = None
    inherent: tuple[Score, ...] = ()
    current: tuple[Score, ...] = ()
    target: tuple[Score, ...] = ()
    controls: tuple[Control, ...] = ()
    mitigations: tuple[Mitigation, ...] = ()
    response: Response = Response.TREAT
    proximity: str = ""
    status: RiskStatus = RiskStatus.OPEN
    status_words: str = ""  # as an imported register had it, where it says more than the status
    target_by: date | None = None
    next_review: date | None = None
    escalations: tuple[Escalation, ...] = ()
    closed_on: date | None = None
    closed_why: str = ""
    acceptance: Acceptance | None = None

    @property
    def live(self) -> bool:
        """Whether it is still watched: neither closed nor come true."""
        return self.status in LIVE

    @property
    def said_escalated(self) -> bool:
        """Whether only the register it came from says that a board above has it: to which is not known."""
        return self.status is RiskStatus.OPEN and bool(ESCALATED_WORDS.match(self.status_words))

    @property
    def status_said(self) -> str:
        """Where it stands, in the word its register had for an open one: `open`, `on hold`, `closed`."""
        if self.said_escalated:
            return f"open (its register: {lower_first(self.status_words)})"
        is_open = self.status is RiskStatus.OPEN and self.status_words
        return lower_first(self.status_words) if is_open else self.status.value

    @property
    def escalated(self) -> Escalation | None:
        """Where it is now, sent there last; None while it is with its own board."""
        if self.status is not RiskStatus.ESCALATED:
            return None
        live = (sent for sent in self.escalations if sent.live)
        return next(live, self.escalations[0] if self.escalations else None)

    @property
    def escalated_to(self) -> str:
        """The board it is with now, in place of its own; empty while it is with its own."""
        return self.escalated.sent_to if self.escalated else ""


@dataclass(frozen=True)
class Issue:
    """Something that has happened."""

    id: str
    ref: str
    title: str
    raised_on: date
    impact: str = ""
    board_id: str | None = None
    area_id: str | None = None
    risk_id: str | None = None
    owner: Owner = NO_OWNER
    resolution: str = ""
    due: date | None = None
    resolved_on: date | None = None
    escalations: tuple[Escalation, ...] = ()


def score_by(matrix: Matrix, likelihood: int, impact: int, as_at: date, why: str = "") -> Score:
    """A score with the level the matrix gives it; refused outside the matrix."""
    level = matrix.level(likelihood, impact)
    return Score(likelihood, impact, as_at, why, level, matrix_id=matrix.id)


def score_on(scores: Iterable[Score], day: date) -> Score | None:
    """The score that stood on a day; scores are newest first."""
    return next((score for score in scores if score.as_at <= day), None)


def is_at_top(score: Score | None, matrix: Matrix) -> bool:
    """Whether a score is at the highest level in force; one by a matrix of before where it is as bad."""
    if score is None or score.level is None:
        return False
    if score.matrix_id and score.matrix_id != matrix.id:
        return score.level.severity.rank >= matrix.highest.severity.rank
    return score.level.name == matrix.highest.name


def statement(risk: Risk) -> str:
    """Cause, event and effect as one sentence; the title where they are not given."""
    if not (risk.cause and risk.event and risk.effect):
        return risk.title
    cause, event, effect = (part.strip().rstrip(".,;") for part in (risk.cause, risk.event, risk.effect))
    return f"Because {cause}, there is a risk that {event}, which would {effect}."


def by_score(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """Highest current score first, as a register has it; those without a score last."""
    return tuple(sorted(risks, key=lambda risk: -risk.current[0].weight if risk.current else 1))
