"""Headroom: how many more can be missed over the board's year and the target still be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from boarddesk.rules.attendance.figures import NO_FIGURE, NOTHING, Figure, Tally, target_shown
from boarddesk.rules.attendance.groups import By, Group, GroupKey, key_of
from boarddesk.rules.people import Board, TargetFigure
from boarddesk.rules.registers.register import Register, Standing


@dataclass(frozen=True)
class Headroom:
    """The figure so far, what is still to come in the year, and the target they are held against."""

    so_far: Figure
    to_come: int
    target: Decimal

    @property
    def whole(self) -> int:
        """Everything expected over the year: counted and to come."""
        return self.so_far.of + self.to_come

    @property
    def needed(self) -> int:
        """The least count over the whole year that reaches the target."""
        return (Fraction(self.target) * self.whole / 100).__ceil__()

    @property
    def spare(self) -> int:
        """How many more may be missed; below nought where the target is out of reach."""
        return self.so_far.n + self.to_come - self.needed

    @property
    def reachable(self) -> bool:
        """Whether attending everything to come would reach the target."""
        return self.spare >= 0

    @property
    def can_miss(self) -> int:
        """How many of those to come may be missed; never below nought."""
        return min(max(self.spare, 0), self.to_come)

    @property
    def brief(self) -> str:
        """For a column: `Can miss 1 more`, `Cannot reach it now`, or `–` where no meeting is left to miss."""
        if not self.to_come:
            return NOTHING
        return f"Can miss {self.can_miss} more" if self.reachable else "Cannot reach it now"

    @property
    def sentence(self) -> str:
        """The sum in words: `7 of 7 so far of 9, target 90%: can miss 0 more.`"""
        if not self.whole:
            return "Nothing is expected in this board year."
        if not self.to_come:
            in_year = f"{self.so_far.fraction} in the year, target {target_shown(self.target)}"
            return f"{in_year}: no meeting left."
        so_far = f"{self.so_far.n} of {self.so_far.of} so far of {self.whole}"
        end = self.brief[0].lower() + self.brief[1:]
        return f"{so_far}, target {target_shown(self.target)}: {end}."


def headrooms(
    so_far: Iterable[Group], year: Iterable[Register], boards: Iterable[Board], by: By
) -> dict[GroupKey, Headroom]:
    """Headroom of every group of members over a board year, of which what counts so far is counted already.

    Registers that do not count yet stand for what is to come: planned meetings with the roll as it would be,
    and open registers, whatever is marked on them so far.  Cancelled meetings are left out.
    """
    known = {board.id: board for board in boards}
    figures = {
        group.group: _figure(group.tally, known[group.group.board_id]) for group in so_far if _is_held(group)
    }
    to_come: Counter[GroupKey] = Counter()
    for register in year:
        if register.is_pending:
            to_come.update(
                GroupKey(register.meeting.board_id, row.standing, key_of(row, by, register=register))
                for row in register.rows
                if row.standing is Standing.MEMBERS and row.is_counted
            )
    return {
        key: Headroom(figures.get(key, NO_FIGURE), to_come[key], known[key.board_id].attendance_target)
        for key in {**figures, **to_come}
    }


def _is_held(group: Group) -> bool:
    """Whether a target is held against the group: members of whom something was expected."""
    return group.group.standing is Standing.MEMBERS and bool(group.tally.expected)


def _figure(tally: Tally, board: Board) -> Figure:
    return tally.personal if board.target_figure is TargetFigure.PERSONAL else tally.seat
