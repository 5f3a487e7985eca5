"""Headroom: how many more can be missed over the board's year and the target still be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from boarddesk.rules.attendance import ATTENDED, FILLED, Mark, Register, Standing
from boarddesk.rules.attendance_counted import By, GroupKey, key_of
from boarddesk.rules.attendance_figures import NO_FIGURE, NOTHING, Figure, target_shown
from boarddesk.rules.people import Board, TargetFigure


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


def counts_for(figure: TargetFigure) -> frozenset[Mark]:
    """The marks that count for the figure a target is held against."""
    return ATTENDED if figure is TargetFigure.PERSONAL else FILLED


def headrooms(year: Iterable[Register], boards: Iterable[Board], by: By) -> dict[GroupKey, Headroom]:
    """Headroom of every group of members over a board year.

    Registers that do not count yet stand for what is to come: planned meetings with the roll as it would be,
    and open registers, whatever is marked on them so far.  Cancelled meetings are left out.
    """
    known = {board.id: board for board in boards}
    so_far: dict[GroupKey, Figure] = defaultdict(lambda: NO_FIGURE)
    to_come: dict[GroupKey, int] = defaultdict(int)
    for register in year:
        counting = counts_for(known[register.meeting.board_id].target_figure)
        for key, figure in _by_group(register, by, counting).items():
            if register.counts:
                so_far[key] += figure
            elif register.is_pending:
                to_come[key] += figure.of
    return {
        key: Headroom(so_far[key], to_come[key], known[key.board_id].attendance_target)
        for key in {**so_far, **to_come}
    }


def _by_group(register: Register, by: By, counting: frozenset[Mark]) -> Mapping[GroupKey, Figure]:
    found: dict[GroupKey, Figure] = defaultdict(lambda: NO_FIGURE)
    for row in register.rows:
        if row.standing is Standing.MEMBERS and row.is_counted:
            key = GroupKey(register.meeting.board_id, row.standing, key_of(row, by, register=register))
            found[key] += Figure(int(row.mark in counting), 1)
    return found
