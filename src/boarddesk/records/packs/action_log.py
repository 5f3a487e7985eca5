"""Gathers what the action log prints: the actions of a board, or of all, as they are today."""

from __future__ import annotations

from datetime import date

from boarddesk.records import boards, meetings, people, seats
from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.rules.action_log import ActionLogPack
from boarddesk.rules.meetings.boards_around import last_board, next_board


def action_log_pack(file: OfficeFile, *, today: date, board_id: str | None = None) -> ActionLogPack:
    """The log of one board, or of all of them in one."""
    office, known = office_names(file), boards.boards(file)
    whose = boards.board(file, board_id) if board_id else None
    held = meetings.meetings(file, board_id)
    coming = next_board(held, today)
    return ActionLogPack(
        board=whose.name if whose else "",
        board_short=whose.short_name if whose else "",
        board_id=board_id,
        as_at=today,
        partnership=office.partnership,
        author=office.secretary,
        last_board=last_board(held, today),
        meeting_day=coming.date if coming else None,
        actions=board_actions(file, board_id, today=today),
        shorts={board.id: board.short_name for board in known},
        bodies=bodies(file),
        edition=draft_edition(file, today),
    )


def bodies(file: OfficeFile) -> dict[str, str]:
    """The short names of organisations by the ids of their people and seats."""
    names = {known.id: known.short_name or known.name for known in boards.organisations(file)}
    of_people = {person.id: person.organisation_id for person in people.people(file)}
    of_seats = {seat.id: seat.organisation_id for seat in seats.seats(file)}
    return {of: names[body] for of, body in (of_people | of_seats).items() if body in names}
