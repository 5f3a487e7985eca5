"""Holds registers found in a document against those the office keeps, and says what each would change.

What the document leaves empty changes nothing; a mark that differs is a change of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.imports.choices import MarkChoice, MeetingChoice, PersonChoice, SeatChoice
from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundRegisters, What
from boarddesk.rules.imports.identities import SamePlace, person_key
from boarddesk.rules.imports.meetings import pair_meetings, propose_meeting, too_early
from boarddesk.rules.imports.people import compare_people
from boarddesk.rules.imports.person_choice import OfficeSide
from boarddesk.rules.imports.proposals import FieldChange, Proposal, ProposalKind, Proposals, Verdict
from boarddesk.rules.imports.seats import compare_seats
from boarddesk.rules.names.spellings import name_parts
from boarddesk.rules.registers.deputies import DeputyRow, deputy_doubts, placed
from boarddesk.rules.registers.parts import points_in_words
from boarddesk.rules.registers.register import MARK_LABELS, NOT_RECORDED, VACANT, Mark, Register, RollRow

MARK, DEPUTY, PART, REASON, NOTE = "Mark", "Deputy", "There", "Reason", "Note"


def compare_registers(
    found: FoundRegisters,
    kept: OfficeSide,
    chosen: Mapping[str, str | None] | None = None,
    *,
    today: date | None = None,
) -> Proposals:
    """People, seats, then meetings in order of date, each register with its marks under it.

    `chosen` says, by the key of a person's proposal, who is meant: a person's id, or None for somebody new.
    With `today`, a register of a day to come is doubted. What is not taken begins and ends nobody's time.
    """
    known = compare_people(found, kept, chosen or {})
    people = {proposal.key: proposal for proposal in known}
    pairs = pair_meetings(found.meetings, kept.registers)

    def compared(seats: tuple[Proposal, ...]) -> list[list[Proposal]]:
        return [
            list(_Comparing(found, seats, people, key, today, kept.same_place).meeting(meeting, ours))
            for meeting, key, ours in zip(found.meetings, _keys(found.meetings), pairs, strict=True)
        ]

    seats = compare_seats(found, kept, people)
    registers = compared(seats)
    doubted = [at for at, said in enumerate(registers) if not said[0].ticked]
    if doubted:
        seats = compare_seats(found, kept, people, doubted)
        registers = compared(seats)
    waiting = (_until_clear(seat, people.get(seat.within)) for seat in seats)
    proposals = (*known, *waiting, *(proposal for each in registers for proposal in each))
    return Proposals(found.source, What.ATTENDANCE, found.tables, proposals, found.leftovers)


def _until_clear(one: Proposal, person: Proposal | None) -> Proposal:
    """What hangs on somebody who is not clear yet waits for the answer."""
    if person is None or person.verdict is not Verdict.UNCLEAR:
        return one
    return replace(one, ticked=False, waits=True, why_not=f"Waits for who {person.title} is.")


def _keys(meetings: Sequence[FoundMeeting]) -> Iterator[str]:
    """`meeting 2026-06-09`; the second of a day with a number."""
    days: list[str] = []
    for meeting in meetings:
        again = days.count(meeting.date)
        days.append(meeting.date)
        yield f"meeting {meeting.date}{f' {again + 1}' if again else ''}"


@dataclass(frozen=True)
class _Comparing:
    """One meeting of a document whose people and seats are compared already."""

    found: FoundRegisters
    seats: tuple[Proposal, ...]
    people: Mapping[str, Proposal]
    key: str
    today: date | None
    same_place: SamePlace

    def meeting(self, meeting: FoundMeeting, ours: Register | None) -> Iterator[Proposal]:
        """The meeting, and each mark that differs from a register the office has."""
        choice = MeetingChoice(
            date.fromisoformat(meeting.date),
            meeting.cancelled,
            meeting.marks,
            ours.meeting.id if ours else None,
            time=meeting.time,
            said=meeting.said,
            left_open=meeting.left_open,
            unclear=tuple(self._unclear(meeting)),
            notes=meeting.notes,
        )
        doubts = self._deputies(meeting.marks, ours)
        is_new = ours is None or ours.roll_id is None
        said = (*too_early(choice, self.today), *(dict.fromkeys(doubts.values()) if is_new else ()))
        yield propose_meeting(replace(choice, doubts=said), ours, key=self.key, place=meeting.place)
        if ours is not None and ours.roll_id is not None:
            for mark in meeting.marks:
                for proposal in self._mark(mark, meeting, ours):
                    why_not = doubts.get(mark.member, "")
                    yield _until_clear(
                        replace(proposal, ticked=not why_not, why_not=why_not), self._person(mark)
                    )

    def _leaves_off(self, mark: FoundMark, meeting: FoundMeeting, ours: Register) -> bool:
        """Whether who is not clear is missing: none on the roll may be meant, but whom another line marks."""
        person = self._person(mark)
        choice = person.found if person and person.verdict is Verdict.UNCLEAR else None
        if not isinstance(choice, PersonChoice):
            return False
        marked = {each.about_id for one in meeting.marks if (each := self._person(one)) is not None}
        may_be = {candidate.person.id for candidate in choice.candidates} - marked
        return not may_be & {row.person_id for row in ours.rows}

    def _deputies(self, marks: Sequence[FoundMark], ours: Register | None) -> dict[int, str]:
        """What speaks against the deputies of a meeting, by member; where the document is silent, as kept."""
        rows = [self._placed(mark) for mark in marks]
        spoken = {row.id for mark in marks if ours and (row := self._row(mark, ours)) is not None}
        silent = placed(row for row in (ours.rows if ours else ()) if row.id not in spoken)
        together = [*rows, *silent]
        doubts = deputy_doubts(together)
        said = {mark.member: doubts[at] for at, mark in enumerate(marks) if at in doubts}
        for at in (place for place in doubts if place >= len(rows)):  # kept so, and doubtful by what is new
            deputy = together[at].deputy_is
            those = (mark.member for mark, row in zip(marks, rows, strict=True) if row.who & deputy)
            said |= dict.fromkeys((one for one in those if one not in said), doubts[at])
        return said

    def _placed(self, mark: FoundMark) -> DeputyRow:
        name = self.found.members[mark.member].name
        named = mark.deputy if mark.mark is Mark.DEPUTY else ""
        person, deputy = self._person(mark), self.people.get(person_key(named)) if named else None
        return DeputyRow(name or VACANT, _signs(person), mark.mark, mark.deputy, _signs(deputy))

    def _unclear(self, meeting: FoundMeeting) -> Iterator[str]:
        for mark in meeting.marks:
            person = self._person(mark)
            if person is not None and person.verdict is Verdict.UNCLEAR:
                yield person.title

    def _person(self, mark: FoundMark) -> Proposal | None:
        seat = self.seats[mark.member].found
        return self.people.get(seat.person_key) if isinstance(seat, SeatChoice) else None

    def _mark(self, mark: FoundMark, meeting: FoundMeeting, ours: Register) -> Iterator[Proposal]:
        row = self._row(mark, ours)
        changes = tuple(_mark_changes(mark, row))
        if row is not None and not changes:
            return
        person = self._person(mark)
        name = person.title if person is not None else VACANT
        yield Proposal(
            kind=ProposalKind.MARK,
            key=f"mark {self.key.removeprefix('meeting ')} {mark.member}",
            ref=ours.meeting.date.isoformat(),
            title=f"{name}, {in_words(ours.meeting.date)}",
            verdict=Verdict.CHANGED if row else Verdict.NEW,
            place=mark.place,
            found=MarkChoice(
                ours.meeting.id,
                mark,
                row.id if row else None,
                meeting.left_open,
                self._leaves_off(mark, meeting, ours),
            ),
            changes=changes,
            notes=() if row else (f"{name} is not on this register’s roll yet.",),
            about_id=row.id if row else "",
            within=self.key,
        )

    def _row(self, mark: FoundMark, ours: Register) -> RollRow | None:
        """The member's row: by seat, or by person where the roll has the person on another seat."""
        choice, person = self.seats[mark.member].found, self._person(mark)
        if not isinstance(choice, SeatChoice):
            return None
        who = person.found.person_id if person and isinstance(person.found, PersonChoice) else None
        by_seat = [row for row in ours.rows if row.seat_id == choice.seat_id and row.person_id in (None, who)]
        where = choice.organisation
        by_person = [
            row
            for row in ours.rows
            if who is not None and row.person_id == who and self.same_place(where, row.organisation)
        ]
        own = {
            seat.found.seat_id
            for seat in self.seats
            if isinstance(seat.found, SeatChoice) and seat.found.person_key == choice.person_key
        } - {choice.seat_id}
        return next(iter([*by_seat, *(row for row in by_person if row.seat_id not in own)]), None)


def _signs(person: Proposal | None) -> frozenset[str]:
    """By what somebody is known again on a register; while it is not clear who they are, by the name too."""
    if person is None:
        return frozenset()
    same = person.found.same_as if isinstance(person.found, PersonChoice) else ""
    unclear = {name_parts(person.title).key} if person.verdict is Verdict.UNCLEAR else set()
    return frozenset({person.about_id or same or person.key} | unclear)


def _mark_changes(mark: FoundMark, row: RollRow | None) -> Iterator[FieldChange]:
    """What the document says otherwise; of details it leaves empty it says nothing."""
    if mark.mark is None and row is not None:
        return
    if row is None or mark.mark is not row.mark:
        yield FieldChange(MARK, mark_words(row.mark) if row else "", mark_words(mark.mark))
    if row is None:
        return
    if mark.deputy and name_parts(mark.deputy) != name_parts(row.deputy):
        yield FieldChange(DEPUTY, row.deputy, mark.deputy)
    there = points_in_words(mark.part_from, mark.part_to)
    if there and (mark.part_from, mark.part_to) != (row.part_from, row.part_to):
        yield FieldChange(PART, points_in_words(row.part_from, row.part_to), there)
    for name, old, new in ((REASON, row.reason, mark.reason), (NOTE, row.note, mark.note)):
        if new and new != old:
            yield FieldChange(name, old, new)


def mark_words(mark: Mark | None) -> str:
    """The letter with its word: `A apologies`."""
    return f"{mark.value} {MARK_LABELS[mark]}" if mark else NOT_RECORDED
