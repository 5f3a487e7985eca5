"""The copies of a meeting for everybody, with what decides about them gathered from the office."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import board, organisations
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.packs.minutes import minutes_pack, update_pack
from boarddesk.records.people import people
from boarddesk.records.publishing.choices import publish_choices
from boarddesk.records.publishing.lookout import lookout
from boarddesk.records.seats import seats
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import NamesPrinted
from boarddesk.rules.publishing.copy import PublishedMinutes, PublishedUpdate, Publishing


def published_minutes(file: OfficeFile, meeting_id: str, *, today: date) -> PublishedMinutes:
    """The minutes of a meeting for everybody."""
    return PublishedMinutes(minutes_pack(file, meeting_id, today=today), publishing(file, meeting_id))


def published_update(file: OfficeFile, meeting_id: str, *, today: date) -> PublishedUpdate:
    """The chair's update of a meeting."""
    return PublishedUpdate(update_pack(file, meeting_id, today=today), publishing(file, meeting_id))


def publishing(file: OfficeFile, meeting_id: str) -> Publishing:
    """Whom a meeting's board looks out for, what was chosen, and who is printed by post."""
    of = meeting(file, meeting_id)
    return Publishing(
        lookout(file, of.board_id),
        publish_choices(file, meeting_id),
        _posts(file, of),
        _restricted_corrections(file),
    )


def _posts(file: OfficeFile, of: Meeting) -> dict[str, str]:
    """Everybody who is printed by post: by their seat on the day, else by their organisation."""
    by_name = board(file, of.board_id).published_names is NamesPrinted.PEOPLE
    held = {seat.holder_on(of.date): seat for seat in seats(file) if seat.holder_on(of.date)}
    here = {seat.holder_on(of.date): seat for seat in seats(file, of.board_id) if seat.holder_on(of.date)}
    called = {each.id: each.name for each in organisations(file)}
    found: dict[str, str] = {}
    for person in people(file):
        seat = here.get(person.id) or held.get(person.id)
        if by_name and person.id in here and here[person.id].role.belongs:
            continue
        whose = called.get(person.organisation_id or "")
        post = seat.title if seat else f"officer of {whose}" if whose else "an officer"
        found |= dict.fromkeys((person.name, *person.aliases), post)
    return found


def _restricted_corrections(file: OfficeFile) -> frozenset[str]:
    """Those of restricted items, and of items any word of which is restricted: theirs may be that word."""
    rows = file.rows(
        "SELECT c.id FROM minutes_correction c JOIN agenda_item i ON i.id = c.item_id "
        "LEFT JOIN agenda_item p ON p.id = i.parent_id WHERE i.restricted OR coalesce(p.restricted, 0) "
        "OR EXISTS (SELECT 1 FROM minute_block b WHERE b.item_id = i.id "
        "AND (b.restricted OR instr(b.marks, 'r')))"
    )
    return frozenset(row["id"] for row in rows)
