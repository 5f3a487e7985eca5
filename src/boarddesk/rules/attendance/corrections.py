"""What correcting a register changes: every figure that differs before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.figures import NO_FIGURE, Figure
from boarddesk.rules.attendance.groups import By, count
from boarddesk.rules.attendance.report import AttendanceReport
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register, Standing


@dataclass(frozen=True)
class FigureChange:
    """One figure before and after."""

    of: str  # the person, seat, organisation …
    by: By
    figure: str  # personal, seat or representation
    before: Figure
    after: Figure
    target: Decimal | None = None
    standing: Standing = Standing.MEMBERS

    @property
    def whose(self) -> str:
        """Whose figure it is: `SEND Improvement Board, members`; a person or seat of members goes unsaid."""
        is_plain = self.by in (By.PERSON, By.SEAT) and self.standing is Standing.MEMBERS
        return self.of if is_plain else f"{self.of}, {self.standing}"

    @property
    def sentence(self) -> str:
        """`Ann Hale, personal: 6 of 9 · 67% → 7 of 9 · 78%`"""
        return (
            f"{self.whose}, {self.figure}: {self.before.text(self.target)} → {self.after.text(self.target)}"
        )

    @property
    def crosses_target(self) -> bool:
        """Whether the target was reached before and is not after, or the other way round."""
        return self.before.meets(self.target) is not self.after.meets(self.target)


def figure_changes(
    before: Sequence[Register], after: Sequence[Register], boards: Sequence[Board]
) -> tuple[FigureChange, ...]:
    """Every figure of a person, seat, organisation, meeting and board that differs; the board first."""
    return tuple(
        change
        for by in (By.BOARD, By.MEETING, By.ORGANISATION, By.SEAT, By.PERSON)
        for change in _changes(_report(before, by, boards), _report(after, by, boards))
    )


def _report(registers: Sequence[Register], by: By, boards: Sequence[Board]) -> AttendanceReport:
    return attendance_report(count(registers, by), boards)


def _changes(before: AttendanceReport, after: AttendanceReport) -> Iterator[FigureChange]:
    old, new = ({row.group: row for row in report.rows} for report in (before, after))
    for group in dict.fromkeys([*old, *new]):
        was, now = old.get(group), new.get(group)
        named = now or was
        if named is None:
            continue
        for figure in _FIGURES_OF[named.by]:
            figures = [getattr(row, figure) or NO_FIGURE if row else NO_FIGURE for row in (was, now)]
            if figures[0] != figures[1]:
                target = named.target if figure == named.target_figure.value else None
                yield FigureChange(
                    named.name, named.by, figure, figures[0], figures[1], target, named.standing
                )


_FIGURES_OF = {
    By.BOARD: ("seat", "personal", "representation"),
    By.MEETING: ("seat", "personal", "representation"),
    By.ORGANISATION: ("seat", "personal", "representation"),
    By.SEAT: ("seat",),
    By.PERSON: ("personal", "seat"),
}
"""The figures that belong to each kind of row."""
