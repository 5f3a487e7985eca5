"""Where a score went: since the last board, and over the last boards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from boarddesk.rules.risks.risk import Risk, Score, score_on


class Way(Enum):
    """Where a score went since the last board, as a word with its arrow; up is worse."""

    UP = ("Up", "↑")
    SAME = ("Same", "→")
    DOWN = ("Down", "↓")
    NEW = ("New", "")
    UNKNOWN = ("Not comparable", "")

    def __init__(self, word: str, arrow: str) -> None:
        self.word = word
        self.arrow = arrow


@dataclass(frozen=True)
class Movement:
    """Which way the current score went, and what it was."""

    way: Way
    was: Score | None = None

    @property
    def shown(self) -> str:
        """`↑ Up, was 16`, `→ Same`, `New`."""
        word = f"{self.way.arrow}\N{NO-BREAK SPACE}{self.way.word}" if self.way.arrow else self.way.word
        told = self.way in (Way.UP, Way.DOWN, Way.UNKNOWN)
        return f"{word}, was {figure(self.was)}" if self.was and told else word


def figure(score: Score) -> str:
    """A score in the fewest words: its product, else its level."""
    return str(score.product) if score.product is not None else score.shown


def way_between(was: Score, now: Score) -> Way:
    """Which way a score went. Products of one matrix are compared; all else by how bad the levels are.

    Two products where one matrix is not known are compared as numbers: a register that gave nothing but
    products has always done so. Scores by different matrices, of one level, cannot be told apart.
    """
    known = was.product is not None and now.product is not None
    same_matrix = was.matrix_id == now.matrix_id or not (was.matrix_id and now.matrix_id)
    if known and same_matrix:
        before, after = was.weight, now.weight
    elif was.level and now.level:
        before, after = was.level.severity.rank, now.level.severity.rank
        if before == after and not same_matrix:
            return Way.UNKNOWN
    else:
        return Way.UNKNOWN
    if before == after:
        return Way.SAME
    return Way.UP if after > before else Way.DOWN


def movement(risk: Risk, *, last_board: date | None, today: date) -> Movement | None:
    """Where the current score went since the last board; None while the risk has no current score."""
    now = score_on(risk.current, today)
    if now is None:
        return None
    before = score_on(risk.current, last_board) if last_board else None
    if before is None:
        return Movement(Way.NEW)
    return Movement(way_between(before, now), before)


@dataclass(frozen=True)
class Stand:
    """The score a risk had on a board's day; None where it had none yet."""

    day: date
    score: Score | None


def over_boards(risk: Risk, boards: Sequence[date]) -> tuple[Stand, ...]:
    """How a risk stood at each of these boards, in the order given."""
    return tuple(Stand(day, score_on(risk.current, day)) for day in boards)


def reviews(risk: Risk, *, today: date, most: int = 8) -> tuple[Score, ...]:
    """The last reviews, oldest first: each score that was kept, one a day."""
    days: dict[date, Score] = {}
    for score in risk.current:
        if score.as_at <= today:
            days.setdefault(score.as_at, score)
    return tuple(reversed(list(days.values())[:most]))
