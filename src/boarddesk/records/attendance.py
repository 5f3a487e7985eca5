"""The register at a meeting: opened with its roll, marked, closed, and reopened to be corrected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boarddesk.records.attendance_headroom import year_headroom
from boarddesk.records.attendance_tallies import counted
from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import boards, organisations
from boarddesk.records.changes import Change
from boarddesk.records.driver import Row
from boarddesk.records.people import people
from boarddesk.records.reading import given, one
from boarddesk.records.registers import register, replies
from boarddesk.records.seats import seat, seats
from boarddesk.rules.attendance import ATTENDED, Mark, Register, RollRow
from boarddesk.rules.attendance_counted import By
from boarddesk.rules.attendance_report import AttendanceReport
from boarddesk.rules.attendance_table import attendance_report
from boarddesk.rules.meetings import MeetingState
from boarddesk.rules.parts import check_parts
from boarddesk.rules.quorum import Answer
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers import (
    apologies_given,
    check_may_attend,
    check_may_close,
    check_may_deputise,
    check_may_mark,
    check_may_open,
    everyone_present,
    roll,
    roll_row,
    row_words,
)

ROW_GONE = "That row is no longer on the register."
GUEST_GONE = "That guest is no longer on the register."


def report(
    file: BoardFile,
    by: By = By.PERSON,
    *,
    today: date,
    board_id: str | None = None,
    first: date | None = None,
    last: date | None = None,
    with_headroom: bool = True,
) -> AttendanceReport:
    """Attendance between two days by one grouping, of one board or all.

    Headroom is over the board year of the last day, or of today where that is still to come or not given.
    """
    wanted = tuple(one for one in boards(file) if board_id in (None, one.id))
    return attendance_report(
        counted(file, by, board_id=board_id, first=first, last=last),
        wanted,
        first=first,
        last=last,
        headroom=year_headroom(file, by, wanted, min(last or today, today)) if with_headroom else {},
    )


def open_register(file: BoardFile, meeting_id: str, *, today: date) -> str:
    """Store the roll as it stands on the meeting's day, once; its id, also when it was there already.

    Apologies given before the day are on it from the start.
    """
    found = register(file, meeting_id)
    if found.roll_id is not None:
        return found.roll_id
    check_may_open(found.meeting)
    who = {person.id: person for person in people(file)}
    where = {organisation.id: organisation for organisation in organisations(file)}
    rows = roll(seats(file, found.meeting.board_id), found.meeting.date, people=who, organisations=where)
    with file.change("Open register") as change:
        roll_id = change.insert("roll", meeting_id=meeting_id, state="open", opened_on=today)
        for row in apologies_given(rows, replies(file, meeting_id)):
            store_row(change, roll_id, row)
        return roll_id


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


def put_away(file: BoardFile, meeting_id: str) -> None:
    """Take an open register out again, with its marks; a closed one is reopened first."""
    found = register(file, meeting_id)
    check_may_mark(found)
    with file.change("Put register away") as change:
        change.delete("roll", _roll_id(found))


def mark(file: BoardFile, row_id: str, letter: Mark, *, who: str = "") -> None:
    """Record a mark; what belongs to another mark (deputy, part, reason) goes with it, the note stays."""
    found = _register_of(file, row_id)
    row = _row_of(found, row_id)
    if letter in ATTENDED:
        check_may_attend(found, row)
    with file.change(f"Mark {row_words(row)}", who=who) as change:
        _set_mark(file, change, row, letter)


def clear_mark(file: BoardFile, row_id: str) -> None:
    """Not recorded again."""
    row = _markable(file, row_id)
    kept = _mark_row(file, row_id)
    if kept is not None:
        with file.change(f"Clear mark of {row_words(row)}") as change:
            change.delete("attendance_mark", kept["id"])


def mark_everyone_present(file: BoardFile, meeting_id: str) -> int:
    """Everybody expected and not recorded yet is present; how many that were. Exceptions come after."""
    found = register(file, meeting_id)
    check_may_mark(found)
    rows = everyone_present(found)
    with file.change("Mark everyone present") as change:
        for row in rows:
            change.insert("attendance_mark", row_id=row.id, mark=Mark.PRESENT)
    return len(rows)


def mark_rest(file: BoardFile, meeting_id: str, letter: Mark) -> int:
    """Give everybody who is not recorded yet the same mark; how many that were."""
    found = register(file, meeting_id)
    check_may_mark(found)
    with file.change("Mark the rest") as change:
        for row in found.not_recorded:
            change.insert("attendance_mark", row_id=row.id, mark=letter)
    return len(found.not_recorded)


def name_deputy(file: BoardFile, row_id: str, person_id: str | None) -> None:
    """Who deputised; the row is marked D with it. None: a deputy whose name is not known."""
    found = _register_of(file, row_id)
    row = _row_of(found, row_id)
    if person_id is not None:
        check_may_deputise(found, row, person_id)
    with file.change(f"Name deputy of {row_words(row)}") as change:
        _set_mark(file, change, row, Mark.DEPUTY)
        change.update("attendance_mark", _kept_id(file, row_id), deputy_id=person_id)


def set_part(file: BoardFile, row_id: str, *, part_from: str = "", part_to: str = "") -> None:
    """There for part: from and to an item or a time; the row is marked T with it."""
    start, end = check_parts(part_from, part_to)
    row = _markable(file, row_id)
    with file.change(f"Part attendance of {row_words(row)}", coalesce=f"{row_id} part") as change:
        _set_mark(file, change, row, Mark.PART)
        change.update("attendance_mark", _kept_id(file, row_id), part_from=start, part_to=end)


def set_reason(file: BoardFile, row_id: str, reason: str) -> None:
    """Why apologies were given; refused where none were."""
    row = _markable(file, row_id)
    if row.mark is not Mark.APOLOGIES:
        raise Refused("A reason belongs to apologies.", field="reason")
    with file.change(f"Reason for apologies of {row_words(row)}", coalesce=f"{row_id} reason") as change:
        change.update("attendance_mark", _kept_id(file, row_id), reason=reason.strip())


def set_note(file: BoardFile, row_id: str, note: str) -> None:
    """A note beside a mark; a row without a mark has nothing to note yet."""
    row = _markable(file, row_id)
    if row.mark is None:
        raise Refused("Give a mark first, then the note.", field="note")
    with file.change(f"Note beside {row_words(row)}", coalesce=f"{row_id} note") as change:
        change.update("attendance_mark", _kept_id(file, row_id), note=note.strip())


def close_register(file: BoardFile, meeting_id: str, *, today: date) -> None:
    """Count it from now on; refused while anyone is not recorded. A meeting still to come is held with it."""
    found = register(file, meeting_id)
    check_may_close(found, today=today)
    with file.change("Close register") as change:
        change.update("roll", _roll_id(found), state="closed", closed_on=today)
        if found.meeting.state.is_to_come:
            change.update("meeting", meeting_id, state=MeetingState.HELD)


def reopen_register(file: BoardFile, meeting_id: str) -> None:
    """To correct it; it is left out of every percentage until it is closed again, and history keeps both."""
    found = register(file, meeting_id)
    if not found.closed:
        raise Refused("This register is open.")
    with file.change("Reopen register") as change:
        change.update("roll", _roll_id(found), state="open", closed_on=None)


def add_row(file: BoardFile, meeting_id: str, seat_id: str, *, person_id: str | None = None) -> str:
    """Put a seat on a register it is missing from, held by its holder on that day or the person given."""
    found = register(file, meeting_id)
    check_may_mark(found)
    if any(row.seat_id == seat_id for row in found.rows):
        raise Refused("This seat is on the register already.")
    who = {person.id: person for person in people(file)}
    where = {organisation.id: organisation for organisation in organisations(file)}
    row = roll_row(seat(file, seat_id), found.meeting.date, people=who, organisations=where)
    with file.change(f"Add {row.seat_title} to register") as change:
        row_id = store_row(change, _roll_id(found), row)
        change.update("roll_row", row_id, position=max((one.position for one in found.rows), default=-1) + 1)
        if person_id is not None:
            change.update("roll_row", row_id, person_id=person_id)
        return row_id


def correct_row(file: BoardFile, row_id: str, **fields: object) -> None:
    """Mend what a roll stored: person_id, seat_title, organisation_id, role, expected, counts_for_quorum."""
    row = _markable(file, row_id)
    with file.change(f"Correct row of {row_words(row)}") as change:
        change.update("roll_row", row_id, **fields)


def remove_row(file: BoardFile, row_id: str) -> None:
    """Take a seat off a register it should not be on."""
    row = _markable(file, row_id)
    with file.change(f"Take {row_words(row)} off register") as change:
        change.delete("roll_row", row_id)


def add_guest(
    file: BoardFile,
    meeting_id: str,
    name: str,
    *,
    organisation: str = "",
    purpose: str = "",
    person_id: str | None = None,
    arrived: str = "",
    departed: str = "",
) -> str:
    """Somebody in attendance without a seat."""
    found = register(file, meeting_id)
    check_may_mark(found)
    if not name.strip():
        raise Refused("Give the guest's name.", field="name")
    start, end = check_parts(arrived, departed)
    with file.change(f"Add guest {name.strip()}") as change:
        return change.insert(
            "guest",
            roll_id=_roll_id(found),
            name=name.strip(),
            organisation=organisation.strip(),
            purpose=purpose.strip(),
            person_id=person_id,
            arrived=start,
            departed=end,
            position=len(found.guests),
        )


def update_guest(
    file: BoardFile,
    guest_id: str,
    *,
    name: str | None = None,
    organisation: str | None = None,
    purpose: str | None = None,
    arrived: str | None = None,
    departed: str | None = None,
) -> None:
    """Change what was given."""
    kept = _guest_row(file, guest_id)
    start, end = check_parts(
        kept["arrived"] if arrived is None else arrived, kept["departed"] if departed is None else departed
    )
    fields = given(name=name, organisation=organisation, purpose=purpose, arrived=start, departed=end)
    with file.change(f"Change guest {kept['name']}", coalesce=f"{guest_id} guest") as change:
        change.update("guest", guest_id, **fields)


def remove_guest(file: BoardFile, guest_id: str) -> None:
    """Take a guest off the register."""
    kept = _guest_row(file, guest_id)
    with file.change(f"Remove guest {kept['name']}") as change:
        change.delete("guest", guest_id)


def reply(
    file: BoardFile,
    meeting_id: str,
    seat_id: str,
    *,
    answer: Answer | None,
    deputy_id: str | None = None,
    reason: str = "",
) -> None:
    """What a member answered before the meeting; None takes the answer back."""
    kept = file.row(
        "SELECT id FROM meeting_reply WHERE meeting_id = ? AND seat_id = ?", (meeting_id, seat_id)
    )
    with file.change(f"Reply for {seat(file, seat_id).title}") as change:
        if kept is not None and answer is None:
            change.delete("meeting_reply", kept["id"])
        elif kept is not None:
            change.update("meeting_reply", kept["id"], answer=answer, deputy_id=deputy_id, reason=reason)
        elif answer is not None:
            fields = {"answer": answer, "deputy_id": deputy_id, "reason": reason}
            change.insert("meeting_reply", meeting_id=meeting_id, seat_id=seat_id, **fields)


def set_mark_labels(file: BoardFile, labels: Iterable[tuple[Mark, str]]) -> None:
    """The office's own words for marks; an empty word goes back to the usual one."""
    with file.change("Change words of marks") as change:
        for letter, label in labels:
            kept = file.row("SELECT id FROM mark_label WHERE mark = ?", (letter.value,))
            if kept is not None and not label.strip():
                change.delete("mark_label", kept["id"])
            elif kept is not None:
                change.update("mark_label", kept["id"], label=label.strip())
            elif label.strip():
                change.insert("mark_label", mark=letter, label=label.strip())


def _markable(file: BoardFile, row_id: str) -> RollRow:
    """The row as it stands, on a register that may be marked."""
    return _row_of(_register_of(file, row_id), row_id)


def _row_of(found: Register, row_id: str) -> RollRow:
    return next(row for row in found.rows if row.id == row_id)


def _register_of(file: BoardFile, row_id: str) -> Register:
    """The register a row is on, where it may be marked."""
    kept = file.row(
        "SELECT r.meeting_id FROM roll_row rr JOIN roll r ON r.id = rr.roll_id WHERE rr.id = ?", (row_id,)
    )
    found = register(file, one(kept, ROW_GONE)["meeting_id"])
    check_may_mark(found)
    return found


def _set_mark(file: BoardFile, change: Change, row: RollRow, letter: Mark) -> None:
    kept = _mark_row(file, row.id)
    if kept is None:
        change.insert("attendance_mark", row_id=row.id, mark=letter)
    elif kept["mark"] != letter.value:
        gone = {"deputy_id": None, "reason": "", "part_from": "", "part_to": ""}
        change.update("attendance_mark", kept["id"], mark=letter, **gone)


def _mark_row(file: BoardFile, row_id: str) -> Row | None:
    return file.row("SELECT * FROM attendance_mark WHERE row_id = ?", (row_id,))


def _kept_id(file: BoardFile, row_id: str) -> str:
    return str(one(_mark_row(file, row_id), ROW_GONE)["id"])


def _guest_row(file: BoardFile, guest_id: str) -> Row:
    kept = one(
        file.row(
            "SELECT g.*, r.meeting_id FROM guest g JOIN roll r ON r.id = g.roll_id WHERE g.id = ?",
            (guest_id,),
        ),
        GUEST_GONE,
    )
    check_may_mark(register(file, kept["meeting_id"]))
    return kept


def _roll_id(found: Register) -> str:
    if found.roll_id is None:
        raise Refused("Open the register first.")
    return found.roll_id
