"""Boards, seats, people and organisations as the page shows them, read once and looked up by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from boarddesk.records import boards, interests, lines, people, seats
from boarddesk.records.agenda.clearance_roles import clearance_roles
from boarddesk.records.agenda.cover_headings import cover_headings
from boarddesk.records.agenda.standing import standing_items
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.agenda.item import StandingItem
from boarddesk.rules.cover_headings import CoverHeading
from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.interests import Interest, interests_of
from boarddesk.rules.memberships.ending import TermEnding, term_ending
from boarddesk.rules.memberships.record import Gap, gaps
from boarddesk.rules.papers.paper import ClearanceRole
from boarddesk.rules.people import (
    Belonging,
    Board,
    Membership,
    Organisation,
    Person,
    Seat,
    belonging,
    is_over,
)
from boarddesk.rules.registers.quorum import never_reached, quorum_seats


@dataclass(frozen=True)
class Holding:
    """A seat somebody holds or held."""

    seat: Seat
    membership: Membership
    is_now: bool


@dataclass(frozen=True)
class ShownOffice:
    """The office on a day; `board_ids` are the boards in sight, none for all of them.

    `lines_on` is the day whose reporting lines are looked at.
    """

    boards: Mapping[str, Board]
    lines: tuple[ReportingLine, ...]
    seats: tuple[Seat, ...]
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    interests: tuple[Interest, ...]
    standing_items: Mapping[str, tuple[StandingItem, ...]]
    cover_headings: tuple[CoverHeading, ...]
    clearance_roles: tuple[ClearanceRole, ...]
    board_ids: frozenset[str]
    today: date
    lines_on: date

    @cached_property
    def seats_in_sight(self) -> tuple[Seat, ...]:
        """The seats of the boards in sight, in roll order, ended ones too."""
        return tuple(seat for seat in self.seats if self.is_in_sight(seat))

    def quorum_warning(self, board: Board) -> str:
        """What is wrong with the quorum of a board, empty where all is well."""
        return never_reached(board.quorum, quorum_seats(self.seats, board.id, self.today))

    def lines_of(self, board_id: str) -> list[ReportingLine]:
        """The reporting lines of a board, those that are over last."""
        of_board = [line for line in self.lines if line.board_id == board_id]
        return sorted(of_board, key=lambda line: (line.until_day or date.max) < self.today)

    def line(self, line_id: str) -> ReportingLine | None:
        """One reporting line; None when it is no longer there."""
        return next((line for line in self.lines if line.id == line_id), None)

    @cached_property
    def _by_id(self) -> Mapping[str, Seat]:
        return {seat.id: seat for seat in self.seats}

    @cached_property
    def _of_person(self) -> Mapping[str, list[Seat]]:
        """The seats each person holds, held or deputises for, in roll order."""
        found: dict[str, list[Seat]] = defaultdict(list)
        for seat in self.seats:
            named = [membership.person_id for membership in seat.memberships]
            for person_id in dict.fromkeys([*named, *seat.deputy_ids]):
                found[person_id].append(seat)
        return found

    @cached_property
    def _of_organisation(self) -> Mapping[str | None, list[Seat]]:
        found: dict[str | None, list[Seat]] = defaultdict(list)
        for seat in self.seats_in_sight:
            found[seat.organisation_id].append(seat)
        return found

    @cached_property
    def _from_organisation(self) -> Mapping[str | None, list[Person]]:
        found: dict[str | None, list[Person]] = defaultdict(list)
        for person in self.people.values():
            found[person.organisation_id].append(person)
        return found

    def is_in_sight(self, seat: Seat) -> bool:
        """Whether the seat is on a board in sight."""
        return not self.board_ids or seat.board_id in self.board_ids

    def seat(self, seat_id: str) -> Seat | None:
        """One seat; None when it is no longer there."""
        return self._by_id.get(seat_id)

    def is_over(self, seat: Seat) -> bool:
        """Whether the board has the seat no longer."""
        return is_over(seat, self.today)

    def is_vacant(self, seat: Seat) -> bool:
        """Whether nobody holds a seat the board has today."""
        return not self.is_over(seat) and seat.holder_on(self.today) is None

    def term_ending(self, seat: Seat) -> TermEnding | None:
        """When the holder's time ends soon with nobody to follow."""
        return term_ending(seat, self.today)

    @cached_property
    def _gaps(self) -> Mapping[str, tuple[Gap, ...]]:
        return {board.id: gaps(board, self.seats, self.today) for board in self.boards.values()}

    def gaps_of(self, board_id: str) -> tuple[Gap, ...]:
        """What members of a board have not on record."""
        return self._gaps[board_id]

    def lacks_record(self, seat: Seat) -> bool:
        """Whether something is not on record of whoever holds the seat."""
        holder = seat.holder_on(self.today)
        return any(holder in gap.person_ids for gap in self.gaps_of(seat.board_id))

    def interests_of(self, person_id: str) -> tuple[Interest, ...]:
        """What somebody declared, those that have ended last."""
        return interests_of(self.interests, person_id, self.today)

    @cached_property
    def interests_in_sight(self) -> tuple[Interest, ...]:
        """The interests of those who are anything to the boards in sight, person by person."""
        return tuple(
            interest
            for person in self.people.values()
            if not self.board_ids or self.belonging(person.id) is not Belonging.NONE
            for interest in self.interests_of(person.id)
        )

    def interest(self, interest_id: str) -> Interest | None:
        """One interest; None when it is no longer there."""
        return next((interest for interest in self.interests if interest.id == interest_id), None)

    def person_name(self, person_id: str | None) -> str:
        """The name; empty for nobody."""
        found = self.people.get(person_id or "")
        return found.name if found else ""

    def organisation_name(self, organisation_id: str | None, *, short: bool = False) -> str:
        """The name, the short one where there is one and it is wanted; empty for none."""
        found = self.organisations.get(organisation_id or "")
        if found is None:
            return ""
        return (found.short_name or found.name) if short else found.name

    def holdings(self, person_id: str) -> list[Holding]:
        """Every seat somebody holds or held, those held now first, then the newest."""
        found = [
            Holding(
                seat, membership, not self.is_over(seat) and (membership.to_date or self.today) >= self.today
            )
            for seat in self._of_person.get(person_id, ())
            for membership in seat.memberships
            if membership.person_id == person_id
        ]
        return sorted(
            found,
            key=lambda holding: (not holding.is_now, -(holding.membership.to_date or date.max).toordinal()),
        )

    def deputises_for(self, person_id: str) -> list[Seat]:
        """The seats somebody is named as a deputy for."""
        named = self._of_person.get(person_id, ())
        return [seat for seat in named if person_id in seat.deputy_ids and not self.is_over(seat)]

    def seats_of(self, organisation_id: str) -> list[Seat]:
        """The seats of an organisation on the boards in sight."""
        return [seat for seat in self._of_organisation.get(organisation_id, ()) if not self.is_over(seat)]

    def people_of(self, organisation_id: str) -> list[Person]:
        """Everybody from an organisation."""
        return self._from_organisation.get(organisation_id, [])

    def belonging(self, person_id: str) -> Belonging:
        """What somebody is to the boards in sight."""
        seats = [seat for seat in self._of_person.get(person_id, ()) if self.is_in_sight(seat)]
        return belonging(person_id, seats, self.today)

    def has_no_seat(self, person_id: str) -> bool:
        """Whether somebody never held a seat on any board and deputises for none."""
        return belonging(person_id, self._of_person.get(person_id, ()), self.today) is Belonging.NONE


def load(
    file: OfficeFile, *, board_ids: frozenset[str], today: date, lines_on: date | None = None
) -> ShownOffice:
    """Read everything the page shows."""
    known = boards.boards(file)
    return ShownOffice(
        boards={board.id: board for board in known},
        lines=lines.lines(file),
        seats=seats.seats(file),
        people={person.id: person for person in people.people(file)},
        organisations={organisation.id: organisation for organisation in boards.organisations(file)},
        interests=interests.interests(file),
        standing_items={board.id: standing_items(file, board.id) for board in known},
        cover_headings=cover_headings(file),
        clearance_roles=clearance_roles(file),
        board_ids=board_ids,
        today=today,
        lines_on=lines_on or today,
    )
