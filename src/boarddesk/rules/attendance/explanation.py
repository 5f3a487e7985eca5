"""Why a figure is what it is: which meetings counted, which did not, and the sum in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules import wording
from boarddesk.rules.attendance.figures import NO_FIGURE, NO_TALLY, Figure, Tally, tally
from boarddesk.rules.attendance.groups import By, GroupKey, in_period, key_of
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.registers.register import ATTENDED, Mark, Register, RollRow


class Reason(StrEnum):
    """What a meeting did to a figure, in the words shown."""

    COUNTS = "counts"
    PARTLY = "counts in part"
    MISSED = "missed"
    DEPUTY = "deputy: seat only"
    NOT_REQUIRED = "not required, left out"
    NOT_EXPECTED = "not expected, left out"
    NOT_ON_ROLL = "not on the roll, left out"
    CANCELLED = "cancelled, left out"
    OPEN = "register open, left out"
    NOT_TAKEN = "no register yet, left out"
    PLANNED = "still to come, left out"

    @property
    def is_left_out(self) -> bool:
        """Whether the meeting is in neither part of the figure."""
        return self not in (Reason.COUNTS, Reason.PARTLY, Reason.MISSED, Reason.DEPUTY)


@dataclass(frozen=True)
class ExplainedMeeting:
    """One meeting of the sum; several rows where the group has several seats."""

    meeting: Meeting
    reason: Reason
    rows: tuple[RollRow, ...]
    tally: Tally

    @property
    def personal(self) -> Figure:
        """What it adds to the personal figure."""
        return NO_FIGURE if self.reason.is_left_out else self.tally.personal

    @property
    def seat(self) -> Figure:
        """What it adds to the seat figure."""
        return NO_FIGURE if self.reason.is_left_out else self.tally.seat

    @property
    def letters(self) -> str:
        """The marks as they stand, `·` for one not recorded; `–` where there was no row."""
        return " ".join(row.mark.value if row.mark else "·" for row in self.rows) or "–"

    @property
    def says(self) -> str:
        """In words: `counts`, `deputy: seat only`, or how many of several seats."""
        expected = self.seat.of
        return f"{self.seat.n} of {expected} seats filled" if expected > 1 else self.reason.value


@dataclass(frozen=True)
class Explanation:
    """The sum behind one row, newest meeting first."""

    meetings: tuple[ExplainedMeeting, ...]

    @property
    def tally(self) -> Tally:
        """All that was counted."""
        return sum((meeting.tally for meeting in self.counted_meetings), NO_TALLY)

    @property
    def counted_meetings(self) -> tuple[ExplainedMeeting, ...]:
        """The meetings that are in the figure."""
        return tuple(meeting for meeting in self.meetings if not meeting.reason.is_left_out)

    @property
    def personal(self) -> Figure:
        """The personal figure, added up from the meetings."""
        return sum((meeting.personal for meeting in self.meetings), NO_FIGURE)

    @property
    def seat(self) -> Figure:
        """The seat figure, added up from the meetings."""
        return sum((meeting.seat for meeting in self.meetings), NO_FIGURE)

    def of(self, figure: TargetFigure) -> Figure:
        """The figure asked for."""
        return self.personal if figure is TargetFigure.PERSONAL else self.seat

    def sentence(self, figure: TargetFigure = TargetFigure.PERSONAL) -> str:
        """The sum in words: `6 of 9: there at 6, a deputy came to 2, missed 1. Left out: 1 cancelled.`

        Where there were several seats at a meeting, seats are counted and not meetings, and that is said.
        """
        asked = self.of(figure)
        if not asked.of:
            return f"Nothing was expected.{self._left_out()}"
        over = (
            f" seats over {wording.count_in_words(len(self.counted_meetings), 'meeting')}"
            if self._counts_seats
            else ""
        )
        return f"{asked.fraction}{over}: {', '.join(self._parts(figure))}.{self._left_out()}"

    @property
    def _counts_seats(self) -> bool:
        return any(meeting.seat.of > 1 for meeting in self.counted_meetings)

    def _parts(self, figure: TargetFigure) -> list[str]:
        counts = self.tally
        there, came = ("for", "for") if self._counts_seats else ("at", "to")
        deputy = f"a deputy came {came} {counts.deputy}"
        deputy += ", which counts for the seat only" if figure is TargetFigure.PERSONAL else ", which counts"
        missed = [
            f"{counts.apologies} with apologies" if counts.apologies else "",
            f"{counts.absent} without" if counts.absent else "",
            f"{counts.not_recorded} not recorded" if counts.not_recorded else "",
        ]
        how = " and ".join(part for part in missed if part)
        return [
            f"there {there} {counts.attended}",
            *([deputy] if counts.deputy else []),
            *([f"missed {counts.apologies + counts.absent + counts.not_recorded} ({how})"] if how else []),
        ]

    def _left_out(self) -> str:
        counts = {reason: sum(meeting.reason is reason for meeting in self.meetings) for reason in Reason}
        words = [
            f"{count} {reason.value.removesuffix(', left out')}"
            for reason, count in counts.items()
            if count and reason.is_left_out and reason is not Reason.NOT_ON_ROLL
        ]
        return f" Left out: {', '.join(words)}." if words else ""


def explain(
    registers: Iterable[Register],
    group: GroupKey,
    by: By,
    *,
    first: date | None = None,
    last: date | None = None,
    today: date | None = None,
) -> Explanation:
    """Every meeting of the group's board between two days with what it did to the group's figures.

    With `today`, a meeting of a day gone by that nobody took a register of is told from one still to come.
    """
    within = [
        register
        for register in in_period(registers, first, last)
        if register.meeting.board_id == group.board_id
    ]
    return Explanation(tuple(_explained(register, group, by, today=today) for register in reversed(within)))


def _explained(register: Register, group: GroupKey, by: By, *, today: date | None) -> ExplainedMeeting:
    rows = tuple(
        row
        for row in register.rows
        if row.standing is group.standing and key_of(row, by, register=register) == group.key
    )
    return ExplainedMeeting(register.meeting, _reason(register, rows, today), rows, tally(rows))


def _reason(register: Register, rows: tuple[RollRow, ...], today: date | None) -> Reason:
    if register.meeting.state is MeetingState.CANCELLED:
        return Reason.CANCELLED
    if not register.counts:
        return _pending_reason(register, today)
    if not rows:
        return Reason.NOT_ON_ROLL
    if not any(row.expected for row in rows):
        return Reason.NOT_EXPECTED
    if not any(row.is_counted for row in rows):
        return Reason.NOT_REQUIRED
    return _counted_reason([row.mark for row in rows if row.is_counted])


def _pending_reason(register: Register, today: date | None) -> Reason:
    if register.roll_id is None and today and register.meeting.date < today:
        return Reason.NOT_TAKEN
    return Reason.OPEN if register.is_open else Reason.PLANNED


def _counted_reason(marks: list[Mark | None]) -> Reason:
    attended = sum(mark in ATTENDED for mark in marks)
    if attended == len(marks):
        return Reason.COUNTS
    if attended:
        return Reason.PARTLY
    return Reason.DEPUTY if Mark.DEPUTY in marks else Reason.MISSED
