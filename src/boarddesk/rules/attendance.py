"""Attendance: marks on a stored roll, and the figures a board is judged on.

A register is one meeting's roll with its marks.  The roll is stored when the register is first opened: later changes
of membership never change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boarddesk.rules.meetings import Meeting
from boarddesk.rules.people import Role, Sector


class Mark(StrEnum):
    """What the register says of one seat at one meeting; the value is the key pressed and the letter printed."""

    PRESENT = "P"
    REMOTE = "V"
    PART = "T"
    DEPUTY = "D"
    APOLOGIES = "A"
    ABSENT = "X"
    NOT_REQUIRED = "N"


ATTENDED = frozenset({Mark.PRESENT, Mark.REMOTE, Mark.PART})
"""Marks that count for the person."""

FILLED = ATTENDED | {Mark.DEPUTY}
"""Marks that count for the seat."""


@dataclass(frozen=True)
class RollRow:
    """One seat as it stood when the register was opened, with its mark (None: not recorded)."""

    id: str
    seat_id: str
    seat_title: str
    person_id: str | None
    person: str
    organisation_id: str | None
    organisation: str
    sector: Sector
    role: Role
    expected: bool
    counts_for_quorum: bool
    mark: Mark | None = None
    deputy_id: str | None = None
    deputy: str = ""
    reason: str = ""
    part_from: str = ""
    part_to: str = ""
    note: str = ""


@dataclass(frozen=True)
class Guest:
    """Somebody in attendance who holds no seat (letter I)."""

    id: str
    name: str
    organisation: str = ""
    purpose: str = ""
    person_id: str | None = None
    arrived: str = ""
    departed: str = ""


@dataclass(frozen=True)
class Register:
    """A meeting with its roll; no rows and no roll id while it was never opened."""

    meeting: Meeting
    board: str
    roll_id: str | None = None
    closed: bool = False
    rows: tuple[RollRow, ...] = ()
    guests: tuple[Guest, ...] = ()

    @property
    def counts(self) -> bool:
        """Only closed registers of meetings that were held are counted."""
        return self.closed and self.meeting.state.was_held
