"""Business that was on no agenda: added while the meeting goes on, though the agenda was issued."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda.items import agenda_item, agenda_items
from boarddesk.records.boards import board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.reading import state_of
from boarddesk.rules.agenda.item import check_minutes, check_title
from boarddesk.rules.agenda.locking import check_added_on_the_day
from boarddesk.rules.minutes.minutes import check_unlocked
from boarddesk.rules.people import BoardKind
from boarddesk.rules.refused import Refused


def add_on_the_day(
    file: OfficeFile,
    meeting_id: str,
    title: str,
    *,
    today: date,
    minutes: int | None = None,
    late_why: str = "",
) -> str:
    """An item taken all the same: it stands last, so that no number on the agenda moves."""
    of = meeting(file, meeting_id)
    check_unlocked(state_of(file, meeting_id))
    statutory = board(file, of.board_id).kind is BoardKind.STATUTORY
    check_added_on_the_day(of, late_why, statutory=statutory, today=today)
    check_minutes(minutes)
    kept = check_title(title)
    with file.change(f"Add item {kept} on the day") as change:
        return change.insert(
            "agenda_item",
            meeting_id=meeting_id,
            title=kept,
            minutes=minutes,
            late_why=late_why.strip(),
            added_on_the_day=True,
            position=len(agenda_items(file, meeting_id)),
        )


def take_off_again(file: OfficeFile, item_id: str) -> None:
    """Take out an item added on the day by mistake, with what was written under it; Undo brings it back."""
    item = agenda_item(file, item_id)
    check_unlocked(state_of(file, item.meeting_id))
    if not item.added_on_the_day:
        raise Refused("It was on the agenda: mark it as not reached instead.")
    with file.change(f"Take off item {item.title}") as change:
        change.delete("agenda_item", item_id)
