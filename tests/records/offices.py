"""A small office for tests: one board with seats held by people called as their seats."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boarddesk.records.boards import add_board, add_organisation
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.records.people import add_person
from boarddesk.records.registers.reading import register
from boarddesk.records.registers.taking import mark
from boarddesk.records.seats import add_seat, appoint
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.registers.register import Mark

DAY = date(2026, 6, 9)

SEATS: Mapping[str, Role] = {
    "Ann Hale": Role.CHAIR,
    "Ben Moor": Role.MEMBER,
    "Cal Vale": Role.MEMBER,
    "Dee Grant": Role.ADVISER,
    "Eve Byrne": Role.SECRETARY,
}


def board_with_seats(file: OfficeFile) -> str:
    """A board of five seats, all held since ever, and the board's id."""
    board_id = add_board(file, "SEND Improvement Board", "SIB", venue="Committee room 2", start_time="13:30")
    trust = add_organisation(file, "Northmoor Trust", sector=Sector.HEALTH)
    for name, role in SEATS.items():
        seat = add_seat(file, board_id, f"Seat of {name}", role=role, organisation_id=trust)
        appoint(file, seat, add_person(file, name, organisation_id=trust))
    return board_id


def meeting_of(file: OfficeFile, day: date = DAY) -> str:
    """A meeting of such a board."""
    return add_meeting(file, board_with_seats(file), day)


def mark_rest(file: OfficeFile, meeting_id: str, letter: Mark) -> None:
    """Everybody not recorded yet has the same mark, as one change; a vacant seat was not needed."""
    with file.change("Mark the rest"):
        for row in register(file, meeting_id).not_recorded:
            mark(file, row.id, letter if row.person_id else Mark.NOT_REQUIRED)
