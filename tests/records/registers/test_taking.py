"""The register at a meeting, as the secretary takes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.offices import DAY, mark_rest, meeting_of

from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.boards import add_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, meeting, meetings, set_state
from boarddesk.records.people import add_person, people, update_person
from boarddesk.records.registers import rows as roll_rows
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.reading import mark_labels, register, registers, year_registers
from boarddesk.records.seats import (
    add_seat,
    appoint,
    end_seat,
    order_seats,
    seats,
    update_membership,
    update_seat,
)
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import Answer
from boarddesk.rules.registers.register import Mark, Register


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def held(file: OfficeFile) -> str:
    """A meeting whose register is open."""
    meeting_id = meeting_of(file)
    attendance.open_register(file, meeting_id, today=DAY)
    return meeting_id


def ids(file: OfficeFile, meeting_id: str) -> dict[str, str]:
    return {row.person: row.id for row in register(file, meeting_id).rows}


def marks(found: Register) -> str:
    return "".join(row.mark.value if row.mark else "." for row in found.rows)


def test_the_roll_is_stored_once_as_it_stands_that_day(file: OfficeFile, held: str) -> None:
    before = register(file, held)
    assert [row.person for row in before.rows][:2] == ["Ann Hale", "Ben Moor"]
    assert attendance.open_register(file, held, today=DAY) == before.roll_id
    assert register(file, held) == before


def test_a_change_of_membership_never_changes_a_stored_roll(file: OfficeFile, held: str) -> None:
    before = register(file, held).rows
    seat = seats(file)[1]
    appoint(file, seat.id, add_person(file, "New Comer"), from_date=date(2026, 6, 1))
    update_seat(file, seat.id, title="Renamed", role=Role.OBSERVER, expected=False)
    assert register(file, held).rows == before


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["appoint", "end", "role", "organisation", "vacate"]),
        st.integers(0, 4),
        st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    ),
    max_size=6,
)


def change_seat(file: OfficeFile, kind: str, place: int, day: date) -> None:
    """One of the changes a board sees; those a rule refuses change nothing."""
    seat = seats(file)[place]
    with suppress(Refused):
        match kind:
            case "appoint":
                appoint(file, seat.id, add_person(file, f"Newcomer {day}"), from_date=day)
            case "end":
                end_seat(file, seat.id, day)
            case "role":
                update_seat(file, seat.id, role=Role.OBSERVER, expected=False, counts_for_quorum=False)
            case "organisation":
                update_seat(file, seat.id, organisation_id=None, title=f"Title of {day}")
            case _:
                update_membership(file, seat.memberships[-1].id, to_date=day)


@given(CHANGES)
def test_no_change_of_membership_changes_a_closed_register_or_its_figures(
    changes: list[tuple[str, int, date]],
) -> None:
    with (
        TemporaryDirectory() as folder,
        OfficeFile.create(Path(folder) / "office.boarddesk") as file,
    ):
        meeting_id = meeting_of(file)
        attendance.open_register(file, meeting_id, today=DAY)
        mark_rest(file, meeting_id, Mark.PRESENT)
        attendance.close_register(file, meeting_id, today=DAY)
        before = [attendance_report(file, by, today=DAY, with_headroom=False) for by in By]
        stored = register(file, meeting_id)
        for kind, place, day in changes:
            change_seat(file, kind, place, day)
        assert register(file, meeting_id) == stored
        assert [attendance_report(file, by, today=DAY, with_headroom=False) for by in By] == before


def test_a_persons_new_name_shows_on_old_registers(file: OfficeFile, held: str) -> None:
    ann = next(one for one in people(file) if one.name == "Ann Hale")
    update_person(file, ann.id, name="Ann Hale-Moor")
    assert register(file, held).rows[0].person == "Ann Hale-Moor"


def test_everyone_present_then_exceptions(file: OfficeFile, held: str) -> None:
    assert attendance.mark_everyone_present(file, held) == 4
    attendance.mark(file, ids(file, held)["Ben Moor"], Mark.APOLOGIES)
    assert marks(register(file, held)) == "PAPP."
    assert file.undo() == "Mark Ben Moor"
    assert file.undo() == "Mark everyone present"
    assert marks(register(file, held)) == "....."


def test_closing_names_who_is_not_recorded_and_writes_nothing(file: OfficeFile, held: str) -> None:
    attendance.mark_everyone_present(file, held)
    before = file.commit_number
    with pytest.raises(Refused, match="Not recorded yet: Eve Byrne"):
        attendance.close_register(file, held, today=DAY)
    assert file.commit_number == before


def test_a_closed_register_counts_and_the_meeting_was_held(file: OfficeFile, held: str) -> None:
    mark_rest(file, held, Mark.PRESENT)
    attendance.close_register(file, held, today=DAY)
    assert register(file, held).counts
    assert meeting(file, held).state is MeetingState.HELD
    assert attendance_report(file, By.PERSON, today=DAY).total.seat == Figure(3, 3)
    with pytest.raises(Refused, match="Reopen it"):
        attendance.mark(file, ids(file, held)["Ann Hale"], Mark.ABSENT)


def test_a_reopened_register_is_left_out_until_it_is_closed_again(file: OfficeFile, held: str) -> None:
    mark_rest(file, held, Mark.PRESENT)
    attendance.close_register(file, held, today=DAY)
    attendance.reopen_register(file, held)
    open_again = attendance_report(file, By.PERSON, today=DAY)
    assert (open_again.total.seat, open_again.open_note) == (Figure(0, 0), "1 register open")
    attendance.mark(file, ids(file, held)["Cal Vale"], Mark.ABSENT)
    attendance.close_register(file, held, today=DAY)
    assert attendance_report(file, By.PERSON, today=DAY).total.seat == Figure(2, 3)
    roll_id = register(file, held).roll_id or ""
    assert [entry.label for entry in file.history("roll", roll_id)] == [
        "Open register",
        "Close register",
        "Reopen register",
        "Close register",
    ]


def test_marks_survive_closing_the_program_and_can_be_taken_back_after(tmp_path: Path) -> None:
    path = tmp_path / "office.boarddesk"
    with OfficeFile.create(path) as file:
        meeting_id = meeting_of(file)
        attendance.open_register(file, meeting_id, today=DAY)
        attendance.mark(file, ids(file, meeting_id)["Ann Hale"], Mark.REMOTE)
    with OfficeFile.open(path) as file:
        assert register(file, meeting_id).rows[0].mark is Mark.REMOTE
        assert file.undo() == "Mark Ann Hale"
        assert register(file, meeting_id).rows[0].mark is None


def test_another_mark_takes_deputy_part_and_reason_with_it_and_leaves_the_note(
    file: OfficeFile, held: str
) -> None:
    row = ids(file, held)["Ann Hale"]
    attendance.name_deputy(file, row, add_person(file, "Leila Grant"))
    attendance.set_note(file, row, "by phone")
    named = register(file, held).rows[0]
    assert (named.mark, named.deputy) == (Mark.DEPUTY, "Leila Grant")
    attendance.set_part(file, row, part_from="item 2", part_to="5")
    part = register(file, held).rows[0]
    assert (part.mark, part.deputy, part.part_from, part.part_to, part.note) == (
        Mark.PART,
        "",
        "2",
        "5",
        "by phone",
    )
    attendance.mark(file, row, Mark.APOLOGIES)
    attendance.set_reason(file, row, "clinic")
    attendance.mark(file, row, Mark.APOLOGIES)
    assert register(file, held).rows[0].reason == "clinic"
    attendance.mark(file, row, Mark.ABSENT)
    assert register(file, held).rows[0].reason == ""


def test_nobody_deputises_for_themselves_and_reasons_belong_to_apologies(file: OfficeFile, held: str) -> None:
    row = register(file, held).rows[0]
    with pytest.raises(Refused):
        attendance.name_deputy(file, row.id, row.person_id)
    with pytest.raises(Refused):
        attendance.set_reason(file, row.id, "clinic")
    with pytest.raises(Refused):
        attendance.set_part(file, row.id, part_from="14:30", part_to="14:00")
    assert marks(register(file, held)) == "....."


def test_who_sits_in_their_own_seat_is_nobodys_deputy(file: OfficeFile, held: str) -> None:
    ann, ben = register(file, held).rows[:2]
    attendance.mark(file, ann.id, Mark.PRESENT)
    with pytest.raises(Refused, match="Ann Hale is marked as there in their own seat") as no:
        attendance.name_deputy(file, ben.id, ann.person_id)
    assert no.value.field == "deputy"
    assert register(file, held).rows[1].mark is None


def test_a_deputy_is_not_marked_as_there_in_their_own_seat_as_well(file: OfficeFile, held: str) -> None:
    ann, ben = register(file, held).rows[:2]
    attendance.name_deputy(file, ben.id, ann.person_id)
    with pytest.raises(Refused, match="Ann Hale is down as the deputy for Ben Moor"):
        attendance.mark(file, ann.id, Mark.REMOTE)
    attendance.mark(file, ann.id, Mark.APOLOGIES)
    attendance.clear_mark(file, ann.id)
    attendance.mark_everyone_present(file, held)
    assert register(file, held).rows[0].mark is None


def test_clearing_a_mark_makes_it_not_recorded(file: OfficeFile, held: str) -> None:
    row = ids(file, held)["Ann Hale"]
    attendance.mark(file, row, Mark.PRESENT)
    attendance.clear_mark(file, row)
    assert register(file, held).rows[0].mark is None


def test_apologies_given_before_the_day_are_on_the_register(file: OfficeFile) -> None:
    meeting_id = meeting_of(file)
    first, second = seats(file)[:2]
    attendance.reply(file, meeting_id, first.id, answer=Answer.APOLOGIES, reason="leave")
    attendance.reply(file, meeting_id, second.id, answer=Answer.COMING)
    attendance.open_register(file, meeting_id, today=DAY)
    assert marks(register(file, meeting_id)) == "A...."
    assert register(file, meeting_id).rows[0].reason == "leave"


def test_a_deputy_named_in_a_reply_is_on_the_register(file: OfficeFile) -> None:
    meeting_id, first = meeting_of(file), seats(file)[0]
    deputy = add_person(file, "Leila Grant")
    attendance.reply(file, meeting_id, first.id, answer=Answer.DEPUTY, deputy_id=deputy)
    attendance.open_register(file, meeting_id, today=DAY)
    row = register(file, meeting_id).rows[0]
    assert (row.mark, row.deputy, row.deputy_id) == (Mark.DEPUTY, "Leila Grant", deputy)


def test_a_reply_can_be_changed_and_taken_back(file: OfficeFile) -> None:
    meeting_id = meeting_of(file)
    seat = seats(file)[0]
    for answer in (Answer.COMING, Answer.APOLOGIES, None):
        attendance.reply(file, meeting_id, seat.id, answer=answer)
    attendance.open_register(file, meeting_id, today=DAY)
    assert marks(register(file, meeting_id)) == "....."


def test_guests_come_and_go(file: OfficeFile, held: str) -> None:
    guest = attendance.add_guest(file, held, "Amir Sole", organisation="Finance", arrived="14.05")
    attendance.update_guest(file, guest, departed="14:30", purpose="item 5")
    [found] = register(file, held).guests
    assert (found.name, found.arrived, found.departed, found.purpose) == (
        "Amir Sole",
        "14:05",
        "14:30",
        "item 5",
    )
    with pytest.raises(Refused):
        attendance.update_guest(file, guest, departed="14:00")
    attendance.remove_guest(file, guest)
    assert register(file, held).guests == ()


def test_a_former_member_is_put_on_the_register_that_missed_them(file: OfficeFile, held: str) -> None:
    former = add_person(file, "Former Member")
    row = register(file, held).rows[1]
    roll_rows.remove_row(file, row.id)
    added = roll_rows.add_row(file, held, row.seat_id, person_id=former)
    attendance.mark(file, added, Mark.PRESENT)
    assert register(file, held).rows[1].person == "Former Member"
    with pytest.raises(Refused, match="already"):
        roll_rows.add_row(file, held, row.seat_id)


@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_row_taken_off_comes_back_in_its_place(file: OfficeFile, held: str, place: int) -> None:
    before = [row.person for row in register(file, held).rows]
    gone = register(file, held).rows[place]
    roll_rows.remove_row(file, gone.id)
    roll_rows.add_row(file, held, gone.seat_id)
    assert [row.person for row in register(file, held).rows] == before


def test_a_seat_the_roll_never_had_makes_room_for_itself(file: OfficeFile, held: str) -> None:
    board_id = meeting(file, held).board_id
    added = add_seat(file, board_id, "Vice-chair")
    first, *others = [one.id for one in seats(file, board_id) if one.id != added]
    order_seats(file, board_id, [first, added, *others])
    roll_rows.add_row(file, held, added)
    assert [row.seat_title for row in register(file, held).rows][:3] == [
        "Seat of Ann Hale",
        "Vice-chair",
        "Seat of Ben Moor",
    ]
    before = register(file, held)
    file.undo()
    file.redo()
    assert register(file, held) == before


@pytest.fixture
def vacant(file: OfficeFile) -> tuple[str, str]:
    """An open register with a vacant seat: the meeting and the row."""
    meeting_id = meeting_of(file)
    add_seat(file, meeting(file, meeting_id).board_id, "Headteacher")
    attendance.open_register(file, meeting_id, today=DAY)
    return meeting_id, register(file, meeting_id).rows[-1].id


@pytest.mark.parametrize("letter", [mark for mark in Mark if mark is not Mark.NOT_REQUIRED])
def test_nobody_is_marked_in_a_vacant_seat(file: OfficeFile, vacant: tuple[str, str], letter: Mark) -> None:
    meeting_id, row_id = vacant
    with pytest.raises(Refused, match="This seat was vacant"):
        attendance.mark(file, row_id, letter)
    assert register(file, meeting_id).rows[-1].mark is Mark.NOT_REQUIRED


def test_no_other_deed_marks_a_vacant_seat_either(file: OfficeFile, vacant: tuple[str, str]) -> None:
    meeting_id, row_id = vacant
    attendance.clear_mark(file, row_id)
    attendance.mark_everyone_present(file, meeting_id)
    for action in (
        lambda: attendance.set_part(file, row_id, part_to="5"),
        lambda: attendance.name_deputy(file, row_id, None),
    ):
        with pytest.raises(Refused, match="This seat was vacant"):
            action()
    assert register(file, meeting_id).rows[-1].mark is None
    mark_rest(file, meeting_id, Mark.PRESENT)
    assert register(file, meeting_id).rows[-1].mark is Mark.NOT_REQUIRED


def test_naming_who_sat_in_a_vacant_seat_asks_for_their_mark_and_back(
    file: OfficeFile, vacant: tuple[str, str]
) -> None:
    meeting_id, row_id = vacant
    roll_rows.correct_row(file, row_id, person_id=add_person(file, "Nadia Fenwick"))
    named = register(file, meeting_id).rows[-1]
    assert (named.person, named.mark, named.note) == ("Nadia Fenwick", None, "")
    attendance.mark(file, row_id, Mark.PRESENT)
    roll_rows.correct_row(file, row_id, person_id=None)
    emptied = register(file, meeting_id).rows[-1]
    assert (emptied.mark, emptied.note) == (Mark.NOT_REQUIRED, "Seat vacant")


def test_a_former_member_added_to_a_vacant_seat_is_not_recorded_yet(
    file: OfficeFile, vacant: tuple[str, str]
) -> None:
    meeting_id, row_id = vacant
    seat_id = register(file, meeting_id).rows[-1].seat_id
    roll_rows.remove_row(file, row_id)
    roll_rows.add_row(file, meeting_id, seat_id, person_id=add_person(file, "Nadia Fenwick"))
    assert register(file, meeting_id).rows[-1].mark is None


def test_a_board_without_seats_gets_no_register(file: OfficeFile) -> None:
    meeting_id = add_meeting(file, add_board(file, "New board", "NB"), DAY)
    with pytest.raises(Refused, match="no seats on that day"):
        attendance.open_register(file, meeting_id, today=DAY)
    assert register(file, meeting_id).roll_id is None


def test_a_row_stored_wrongly_can_be_corrected(file: OfficeFile, held: str) -> None:
    row = ids(file, held)["Dee Grant"]
    roll_rows.correct_row(file, row, role=Role.MEMBER)
    assert register(file, held).rows[3].role is Role.MEMBER


def test_a_register_put_away_leaves_the_meeting_free_to_move(file: OfficeFile, held: str) -> None:
    attendance.put_away(file, held)
    assert register(file, held).roll_id is None
    file.undo()
    assert len(register(file, held).rows) == 5


def test_a_cancelled_meeting_gets_no_register(file: OfficeFile) -> None:
    meeting_id = meeting_of(file)
    set_state(file, meeting_id, MeetingState.CANCELLED, today=DAY, why="snow")
    with pytest.raises(Refused):
        attendance.open_register(file, meeting_id, today=DAY)


def test_what_is_only_read_is_never_written(file: OfficeFile, held: str) -> None:
    before = file.commit_number
    registers(file)
    year_registers(file, None, DAY)
    attendance_report(file, By.SEAT, today=DAY)
    assert file.commit_number == before


def test_the_year_carries_the_roll_as_it_would_be(file: OfficeFile) -> None:
    meeting_id = meeting_of(file, date(2026, 9, 8))
    assert register(file, meeting_id).rows == ()
    [planned] = year_registers(file, None, DAY)
    assert [row.person for row in planned.rows][:2] == ["Ann Hale", "Ben Moor"]
    report = attendance_report(file, By.PERSON, today=DAY)
    assert report.rows == ()


def test_headroom_counts_what_is_still_to_come(file: OfficeFile, held: str) -> None:
    mark_rest(file, held, Mark.PRESENT)
    attendance.close_register(file, held, today=DAY)
    board_id = meetings(file)[0].board_id
    for month in range(7, 13):
        add_meeting(file, board_id, date(2026, month, 9))
    row = attendance_report(file, By.SEAT, today=DAY).members[0]
    assert row.headroom is not None
    assert row.headroom.sentence == "1 of 1 so far of 7, target 90%: can miss 0 more."


def test_the_office_may_call_marks_by_its_own_words(file: OfficeFile) -> None:
    attendance.set_mark_labels(file, [(Mark.REMOTE, "on Teams")])
    assert mark_labels(file)[Mark.REMOTE] == "on Teams"
    attendance.set_mark_labels(file, [(Mark.REMOTE, "")])
    assert mark_labels(file)[Mark.REMOTE] == "present remotely"
