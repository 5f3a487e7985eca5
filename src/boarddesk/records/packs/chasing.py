"""Gathers who is late with what and what their texts say; records that they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records import meetings, rhythm
from boarddesk.records.agenda.arising import board_actions, note_chased
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import office_names
from boarddesk.records.people import people
from boarddesk.rules.chasing import ChasePack, OwnersActions, by_owner
from boarddesk.rules.meetings.boards_around import boards_before, next_board
from boarddesk.rules.meetings.meeting import Meeting

STEP = "actions_chased"


def owners_actions(file: OfficeFile, board_id: str | None, *, today: date) -> tuple[OwnersActions, ...]:
    """Everybody with an open action of one board or of all, those who are latest first."""
    addresses = {person.id: person.email for person in people(file)}
    return by_owner(board_actions(file, board_id, today=today), addresses, today=today)


def chase_pack(file: OfficeFile, board_id: str | None, *, today: date) -> ChasePack:
    """The next meeting of the board, or of any where all are in sight."""
    office = office_names(file)
    coming = next_board(meetings.meetings(file, board_id), today)
    if coming is None:
        return ChasePack(today, author=office.secretary, partnership=office.partnership)
    (whose,) = (known for known in boards(file) if known.id == coming.board_id)
    return ChasePack(
        today,
        whose.name,
        coming.date,
        whose.rule("papers_due").day(coming.date),
        office.secretary,
        office.partnership,
    )


def record_chase(
    file: OfficeFile, asked: OwnersActions, *, how: str, today: date, actions: Sequence[str] = ()
) -> None:
    """They were asked about what is late with them, or about `actions`, as one change.

    Once everybody who is late with something of a board was asked since its last meeting, the step of that
    meeting's round is done.
    """
    ids = list(actions) or [action.id for action in asked.late or asked.to_come]
    concerned = {action.board_id for action in asked.actions if action.id in ids}
    with file.change(f"Chase {asked.name}"):
        note_chased(file, ids, whom=asked.name, how=how, on=today)
        for board_id in sorted(concerned):
            last = _last_held(file, board_id, today)
            if last is None or STEP in rhythm.round_records(file, last.id)[last.id].ticked:
                continue
            owners = owners_actions(file, board_id, today=today)
            if all(owner.was_asked_since(last.date) for owner in owners):
                rhythm.tick(file, last.id, STEP, today, today=today)


def _last_held(file: OfficeFile, board_id: str, today: date) -> Meeting | None:
    held = boards_before(meetings.meetings(file, board_id), today)
    return held[-1] if held else None
