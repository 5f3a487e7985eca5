"""Holds registers found in a document against those the office keeps, and says what each would change.

What the document leaves empty changes nothing; a mark that differs is a change of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.attendance import MARK_LABELS, NOT_RECORDED, Mark, Register, RollRow
from boarddesk.rules.compare_people import Kept, PersonChoice, compare_people
from boarddesk.rules.compare_seats import SeatChoice, compare_seats
from boarddesk.rules.deadlines import in_words
from boarddesk.rules.meetings import MeetingState
from boarddesk.rules.names import name_parts
from boarddesk.rules.proposals import (
    FieldChange,
    FoundMark,
    FoundMeeting,
    FoundRegisters,
    Proposal,
    Proposals,
    Verdict,
)

MARK, DEPUTY, STATE, REGISTER = "Mark", "Deputy", "Meeting", "Register"


@dataclass(frozen=True)
class MeetingChoice:
    """One date of the document: its meeting, and its roll where the office has none yet."""

    date: date
    cancelled: bool
    marks: tuple[FoundMark, ...]
    meeting_id: str | None = None

    @property
    def state(self) -> MeetingState:
        """Cancelled as the document says, held where there are marks, otherwise still planned."""
        if self.cancelled:
            return MeetingState.CANCELLED
        return MeetingState.HELD if self.marks else MeetingState.PLANNED

    @property
    def complete(self) -> bool:
        """Whether everybody on the roll is recorded, so that the register is closed."""
        return bool(self.marks) and all(mark.mark is not None for mark in self.marks)

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {
            "date": self.date,
            "state": self.state.value,
            "register": ("closed" if self.complete else "open") if self.marks else None,
            "marks": len(self.marks),
        }


@dataclass(frozen=True)
class MarkChoice:
    """One mark on a register the office has: row_id None where the member is not on its roll yet."""

    meeting_id: str
    mark: FoundMark
    row_id: str | None = None

    @property
    def values(self) -> dict[str, object]:
        """What is proposed, for a program to read."""
        return {"mark": self.mark.mark.value if self.mark.mark else None, "deputy": self.mark.deputy or None}


def compare_registers(
    found: FoundRegisters, kept: Kept, chosen: Mapping[str, str | None] | None = None
) -> Proposals:
    """People, seats, then meetings in order of date, each register with its marks under it.

    `chosen` says, by the key of a person's proposal, who is meant: a person's id, or None for somebody new.
    """
    people = {one.key: one for one in compare_people(found, kept, chosen or {})}
    seats = compare_seats(found, kept, people)
    proposals = [*people.values(), *seats]
    for meeting in found.meetings:
        proposals += _meeting(meeting, found, kept, seats=seats, people=people)
    return Proposals(found.source, "attendance", found.tables, tuple(proposals), found.leftovers)


def _meeting(
    meeting: FoundMeeting,
    found: FoundRegisters,
    kept: Kept,
    *,
    seats: tuple[Proposal, ...],
    people: Mapping[str, Proposal],
) -> Iterator[Proposal]:
    ours = kept.register_on(date.fromisoformat(meeting.date))
    choice = MeetingChoice(
        date.fromisoformat(meeting.date), meeting.cancelled, meeting.marks, ours.meeting.id if ours else None
    )
    proposal = _meeting_proposal(meeting, choice, ours)
    yield proposal
    if ours is not None and ours.roll_id is not None and meeting.marks:
        for mark in meeting.marks:
            yield from _mark(mark, ours, found, seats=seats, people=people, within=proposal.key)


def _meeting_proposal(meeting: FoundMeeting, choice: MeetingChoice, ours: Register | None) -> Proposal:
    changes = _meeting_changes(choice, ours) if ours else ()
    why_not = _contradiction(choice, ours) if ours else ""
    verdict = Verdict.UNCLEAR if why_not else Verdict.CHANGED if changes else Verdict.SAME
    return Proposal(
        kind="meeting",
        key=f"meeting {meeting.date}",
        ref=meeting.date,
        title=f"{in_words(choice.date)}: {_meeting_words(choice)}",
        verdict=verdict if ours else Verdict.NEW,
        place=meeting.place,
        found=choice,
        changes=changes,
        notes=_notes(choice),
        ticked=not why_not,
        why_not=why_not,
        about_id=ours.meeting.id if ours else "",
    )


def _meeting_words(choice: MeetingChoice) -> str:
    if not choice.marks:
        return choice.state.value
    return f"held, {len(choice.marks)} on the roll"


def _notes(choice: MeetingChoice) -> tuple[str, ...]:
    missing = sum(mark.mark is None for mark in choice.marks)
    if not missing:
        return ()
    return (f"{missing} not recorded: this register stays open and is left out of every percentage.",)


def _meeting_changes(choice: MeetingChoice, ours: Register) -> tuple[FieldChange, ...]:
    state = ours.meeting.state
    if choice.cancelled:
        return () if state is MeetingState.CANCELLED else (FieldChange(STATE, state.value, "cancelled"),)
    changes = []
    if choice.marks and not state.was_held:
        changes.append(FieldChange(STATE, state.value, MeetingState.HELD.value))
    if choice.marks and ours.roll_id is None:
        changes.append(FieldChange(REGISTER, "none", "closed" if choice.complete else "open"))
    return tuple(changes)


def _contradiction(choice: MeetingChoice, ours: Register) -> str:
    """A meeting cannot have been both held and cancelled: the document does not decide that."""
    if choice.cancelled and (ours.meeting.state.was_held or ours.roll_id is not None):
        return "The office has this meeting as held, the document as cancelled."
    if choice.marks and ours.meeting.state is MeetingState.CANCELLED:
        return "The office has this meeting as cancelled, the document has marks for it."
    return ""


# Marks on a register the office has ------------------------------------------------------------------------


def _mark(
    mark: FoundMark,
    ours: Register,
    found: FoundRegisters,
    *,
    seats: tuple[Proposal, ...],
    people: Mapping[str, Proposal],
    within: str,
) -> Iterator[Proposal]:
    seat = seats[mark.member]
    row = _row_of(seat, ours, people)
    changes = tuple(_mark_changes(mark, row))
    if row is not None and not changes:
        return
    name = found.members[mark.member].name
    yield Proposal(
        kind="mark",
        key=f"mark {ours.meeting.date} {mark.member}",
        ref=ours.meeting.date.isoformat(),
        title=f"{name}, {in_words(ours.meeting.date)}",
        verdict=Verdict.CHANGED if row else Verdict.NEW,
        place=mark.place,
        found=MarkChoice(ours.meeting.id, mark, row.id if row else None),
        changes=changes,
        notes=() if row else (f"{name} is not on this register’s roll yet.",),
        about_id=row.id if row else "",
        within=within,
    )


def _row_of(seat: Proposal, ours: Register, people: Mapping[str, Proposal]) -> RollRow | None:
    """The member's row: by seat, or by person where the roll has the person on another seat."""
    choice = seat.found
    if not isinstance(choice, SeatChoice):
        return None
    person = people[choice.person_key].found
    person_id = person.person_id if isinstance(person, PersonChoice) else None
    by_seat = [
        row for row in ours.rows if row.seat_id == choice.seat_id and row.person_id in (None, person_id)
    ]
    by_person = [row for row in ours.rows if person_id is not None and row.person_id == person_id]
    return next(iter([*by_seat, *by_person]), None)


def _mark_changes(mark: FoundMark, row: RollRow | None) -> Iterator[FieldChange]:
    if mark.mark is None and row is not None:
        return
    if row is None or mark.mark is not row.mark:
        yield FieldChange(MARK, mark_words(row.mark) if row else "", mark_words(mark.mark))
    if mark.deputy and row is not None and name_parts(mark.deputy) != name_parts(row.deputy):
        yield FieldChange(DEPUTY, row.deputy, mark.deputy)


def mark_words(mark: Mark | None) -> str:
    """The letter with its word: `A apologies`."""
    return f"{mark.value} {MARK_LABELS[mark]}" if mark else NOT_RECORDED
