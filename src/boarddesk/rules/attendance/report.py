"""The attendance table: its rows, its total, its lowest and highest meeting, members and advisers apart.

One value that the window, the documents and the command line all print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import itemgetter

from boarddesk.rules.attendance.figures import DEFINITION, Figure, Tally
from boarddesk.rules.attendance.groups import By, GroupKey
from boarddesk.rules.attendance.headroom import Headroom
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Role, TargetFigure
from boarddesk.rules.registers.register import Standing


class _TallyOnTarget:
    """A tally with the target held against one of its figures; the classes below give the three."""

    tally: Tally
    target: Decimal | None
    target_figure: TargetFigure

    @property
    def personal(self) -> Figure:
        """Deputies do not count."""
        return self.tally.personal

    @property
    def seat(self) -> Figure:
        """Deputies count."""
        return self.tally.seat

    @property
    def judged(self) -> Figure:
        """The figure the target is held against."""
        return self.personal if self.target_figure is TargetFigure.PERSONAL else self.seat

    @property
    def meets_target(self) -> bool | None:
        """None where nothing was expected or no target is held, as where boards have different ones."""
        return self.judged.meets(self.target)


@dataclass(frozen=True)
class AttendanceRow(_TallyOnTarget):
    """One row: a person, seat, organisation, sector, role, meeting or board with its figures.

    The target is None where none is held against the row: advisers and those not expected.
    """

    group: GroupKey
    board: str
    by: By
    name: str
    person: str
    seat_title: str
    organisation: str
    role: Role
    tally: Tally
    representation: Figure | None
    target: Decimal | None
    target_figure: TargetFigure
    person_id: str | None = None
    headroom: Headroom | None = None

    @property
    def standing(self) -> Standing:
        """With whom the row is reported."""
        return self.group.standing

    def with_headroom(self, headroom: Headroom) -> AttendanceRow:
        """The same row with what may still be missed over the year."""
        return replace(self, headroom=headroom)


@dataclass(frozen=True)
class MeetingFigures:
    """One counted meeting on the trend."""

    meeting: Meeting
    title: str
    members: Tally
    advisers: Tally
    representation: Figure

    @property
    def personal(self) -> Figure:
        """Members, without deputies."""
        return self.members.personal

    @property
    def seat(self) -> Figure:
        """Members' seats, deputies counted."""
        return self.members.seat

    def of(self, figure: TargetFigure) -> Figure:
        """The figure asked for."""
        return self.personal if figure is TargetFigure.PERSONAL else self.seat


@dataclass(frozen=True)
class AttendanceTotal(_TallyOnTarget):
    """The pooled figures of members or of advisers, and how many rows reach the target."""

    tally: Tally
    representation: Figure
    target: Decimal | None
    target_figure: TargetFigure


@dataclass(frozen=True)
class AttendanceReport:
    """Attendance between two days by one grouping; None where the period is open."""

    by: By
    first: date | None
    last: date | None
    rows: tuple[AttendanceRow, ...]
    total: AttendanceTotal
    advisers: AttendanceTotal
    trend: tuple[MeetingFigures, ...]
    open_registers: tuple[Meeting, ...] = ()
    cancelled: tuple[Meeting, ...] = ()
    definition: str = DEFINITION

    @property
    def members(self) -> tuple[AttendanceRow, ...]:
        """The rows that make the total."""
        return tuple(row for row in self.rows if row.standing is Standing.MEMBERS)

    @property
    def adviser_rows(self) -> tuple[AttendanceRow, ...]:
        """Advisers, in no figure of the members."""
        return tuple(row for row in self.rows if row.standing is Standing.ADVISERS)

    @property
    def below_target(self) -> tuple[AttendanceRow, ...]:
        """The rows that do not reach the target, lowest first."""
        below = [row for row in self.members if row.meets_target is False]
        return tuple(sorted(below, key=lambda row: _share(row.judged)))

    @property
    def is_of_advisers(self) -> bool:
        """Whether advisers alone are in it, as where only their role is asked for."""
        return bool(self.adviser_rows) and not self.members

    def of_advisers(self) -> AttendanceReport:
        """The same with the advisers' figures as its total and its trend, for a report of nobody else."""
        trend = tuple(replace(figures, members=figures.advisers) for figures in self.trend)
        return replace(self, total=self.advisers, trend=trend)

    def lowest(self, figure: TargetFigure = TargetFigure.SEAT) -> MeetingFigures | None:
        """The meeting with the lowest figure; the earliest of equals."""
        found = min(self._shares[figure], key=itemgetter(0), default=None)
        return found[1] if found else None

    def highest(self, figure: TargetFigure = TargetFigure.SEAT) -> MeetingFigures | None:
        """The meeting with the highest figure; the earliest of equals."""
        found = max(self._shares[figure], key=itemgetter(0), default=None)
        return found[1] if found else None

    @cached_property
    def _shares(self) -> Mapping[TargetFigure, list[tuple[float, MeetingFigures]]]:
        """The meetings at which something was expected, each with what it is compared by."""
        figures = {kind: [(meeting.of(kind), meeting) for meeting in self.trend] for kind in TargetFigure}
        return {
            kind: [(_share(of), meeting) for of, meeting in found if of.of] for kind, found in figures.items()
        }

    @property
    def open_note(self) -> str:
        """What stands beside the percentages: `1 register open`, or nothing."""
        count = len(self.open_registers)
        return "" if not count else f"{count} register{'s' if count > 1 else ''} open"

    @property
    def advisers_range(self) -> str:
        """From the adviser least often there to the one most often there: `each adviser 82% to 91%`.

        Nothing where a row is not one adviser: a meeting or a sector says nothing of each of them.
        """
        is_one = self.by in (By.PERSON, By.SEAT)
        figures = [row.seat for row in self.adviser_rows if row.seat.of and is_one]
        if not figures:
            return ""
        low, high = min(figures, key=_share), max(figures, key=_share)
        both = low.shown() if low.shown() == high.shown() else f"{low.shown()} to {high.shown()}"
        return f"each adviser {both}"


def _share(figure: Figure) -> float:
    """To compare by: equal shares are equal numbers, and counts this small never round two into one."""
    return figure.n / figure.of if figure.of else 0.0
