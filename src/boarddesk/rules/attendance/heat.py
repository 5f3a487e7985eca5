"""The heat map: how far each row's seats were filled at each meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from boarddesk.rules.attendance import words as wording
from boarddesk.rules.attendance.figures import NO_FIGURE, Figure
from boarddesk.rules.attendance.groups import By, GroupKey, grouped_rows
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.registers.register import FILLED, Mark, Register
from boarddesk.rules.wording import count_in_words, number

MOST_MEETINGS = 24
"""More columns than this cannot be read on a page; the newest are kept."""


@dataclass(frozen=True)
class HeatRow:
    """One row with its figure at each meeting; nothing expected is 0 of 0."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Heat:
    """Rows down, meetings across."""

    heads: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    of: int

    @property
    def meetings(self) -> str:
        """Which meetings stand across: `eight meetings`, `the newest 14 of 22 meetings`."""
        shown = len(self.heads)
        whole = count_in_words(shown, "meeting")
        return (
            whole
            if shown == self.of
            else f"the newest {number(shown)} of {count_in_words(self.of, 'meeting')}"
        )

    @property
    def lowest(self) -> HeatRow | None:
        """The row least filled over all; None where nothing was expected."""
        expected = [row for row in self.rows if _whole(row).of]
        return min(expected, key=lambda row: _whole(row).exact or 0, default=None)

    @property
    def finding(self) -> str:
        """`Seats filled at each of eight meetings; least by Fellside Trust, 12 of 18.`"""
        lowest = self.lowest
        least = f"; least by {lowest.name}, {_whole(lowest).fraction}" if lowest else ""
        return f"Seats filled at each of {self.meetings}{least}."


def _whole(row: HeatRow) -> Figure:
    return sum(row.figures, NO_FIGURE)


def heat(
    rows: Sequence[AttendanceRow],
    heads: Sequence[str],
    at: Callable[[int, GroupKey], Figure],
) -> Heat:
    """The newest meetings with the figure of each row, asked for by place and group."""
    kept = range(max(len(heads) - MOST_MEETINGS, 0), len(heads))
    return Heat(
        tuple(heads[place] for place in kept),
        tuple(HeatRow(_name(row), tuple(at(place, row.group) for place in kept)) for row in rows),
        len(heads),
    )


def _name(row: AttendanceRow) -> str:
    named = row.person if row.by is By.SEAT and row.person else row.name
    return named[:1].upper() + named[1:]


def heat_of_registers(
    rows: Sequence[AttendanceRow], registers: Sequence[Register], by: By, *, most: int
) -> Heat:
    """The same from registers that count, of which so many fit across."""
    newest = registers[-most:]
    grouped = [grouped_rows(register, by) for register in newest]
    with_year = wording.spans_years(register.meeting.date for register in newest)
    heads = [wording.head(register.meeting.date, with_year=with_year) for register in newest]
    found = heat(rows, heads, lambda place, group: filled(row.mark for row in grouped[place].get(group, ())))
    return replace(found, of=len(registers))


def filled(marks: Iterable[Mark | None]) -> Figure:
    """Seats filled of those expected; not required is not expected."""
    known = [mark for mark in marks if mark is not Mark.NOT_REQUIRED]
    return Figure(sum(mark in FILLED for mark in known), len(known))
