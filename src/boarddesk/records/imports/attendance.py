"""Takes registers found in a document into the office: proposed first, then applied as one change to undo."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from boarddesk.records.board_file import BoardFile, Change
from boarddesk.records.boards import board, organisations
from boarddesk.records.imports.leftovers import keep_leftovers, new_leftovers
from boarddesk.records.imports.plan import Applied
from boarddesk.records.meetings import number_year
from boarddesk.records.people import people, remember_alias
from boarddesk.records.registers import register, registers
from boarddesk.records.roll_rows import store_row
from boarddesk.records.seats import seats
from boarddesk.rules.attendance import Mark, RollRow
from boarddesk.rules.compare_people import Kept, PersonChoice, person_key
from boarddesk.rules.compare_registers import MarkChoice, MeetingChoice, compare_registers
from boarddesk.rules.compare_seats import SeatChoice
from boarddesk.rules.meetings import MeetingState
from boarddesk.rules.people import Board, Seat, Sector
from boarddesk.rules.proposals import FoundMark, FoundRegisters, Leftover, Proposal, Proposals, Verdict


def propose(
    file: BoardFile,
    board_id: str,
    found: FoundRegisters,
    *,
    chosen: Mapping[str, str | None] | None = None,
) -> Proposals:
    """What taking the document's registers would do to a board.

    `chosen` says, by the key of a person's proposal, who is meant: a person's id, or None for somebody new.
    """
    return compare_registers(found, _kept(file, board_id), chosen)


def propose_new_board(
    file: BoardFile,
    name: str,
    short_name: str,
    *,
    found: FoundRegisters,
    chosen: Mapping[str, str | None] | None = None,
) -> Proposals:
    """What taking the registers would do to a board that is made with them."""
    kept = Kept(Board("", name, short_name), people(file), organisations(file), (), ())
    return compare_registers(found, kept, chosen)


def apply(
    file: BoardFile,
    board_id: str,
    proposals: Proposals,
    *,
    today: date,
    accepted: Collection[str] | None = None,
) -> Applied:
    """Take the proposals with those keys, or the ticked ones; keep what was not understood: one change."""
    taken = [one for one in proposals.proposals if _is_taken(one, accepted)]
    unread = new_leftovers(file, proposals.source, (*proposals.leftovers, *_unclear(proposals, taken)))
    if not taken and not unread:
        return Applied()
    with file.change(f"Import registers from {proposals.source}") as change:
        _Taking(file, change, _kept(file, board_id), proposals=proposals, taken=taken, today=today).take()
        keep_leftovers(change, proposals.source, unread, today=today)
    return Applied(len(taken), len(unread))


def _kept(file: BoardFile, board_id: str) -> Kept:
    return Kept(
        board(file, board_id),
        people(file),
        organisations(file),
        seats(file, board_id),
        registers(file, board_id),
    )


def _is_taken(one: Proposal, accepted: Collection[str] | None) -> bool:
    if one.verdict not in (Verdict.NEW, Verdict.CHANGED):
        return False
    return one.ticked if accepted is None else one.key in accepted


def _unclear(proposals: Proposals, taken: Sequence[Proposal]) -> list[Leftover]:
    return [
        Leftover(one.place, one.title, one.why_not or "not clear enough to take")
        for one in proposals.proposals
        if one.verdict is Verdict.UNCLEAR and one not in taken
    ]


class _Taking:
    """One import under way: the ids of people, organisations and seats that are there or being added."""

    def __init__(
        self,
        file: BoardFile,
        change: Change,
        kept: Kept,
        *,
        proposals: Proposals,
        taken: Sequence[Proposal],
        today: date,
    ) -> None:
        self.file, self.change, self.kept, self.today = file, change, kept, today
        self.proposals = proposals.proposals
        self.taken = {one.key for one in taken}
        self.organisations = {one.name.casefold(): one.id for one in kept.organisations}
        self.people: dict[str, str] = {}
        self.seats: dict[int, Seat] = {}
        self.holders: dict[int, str] = {}
        self.marked: set[str] = set()

    def take(self) -> None:
        """People first, then their seats, then meetings with rolls, then single marks."""
        for one in self.proposals:
            match one.found:
                case PersonChoice():
                    self._person(one, one.found)
                case SeatChoice():
                    self._seat(one, one.found)
                case MeetingChoice() if one.key in self.taken:
                    self._meeting(one.found)
                case MarkChoice() if one.key in self.taken:
                    self._mark(one.found)
        self._number()
        for meeting_id in self.marked:
            self._close_if_complete(meeting_id)

    # People and seats

    def _person(self, one: Proposal, choice: PersonChoice) -> None:
        if one.key not in self.taken and one.verdict is not Verdict.SAME:
            return
        if choice.person_id is None:
            where = self._organisation(choice.organisation, choice.sector)
            self.people[one.key] = self.change.insert("person", name=choice.name, organisation_id=where)
            return
        self.people[one.key] = choice.person_id
        if one.verdict is Verdict.CHANGED:
            remember_alias(self.file, choice.person_id, choice.name)

    def _organisation(self, name: str, sector: Sector | None) -> str | None:
        if not name.strip():
            return None
        known = self.kept.organisation_named(name)
        key = name.strip().casefold()
        if known is None and key not in self.organisations:
            place = self.file.value("SELECT coalesce(max(position) + 1, 0) FROM organisation")
            self.organisations[key] = self.change.insert(
                "organisation", name=name.strip(), sector=sector or Sector.OTHER, position=place
            )
        return known.id if known else self.organisations[key]

    def _seat(self, one: Proposal, choice: SeatChoice) -> None:
        person_id = self.people.get(choice.person_key)
        if person_id is None or (one.key not in self.taken and one.verdict is not Verdict.SAME):
            return
        self.holders[choice.member] = person_id
        known = next((seat for seat in self.kept.seats if seat.id == choice.seat_id), None)
        handed_on = self.seats.get(choice.after) if choice.after is not None else None
        self.seats[choice.member] = known or handed_on or self._new_seat(choice)
        if choice.membership_id is None:
            self.change.insert(
                "membership",
                seat_id=self.seats[choice.member].id,
                person_id=person_id,
                from_date=choice.from_date,
                to_date=choice.to_date,
            )
        elif one.key in self.taken:
            self._change_time(choice, choice.membership_id)

    def _change_time(self, choice: SeatChoice, membership_id: str) -> None:
        if choice.from_date:
            self.change.update("membership", membership_id, from_date=choice.from_date)
        if choice.to_date or choice.reopened:
            self.change.update("membership", membership_id, to_date=choice.to_date)

    def _new_seat(self, choice: SeatChoice) -> Seat:
        where = self._organisation(choice.organisation, choice.sector)
        place = len(self.kept.seats) + choice.member
        fields = {
            "board_id": self.kept.board.id,
            "title": choice.title,
            "organisation_id": where,
            "role": choice.role,
            "counts_for_quorum": choice.role.counts_for_quorum_by_default,
            "expected": choice.role.expected_by_default,
            "position": place,
        }
        seat_id = self.change.insert("seat", **fields)
        return Seat(
            seat_id,
            self.kept.board.id,
            choice.title,
            where,
            choice.role,
            choice.role.counts_for_quorum_by_default,
            choice.role.expected_by_default,
            position=place,
        )

    # Meetings and marks

    def _meeting(self, choice: MeetingChoice) -> None:
        meeting_id = choice.meeting_id or self._new_meeting(choice)
        if choice.meeting_id and choice.state is not MeetingState.PLANNED:
            state = self.file.value("SELECT state FROM meeting WHERE id = ?", (meeting_id,))
            if not (choice.marks and MeetingState(str(state)).was_held):
                self.change.update("meeting", meeting_id, state=choice.state)
        has_roll = self.file.value("SELECT 1 FROM roll WHERE meeting_id = ?", (meeting_id,))
        if choice.marks and not has_roll:
            self._roll(meeting_id, choice)

    def _new_meeting(self, choice: MeetingChoice) -> str:
        return self.change.insert(
            "meeting",
            board_id=self.kept.board.id,
            number=0,
            date=choice.date,
            state=choice.state,
            start_time=self.kept.board.start_time,
            venue=self.kept.board.venue,
        )

    def _roll(self, meeting_id: str, choice: MeetingChoice) -> None:
        marks = [mark for mark in choice.marks if mark.member in self.seats]
        complete = bool(marks) and all(mark.mark for mark in marks) and len(marks) == len(choice.marks)
        roll_id = self.change.insert(
            "roll",
            meeting_id=meeting_id,
            state="closed" if complete else "open",
            opened_on=choice.date,
            closed_on=choice.date if complete else None,
        )
        for place, mark in enumerate(marks):
            store_row(self.change, roll_id, self._row(mark, place))

    def _row(self, mark: FoundMark, place: int) -> RollRow:
        seat = self.seats[mark.member]
        apologies = mark.mark is Mark.APOLOGIES
        return RollRow(
            id="",
            seat_id=seat.id,
            seat_title=seat.title,
            person_id=self.holders[mark.member],
            person="",
            organisation_id=seat.organisation_id,
            organisation="",
            sector=Sector.OTHER,
            role=seat.role,
            expected=seat.expected,
            counts_for_quorum=seat.counts_for_quorum,
            mark=mark.mark,
            deputy_id=self._deputy(mark),
            reason=mark.note if apologies else "",
            note="" if apologies else mark.note,
            position=place,
        )

    def _deputy(self, mark: FoundMark) -> str | None:
        return self.people.get(person_key(mark.deputy)) if mark.deputy else None

    def _mark(self, choice: MarkChoice) -> None:
        found = choice.mark
        self.marked.add(choice.meeting_id)
        if choice.row_id is None:
            self._add_row(choice)
            return
        if not self._is_held(choice.row_id, choice.mark):
            return
        kept = self.file.row("SELECT id, mark FROM attendance_mark WHERE row_id = ?", (choice.row_id,))
        fields = {"mark": found.mark, "deputy_id": self._deputy(found)}
        if kept is None:
            self.change.insert("attendance_mark", row_id=choice.row_id, **fields)
        else:
            emptied = {} if kept["mark"] == found.mark else {"reason": "", "part_from": "", "part_to": ""}
            self.change.update("attendance_mark", kept["id"], **fields, **emptied)

    def _is_held(self, row_id: str, found: FoundMark) -> bool:
        """Whether somebody sat in the seat: whom the document marks in a vacant one is named on its row."""
        held = self.file.value("SELECT person_id FROM roll_row WHERE id = ?", (row_id,)) is not None
        if held or found.mark is Mark.NOT_REQUIRED:
            return True
        holder = self.holders.get(found.member)
        if holder is not None:
            self.change.update("roll_row", row_id, person_id=holder)
            kept = self.file.row("SELECT id FROM attendance_mark WHERE row_id = ?", (row_id,))
            if kept is not None:
                self.change.delete("attendance_mark", kept["id"])  # it said that the seat was vacant
        return holder is not None

    def _add_row(self, choice: MarkChoice) -> None:
        known = register(self.file, choice.meeting_id)
        if choice.mark.member in self.seats and known.roll_id is not None:
            place = max((row.position for row in known.rows), default=-1) + 1
            store_row(self.change, known.roll_id, self._row(choice.mark, place))

    def _close_if_complete(self, meeting_id: str) -> None:
        """Closed once every row is recorded; open again where a row without a mark was added."""
        known = register(self.file, meeting_id)
        complete = not known.not_recorded
        if known.roll_id is not None and known.closed != complete:
            closed_on = known.meeting.date if complete else None
            state = "closed" if complete else "open"
            self.change.update("roll", known.roll_id, state=state, closed_on=closed_on)

    def _number(self) -> None:
        days = [choice.found.date for choice in self.proposals if isinstance(choice.found, MeetingChoice)]
        for day in sorted(set(days)):
            if self.file.value("SELECT 1 FROM meeting WHERE number = 0 LIMIT 1"):
                number_year(self.file, self.kept.board.id, day, change=self.change)
