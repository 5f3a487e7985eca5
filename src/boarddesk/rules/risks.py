"""Risks and issues: scores, levels, movement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Final

from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.refused import Refused


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
class Escalation:
    """A risk sent to another board: to whom, and since when where that is known."""

    sent_to: str
    board_id: str | None = None
    sent_on: date | None = None


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
    appetite: int | None = None
    board_id: str | None = None
    area_id: str | None = None
    action_id: str | None = None
    kpi_id: str | None = None
    owner: Owner = NO_OWNER
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
    escalations: tuple[Escalation, ...] = ()

    @property
    def escalated(self) -> Escalation | None:
        """Where it is now, sent there last; None while it is with its own board."""
        return self.escalations[0] if self.status is RiskStatus.ESCALATED and self.escalations else None

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
    area_id: str | None = None
    risk_id: str | None = None
    owner: str = ""
    resolution: str = ""
    due: date | None = None
    resolved_on: date | None = None


PRODUCTS: Final = tuple(sorted({likelihood * impact for likelihood in range(1, 6) for impact in range(1, 6)}))
"""The scores that can be reached: 7, 11 and some others cannot."""

LEVELS: Final = (Level("Low", 1, 3), Level("Moderate", 4, 6), Level("High", 8, 12), Level("Extreme", 15, 25))
"""The usual bands, lowest first."""


class Way(Enum):
    """Where a score went since the last board, as a word with its arrow; up is worse."""

    UP = ("Up", "↑")
    SAME = ("Same", "→")
    DOWN = ("Down", "↓")
    NEW = ("New", "")

    def __init__(self, word: str, arrow: str) -> None:
        self.word = word
        self.arrow = arrow


@dataclass(frozen=True)
class Movement:
    """Where a score went since the last board, and what it was."""

    way: Way
    was: int | None = None

    @property
    def shown(self) -> str:
        """`↑ Up, was 16`, `→ Same`, `New`."""
        word = f"{self.way.arrow}\N{NO-BREAK SPACE}{self.way.word}" if self.way.arrow else self.way.word
        return f"{word}, was {self.was}" if self.way in (Way.UP, Way.DOWN) else word


def level_of(product: int, levels: Sequence[Level] = LEVELS) -> Level:
    """The level of a score by the bands in force; bands that were checked hold every score."""
    for level in levels:
        if level.lowest <= product <= level.highest:
            return level
    raise ValueError(f"no level holds a score of {product}")


def check_levels(bands: Iterable[Level]) -> None:
    """Refuses bands that lack a name, share one, overlap, or leave out a score."""
    ordered = sorted(bands, key=lambda band: (band.lowest, band.highest))
    _check_names(ordered)
    for band in ordered:
        if band.lowest > band.highest:
            raise Refused(
                f"{band.name} ends at {band.highest}, before it begins at {band.lowest}.", field="lowest"
            )
        if band.review_every_days < 1:
            raise Refused(
                f"Say after how many days risks at {band.name} are reviewed.", field="review_every_days"
            )
    _check_cover(ordered)


def _check_names(bands: Sequence[Level]) -> None:
    names = [band.name.strip().casefold() for band in bands]
    if not all(names):
        raise Refused("Give every level a name.", field="name")
    twice = next((band.name for band in bands if names.count(band.name.strip().casefold()) > 1), "")
    if twice:
        raise Refused(f"Two levels are called {twice}. Give each its own name.", field="name")


def _check_cover(bands: Sequence[Level]) -> None:
    for product in PRODUCTS:
        holding = [band.name for band in bands if band.lowest <= product <= band.highest]
        if not holding:
            raise Refused(f"A score of {product} falls in no level. Widen one of them.", field="lowest")
        if len(holding) > 1:
            both = " and ".join(holding[:2])
            raise Refused(f"A score of {product} falls in both {both}.", field="lowest")


def score_on(scores: Iterable[Score], day: date) -> Score | None:
    """The score that stood on a day; scores are newest first."""
    return next((score for score in scores if score.as_at <= day), None)


def movement(risk: Risk, *, last_board: date | None, today: date) -> Movement | None:
    """Where the current score went since the last board; None while the risk has no current score."""
    now = score_on(risk.current, today)
    if now is None:
        return None
    before = score_on(risk.current, last_board) if last_board else None
    if before is None:
        return Movement(Way.NEW)
    if now.product == before.product:
        return Movement(Way.SAME, before.product)
    return Movement(Way.UP if now.product > before.product else Way.DOWN, before.product)


def statement(risk: Risk) -> str:
    """Cause, event and effect as one sentence; the title where they are not given."""
    if not (risk.cause and risk.event and risk.effect):
        return risk.title
    cause, event, effect = (part.strip().rstrip(".,;") for part in (risk.cause, risk.event, risk.effect))
    return f"Because {cause}, there is a risk that {event}, which would {effect}."


def by_score(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """Highest current score first, as a register has it; those without a score last."""
    return tuple(sorted(risks, key=lambda risk: -risk.current[0].product if risk.current else 1))
