"""What is made of a register: who somebody is, which seat, which meeting and which mark is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.rules.imports.contents import FoundMark
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.names.matching import Candidate
from boarddesk.rules.people import Role, Sector

BEFORE_MINUTES = (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED, MeetingState.HELD)


@dataclass(frozen=True)
class PersonChoice:
    """Who a name is: somebody known, or somebody new; `candidates` are those it may be.

    `spellings` are other ways in which the document writes the name, `same_as` the key of the proposal about
    somebody else in the document who is the same person.
    """

    name: str
    person_id: str | None
    organisation: str = ""
    sector: Sector | None = None
    candidates: tuple[Candidate, ...] = ()

    spellings: tuple[str, ...] = ()
    same_as: str = ""

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {
            "name": self.name,
            "organisation": self.organisation or None,
            "also_written": self.spellings,
            "may_be": tuple(candidate.label for candidate in self.candidates),
        }


@dataclass(frozen=True)
class SeatChoice:
    """The seat of one member of the document, and how long the person holds it.

    `member` is the place in the document's list; `after` the place of the member whose seat is taken over.
    For a seat the office knows, a date of None leaves the time as it is, and `reopened` takes its end away.
    Without a `person_key` the seat stands vacant, and nobody is to hold it.
    """

    member: int
    person_key: str
    title: str
    organisation: str
    sector: Sector | None
    role: Role
    seat_id: str | None = None
    membership_id: str | None = None
    after: int | None = None
    from_date: date | None = None
    to_date: date | None = None
    reopened: bool = False
    expected: bool = True
    for_quorum: bool = True
    sector_given: bool = True

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {
            "title": self.title,
            "organisation": self.organisation or None,
            "role": self.role.value,
            "sector": self.sector.value if self.sector else None,
            "sector_proposed": self.sector is not None and not self.sector_given,
            "expected": self.expected,
            "counts_for_quorum": self.for_quorum,
            "from": self.from_date,
            "to": self.to_date,
        }


@dataclass(frozen=True)
class MeetingChoice:
    """One meeting of the document, and its roll where the office has none yet.

    `unclear` names those on its roll of whom it is not clear yet who they are; `notes` say how the document
    was understood, `doubts` what cannot have been so: then it is not taken unless somebody ticks it.
    """

    date: date
    cancelled: bool
    marks: tuple[FoundMark, ...]
    meeting_id: str | None = None
    time: str = ""
    said: MeetingState | None = None
    left_open: bool = False
    unclear: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def state(self) -> MeetingState:
        """As the document says; else held where there are marks, otherwise still planned."""
        if self.cancelled:
            return MeetingState.CANCELLED
        return self.said or (MeetingState.HELD if self.marks else MeetingState.PLANNED)

    @property
    def complete(self) -> bool:
        """Whether everybody on the roll is known and recorded, so that the register is closed."""
        recorded = bool(self.marks) and all(mark.mark is not None for mark in self.marks)
        return recorded and self.state.was_held and not self.left_open and not self.unclear

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {
            "date": self.date,
            "time": self.time or None,
            "state": self.state.value,
            "register": ("closed" if self.complete else "open") if self.marks else None,
            "marks": len(self.marks),
        }

    def state_after(self, kept: MeetingState) -> MeetingState | None:
        """The state the office's meeting would change to; None where the document says nothing newer."""
        if self.cancelled:
            return MeetingState.CANCELLED if kept is not MeetingState.CANCELLED else None
        if self.state is MeetingState.INQUORATE:
            return self.state if kept in BEFORE_MINUTES else None
        return self.state if self.state.was_held and not kept.was_held else None


@dataclass(frozen=True)
class MarkChoice:
    """One mark on a register the office has: row_id None where the member is not on its roll yet."""

    meeting_id: str
    mark: FoundMark
    row_id: str | None = None
    left_open: bool = False
    leaves_off: bool = False
    """Whether somebody is missing from the register while it is not clear who that is."""

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {"mark": self.mark.mark.value if self.mark.mark else None, "deputy": self.mark.deputy or None}
