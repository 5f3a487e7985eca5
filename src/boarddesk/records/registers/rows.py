"""The rows of a stored roll: kept with their marks, added, corrected and taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boarddesk.records.boards import organisations
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.records.reading import one
from boarddesk.records.registers.reading import register
from boarddesk.records.seats import seat, seats
from boarddesk.rules.people import Role, follow_role
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.marking import SEAT_VACANT, check_may_mark, place_on_roll, roll_row, row_words
from boarddesk.rules.registers.register import Mark, Register, RollRow

ROW_GONE = "That row is no longer on the register."


def store_row(change: Change, roll_id: str, row: RollRow) -> str:
    """One row of a roll, with its mark where it has one."""
    row_id = change.insert(
        "roll_row",
        roll_id=roll_id,
        seat_id=row.seat_id,
        person_id=row.person_id,
        seat_title=row.seat_title,
        organisation_id=row.organisation_id,
        role=row.role,
        expected=row.expected,
        counts_for_quorum=row.counts_for_quorum,
        position=row.position,
    )
    if row.mark is not None:
        change.insert(
            "attendance_mark",
            row_id=row_id,
            mark=row.mark,
            deputy_id=row.deputy_id,
            reason=row.reason,
            part_from=row.part_from,
            part_to=row.part_to,
            note=row.note,
        )
    return row_id


def add_row(file: OfficeFile, meeting_id: str, seat_id: str, *, person_id: str | None = None) -> str:
    """Put a seat on a register it is missing from, in its place on the roll, held by its holder on that day
    or the person given."""
    found = register(file, meeting_id)
    check_may_mark(found)
    if any(row.seat_id == seat_id for row in found.rows):
        raise Refused("This seat is on the register already.")
    who = {person.id: person for person in people(file)}
    where = {organisation.id: organisation for organisation in organisations(file)}
    added = seat(file, seat_id)
    row = roll_row(added, found.meeting.date, people=who, organisations=where)
    if person_id is not None:
        row = replace(row, person_id=person_id, mark=None, note="")
    place = place_on_roll(added, found.rows, seats(file, found.meeting.board_id))
    with file.change(f"Add {row.seat_title} to register") as change:
        position = _make_room(change, found, place)
        return store_row(change, roll_id_of(found), replace(row, position=position))


def _make_room(change: Change, found: Register, place: int) -> int:
    """The position of a row at this place; the rows after it move on where they must."""
    before, after = found.rows[:place], found.rows[place:]
    position = before[-1].position + 1 if before else 0
    if after and after[0].position <= position:
        for row in after:
            change.update("roll_row", row.id, position=row.position + 1 + position - after[0].position)
    return position


def correct_row(file: OfficeFile, row_id: str, **fields: object) -> None:
    """Mend what a roll stored: person_id, seat_title, organisation_id, role, expected, counts_for_quorum.

    A seat that turns out to have been vacant was not required; one that was held after all has no mark yet.
    Another role takes expected and quorum along where they were as usual, unless they are given too.
    """
    row = markable(file, row_id)
    if "role" in fields:
        role = Role(str(fields["role"]))
        follows = follow_role(row.role, role, expected=row.expected, for_quorum=row.counts_for_quorum)
        fields = {"expected": follows[0], "counts_for_quorum": follows[1], **fields, "role": role}
    person_id = fields.get("person_id", row.person_id)
    with file.change(f"Correct row of {row_words(row)}") as change:
        change.update("roll_row", row_id, **fields)
        if person_id is None:
            set_mark(file, change, row, Mark.NOT_REQUIRED)
            change.update("attendance_mark", mark_id(file, row_id), note=row.note or SEAT_VACANT)
        elif row.person_id is None and row.mark is Mark.NOT_REQUIRED:
            change.delete("attendance_mark", mark_id(file, row_id))


def correct_rows(file: OfficeFile, row_ids: Sequence[str], **fields: object) -> None:
    """Mend the same of several rows, as one change."""
    with file.change(f"Correct {len(row_ids)} rows of the register"):
        for row_id in row_ids:
            correct_row(file, row_id, **fields)


def remove_row(file: OfficeFile, row_id: str) -> None:
    """Take a seat off a register it should not be on."""
    row = markable(file, row_id)
    with file.change(f"Take {row_words(row)} off register") as change:
        change.delete("roll_row", row_id)


def remove_rows(file: OfficeFile, row_ids: Sequence[str]) -> None:
    """Take several seats off a register they should not be on, as one change."""
    with file.change(f"Take {len(row_ids)} rows off register"):
        for row_id in row_ids:
            remove_row(file, row_id)


def set_mark(file: OfficeFile, change: Change, row: RollRow, letter: Mark) -> None:
    """Give a row a mark; what belongs to another mark goes with it."""
    kept = mark_row(file, row.id)
    if kept is None:
        change.insert("attendance_mark", row_id=row.id, mark=letter)
    elif kept["mark"] != letter.value:
        gone = {"deputy_id": None, "reason": "", "part_from": "", "part_to": ""}
        change.update("attendance_mark", kept["id"], mark=letter, **gone)


def mark_row(file: OfficeFile, row_id: str) -> Row | None:
    """The mark of a row as kept; None while it is not recorded."""
    return file.row("SELECT * FROM attendance_mark WHERE row_id = ?", (row_id,))


def mark_id(file: OfficeFile, row_id: str) -> str:
    """The id of a row's mark, which is there."""
    return str(one(mark_row(file, row_id), ROW_GONE)["id"])


def markable(file: OfficeFile, row_id: str) -> RollRow:
    """The row as it stands, on a register that may be marked."""
    return row_on(register_of(file, row_id), row_id)


def row_on(found: Register, row_id: str) -> RollRow:
    """One row of a register."""
    return next(row for row in found.rows if row.id == row_id)


def register_of(file: OfficeFile, row_id: str) -> Register:
    """The register a row is on, where it may be marked."""
    kept = file.row(
        "SELECT r.meeting_id FROM roll_row rr JOIN roll r ON r.id = rr.roll_id WHERE rr.id = ?", (row_id,)
    )
    found = register(file, one(kept, ROW_GONE)["meeting_id"])
    check_may_mark(found)
    return found


def roll_id_of(found: Register) -> str:
    """The id of a register's roll; refused while it was never opened."""
    if found.roll_id is None:
        raise Refused("Open the register first.")
    return found.roll_id
