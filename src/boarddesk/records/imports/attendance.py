"""Takes registers found in a document into the office: proposed first, then applied as one change to undo."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.imports.plan import ImportResult
from boarddesk.records.imports.register_proposals import kept_side, settle_decided
from boarddesk.records.leftovers import keep_leftovers, new_leftovers, not_taken
from boarddesk.records.meetings import number_year
from boarddesk.records.people import people, remember_alias
from boarddesk.records.registers.reading import register
from boarddesk.records.registers.rows import store_row
from boarddesk.records.registers.unclear import change_label
from boarddesk.rules.imports.choices import MarkChoice, MeetingChoice, PersonChoice, SeatChoice
from boarddesk.rules.imports.contents import FoundMark
from boarddesk.rules.imports.identities import person_key, same_spelling
from boarddesk.rules.imports.person_choice import OfficeSide
from boarddesk.rules.imports.proposals import Proposal, Proposals, Verdict
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.names.matching import may_be_remembered
from boarddesk.rules.people import Seat, Sector
from boarddesk.rules.registers.register import Mark, RollRow


def apply(
    file: OfficeFile,
    board_id: str,
    proposals: Proposals,
    *,
    today: date,
    accepted: Collection[str] | None = None,
) -> ImportResult:
    """Take the proposals with those keys, or the ticked ones; keep what was not understood: one change."""
    keys = (
        {proposal.key for proposal in proposals.proposals if proposal.ticked}
        if accepted is None
        else accepted
    )
    taken = [proposal for proposal in proposals.proposals if proposal.can_be_taken and proposal.key in keys]
    unread = new_leftovers(file, proposals.source, (*proposals.leftovers, *not_taken(proposals, taken)))
    if not taken and not unread:
        return ImportResult()
    with file.change(change_label(proposals.source)) as change:
        taking = _Taking(
            file, change, kept_side(file, board_id), proposals=proposals, taken=taken, today=today
        )
        taking.take()
        settle_decided(file, change, proposals, today=today)
        keep_leftovers(change, proposals.source, unread, today=today)
    written = frozenset(taking.taken - taking.skipped)
    return ImportResult(len(written), len(unread), written, taking.left_open, len(taking.opened))


class _Taking:
    """One import under way: the ids of people, organisations and seats that are there or being added."""

    def __init__(
        self,
        file: OfficeFile,
        change: Change,
        kept: OfficeSide,
        *,
        proposals: Proposals,
        taken: Sequence[Proposal],
        today: date,
    ) -> None:
        self.file, self.change, self.kept, self.today = file, change, kept, today
        self.proposals = proposals.proposals
        self.taken = {one.key for one in taken}
        self.organisations = {
            organisation.name.casefold(): organisation.id for organisation in kept.organisations
        }
        self.people: dict[str, str] = {}
        self.choices = {
            proposal.found.member: proposal
            for proposal in self.proposals
            if isinstance(proposal.found, SeatChoice)
        }
        self.seats: dict[int, Seat] = {}
        self.made: set[str] = set()
        self.holders: dict[int, str | None] = {}
        self.filled: set[str] = set()
        self.left_off: set[str] = set()
        self.incomplete: set[str] = set()
        self.skipped: set[str] = set()
        self.opened: set[str] = set()
        self.left_open = 0

    def take(self) -> None:
        """People first, then their seats, then meetings with rolls, then single marks."""
        for proposal in self.proposals:
            if isinstance(proposal.found, PersonChoice):
                self._person(proposal, proposal.found)
        for member in self.choices:
            self._seat(member)
        for proposal in self.proposals:
            match proposal.found:
                case MeetingChoice() if proposal.key in self.taken:
                    self._meeting(proposal.found)
                case MarkChoice():
                    self._mark(proposal.key, proposal.found)
        self._number()
        for meeting_id in sorted(self.filled | self.incomplete):
            self._close_if_complete(meeting_id)

    # People and seats

    def _person(self, one: Proposal, choice: PersonChoice) -> None:
        if one.key not in self.taken and one.verdict is not Verdict.SAME:
            return
        if choice.person_id is None and choice.same_as:
            self._same_person(one.key, choice)
            return
        if choice.person_id is None:
            where = self._organisation(choice.organisation, choice.sector)
            self.people[one.key] = self.change.insert("person", name=choice.name, organisation_id=where)
        else:
            self.people[one.key] = choice.person_id
        if choice.spellings or one.verdict is Verdict.CHANGED:
            self._remember(self.people[one.key], choice)

    def _same_person(self, key: str, choice: PersonChoice) -> None:
        """Somebody said to be somebody else of the document, who has been made by then."""
        if choice.same_as in self.people:
            self.people[key] = self.people[choice.same_as]
            self._remember(self.people[key], choice)
        else:
            self.skipped.add(key)

    def _remember(self, person_id: str, choice: PersonChoice) -> None:
        """Every way the document writes the name, unless it is written so for somebody else too."""
        everybody = people(self.file)
        person = next(one for one in everybody if one.id == person_id)
        for written in (choice.name, *choice.spellings):
            known = any(same_spelling(written, name) for name in (person.name, *person.aliases))
            if not known and may_be_remembered(written, person, everybody):
                remember_alias(self.file, person_id, written)

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

    def _seat(self, member: int) -> None:
        """The seat of a member, after that of whoever held it before."""
        one = self.choices[member]
        if not isinstance(one.found, SeatChoice) or member in self.seats:
            return
        choice = one.found
        if choice.after is not None:
            self._seat(choice.after)
        person_id = self.people.get(choice.person_key) if choice.person_key else None
        unknown = bool(choice.person_key) and person_id is None
        if unknown:
            self.skipped.add(one.key)
        if unknown or (one.key not in self.taken and one.verdict is not Verdict.SAME):
            return
        self.holders[member] = person_id
        self.seats[member] = self._seat_of(choice)
        if person_id is not None:
            self._hold(one, choice, person_id)

    def _seat_of(self, choice: SeatChoice) -> Seat:
        known = next((seat for seat in self.kept.seats if seat.id == choice.seat_id), None)
        if known is not None:
            return known
        handed_on = self.seats.get(choice.after) if choice.after is not None else None
        return self._handed_on(handed_on, choice) if handed_on else self._new_seat(choice)

    def _handed_on(self, seat: Seat, choice: SeatChoice) -> Seat:
        """A seat made by this import goes on as it stands with its latest holder."""
        now = replace(seat, role=choice.role, expected=choice.expected, counts_for_quorum=choice.for_quorum)
        if seat.id in self.made and now != seat:
            self.change.update(
                "seat",
                seat.id,
                role=now.role,
                expected=now.expected,
                counts_for_quorum=now.counts_for_quorum,
            )
            return now
        return seat

    def _hold(self, one: Proposal, choice: SeatChoice, person_id: str) -> None:
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
        seat = Seat(
            "",
            self.kept.board.id,
            choice.title,
            self._organisation(choice.organisation, choice.sector),
            choice.role,
            choice.for_quorum,
            choice.expected,
            position=len(self.kept.seats) + choice.member,
        )
        seat_id = self.change.insert(
            "seat",
            board_id=seat.board_id,
            title=seat.title,
            organisation_id=seat.organisation_id,
            role=seat.role,
            counts_for_quorum=seat.counts_for_quorum,
            expected=seat.expected,
            position=seat.position,
        )
        self.made.add(seat_id)
        return replace(seat, id=seat_id)

    # Meetings and marks

    def _meeting(self, choice: MeetingChoice) -> None:
        meeting_id = choice.meeting_id or self._new_meeting(choice)
        if choice.meeting_id:
            state = MeetingState(
                str(self.file.value("SELECT state FROM meeting WHERE id = ?", (meeting_id,)))
            )
            new = choice.state_after(state)
            if new is not None:
                self.change.update("meeting", meeting_id, state=new)
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
            start_time=choice.time or self.kept.board.start_time,
            venue=self.kept.board.venue,
        )

    def _roll(self, meeting_id: str, choice: MeetingChoice) -> None:
        marks = [mark for mark in choice.marks if mark.member in self.seats]
        complete = choice.complete and len(marks) == len(choice.marks)
        self.left_open += not complete
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
            reason=mark.reason,
            part_from=mark.part_from,
            part_to=mark.part_to,
            note=mark.note,
            position=place,
        )

    def _deputy(self, mark: FoundMark) -> str | None:
        return self.people.get(person_key(mark.deputy)) if mark.deputy else None

    def _mark(self, key: str, choice: MarkChoice) -> None:
        """One mark on a register the office has; who is left off it keeps it open."""
        found, taken = choice.mark, key in self.taken
        seatless = choice.row_id is None and found.member not in self.seats
        if choice.left_open or seatless or (choice.row_id is None and not taken):
            self.left_off.add(choice.meeting_id)
        if choice.leaves_off or (taken and seatless):
            self.incomplete.add(choice.meeting_id)
        if taken and (seatless or (choice.row_id and not self._is_held(choice.row_id, found))):
            self.skipped.add(key)
        if not taken or key in self.skipped:
            return
        if choice.row_id is None:
            self._add_row(choice)
            return
        kept = self.file.row("SELECT id, mark FROM attendance_mark WHERE row_id = ?", (choice.row_id,))
        deputy = self._deputy(found)
        details = {
            "deputy_id": deputy,
            "part_from": found.part_from,
            "part_to": found.part_to,
            "reason": found.reason,
        }
        given = {name: value for name, value in details.items() if value}
        noted = {"note": found.note} if found.note else {}
        if kept is None:
            self.filled.add(choice.meeting_id)
            self.change.insert("attendance_mark", row_id=choice.row_id, mark=found.mark, **given, **noted)
        elif kept["mark"] == found.mark:
            self.change.update("attendance_mark", kept["id"], **given, **noted)
        else:
            self.change.update("attendance_mark", kept["id"], mark=found.mark, **details, **noted)

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
            self.filled.add(choice.meeting_id)
            place = max((row.position for row in known.rows), default=-1) + 1
            store_row(self.change, known.roll_id, self._row(choice.mark, place))

    def _close_if_complete(self, meeting_id: str) -> None:
        """Closed once the last gap is filled; open again where a row without a mark was added.

        A register that was open for another reason, or leaves somebody off, is not closed by an import; a
        closed one is open again where somebody is missing of whom it is not known yet who that is.
        """
        known = register(self.file, meeting_id)
        complete = not known.not_recorded and meeting_id not in self.incomplete
        if known.closed and meeting_id in self.incomplete:
            self.opened.add(meeting_id)
        if known.roll_id is None or known.closed == complete or (complete and meeting_id in self.left_off):
            return
        if complete and not known.meeting.state.was_held:
            return
        closed_on = known.meeting.date if complete else None
        state = "closed" if complete else "open"
        self.change.update("roll", known.roll_id, state=state, closed_on=closed_on)

    def _number(self) -> None:
        days = [choice.found.date for choice in self.proposals if isinstance(choice.found, MeetingChoice)]
        for day in sorted(set(days)):
            if self.file.value("SELECT 1 FROM meeting WHERE number = 0 LIMIT 1"):
                number_year(self.file, self.kept.board.id, day, change=self.change)
