"""The pack behind an attendance report: figures by person and by organisation, and the registers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boarddesk.rules.attendance.groups import By, key_of
from boarddesk.rules.attendance.report import AttendanceReport, AttendanceRow
from boarddesk.rules.edition import Edition
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import MARK_LABELS, MarkLabels, Register, Standing


@dataclass(frozen=True)
class AttendancePack:
    """Everything an attendance report prints; a published copy may leave out percentages or names."""

    partnership: str
    board: Board
    people: AttendanceReport
    organisations: AttendanceReport
    registers: tuple[Register, ...]
    as_at: date
    edition: Edition = field(default_factory=Edition)
    author: str = ""
    percentages: bool = True
    names: bool = True
    glossary: tuple[tuple[str, str], ...] = ()
    for_publication: bool = False
    labels: MarkLabels = field(default_factory=lambda: MARK_LABELS)

    @property
    def is_published(self) -> bool:
        """Whether it is a published copy: asked for as one, or something is left out of it.

        Reasons, notes, deputies and open registers are in the members' copy alone.
        """
        return self.for_publication or not (self.percentages and self.names)

    @property
    def counting_registers(self) -> tuple[Register, ...]:
        """The registers that make the figures, by date."""
        return tuple(register for register in self.registers if register.counts)


def letters(row: AttendanceRow, register: Register) -> str:
    """The marks of a row at one meeting: `P`, `P A` for two seats, a dash for nobody on the roll."""
    found = [
        other
        for other in register.rows
        if other.standing is row.standing and key_of(other, By.PERSON, register=register) == row.group.key
    ]
    return " ".join(seat_row.mark.value if seat_row.mark else "·" for seat_row in found) or "–"


def shown_name(row: AttendanceRow, *, names: bool) -> str:
    """The person, or in a copy without names the seat."""
    return row.name if names else row.seat_title or row.organisation or row.role.value.capitalize()


def under_name(row: AttendanceRow, *, names: bool) -> str:
    """What stands under the name: the seat, or the organisation where the seat is the name."""
    if names:
        return row.seat_title
    return row.organisation if row.seat_title else ""


def rows_of(report: AttendanceReport, standing: Standing) -> tuple[AttendanceRow, ...]:
    """The rows reported together."""
    return tuple(row for row in report.rows if row.standing is standing)


@dataclass(frozen=True)
class SignInPack:
    """Everything the sheet prints."""

    partnership: str
    board: Board
    title: str
    register: Register
    as_at: date
