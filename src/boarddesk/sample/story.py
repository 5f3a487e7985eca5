"""What the sample tells of its plan, as data: areas, actions, and what was said of them board by board.

A `board` counts from the next one: 0 is what came in since the last board, -1 what the last board saw.
Statuses are one letter: M met, T on track, P partially met, N not on track, ? not known.
"""

from __future__ import annotations

from dataclasses import dataclass, field

START = -22
"""The board at which the plan was adopted."""


@dataclass(frozen=True)
class StatusStep:
    """A declared status; an empty reason is one nobody gave."""

    board: int
    status: str
    why: str
    path: str = ""
    by: str = "lead"


@dataclass(frozen=True)
class News:
    """A report of progress."""

    board: int
    text: str


@dataclass(frozen=True)
class Step:
    """A milestone; done at a board, or not yet."""

    text: str
    by_when: str
    done: int | None = None
    owner: str = ""


@dataclass(frozen=True)
class Proof:
    """Evidence for an action, filed at a board."""

    reference: str
    title: str
    board: int
    location: str = ""


@dataclass(frozen=True)
class Question:
    """A question of the board, answered at a later board or still open."""

    board: int
    by: str
    text: str
    answered: int | None = None
    answer: str = ""
    relay: str = ""  # who brought it from somebody who was not in the room
    accepted: bool = True
    shown_by: str = ""  # the evidence of the answer


@dataclass(frozen=True)
class PlannedAction:
    """An action of the plan with everything that was said of it."""

    ref: str
    text: str
    by_when: str
    owners: tuple[str, ...]
    measure: str
    statuses: tuple[StatusStep, ...] = ()
    news: tuple[News, ...] = ()
    steps: tuple[Step, ...] = ()
    proof: tuple[Proof, ...] = ()
    questions: tuple[Question, ...] = ()
    moves: tuple[tuple[int, str], ...] = ()  # at which board, to which date
    added: int = START


@dataclass(frozen=True)
class Line:
    """A line of an area's report: done, planned, decide or help."""

    board: int
    kind: str
    text: str


@dataclass(frozen=True)
class Theme:
    """An area of the plan."""

    number: str
    title: str
    weakness: str
    outcome: str
    leads: tuple[str, ...]
    team: str
    actions: tuple[PlannedAction, ...]
    said: tuple[StatusStep, ...] = ()
    lines: tuple[Line, ...] = field(default=())
