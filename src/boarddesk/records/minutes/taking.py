"""Decisions, actions and challenges taken down in a minute: the record and its place as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from boarddesk.records.agenda import arising, decisions
from boarddesk.records.agenda.items import agenda_item
from boarddesk.records.boards import board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.reading import state_of
from boarddesk.records.numbers import next_action_ref, next_number
from boarddesk.records.plan import challenges
from boarddesk.records.plan.refs import CalledRecord
from boarddesk.rules.arising import PlanLink
from boarddesk.rules.decisions import NO_BEARING, Bearing, Verb
from boarddesk.rules.meetings.meeting import Meeting, board_year
from boarddesk.rules.minutes.minutes import check_unlocked
from boarddesk.rules.owners import NO_OWNER, Owner

Place = Callable[[str], object]
"""Puts the row of a record into the text and keeps the text, as part of the change that makes it."""


def decide(
    file: OfficeFile,
    item_id: str,
    *,
    text: str,
    place: Place,
    verb: Verb = Verb.AGREED,
    bearing: Bearing = NO_BEARING,
) -> str:
    """A decision on an item, its row in the text."""
    at = _open(file, item_id)
    first, last = board_year(at.date, board(file, at.board_id).year_start)
    number = next_number(file, "decision", at.board_id, first=first, last=last)
    with file.change(f"Add decision D-{number:03}"):
        made = decisions.decide(file, at.id, text=text, verb=verb, item_id=item_id, bearing=bearing)
        place(made)
    return made


def give_action(
    file: OfficeFile,
    item_id: str,
    *,
    text: str,
    raised_on: date,
    place: Place,
    owner: Owner = NO_OWNER,
    co_owners: Sequence[Owner] = (),
    is_for: PlanLink | None = None,
    due: str = "",
) -> str:
    """An action given under an item, its row in the text; `due` is the day as typed."""
    at = _open(file, item_id)
    with file.change(f"Add action {next_action_ref(file, at.board_id)}"):
        made = arising.add_action(
            file,
            at.board_id,
            text=text,
            raised_on=raised_on,
            due=due,
            owner=owner,
            co_owners=co_owners,
            is_for=is_for,
            meeting_id=at.id,
            item_id=item_id,
        )
        place(made)
    return made


def ask(
    file: OfficeFile,
    item_id: str,
    *,
    text: str,
    about: CalledRecord,
    place: Place,
    asked_by: str = "",
    relayed_by: str = "",
) -> str:
    """A challenge put under an item to something of the plan, its row in the text."""
    at = _open(file, item_id)
    number = next_number(file, "challenge", at.board_id)
    with file.change(f"Add challenge C-{number:03}"):
        made = challenges.ask(
            file,
            about.id,
            about=about.kind,
            text=text,
            asked_on=at.date,
            asked_by=asked_by,
            relayed_by=relayed_by,
            board_id=at.board_id,
            meeting_id=at.id,
            item_id=item_id,
        )
        place(made)
    return made


def _open(file: OfficeFile, item_id: str) -> Meeting:
    """The meeting of an item whose minutes may still be written."""
    of = agenda_item(file, item_id).meeting_id
    check_unlocked(state_of(file, of))
    return meeting(file, of)
