"""A year's register taken into the office gives exactly the figures of the field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import mark_rest

from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.boards import add_board, boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports.attendance import apply
from boarddesk.records.imports.register_proposals import propose
from boarddesk.records.leftovers import leftovers, settle
from boarddesk.records.meetings import add_meeting
from boarddesk.records.people import add_person, people
from boarddesk.records.registers import rows as roll_rows
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.reading import registers
from boarddesk.records.seats import add_seat, appoint, seats
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.imports.choices import SeatChoice
from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundMember, FoundRegisters
from boarddesk.rules.imports.person_choice import CHOOSE
from boarddesk.rules.imports.proposals import Verdict
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark

TODAY = date(2026, 12, 20)
DAYS = [date(2026, month, 9) for month in range(1, 13)]

# Twelve months, August cancelled (c); a space is not on the roll then.
MATRIX = """
Margaret Oduya    | chair   | Independent | PPPPPPPcPPPP
Marian Adeyemi    | member  | Council     | PPVPPPPcVPPP
Paul Kowalczyk    | member  | Council     | PPPVPPPcPPPP
Amrit Gill        | member  | Council     | PPPPPDPcPPPP
Susan Hartley     | member  | Council     | PAPPVPPcADPP
Helen Winstanley  | member  | ICB         | PVPDVPPcPPPP
Lydia Osei        | member  | Trust       | PPAPDPXcPPPP
Karen Whitlock    | member  | Trust       | DPAADPXcPAPD
Jo Bramhall       | member  | Forum       | PPPPPPVcPPPP
Rukhsana Mirza    | member  | Forum       | NNPPPVPcTPPP
Joiner March      | member  | Schools     |   PPPAPcPPPP
Leaver June       | member  | Schools     | XPPAPA
Ian Sefton        | adviser | Department  | PVPPVPPcPPAP
Clerk Byrne       | secretary | Council   | PPPPPPPcPPPP
"""


@dataclass(frozen=True)
class Line:
    name: str
    role: Role
    organisation: str
    letters: str


def lines() -> list[Line]:
    cells = [line.split("|") for line in MATRIX.strip().splitlines()]
    return [
        Line(name.strip(), Role(role.strip()), organisation.strip(), letters[1:].ljust(12))
        for name, role, organisation, letters in cells
    ]


def found(only: slice = slice(None), names: Mapping[str, str] | None = None) -> FoundRegisters:
    """The matrix as the importer hands it over, some of its months only."""
    members = tuple(
        FoundMember((names or {}).get(line.name, line.name), f"row {at}", line.organisation, line.role)
        for at, line in enumerate(lines())
    )
    meetings = []
    for month in range(12)[only]:
        cancelled = any(line.letters[month] == "c" for line in lines())
        marks = tuple(
            FoundMark(at, None if line.letters[month] == "." else Mark(line.letters[month]))
            for at, line in enumerate(lines())
            if line.letters[month].strip() and not cancelled
        )
        meetings.append(FoundMeeting(DAYS[month].isoformat(), cancelled, f"column {month}", marks))
    return FoundRegisters("register.xlsx", (), members, tuple(meetings))


def independent(name: str) -> tuple[Figure, Figure]:
    """Personal and seat attendance counted straight from the letters."""
    letters = next(line.letters for line in lines() if line.name == name)
    expected = sum(letters.count(letter) for letter in "PVTDAX")
    attended = sum(letters.count(letter) for letter in "PVT")
    return Figure(attended, expected), Figure(attended + letters.count("D"), expected)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        add_board(made, "SEND Improvement Board", "SIB")
        yield made


def taken(file: OfficeFile, document: FoundRegisters) -> int:
    board_id = boards(file)[0].id
    return apply(file, board_id, propose(file, board_id, document), today=TODAY).taken


def test_a_register_of_fourteen_people_over_twelve_meetings_gives_exactly_its_figures(
    file: OfficeFile,
) -> None:
    taken(file, found())
    report = attendance_report(file, By.PERSON, today=TODAY)
    assert len(report.rows) == 14
    for row in report.rows:
        if row.role is Role.SECRETARY:
            assert row.seat == Figure(0, 0)
        else:
            assert (row.personal, row.seat) == independent(row.name), row.name
    counted = [line for line in lines() if line.role in (Role.CHAIR, Role.MEMBER)]
    assert report.total.seat == sum((independent(line.name)[1] for line in counted), Figure(0, 0))
    assert report.advisers.seat == Figure(10, 11)
    assert [one.date for one in report.cancelled] == [DAYS[7]]
    assert len(report.trend) == 11


def test_organisations_are_represented_where_one_of_their_seats_was_filled(file: OfficeFile) -> None:
    taken(file, found())
    rows = {row.name: row for row in attendance_report(file, By.ORGANISATION, today=TODAY).members}
    assert rows["Trust"].representation == Figure(9, 11)
    assert rows["Trust"].seat == Figure(16, 22)
    assert rows["Council"].representation == Figure(11, 11)


def test_a_second_import_of_the_same_document_changes_nothing(file: OfficeFile) -> None:
    taken(file, found())
    before = file.commit_number
    proposals = propose(file, boards(file)[0].id, found())
    assert {one.verdict for one in proposals.proposals} == {Verdict.SAME}
    assert taken(file, found()) == 0
    assert file.commit_number == before


def test_an_import_is_one_step_to_undo(file: OfficeFile) -> None:
    taken(file, found())
    assert file.undo() == "Import registers from register.xlsx"
    assert (people(file), seats(file), registers(file)) == ((), (), ())


def test_the_second_half_of_a_year_goes_on_where_the_first_ended(file: OfficeFile) -> None:
    taken(file, found(slice(0, 6)))
    taken(file, found(slice(6, 12)))
    whole = attendance_report(file, By.PERSON, today=TODAY)
    assert all(
        (row.personal, row.seat) == independent(row.name)
        for row in whole.rows
        if row.role is not Role.SECRETARY
    )
    assert [one.meeting.number for one in registers(file)] == [1, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_joiners_and_leavers_hold_their_seats_for_their_time(file: OfficeFile) -> None:
    taken(file, found())
    held = {one.title: one.memberships[0] for one in seats(file) if one.title.startswith("Member, Schools")}
    times = [(one.from_date, one.to_date) for one in held.values()]
    assert times == [(DAYS[2], None), (None, DAYS[5])]


def test_a_mark_corrected_in_the_document_is_proposed_as_that_change(file: OfficeFile) -> None:
    taken(file, found())
    board_id = boards(file)[0].id
    corrected = found()
    first = corrected.meetings[0]
    marks = (FoundMark(0, Mark.APOLOGIES), *first.marks[1:])
    again = FoundRegisters(
        corrected.source,
        (),
        corrected.members,
        (FoundMeeting(first.date, marks=marks), *corrected.meetings[1:]),
    )
    [change] = [one for one in propose(file, board_id, again).proposals if one.verdict is not Verdict.SAME]
    assert (change.kind, change.changes[0].old, change.changes[0].new) == (
        "mark",
        "P present",
        "A apologies",
    )
    assert taken(file, again) == 1
    chair = attendance_report(file, By.PERSON, today=TODAY).rows[0]
    assert chair.seat == Figure(10, 11)


def test_whom_the_document_marks_in_a_vacant_seat_is_named_on_its_row(file: OfficeFile) -> None:
    taken(file, found())
    vacated = registers(file)[0]
    row = vacated.rows[1]
    attendance.reopen_register(file, vacated.meeting.id)
    roll_rows.correct_row(file, row.id, person_id=None)
    taken(file, found())
    again = registers(file)[0].rows[1]
    assert (again.person, again.mark, again.note) == (row.person, Mark.PRESENT, "")


def test_a_cell_left_empty_keeps_that_register_open(file: OfficeFile) -> None:
    document = found(slice(0, 1))
    [meeting] = document.meetings
    gap = FoundMeeting(meeting.date, marks=(FoundMark(0, None), *meeting.marks[1:]))
    taken(file, FoundRegisters("r", (), document.members, (gap,)))
    report = attendance_report(file, By.PERSON, today=TODAY)
    assert report.total.seat == Figure(0, 0)
    assert report.open_note == "1 register open"
    taken(file, document)
    assert attendance_report(file, By.PERSON, today=TODAY).total.seat.of == 10


def test_a_date_without_marks_is_a_planned_meeting(file: OfficeFile) -> None:
    taken(file, FoundRegisters("r", (), found().members[:1], (FoundMeeting("2027-03-09"),)))
    [planned] = registers(file)
    assert (planned.meeting.state, planned.roll_id) == (MeetingState.PLANNED, None)


def test_initials_are_taken_for_the_one_they_fit_said_and_remembered(file: OfficeFile) -> None:
    taken(file, found(slice(0, 6)))
    document = found(slice(6, 12), names={"Lydia Osei": "L. Osei"})
    board_id = boards(file)[0].id
    said = next(one for one in propose(file, board_id, document).proposals if one.title == "L. Osei")
    assert said.verdict is Verdict.CHANGED
    assert "taken to be Lydia Osei" in said.notes[0]
    taken(file, document)
    assert next(one for one in people(file) if one.name == "Lydia Osei").aliases == ("L. Osei",)
    assert len(people(file)) == 14


def test_two_people_of_like_names_each_keep_their_seat(file: OfficeFile) -> None:
    add_person(file, "Joanne Whitlock")
    members = (FoundMember("Joanne Whitlock", "r", "Council"), FoundMember("Jo Whitlock", "r", "School"))
    meetings = tuple(
        FoundMeeting(day.isoformat(), marks=tuple(FoundMark(at, Mark.PRESENT) for at in range(2)))
        for day in DAYS[:4]
    )
    document, board_id = FoundRegisters("r", (), members, meetings), boards(file)[0].id
    asked = next(one for one in propose(file, board_id, document).proposals if one.title == "Jo Whitlock")
    assert (asked.verdict, asked.ticked) == (Verdict.UNCLEAR, False)
    apply(file, board_id, propose(file, board_id, document, chosen={asked.key: None}), today=TODAY)
    rows = attendance_report(file, By.PERSON, today=TODAY).rows
    assert {row.name: row.seat for row in rows} == {
        "Joanne Whitlock": Figure(4, 4),
        "Jo Whitlock": Figure(4, 4),
    }


def test_people_written_by_half_a_name_are_known_again(file: OfficeFile) -> None:
    members = tuple(FoundMember(name, "r") for name in ("Wendy", "Mr Hale", "Mrs Hale"))
    marks = tuple(FoundMark(at, Mark.PRESENT) for at in range(3))
    document = FoundRegisters("r", (), members, (FoundMeeting("2026-01-09", marks=marks),))
    taken(file, document)
    assert sorted(one.name for one in people(file)) == ["Mr Hale", "Mrs Hale", "Wendy"]
    assert taken(file, document) == 0


def test_a_name_that_fits_two_people_waits_for_an_answer(file: OfficeFile) -> None:
    board_id = boards(file)[0].id
    first, second = (add_person(file, name) for name in ("Ann Hale", "Alan Hale"))
    for who in (first, second):
        appoint(file, add_seat(file, board_id, f"Seat of {who}"), who)
    document = FoundRegisters(
        "r",
        (),
        (FoundMember("A Hale", "row 1"),),
        (FoundMeeting("2026-01-09", marks=(FoundMark(0, Mark.PRESENT),)),),
    )
    waiting = propose(file, board_id, document).proposals[0]
    assert (waiting.verdict, waiting.ticked) == (Verdict.UNCLEAR, False)
    settled = propose(file, board_id, document, chosen={waiting.key: second})
    apply(file, board_id, settled, today=TODAY)
    [row] = [row for row in attendance_report(file, By.PERSON, today=TODAY).rows if row.seat.of]
    assert row.name == "Alan Hale"
    assert len(people(file)) == 2


def test_a_named_deputy_becomes_somebody_the_office_knows(file: OfficeFile) -> None:
    document = FoundRegisters(
        "r",
        (),
        (FoundMember("Ann Hale", "row 1"),),
        (FoundMeeting("2026-01-09", marks=(FoundMark(0, Mark.DEPUTY, "Leila Grant"),)),),
    )
    taken(file, document)
    [register] = registers(file)
    assert register.rows[0].deputy == "Leila Grant"
    assert taken(file, document) == 0


def test_a_deputy_nobody_knew_is_named_in_the_note(file: OfficeFile) -> None:
    marks = (FoundMark(0, Mark.DEPUTY, "Leila Grant", place="cell E7"),)
    document = FoundRegisters(
        "r", (), (FoundMember("Ann Hale", "row 1"),), (FoundMeeting("2026-01-09", marks=marks),)
    )
    notes = [note for one in propose(file, boards(file)[0].id, document).proposals for note in one.notes]
    assert notes == ["Leila Grant is named as a deputy."]


def test_roles_the_register_does_not_give_are_said_once_for_all(file: OfficeFile) -> None:
    members = tuple(FoundMember(name, "r", role_given=False) for name in ("Ann Hale", "Tom Vale"))
    marks = (FoundMark(0, Mark.PRESENT), FoundMark(1, Mark.PRESENT))
    document = FoundRegisters("r", (), members, (FoundMeeting("2026-01-09", marks=marks),))
    proposals = propose(file, boards(file)[0].id, document).proposals
    (note,) = [note for one in proposals for note in one.notes]
    assert note.startswith("No role is given for 2 people, this one first, who are taken to be members.")
    taken(file, document)
    assert not any(
        one.notes for one in propose(file, boards(file)[0].id, document).proposals if one.kind == "seat"
    )


def test_a_post_with_a_title_is_one_seat_whoever_holds_it(file: OfficeFile) -> None:
    members = tuple(
        FoundMember(name, "r", "Council", seat_title="Head of SEND") for name in ("Tom Vale", "Ines Moor")
    )
    meetings = tuple(
        FoundMeeting(day.isoformat(), marks=(FoundMark(int(month > 5), Mark.PRESENT),))
        for month, day in enumerate(DAYS)
    )
    document = FoundRegisters("r", (), members, meetings)
    taken(file, document)
    [seat] = seats(file)
    assert len(seat.memberships) == 2
    [row] = attendance_report(file, By.SEAT, today=TODAY).rows
    assert row.seat == Figure(12, 12)
    assert taken(file, document) == 0


def test_a_seat_is_handed_on_also_where_the_newcomer_stands_first(file: OfficeFile) -> None:
    members = tuple(
        FoundMember(name, "r", "Council", seat_title="Head of SEND")
        for name in ("Ines Moor", "Tom Vale", "Ash Lund")
    )
    holders = [1, 1, 1, 1, 2, 2, 2, 2, 0, 0, 0, 0]
    meetings = tuple(
        FoundMeeting(day.isoformat(), marks=(FoundMark(holder, Mark.PRESENT),))
        for day, holder in zip(DAYS, holders, strict=True)
    )
    document = FoundRegisters("r", (), members, meetings)
    taken(file, document)
    [seat] = seats(file)
    held = [(one.from_date, one.to_date) for one in seat.memberships]
    assert held == [(None, DAYS[3]), (DAYS[4], DAYS[7]), (DAYS[8], None)]
    [row] = attendance_report(file, By.SEAT, today=TODAY).rows
    assert row.seat == Figure(12, 12)
    assert taken(file, document) == 0


def test_two_seats_of_one_title_are_not_handed_to_a_third_while_both_are_held(file: OfficeFile) -> None:
    members = tuple(
        FoundMember(name, "r", "Forum", seat_title="Parent carer")
        for name in ("Ann Ash", "Bea Birch", "Cy Fir")
    )
    on_the_roll = [(0, 1), (0, 1), (1, 2), (1, 2)]
    meetings = tuple(
        FoundMeeting(day.isoformat(), marks=tuple(FoundMark(at, Mark.PRESENT) for at in there))
        for day, there in zip(DAYS, on_the_roll, strict=False)
    )
    taken(file, FoundRegisters("r", (), members, meetings))
    assert sorted(len(seat.memberships) for seat in seats(file)) == [1, 2]


def test_a_vacant_seat_is_a_seat_that_nobody_holds(file: OfficeFile) -> None:
    members = (
        FoundMember("Ann Ash", "r", "Forum", seat_title="Parent carer"),
        FoundMember("", "r", "Forum", seat_title="Parent carer"),
    )
    marks = [FoundMark(0, Mark.PRESENT), FoundMark(1, Mark.NOT_REQUIRED)]
    meetings = tuple(
        FoundMeeting(day.isoformat(), marks=(mark,)) for day, mark in zip(DAYS, marks, strict=False)
    )
    document = FoundRegisters("r", (), members, meetings)
    taken(file, document)
    [seat] = seats(file)
    assert [(one.from_date, one.to_date) for one in seat.memberships] == [(None, DAYS[0])]
    assert [row.who for one in registers(file) for row in one.rows] == ["Ann Ash", "Vacant"]
    assert taken(file, document) == 0


def test_the_meeting_held_again_that_day_is_another_than_the_one_cancelled(file: OfficeFile) -> None:
    day, members = DAYS[0].isoformat(), (FoundMember("Ann Ash", "r"),)
    again = FoundMeeting(day, marks=(FoundMark(0, Mark.PRESENT),), time="14:00")
    document = FoundRegisters("r", (), members, (FoundMeeting(day, cancelled=True, time="10:00"), again))
    taken(file, document)
    assert [(one.meeting.start_time, one.meeting.state, len(one.rows)) for one in registers(file)] == [
        ("10:00", MeetingState.CANCELLED, 0),
        ("14:00", MeetingState.HELD, 1),
    ]
    assert taken(file, document) == 0
    untimed = FoundRegisters("r", (), members, (FoundMeeting(day, marks=(FoundMark(0, Mark.ABSENT),)),))
    assert taken(file, untimed) == 1
    assert registers(file)[1].rows[0].mark is Mark.ABSENT


def test_a_reason_the_document_gives_later_is_proposed_and_keeps_the_rest(file: OfficeFile) -> None:
    members = (FoundMember("Ann Ash", "r"),)

    def document(mark: FoundMark) -> FoundRegisters:
        return FoundRegisters("r", (), members, (FoundMeeting(DAYS[0].isoformat(), marks=(mark,)),))

    taken(file, document(FoundMark(0, Mark.APOLOGIES, note="rang")))
    assert taken(file, document(FoundMark(0, Mark.APOLOGIES, reason="on leave"))) == 1
    [row] = registers(file)[0].rows
    assert (row.reason, row.note) == ("on leave", "rang")
    assert taken(file, document(FoundMark(0, Mark.PART, part_to="6"))) == 1
    [row] = registers(file)[0].rows
    assert (row.mark, row.reason, row.part_to, row.note) == (Mark.PART, "", "6", "rang")


def test_a_meeting_held_here_and_cancelled_there_is_left_to_the_person(file: OfficeFile) -> None:
    taken(file, found(slice(0, 1)))
    document = FoundRegisters("r", (), (), (FoundMeeting(DAYS[0].isoformat(), cancelled=True),))
    [meeting] = propose(file, boards(file)[0].id, document).proposals
    assert (meeting.verdict, meeting.ticked) == (Verdict.UNCLEAR, False)


def unclear_hale(file: OfficeFile, *, chair: Mark = Mark.PRESENT) -> FoundRegisters:
    """A register naming an A Hale who may be either of two people."""
    members = (FoundMember("Rowan Vale", "row 1"), FoundMember("A Hale", "row 2"))
    marks = (FoundMark(0, chair), FoundMark(1, Mark.ABSENT))
    return FoundRegisters("r", (), members, (FoundMeeting("2026-01-09", marks=marks),))


@pytest.fixture
def two_hales(file: OfficeFile) -> OfficeFile:
    for name in ("Ann Hale", "Alan Hale"):
        add_person(file, name)
    return file


def test_a_register_that_leaves_somebody_off_stays_open_however_often_it_is_imported(
    two_hales: OfficeFile,
) -> None:
    for _ in range(3):
        taken(two_hales, unclear_hale(two_hales))
        [register] = registers(two_hales)
        assert ([row.person for row in register.rows], register.closed) == (["Rowan Vale"], False)
    taken(two_hales, unclear_hale(two_hales, chair=Mark.APOLOGIES))
    assert not registers(two_hales)[0].closed
    assert attendance_report(two_hales, By.PERSON, today=TODAY).total.seat == Figure(0, 0)


def test_it_is_closed_once_it_is_said_who_was_meant(two_hales: OfficeFile) -> None:
    taken(two_hales, unclear_hale(two_hales))
    board_id = boards(two_hales)[0].id
    document = unclear_hale(two_hales)
    key = next(
        one.key for one in propose(two_hales, board_id, document).proposals if one.verdict is Verdict.UNCLEAR
    )
    alan = next(one.id for one in people(two_hales) if one.name == "Alan Hale")
    apply(two_hales, board_id, propose(two_hales, board_id, document, chosen={key: alan}), today=TODAY)
    [register] = registers(two_hales)
    assert ([row.person for row in register.rows], register.closed) == (["Rowan Vale", "Alan Hale"], True)
    assert attendance_report(two_hales, By.PERSON, today=TODAY).total.seat == Figure(1, 2)


def test_a_register_the_secretary_left_open_is_not_closed_by_a_corrected_mark(file: OfficeFile) -> None:
    taken(file, found(slice(0, 1)))
    [register] = registers(file)
    attendance.reopen_register(file, register.meeting.id)
    members = found().members[:1]
    document = FoundRegisters(
        "r", (), members, (FoundMeeting(DAYS[0].isoformat(), marks=(FoundMark(0, Mark.APOLOGIES),)),)
    )
    assert taken(file, document) == 1
    assert not registers(file)[0].closed


def test_a_closed_register_is_open_again_while_somebody_of_it_is_not_clear(two_hales: OfficeFile) -> None:
    board_id = boards(two_hales)[0].id
    whole = unclear_hale(two_hales)
    alone = replace(whole.meetings[0], marks=whole.meetings[0].marks[:1])
    taken(two_hales, replace(whole, members=whole.members[:1], meetings=(alone,)))
    assert registers(two_hales)[0].closed
    proposals = propose(two_hales, board_id, whole)
    applied = apply(two_hales, board_id, proposals, today=TODAY)
    assert (applied.taken, applied.opened, registers(two_hales)[0].closed) == (0, 1, False)
    [key] = [one.key for one in proposals.proposals if one.verdict is Verdict.UNCLEAR]
    alan = next(one.id for one in people(two_hales) if one.name == "Alan Hale")
    apply(two_hales, board_id, propose(two_hales, board_id, whole, chosen={key: alan}), today=TODAY)
    assert registers(two_hales)[0].closed


def test_a_register_on_which_the_unclear_name_may_stand_already_stays_closed(two_hales: OfficeFile) -> None:
    board_id = boards(two_hales)[0].id
    document = unclear_hale(two_hales)
    key = next(
        one.key for one in propose(two_hales, board_id, document).proposals if one.verdict is Verdict.UNCLEAR
    )
    alan = next(one.id for one in people(two_hales) if one.name == "Alan Hale")
    apply(two_hales, board_id, propose(two_hales, board_id, document, chosen={key: alan}), today=TODAY)
    taken(two_hales, unclear_hale(two_hales, chair=Mark.APOLOGIES))
    assert registers(two_hales)[0].closed


def test_it_is_not_closed_by_hand_either_until_the_name_is_settled(two_hales: OfficeFile) -> None:
    taken(two_hales, unclear_hale(two_hales))
    [register] = registers(two_hales)
    later = add_meeting(two_hales, register.meeting.board_id, DAYS[1])
    attendance.open_register(two_hales, later, today=TODAY)
    mark_rest(two_hales, later, Mark.PRESENT)
    attendance.close_register(two_hales, later, today=TODAY)
    with pytest.raises(Refused, match="A Hale is not clear yet: this register stays open until"):
        attendance.close_register(two_hales, register.meeting.id, today=TODAY)
    [asked] = [one for one in leftovers(two_hales) if CHOOSE in one.leftover.why]
    settle(two_hales, asked.id, settled_on=TODAY)
    attendance.close_register(two_hales, register.meeting.id, today=TODAY)
    assert all(one.closed for one in registers(two_hales))


def test_an_open_register_that_a_document_adds_to_leaves_its_unclear_name_to_be_settled(
    two_hales: OfficeFile,
) -> None:
    whole = unclear_hale(two_hales)
    alone = replace(whole.meetings[0], marks=(FoundMark(0, None),))
    taken(two_hales, replace(whole, members=whole.members[:1], meetings=(alone,)))
    assert not registers(two_hales)[0].closed
    taken(two_hales, replace(whole, source="another"))
    [register] = registers(two_hales)
    assert not register.not_recorded
    with pytest.raises(Refused, match="A Hale is not clear yet"):
        attendance.close_register(two_hales, register.meeting.id, today=TODAY)


def test_a_closed_register_of_the_same_document_is_reopened_and_closed_as_it_likes(
    two_hales: OfficeFile,
) -> None:
    whole = unclear_hale(two_hales)
    clear = replace(whole.meetings[0], date=DAYS[1].isoformat(), marks=(FoundMark(0, Mark.PRESENT),))
    taken(two_hales, replace(whole, meetings=(*whole.meetings, clear)))
    [closed] = [one for one in registers(two_hales) if one.closed]
    attendance.reopen_register(two_hales, closed.meeting.id)
    attendance.close_register(two_hales, closed.meeting.id, today=TODAY)


def test_what_hangs_on_an_unclear_name_waits_and_is_not_counted(two_hales: OfficeFile) -> None:
    board_id = boards(two_hales)[0].id
    proposals = propose(two_hales, board_id, unclear_hale(two_hales))
    [seat] = proposals.waiting
    assert (seat.kind, seat.ticked, seat.why_not) == ("seat", False, "Waits for who A Hale is.")
    [meeting] = [one for one in proposals.proposals if one.kind == "meeting"]
    assert "1 of 2 on the roll" in meeting.title
    everything = {one.key for one in proposals.proposals}
    applied = apply(two_hales, board_id, proposals, today=TODAY, accepted=everything)
    assert (applied.taken, applied.left_open, len(seats(two_hales))) == (3, 1, 1)
    assert seat.key not in applied.keys


def test_a_seat_is_not_counted_where_its_new_holder_was_not_taken(file: OfficeFile) -> None:
    board_id = boards(file)[0].id
    proposals = propose(file, board_id, found(slice(0, 1)))
    nobody = {one.key for one in proposals.proposals if one.kind != "person"}
    applied = apply(file, board_id, proposals, today=TODAY, accepted=nobody)
    assert (len(seats(file)), {key.split()[0] for key in applied.keys}) == (0, {"meeting"})


def test_it_is_said_that_the_register_of_an_unclear_name_stays_open(two_hales: OfficeFile) -> None:
    proposals = propose(two_hales, boards(two_hales)[0].id, unclear_hale(two_hales)).proposals
    [meeting] = [one for one in proposals if one.kind == "meeting"]
    assert any("A Hale" in note and "stays open" in note for note in meeting.notes)


# What cannot have been so ----------------------------------------------------------------------------------


def two_at_a_meeting(*marks: FoundMark, day: date = DAYS[0]) -> FoundRegisters:
    members = tuple(FoundMember(name, name) for name in ("Ann Hale", "Bob Moor", "Cara Finch"))
    meetings = (
        FoundMeeting(day.isoformat(), False, "column 1", marks),
        FoundMeeting(
            DAYS[1].isoformat(), False, "column 2", tuple(FoundMark(at, Mark.PRESENT) for at in range(3))
        ),
    )
    return FoundRegisters("register.xlsx", (), members, meetings)


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        (
            (FoundMark(0, Mark.PRESENT), FoundMark(1, Mark.DEPUTY, "Hale, Ann"), FoundMark(2, Mark.PRESENT)),
            "as there in their own seat",
        ),
        (
            (
                FoundMark(0, Mark.DEPUTY, "Kit Fell"),
                FoundMark(1, Mark.DEPUTY, "Kit Fell"),
                FoundMark(2, Mark.PRESENT),
            ),
            "for Ann Hale and Bob Moor at one meeting",
        ),
    ],
)
def test_a_deputy_in_two_places_is_doubted_and_that_meeting_is_not_taken_by_itself(
    file: OfficeFile, marks: tuple[FoundMark, ...], says: str
) -> None:
    board_id = boards(file)[0].id
    proposals = propose(file, board_id, two_at_a_meeting(*marks), today=TODAY)
    doubted, other = (one for one in proposals.proposals if one.kind == "meeting")
    assert (doubted.ticked, doubted.verdict, other.ticked) == (False, Verdict.NEW, True)
    assert says in doubted.why_not
    apply(file, board_id, proposals, today=TODAY)
    assert [one.meeting.date for one in registers(file, board_id)] == [DAYS[1]]
    assert says in str(file.value("SELECT why FROM import_leftover"))
    apply(file, board_id, proposals, today=TODAY, accepted={doubted.key})
    assert len(registers(file, board_id)) == 2


def test_a_deputy_is_doubted_against_the_register_the_office_has(file: OfficeFile) -> None:
    board_id = boards(file)[0].id
    first = two_at_a_meeting(
        FoundMark(0, Mark.APOLOGIES), FoundMark(1, Mark.DEPUTY, "Ann Hale"), FoundMark(2, Mark.PRESENT)
    )
    apply(file, board_id, propose(file, board_id, first, today=TODAY), today=TODAY)
    members = (FoundMember("Ann Hale", "row 2"),)
    again = FoundRegisters(
        "late.xlsx",
        (),
        members,
        (FoundMeeting(DAYS[0].isoformat(), False, "", (FoundMark(0, Mark.PRESENT),)),),
    )
    (mark,) = [one for one in propose(file, board_id, again, today=TODAY).proposals if one.kind == "mark"]
    assert not mark.ticked and "as there in their own seat" in mark.why_not


def test_a_register_of_a_day_to_come_is_doubted_and_not_taken_by_itself(file: OfficeFile) -> None:
    board_id = boards(file)[0].id
    marks = tuple(FoundMark(at, Mark.PRESENT) for at in range(3))
    later = two_at_a_meeting(*marks, day=date(2099, 1, 12))
    proposals = propose(file, board_id, later, today=TODAY)
    doubted = next(one for one in proposals.proposals if one.ref == "2099-01-12")
    assert doubted.why_not == "12 January 2099 is still to come, so nobody can have been there yet."
    apply(file, board_id, proposals, today=TODAY)
    assert [one.meeting.date for one in registers(file, board_id)] == [DAYS[1]]


def test_a_register_that_is_not_taken_ends_and_begins_nobodys_time(file: OfficeFile) -> None:
    board_id = boards(file)[0].id
    to_come = two_at_a_meeting(FoundMark(0, Mark.PRESENT), day=date(2099, 1, 12))
    contradicted = two_at_a_meeting(FoundMark(0, Mark.PRESENT), FoundMark(1, Mark.DEPUTY, "Ann Hale"))
    for document in (to_come, contradicted):
        said = propose(file, board_id, document, today=TODAY).proposals
        assert any(one.kind == "meeting" and not one.ticked for one in said)
        held = [one.found for one in said if isinstance(one.found, SeatChoice)]
        assert {(one.from_date, one.to_date) for one in held} == {(None, None)}
