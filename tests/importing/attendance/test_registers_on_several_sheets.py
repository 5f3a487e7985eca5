"""What one sheet leaves open another fills in, and what two sheets say differently is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.importing.documents import Value, workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.registers.register import Mark

Rows = list[list[Value]]
JAN, FEB = date(2026, 1, 13), date(2026, 2, 10)


def found(tmp_path: Path, **sheets: Sequence[Sequence[Value]]) -> FoundRegisters:
    named = {name.replace("_", " "): rows for name, rows in sheets.items()}
    return read_registers(read_tables(workbook(tmp_path / "r.xlsx", named)))


def test_a_sector_that_only_a_later_sheet_gives_is_taken(tmp_path: Path) -> None:
    one: Rows = [["Name", JAN], ["Rowan Vale", "P"]]
    other: Rows = [
        ["Name", "Seat", "Organisation", "Sector", JAN],
        ["Rowan Vale", "Head of SEND", "Council", "education", "P"],
    ]
    (member,) = found(tmp_path, A=one, B=other).members
    assert (member.organisation, member.seat_title, member.sector) == (
        "Council",
        "Head of SEND",
        Sector.EDUCATION,
    )


def test_an_adviser_stays_one_on_a_sheet_that_gives_no_roles(tmp_path: Path) -> None:
    plain: Rows = [["Name", JAN], ["Ines Moor", "P"]]
    roles: Rows = [["Name", "Role", FEB], ["Ines Moor", "Adviser", "A"]]
    for sheets in ({"A": plain, "B": roles}, {"A": roles, "B": plain}):
        result = found(tmp_path, **sheets)
        assert [(one.name, one.role, one.role_given) for one in result.members] == [
            ("Ines Moor", Role.ADVISER, True)
        ]
        assert [len(one.marks) for one in result.meetings] == [1, 1]


def test_two_sheets_that_contradict_each_other_are_said_and_the_first_stands(tmp_path: Path) -> None:
    head: list[Value] = ["Name", JAN, FEB]
    first: Rows = [head, ["Rowan Vale", "P", "D"]]
    second: Rows = [head, ["Rowan Vale", "A", "D – Kit Fell"]]
    result = found(tmp_path, A=first, B=second)
    assert [(one.marks[0].mark, one.marks[0].deputy) for one in result.meetings] == [
        (Mark.PRESENT, ""),
        (Mark.DEPUTY, "Kit Fell"),
    ]
    (left,) = result.leftovers
    assert (left.place, left.text) == ("sheet “B” cell B2", "A")
    assert "cell B2" in left.why


def test_a_person_on_the_sheet_of_members_and_on_that_of_advisers_holds_two_seats(tmp_path: Path) -> None:
    head: list[Value] = ["Name", "Role", JAN]
    result = found(tmp_path, A=[head, ["Ines Moor", "Member", "P"]], B=[head, ["Ines Moor", "Adviser", "A"]])
    assert [one.mark for one in result.meetings[0].marks] == [Mark.PRESENT, Mark.APOLOGIES]


def test_a_meeting_cancelled_and_held_again_that_day_is_two_meetings(tmp_path: Path) -> None:
    head = ["Name", "13/01/2026 10:00 cancelled", "13/01/2026 14:00", "13/01/2026 14:00"]
    result = found(tmp_path, A=[head, ["Rowan Vale", "", "P", "A"]])
    assert [(one.date, one.time, one.cancelled, len(one.marks)) for one in result.meetings] == [
        ("2026-01-13", "10:00", True, 0),
        ("2026-01-13", "14:00", False, 1),
    ]
    assert [one.why for one in result.leftovers] == ["the date stands twice; the first column was read"]


def test_the_same_meeting_on_two_sheets_is_one_whether_or_not_both_give_its_time(tmp_path: Path) -> None:
    one: Rows = [["Name", "13/01/2026, 2pm"], ["Rowan Vale", "P"]]
    other: Rows = [["Name", JAN], ["Ines Moor", "A"]]
    (meeting,) = found(tmp_path, A=one, B=other).meetings
    assert (meeting.time, len(meeting.marks)) == ("14:00", 2)


def test_a_vacant_seat_with_a_title_is_read_and_without_one_is_left_over(tmp_path: Path) -> None:
    head: list[Value] = ["Name", "Seat", "Organisation", JAN, FEB]
    rows: Rows = [["Rowan Vale", "Chair", "Council", "P", "P"], ["Vacant", "Parent carer", "Forum", "N", "N"]]
    result = found(tmp_path, A=[head, *rows, ["Vacancy", "", "", "N", "N"]])
    assert [(one.name, one.seat_title, one.organisation) for one in result.members] == [
        ("Rowan Vale", "Chair", "Council"),
        ("", "Parent carer", "Forum"),
    ]
    assert [mark.mark for mark in result.meetings[0].marks] == [Mark.PRESENT, Mark.NOT_REQUIRED]
    assert [one.why for one in result.leftovers] == ["no name stands here; add the vacant seat under People"]


def test_a_register_of_y_and_n_leaves_every_n_unrecorded_and_says_why(tmp_path: Path) -> None:
    rows: Rows = [["Name", JAN, FEB], ["Rowan Vale", "Y", "N"], ["Ines Moor", "N", "Y"]]
    result = found(tmp_path, A=rows)
    assert [[mark.mark for mark in one.marks] for one in result.meetings] == [
        [Mark.PRESENT, None],
        [None, Mark.PRESENT],
    ]
    (left,) = result.leftovers
    assert left.place == "sheet “A”" and "N may be no, or not required" in left.why


def test_only_a_key_that_says_what_n_is_makes_a_register_of_y_and_n_clear(tmp_path: Path) -> None:
    rows: Rows = [["Name", JAN, FEB], ["Rowan Vale", "Y", "N"]]
    key = found(tmp_path, A=[*rows, [], ["Y = present; N = absent"]])
    assert [one.marks[0].mark for one in key.meetings] == [Mark.PRESENT, Mark.ABSENT]
    marked = found(tmp_path, A=[*rows, ["Ines Moor", "X", "Y"]])
    assert [mark.mark for one in marked.meetings for mark in one.marks] == [
        Mark.PRESENT,
        Mark.ABSENT,
        None,
        Mark.PRESENT,
    ]


def test_a_mark_with_words_beside_it_is_no_key_to_the_others(tmp_path: Path) -> None:
    rows: Rows = [["Name", JAN, FEB], ["Rowan Vale", "P – Teams", "P"], ["Ines Moor", "A - deputy sent", "A"]]
    result = found(tmp_path, A=rows)
    assert [mark.mark for mark in result.meetings[1].marks] == [Mark.PRESENT, Mark.APOLOGIES]


def test_states_that_marks_do_not_show_are_read_from_the_heading(tmp_path: Path) -> None:
    head = ["Name", "13/01/2026 inquorate", "10/02/2026 register open", "10/03/2026 held"]
    result = found(tmp_path, A=[head, ["Rowan Vale", "P", "P", ""]])
    assert [(one.said, one.left_open) for one in result.meetings] == [
        ("inquorate", False),
        (None, True),
        ("held", False),
    ]
