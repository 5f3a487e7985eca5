"""What the sample tells of a risk and of an issue."""

from __future__ import annotations

from dataclasses import dataclass

from boarddesk.rules.risks.risk import Assurance, Response

APPETITES = {
    "People and skills": (6, 9),
    "Money": (4, 8),
    "Delivery": (6, 10),
    "Trust of families": (3, 6),
    "Information": (3, 6),
}
"""Optimal and tolerable of each category."""


@dataclass(frozen=True)
class ScoreStep:
    """Likelihood × impact at a board, and why it changed."""

    board: int
    likelihood: int
    impact: int
    why: str = ""


@dataclass(frozen=True)
class Treatment:
    """Something done about a risk; due in a month, done at a board or not yet."""

    text: str
    owner: str
    due: int
    done: int | None = None
    moved: tuple[tuple[int, int, str], ...] = ()  # at a board, to the end of a month, and why


@dataclass(frozen=True)
class Safeguard:
    """A control that is in place: how sure it is, and the board before which it was last tested."""

    text: str
    owner: str
    assurance: Assurance = Assurance.EFFECTIVE
    tested: int | None = -1


@dataclass(frozen=True)
class Hazard:
    """A risk with its history."""

    ref: str
    title: str
    area: str
    cause: str
    event: str
    effect: str
    category: str
    owner: str
    controls: tuple[Safeguard, ...]
    inherent: tuple[int, int]
    target: tuple[int, int]
    scores: tuple[ScoreStep, ...]
    treatments: tuple[Treatment, ...] = ()
    response: Response = Response.TREAT
    proximity: str = "within three months"
    review_in: int = 14
    escalated_to: str = ""
    asked_for: str = ""
    taken: str = ""  # what the board above decided, and why it came down again
    came_down: str = ""
    target_by: int | None = None
    actions: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    closed: str = ""
    asked: str = ""


@dataclass(frozen=True)
class Trouble:
    """An issue: something that has happened."""

    ref: str
    title: str
    area: str
    impact: str
    owner: str
    resolution: str
    board: int
    due: int
    resolved: int | None = None
