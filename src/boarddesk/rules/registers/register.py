"""Attendance: marks on a stored roll, and the figures a board is judged on.

A register is one meeting's roll with its marks.  The roll is stored when the register is first opened: later
changes of membership never change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Role, Sector


class Mark(StrEnum):
    """What the register says of one seat at one meeting; the value is the key and the letter printed."""

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

GUEST_LETTER = "I"
"""In attendance without a seat."""

MARK_LABELS: Final = {
    Mark.PRESENT: "present",
    Mark.REMOTE: "present remotely",
    Mark.PART: "present for part",
    Mark.DEPUTY: "deputy attended",
    Mark.APOLOGIES: "apologies",
    Mark.ABSENT: "absent without apologies",
    Mark.NOT_REQUIRED: "not required",
}
"""The words as shipped; an office may change them, and no rule looks at them."""

MarkLabels = Mapping[Mark, str]

_SHORT: Final = {
    Mark.PRESENT: "present",
    Mark.REMOTE: "remote",
    Mark.PART: "part",
    Mark.DEPUTY: "deputy",
    Mark.APOLOGIES: "apologies",
    Mark.ABSENT: "absent",
    Mark.NOT_REQUIRED: "not required",
}


def short_labels(labels: MarkLabels) -> dict[Mark, str]:
    """For a legend or a count: a word or two, or what the office calls the mark."""
    return {mark: _SHORT[mark] if labels[mark] == MARK_LABELS[mark] else labels[mark] for mark in Mark}


NOT_RECORDED = "not recorded"


class Standing(StrEnum):
    """With whom a row is reported: advisers apart from members, those not expected in no figure at all."""

    MEMBERS = "members"
    ADVISERS = "advisers"
    NOT_EXPECTED = "not expected"


def standing_of(role: Role, *, expected: bool) -> Standing:
    """Where rows of a role are reported."""
    if not expected:
        return Standing.NOT_EXPECTED
    return Standing.ADVISERS if role is Role.ADVISER else Standing.MEMBERS


VACANT = "Vacant"


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
    position: int = 0
    own_label: str = ""

    @property
    def mark_label(self) -> str:
        """The mark in words, the office's own where it has some."""
        return self.own_label or (MARK_LABELS[self.mark] if self.mark else NOT_RECORDED)

    @property
    def standing(self) -> Standing:
        """With whom the row is reported."""
        return standing_of(self.role, expected=self.expected)

    @property
    def is_counted(self) -> bool:
        """Whether the row adds to what was expected, on a register that counts."""
        return self.expected and self.mark is not Mark.NOT_REQUIRED

    @property
    def who(self) -> str:
        """The person's name, or that the seat was vacant."""
        return self.person or VACANT


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
    closed_on: date | None = None

    @property
    def counts(self) -> bool:
        """Only closed registers of meetings that were held are counted."""
        return self.closed and self.meeting.state.was_held

    @property
    def not_recorded(self) -> tuple[RollRow, ...]:
        """The rows still without a mark: while there are any, the register stays open."""
        return tuple(row for row in self.rows if row.mark is None)

    @property
    def is_pending(self) -> bool:
        """Not counted yet, but it may be: still to come, or held with its register open."""
        return not self.counts and self.meeting.state is not MeetingState.CANCELLED

    @property
    def is_open(self) -> bool:
        """Held or begun, and not closed yet: left out of every percentage and counted beside it."""
        begun = self.meeting.state.was_held or self.roll_id is not None
        return self.is_pending and begun
