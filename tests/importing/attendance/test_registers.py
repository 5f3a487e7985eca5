"""A register in a workbook becomes members and meetings with every mark, whichever way round it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.documents import Value, row, table, word_file, workbook

from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.columns import read_choices
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.people import Role, Sector
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark
NOT_RECORDED = "not recorded"
DAYS = [date(2026, month, 9) for month in range(1, 13)]


def registers(tmp_path: Path, *rows: Sequence[Value], blank: Blank = Blank.BY_PLACE) -> FoundRegisters:
    path = workbook(tmp_path / "register.xlsx", {"Register": rows})
    return read_registers(read_tables(path), blank=blank)


def marks(found: FoundRegisters, name: str) -> dict[str, Mark | str]:
    """A person's marks by day, of the meetings on whose roll they are."""
    at = [member.name for member in found.members].index(name)
    return {
        meeting.date: mark.mark or NOT_RECORDED
        for meeting in found.meetings
        for mark in meeting.marks
        if mark.member == at
    }


def test_people_down_and_dates_across(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Name", "Organisation", "Role", *DAYS[:3]],
        ["Rowan Vale", "Northmoor Council", "Chair", "P", "A", "x"],
        ["Ines Moor", "Moor Trust", "Adviser", "D – Kit Fell", "Teams", "N"],
    )
    assert [(one.name, one.organisation, one.role) for one in found.members] == [
        ("Rowan Vale", "Northmoor Council", Role.CHAIR),
        ("Ines Moor", "Moor Trust", Role.ADVISER),
    ]
    assert list(marks(found, "Rowan Vale").values()) == [P, A, X]
    assert list(marks(found, "Ines Moor").values()) == [D, V, N]
    deputy = found.meetings[0].marks[1]
    assert (deputy.deputy, deputy.place) == ("Kit Fell", "sheet “Register” cell D3")
    assert found.leftovers == ()


def test_the_other_way_round_gives_the_same(tmp_path: Path) -> None:
    lines: list[list[Value]] = [
        ["Name", "Role", *DAYS[:3]],
        ["Rowan Vale", "Chair", "P", "A", "x"],
        ["Ines Moor", "Member", "D – Kit Fell", "Teams", "N"],
    ]
    turned = [list(column) for column in zip(*lines, strict=True)]
    turned[0][0] = "Date"
    straight, other = registers(tmp_path, *lines), registers(tmp_path, *turned)
    assert [one.name for one in other.members] == ["Rowan Vale", "Ines Moor"]
    assert [one.role for one in other.members] == [Role.CHAIR, Role.MEMBER]
    for name in ("Rowan Vale", "Ines Moor"):
        assert marks(other, name) == marks(straight, name)
    assert other.members[1].place == "sheet “Register” column C"


def test_the_other_way_round_in_a_word_table(tmp_path: Path) -> None:
    rows = (
        row("Meeting", "Rowan Vale", "Ines Moor"),
        row("9 June 2026", "P", "A"),
        row("14 July 2026", "V", "P"),
    )
    found = read_registers(read_tables(word_file(tmp_path / "a.docx", table(*rows))))
    assert marks(found, "Ines Moor") == {"2026-06-09": A, "2026-07-14": P}


@pytest.mark.parametrize(
    "heading",
    [
        "9 Jun 2026", "Tue 9 June 2026", "9th June 2026", "09/06/2026", "9.6.26", "2026-06-09", "9-Jun-26",
        "Meeting 3: 9 June 2026, 10am", "June 9, 2026", "9 June 2026 10:00–12:00",
    ],
)  # fmt: skip
def test_dates_in_words(tmp_path: Path, heading: str) -> None:
    assert [one.date for one in registers(tmp_path, ["Name", heading], ["Rowan Vale", "P"]).meetings] == [
        "2026-06-09"
    ]


def test_dates_without_a_year_take_the_one_the_sheet_names_or_go_on_from_the_one_before(
    tmp_path: Path,
) -> None:
    titled = registers(tmp_path, ["Attendance 2026"], ["Name", "9 June", "14 July"], ["Rowan Vale", "P", "P"])
    assert [one.date for one in titled.meetings] == ["2026-06-09", "2026-07-14"]
    going_on = registers(tmp_path, ["Name", "8 December 2026", "12 January"], ["Rowan Vale", "P", "P"])
    assert [one.date for one in going_on.meetings] == ["2026-12-08", "2027-01-12"]


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        ("31/06/2026", "there is no such date"),
        ("June 2026", "the date has no day"),
    ],
)
def test_a_date_that_cannot_be_read_is_listed_with_its_marks(tmp_path: Path, heading: str, why: str) -> None:
    found = registers(tmp_path, ["Name", date(2026, 5, 12), heading], ["Rowan Vale", "P", "A"])
    (left,) = found.leftovers
    assert (left.place, left.text) == ("sheet “Register” cell C1", f"{heading}: A")
    assert left.why.startswith(why)


def test_an_empty_cell_beside_a_date_that_cannot_be_read_is_not_recorded(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Name", date(2025, 3, 4), "31/04/2025", date(2025, 5, 13), date(2025, 6, 10)],
        ["Rowan Vale", "P", "P", "P", "P"],
        ["Ines Moor", "", "P", "", "P"],
        ["Kit Fell", "", "", "", "P"],
    )
    assert list(marks(found, "Ines Moor").values()) == [NOT_RECORDED, NOT_RECORDED, P]
    assert list(marks(found, "Kit Fell").values()) == [P]


def test_a_date_that_stands_twice_is_read_once_and_listed(tmp_path: Path) -> None:
    found = registers(tmp_path, ["Name", DAYS[0], DAYS[0]], ["Rowan Vale", "P", "A"])
    assert list(marks(found, "Rowan Vale").values()) == [P]
    assert "stands twice" in found.leftovers[0].why


@pytest.mark.parametrize("where", ["heading", "below", "column"])
def test_a_cancelled_meeting_has_no_marks(tmp_path: Path, where: str) -> None:
    heading = "9 Feb 2026 (cancelled)" if where == "heading" else "9 Feb 2026"
    cells = {"heading": ("", ""), "below": ("", ""), "column": ("Cancelled", "Cancelled")}[where]
    lines = [["Name", "9 Jan 2026", heading], ["Rowan Vale", "P", cells[0]], ["Ines Moor", "P", cells[1]]]
    extra = [["", "", "Cancelled"]] if where == "below" else []
    found = registers(tmp_path, lines[0], *extra, *lines[1:])
    assert [(one.cancelled, len(one.marks)) for one in found.meetings] == [(False, 2), (True, 0)]
    assert found.leftovers == ()


def test_empty_cells_before_the_first_mark_and_after_the_last_are_no_place_on_the_roll(
    tmp_path: Path,
) -> None:
    found = registers(
        tmp_path,
        ["Name", *DAYS[:5]],
        ["Always There", "P", "P", "P", "P", "P"],
        ["Came Later", "", "", "P", "", "P"],
        ["Left Early", "P", "", "P", "", ""],
    )
    assert marks(found, "Came Later") == {"2026-03-09": P, "2026-04-09": NOT_RECORDED, "2026-05-09": P}
    assert marks(found, "Left Early") == {"2026-01-09": P, "2026-02-09": NOT_RECORDED, "2026-03-09": P}


@pytest.mark.parametrize(
    ("blank", "expected"),
    [
        (Blank.ABSENT, [X, P, X, P, X]),
        (Blank.NOT_REQUIRED, [N, P, N, P, N]),
        (Blank.NOT_RECORDED, [NOT_RECORDED, P, NOT_RECORDED, P, NOT_RECORDED]),
        (Blank.NOT_ON_ROLL, [P, P]),
        (Blank.BY_PLACE, [P, NOT_RECORDED, P]),
    ],
)
def test_the_person_can_say_what_empty_means(
    tmp_path: Path, blank: Blank, expected: list[Mark | str]
) -> None:
    head: list[Value] = ["Name", *DAYS[:5]]
    rows = (head, ["Always There", *"PPPPP"], ["Now Andthen", "", "P", "", "P", ""])
    assert list(marks(registers(tmp_path, *rows, blank=blank), "Now Andthen").values()) == expected


def test_a_date_without_any_mark_is_a_planned_meeting_whatever_empty_means(tmp_path: Path) -> None:
    found = registers(tmp_path, ["Name", *DAYS[:2]], ["Rowan Vale", "P", ""], blank=Blank.ABSENT)
    assert [(one.date, one.cancelled, len(one.marks)) for one in found.meetings] == [
        ("2026-01-09", False, 1),
        ("2026-02-09", False, 0),
    ]


def test_an_unknown_mark_is_listed_by_its_cell_and_left_unrecorded(tmp_path: Path) -> None:
    found = registers(tmp_path, ["Name", *DAYS[:2]], ["Rowan Vale", "P", "Q"])
    assert marks(found, "Rowan Vale") == {"2026-01-09": P, "2026-02-09": NOT_RECORDED}
    (left,) = found.leftovers
    assert (left.place, left.text) == ("sheet “Register” cell C2", "Q")
    assert left.why.startswith("is no mark known; use P, V, T, D, A, X or N")


def test_a_name_that_stands_twice_in_one_seat_is_listed_and_in_two_seats_is_two_members(
    tmp_path: Path,
) -> None:
    head: list[Value] = ["Name", "Organisation", DAYS[0]]
    twice = registers(tmp_path, head, ["Rowan Vale", "Council", "P"], ["rowan vale", "Council", "A"])
    assert len(twice.members) == 1
    assert twice.leftovers[0].why == "“rowan vale” stands twice; the first line was read"
    two = registers(tmp_path, head, ["Rowan Vale", "Council", "P"], ["Rowan Vale", "School", "A"])
    assert [one.organisation for one in two.members] == ["Council", "School"]


def test_titles_inside_the_register_give_the_role_of_the_people_below(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Name", *DAYS[:1]],
        ["Members"],
        ["Rowan Vale", "P"],
        ["Advisers"],
        ["Ines Moor", "P"],
        ["In attendance"],
        ["Kit Fell", "I"],
        ["Total present", 3],
    )
    assert [(one.name, one.role) for one in found.members] == [
        ("Rowan Vale", Role.MEMBER), ("Ines Moor", Role.ADVISER), ("Kit Fell", Role.OBSERVER)
    ]  # fmt: skip
    assert marks(found, "Kit Fell") == {"2026-01-09": P}
    assert [one.text for one in found.leftovers] == ["Total present | 3"]


def test_what_stands_beside_a_name_is_its_role_or_organisation(tmp_path: Path) -> None:
    found = registers(
        tmp_path, ["Name", DAYS[0]], ["Rowan Vale (Vice-Chair)", "P"], ["Ines Moor – Moor Trust", "P"]
    )
    assert [(one.name, one.role, one.organisation) for one in found.members] == [
        ("Rowan Vale", Role.VICE_CHAIR, ""), ("Ines Moor", Role.MEMBER, "Moor Trust")
    ]  # fmt: skip


def test_posts_sectors_forenames_and_surnames_are_read(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["First name", "Surname", "Job title", "Sector", "Role", DAYS[0]],
        ["Rowan", "Vale", "Head of SEND", "NHS", "DfE adviser", "P"],
    )
    (member,) = found.members
    assert (member.name, member.seat_title, member.sector) == ("Rowan Vale", "Head of SEND", Sector.HEALTH)
    assert member.role is Role.ADVISER


def test_the_registers_own_key_is_used(tmp_path: Path) -> None:
    found = registers(
        tmp_path, ["Name", *DAYS[:2]], ["Rowan Vale", "/", "x"], [], ["/ = present; x = apologies"]
    )
    assert list(marks(found, "Rowan Vale").values()) == [P, A]


def test_the_same_people_on_a_sheet_for_each_year_are_the_same_members(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Value]]] = {
        "2025": [["Name", date(2025, 6, 10)], ["Rowan Vale", "P"], ["Ines Moor", "P"]],
        "2026": [["Name", date(2026, 6, 9)], ["Rowan Vale", "A"], ["Kit Fell", "P"]],
    }
    found = read_registers(read_tables(workbook(tmp_path / "r.xlsx", sheets)))
    assert [one.name for one in found.members] == ["Rowan Vale", "Ines Moor", "Kit Fell"]
    assert marks(found, "Rowan Vale") == {"2025-06-10": P, "2026-06-09": A}


def test_a_mark_merged_over_several_meetings_counts_for_each(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Register")
    sheet.write_row(0, 0, ["Name", "9 Jan 2026", "9 Feb 2026", "9 Mar 2026"])
    sheet.write_row(1, 0, ["Rowan Vale", "P", "P", "P"])
    sheet.write_row(2, 0, ["Ines Moor", "P"])
    sheet.merge_range(2, 2, 2, 3, "N/A")
    book.close()
    assert list(marks(read_registers(read_tables(path)), "Ines Moor").values()) == [P, N, N]


def test_a_title_merged_over_two_rows_is_left_over_once(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Register")
    sheet.merge_range(0, 0, 1, 2, "Attendance of the board")
    sheet.write_row(2, 0, ["Name", "9 Jan 2026", "9 Feb 2026"])
    sheet.write_row(3, 0, ["Rowan Vale", "P", "P"])
    book.close()
    (left,) = read_registers(read_tables(path)).leftovers
    assert (left.place, left.text) == ("sheet “Register” row 1", "Attendance of the board")


def test_a_column_can_be_chosen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", {"R": [["Wer", "Woher", DAYS[0]], ["Rowan Vale", "Council", "P"]]})
    found = read_registers(read_tables(path), choices=read_choices(["Wer=name", "Woher=organisation"]))
    assert found.members[0].organisation == "Council"


def test_a_year_with_joiners_leavers_deputies_and_a_cancelled_meeting(tmp_path: Path) -> None:
    people = [
        [f"Person {chr(65 + n)}", "Council" if n % 2 else "Trust", "Member", *"PPPPPPPPPPPP"]
        for n in range(10)
    ]
    people[0][3:] = list("PPXAPPPPPPPP")
    people += [
        ["Joined March", "Trust", "Member", "", "", *"PPPPPPPPPP"],
        ["Left June", "Trust", "Member", *"PPPPPP", "", "", "", "", "", ""],
        ["Sent Deputy", "Trust", "Member", "D – Kit Fell", *"PNNPPPPPPPP"],
        ["Looked On", "Department", "Observer", *"IIIIIIIIIIII"],
    ]
    for one in people:
        one[3 + 7] = "cancelled"
    found = registers(tmp_path, ["Name", "Organisation", "Role", *DAYS], *people)
    assert (len(found.members), len(found.meetings)) == (14, 12)
    assert [one.date for one in found.meetings if one.cancelled] == ["2026-08-09"]
    assert list(marks(found, "Person A").values()) == [P, P, X, A, P, P, P, P, P, P, P]
    assert list(marks(found, "Joined March")) == [
        f"2026-{month:02}-09" for month in range(3, 13) if month != 8
    ]
    assert list(marks(found, "Left June")) == [f"2026-{month:02}-09" for month in range(1, 7)]
    assert list(marks(found, "Sent Deputy").values()) == [D, P, N, N, P, P, P, P, P, P, P]
    assert found.leftovers == ()


def test_a_workbook_without_a_register_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="looks like a register"):
        registers(tmp_path, ["Fruit", "Colour"], ["Apple", "green"])


letters = st.lists(st.sampled_from(["", "P", "V", "T", "D", "A", "X", "N"]), min_size=6, max_size=6)


@given(st.lists(letters, min_size=1, max_size=6))
def test_every_mark_written_is_found_once_in_its_place(rows: list[list[str]]) -> None:
    rows = [["P"] * 6, *rows]
    head = (Cell(("Name",)), *(Cell((f"{day:%d/%m/%Y}",), day=day) for day in DAYS[:6]))
    lines = [
        (Cell((f"Person {chr(65 + n)}",)), *(Cell((one,)) for one in line)) for n, line in enumerate(rows)
    ]
    source = SourceTables("r.csv", SourceKind.CSV, (Grid(1, (head, *lines)),))
    found = read_registers(source)
    written = {
        (n, DAYS[at].isoformat()): Mark(one)
        for n, line in enumerate(rows)
        for at, one in enumerate(line)
        if one
    }
    read = {
        (one.member, meeting.date): one.mark
        for meeting in found.meetings
        for one in meeting.marks
        if one.mark
    }
    assert read == written


def test_columns_of_per_cents_and_means_beside_the_dates_are_no_dates(tmp_path: Path) -> None:
    people = ["Rowan Vale", "Ines Moor", "Kit Fell", "Sol Hay", "Ash Lund"]
    lines: list[list[Value]] = [[name, "P", "A", "50.0%", "8.5", "0.83"] for name in people]
    found = registers(tmp_path, ["Name", *DAYS[:2], "Per cent", "Mean", "Share"], *lines)
    assert [one.name for one in found.members] == people
    assert [one.date for one in found.meetings] == ["2026-01-09", "2026-02-09"]


def test_not_recorded_and_not_on_the_roll_may_be_said_in_words(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Name", *DAYS[:3]],
        ["Rowan Vale", "P", "not on the roll", "P"],
        ["Ines Moor", "P", "P", "not recorded"],
    )
    assert marks(found, "Rowan Vale") == {"2026-01-09": P, "2026-03-09": P}
    assert marks(found, "Ines Moor")["2026-03-09"] == NOT_RECORDED
    assert found.leftovers == ()


def test_it_is_known_whose_role_stands_in_the_register(tmp_path: Path) -> None:
    found = registers(tmp_path, ["Name", DAYS[0]], ["Rowan Vale (Chair)", "P"], ["Ines Moor", "P"])
    assert [one.role_given for one in found.members] == [True, False]


def test_names_with_a_bracket_or_an_apostrophe_before_them_are_people(tmp_path: Path) -> None:
    names = [
        "(Dr) Ann Able",
        "'Biodun Ade",
        "‘t Hooft, Jan",
        "Key, Tom",
        "Cancelo, Rui",
        "(Chair) Rowan Vale",
    ]
    found = registers(tmp_path, ["Name", *DAYS[:2]], *([name, "P", "A"] for name in names))
    assert [one.name for one in found.members] == [
        "Dr Ann Able", "'Biodun Ade", "Jan ‘t Hooft", "Tom Key", "Rui Cancelo", "Rowan Vale",
    ]  # fmt: skip
    assert found.members[5].role is Role.CHAIR
    assert [len(meeting.marks) for meeting in found.meetings] == [6, 6]
    assert found.leftovers == ()


@pytest.mark.parametrize(
    "words",
    [
        "Total",
        "Quorate?",
        "Present: 1",
        "Number present",
        "Attendance %",
        "Key: P present",
        "(a) sent a deputy",
    ],
)
def test_sums_and_notes_are_nobody(tmp_path: Path, words: str) -> None:
    found = registers(tmp_path, ["Name", *DAYS[:2]], ["Ann Able", "P", "A"], [words, "1", "0"])
    assert [one.name for one in found.members] == ["Ann Able"]


def test_a_second_line_of_somebody_leaves_open_what_it_says_otherwise(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Name", *DAYS[:4]],
        ["Ann Hale", "P", "P", "", "P"],
        ["Bob Moor", "P", "P", "P", "P"],
        ["Ann Hale", "", "A", "P", "P"],
    )
    assert list(marks(found, "Ann Hale").values()) == [P, NOT_RECORDED, NOT_RECORDED, P]
    said = "Ann Hale stands twice with other marks, so none is recorded here"
    assert [said in " ".join(one.notes) for one in found.meetings] == [False, True, True, False]
