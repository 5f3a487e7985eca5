"""The register at a meeting: opened with its roll, marked, closed, and reopened to be corrected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boarddesk.records.agenda.items import item_titles
from boarddesk.records.boards import organisations
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.records.reading import given, one
from boarddesk.records.registers.reading import mark_labels, register, replies
from boarddesk.records.registers.rows import (
    mark_id,
    mark_row,
    markable,
    register_of,
    roll_id_of,
    row_on,
    set_mark,
    store_row,
)
from boarddesk.records.registers.unclear import unclear_on
from boarddesk.records.seats import seat, seats
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.meetings.points import hours_of, point_words
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.marking import (
    as_replied,
    check_has_seats,
    check_labels,
    check_may_attend,
    check_may_close,
    check_may_deputise,
    check_may_mark,
    check_may_open,
    check_may_take,
    everyone_present,
    roll,
    row_words,
)
from boarddesk.rules.registers.parts import check_parts
from boarddesk.rules.registers.quorum import Answer
from boarddesk.rules.registers.register import ATTENDED, Mark, Register
from boarddesk.rules.wording import one_line

GUEST_GONE = "That guest is no longer on the register."


def open_register(file: OfficeFile, meeting_id: str, *, today: date) -> str:
    """Store the roll as it stands on the meeting's day, once; its id, also when it was there already.

    Refused while the board has no seat on that day. Apologies given and deputies named before are on it
    from the start.
    """
    found = register(file, meeting_id)
    if found.roll_id is not None:
        return found.roll_id
    check_may_open(found.meeting)
    who = {person.id: person for person in people(file)}
    where = {organisation.id: organisation for organisation in organisations(file)}
    rows = roll(seats(file, found.meeting.board_id), found.meeting.date, people=who, organisations=where)
    check_has_seats(rows)
    with file.change("Open register") as change:
        roll_id = change.insert("roll", meeting_id=meeting_id, state="open", opened_on=today)
        for row in as_replied(rows, replies(file, meeting_id)):
            store_row(change, roll_id, row)
        return roll_id


def put_away(file: OfficeFile, meeting_id: str) -> None:
    """Take an open register out again, with its marks; a closed one is reopened first."""
    found = register(file, meeting_id)
    check_may_mark(found)
    with file.change("Put register away") as change:
        change.delete("roll", roll_id_of(found))


def mark(file: OfficeFile, row_id: str, letter: Mark, *, who: str = "") -> None:
    """Record a mark; what belongs to another mark (deputy, part, reason) goes with it, the note stays."""
    found = register_of(file, row_id)
    row = row_on(found, row_id)
    check_may_take(row, letter)
    if letter in ATTENDED:
        check_may_attend(found, row)
    with file.change(f"Mark {row_words(row)}", who=who) as change:
        set_mark(file, change, row, letter)


def clear_mark(file: OfficeFile, row_id: str) -> None:
    """Not recorded again."""
    row = markable(file, row_id)
    kept = mark_row(file, row_id)
    if kept is not None:
        with file.change(f"Clear mark of {row_words(row)}") as change:
            change.delete("attendance_mark", kept["id"])


def mark_everyone_present(file: OfficeFile, meeting_id: str) -> int:
    """Everybody expected and not recorded yet is present; how many that were. Exceptions come after."""
    found = register(file, meeting_id)
    check_may_mark(found)
    rows = everyone_present(found)
    with file.change("Mark everyone present") as change:
        for row in rows:
            change.insert("attendance_mark", row_id=row.id, mark=Mark.PRESENT)
    return len(rows)


def name_deputy(file: OfficeFile, row_id: str, person_id: str | None) -> None:
    """Who deputised; the row is marked D with it. None: a deputy whose name is not known."""
    found = register_of(file, row_id)
    row = row_on(found, row_id)
    check_may_take(row, Mark.DEPUTY)
    if person_id is not None:
        check_may_deputise(found, row, person_id)
    with file.change(f"Name deputy of {row_words(row)}") as change:
        set_mark(file, change, row, Mark.DEPUTY)
        change.update("attendance_mark", mark_id(file, row_id), deputy_id=person_id)


def set_part(file: OfficeFile, row_id: str, *, part_from: str = "", part_to: str = "") -> None:
    """There for part: from and to an item or a time as typed; the row is marked T with it."""
    found = register_of(file, row_id)
    row = row_on(found, row_id)
    items = _items(file, found, kept=(row.part_from, row.part_to))
    start, end = check_parts(part_from, part_to, hours_of(found.meeting), items=items)
    check_may_take(row, Mark.PART)
    with file.change(f"Part attendance of {row_words(row)}", coalesce=f"{row_id} part") as change:
        set_mark(file, change, row, Mark.PART)
        change.update("attendance_mark", mark_id(file, row_id), part_from=start, part_to=end)


def _items(file: OfficeFile, found: Register, *, kept: Iterable[str] = ()) -> dict[str, str]:
    """The items one may come or leave at: those of the agenda, and what stands there already."""
    items = item_titles(file, found.meeting.id)
    return {**dict.fromkeys(kept, ""), **items} if items else {}


def set_reason(file: OfficeFile, row_id: str, reason: str) -> None:
    """Why apologies were given; refused where none were."""
    row = markable(file, row_id)
    if row.mark is not Mark.APOLOGIES:
        raise Refused("A reason belongs to apologies.", field="reason")
    with file.change(f"Reason for apologies of {row_words(row)}", coalesce=f"{row_id} reason") as change:
        change.update("attendance_mark", mark_id(file, row_id), reason=reason.strip())


def set_note(file: OfficeFile, row_id: str, note: str) -> None:
    """A note beside a mark; a row without a mark has nothing to note yet."""
    row = markable(file, row_id)
    if row.mark is None:
        raise Refused("Give a mark first, then the note.", field="note")
    with file.change(f"Note beside {row_words(row)}", coalesce=f"{row_id} note") as change:
        change.update("attendance_mark", mark_id(file, row_id), note=note.strip())


def closable(file: OfficeFile, meeting_id: str, *, today: date) -> Register:
    """The register of a meeting; refused with the reason why it cannot be closed yet."""
    found = register(file, meeting_id)
    check_may_close(found, today=today, unclear=unclear_on(file, meeting_id))
    return found


def close_register(file: OfficeFile, meeting_id: str, *, today: date) -> None:
    """Count it from now on; refused while anyone is not recorded. A meeting still to come is held with it."""
    found = closable(file, meeting_id, today=today)
    with file.change("Close register") as change:
        change.update("roll", roll_id_of(found), state="closed", closed_on=today)
        if found.meeting.state.is_to_come:
            change.update("meeting", meeting_id, state=MeetingState.HELD)


def reopen_register(file: OfficeFile, meeting_id: str) -> None:
    """To correct it; it is left out of every percentage until it is closed again, and history keeps both."""
    found = register(file, meeting_id)
    if not found.closed:
        raise Refused("This register is open.")
    with file.change("Reopen register") as change:
        change.update("roll", roll_id_of(found), state="open", closed_on=None)


def add_guest(
    file: OfficeFile,
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
    name, organisation = one_line(name), one_line(organisation)
    if not name:
        raise Refused("Give the guest's name.", field="name")
    items = _items(file, found)
    start, end = check_parts(arrived, departed, hours_of(found.meeting), items=items)
    with file.change(f"Add guest {name}") as change:
        return change.insert(
            "guest",
            roll_id=roll_id_of(found),
            name=name,
            organisation=organisation,
            purpose=purpose.strip(),
            person_id=person_id,
            arrived=start,
            departed=end,
            position=len(found.guests),
        )


def update_guest(
    file: OfficeFile,
    guest_id: str,
    *,
    name: str | None = None,
    organisation: str | None = None,
    purpose: str | None = None,
    arrived: str | None = None,
    departed: str | None = None,
) -> None:
    """Change what was given."""
    kept, found = _guest_row(file, guest_id)
    start, end = (
        point_words(kept[column]) if typed is None else typed
        for column, typed in (("arrived", arrived), ("departed", departed))
    )
    items = _items(file, found, kept=(kept["arrived"], kept["departed"]))
    start, end = check_parts(start, end, hours_of(found.meeting), items=items)
    name, organisation = (each and one_line(each) for each in (name, organisation))
    fields = given(name=name, organisation=organisation, purpose=purpose, arrived=start, departed=end)
    with file.change(f"Change guest {kept['name']}", coalesce=f"{guest_id} guest") as change:
        change.update("guest", guest_id, **fields)


def remove_guest(file: OfficeFile, guest_id: str) -> None:
    """Take a guest off the register."""
    kept, _found = _guest_row(file, guest_id)
    with file.change(f"Remove guest {kept['name']}") as change:
        change.delete("guest", guest_id)


def reply(
    file: OfficeFile,
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


def set_mark_labels(file: OfficeFile, labels: Iterable[tuple[Mark, str]]) -> None:
    """The office's own words for marks; an empty word goes back to the usual one.

    Refused where two marks would be called the same, or a mark has no place for so long a word.
    """
    wanted = check_labels(labels, mark_labels(file))
    with file.change("Change words of marks") as change:
        for letter, label in wanted:
            kept = file.row("SELECT id FROM mark_label WHERE mark = ?", (letter.value,))
            if kept is not None and not label.strip():
                change.delete("mark_label", kept["id"])
            elif kept is not None:
                change.update("mark_label", kept["id"], label=label.strip())
            elif label.strip():
                change.insert("mark_label", mark=letter, label=label.strip())


def _guest_row(file: OfficeFile, guest_id: str) -> tuple[Row, Register]:
    kept = one(
        file.row(
            "SELECT g.*, r.meeting_id FROM guest g JOIN roll r ON r.id = g.roll_id WHERE g.id = ?",
            (guest_id,),
        ),
        GUEST_GONE,
    )
    found = register(file, kept["meeting_id"])
    check_may_mark(found)
    return kept, found
