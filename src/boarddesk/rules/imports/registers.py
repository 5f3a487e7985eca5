"""Holds registers found in a document against those the office keeps, and says what each would change.

What the document leaves empty changes nothing; a mark that differs is a change of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

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
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.deputies import DeputyRow, deputy_doubts, placed
from boarddesk.rules.registers.parts import points_in_words
from boarddesk.rules.registers.register import MARK_LABELS, NOT_RECORDED, VACANT, Mark, Register, RollRow

MOST_PEOPLE = 2_000
"""Lines of people a document may have: a board of ten years has under a hundred."""
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
    if len(found.members) > MOST_PEOPLE:
        raise Refused(
            f"“{found.source}” has {len(found.members):,} lines of people. No more than {MOST_PEOPLE:,} "
            "are held against your office at once: bring its sheets in one by one."
        )
    known = compare_people(found, kept, chosen or {})
    people = {proposal.key: proposal for proposal in known}
    pairs = pair_meetings(found.meetings, kept.registers)

    def compared(seats: tuple[Proposal, ...]) -> list[list[Proposal]]:
        of_person: dict[str, set[str | None]] = {}
        for seat in seats:
            if isinstance(seat.found, SeatChoice):
                of_person.setdefault(seat.found.person_key, set()).add(seat.found.seat_id)
        meetings = zip(found.meetings, _keys(found.meetings), pairs, strict=True)
        return [
            list(
                _Comparing(found, seats, people, of_person, key, today, kept.same_place, one, ours).meeting()
            )
            for one, key, ours in meetings
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
    days: Counter[str] = Counter()
    for meeting in meetings:
        days[meeting.date] += 1
        again = days[meeting.date]
        yield f"meeting {meeting.date}{f' {again}' if again > 1 else ''}"


@dataclass(frozen=True)
class _Comparing:
    """One meeting of a document whose people and seats are compared already, and the office's of that day.

    `of_person` are the seats of each person of the document.
    """

    found: FoundRegisters
    seats: tuple[Proposal, ...]
    people: Mapping[str, Proposal]
    of_person: Mapping[str, set[str | None]]
    key: str
    today: date | None
    same_place: SamePlace
    said: FoundMeeting
    ours: Register | None

    @cached_property
    def _rows(self) -> tuple[dict[str | None, list[RollRow]], dict[str | None, list[RollRow]]]:
        """The rows of the office's register by seat and by person."""
        by_seat: dict[str | None, list[RollRow]] = {}
        by_person: dict[str | None, list[RollRow]] = {}
        for row in self.ours.rows if self.ours else ():
            by_seat.setdefault(row.seat_id, []).append(row)
            by_person.setdefault(row.person_id, []).append(row)
        return by_seat, by_person

    @cached_property
    def _marked(self) -> frozenset[str]:
        """The ids of everybody whom a line of the meeting marks."""
        people = (self._person(mark) for mark in self.said.marks)
        return frozenset(person.about_id for person in people if person is not None)

    def meeting(self) -> Iterator[Proposal]:
        """The meeting, and each mark that differs from a register the office has."""
        meeting, ours = self.said, self.ours
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
        doubts = self._deputies(meeting.marks)
        is_new = ours is None or ours.roll_id is None
        said = (*too_early(choice, self.today), *(dict.fromkeys(doubts.values()) if is_new else ()))
        yield propose_meeting(replace(choice, doubts=said), ours, key=self.key, place=meeting.place)
        if ours is not None and ours.roll_id is not None:
            for mark in meeting.marks:
                for proposal in self._mark(mark, ours):
                    why_not = doubts.get(mark.member, "")
                    yield _until_clear(
                        replace(proposal, ticked=not why_not, why_not=why_not), self._person(mark)
                    )

    def _leaves_off(self, mark: FoundMark) -> bool:
        """Whether who is not clear is missing: none on the roll may be meant, but whom another line marks."""
        person = self._person(mark)
        choice = person.found if person and person.verdict is Verdict.UNCLEAR else None
        if not isinstance(choice, PersonChoice):
            return False
        may_be = {candidate.person.id for candidate in choice.candidates} - self._marked
        return not may_be & self._rows[1].keys()

    def _deputies(self, marks: Sequence[FoundMark]) -> dict[int, str]:
        """What speaks against the deputies of a meeting, by member; where the document is silent, as kept."""
        rows = [self._placed(mark) for mark in marks]
        spoken = {row.id for mark in marks if (row := self._row(mark)) is not None}
        silent = placed(row for row in (self.ours.rows if self.ours else ()) if row.id not in spoken)
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

    def _mark(self, mark: FoundMark, ours: Register) -> Iterator[Proposal]:
        row = self._row(mark)
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
                self.said.left_open,
                self._leaves_off(mark),
            ),
            changes=changes,
            notes=() if row else (f"{name} is not on this register’s roll yet.",),
            about_id=row.id if row else "",
            within=self.key,
        )

    def _row(self, mark: FoundMark) -> RollRow | None:
        """The member's row: by seat, or by person where the roll has the person on another seat."""
        choice, person = self.seats[mark.member].found, self._person(mark)
        if self.ours is None or not isinstance(choice, SeatChoice):
            return None
        who = person.found.person_id if person and isinstance(person.found, PersonChoice) else None
        by_seat, by_person = self._rows
        for row in by_seat.get(choice.seat_id, ()):
            if row.person_id in (None, who):
                return row
        own = self.of_person[choice.person_key] - {choice.seat_id}
        of_person = by_person.get(who, ()) if who is not None else ()
        elsewhere = (row for row in of_person if row.seat_id not in own)
        return next(
            (row for row in elsewhere if self.same_place(choice.organisation, row.organisation)), None
        )


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
