"""A second register in the same table, below the first or beside it, is read under its own dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.documents import Value, workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters

FIRST = [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10)]
THEN = [date(2026, 4, 14), date(2026, 5, 12)]
Lines = list[list[Value]]


def registers(tmp_path: Path, rows: Sequence[Sequence[Value]]) -> FoundRegisters:
    return read_registers(read_tables(workbook(tmp_path / "register.xlsx", {"Register": rows})))


def letters(found: FoundRegisters) -> dict[str, str]:
    """Everybody's marks by date; a dot where they are not on the roll."""
    said = [
        {mark.member: mark.mark.value if mark.mark else "?" for mark in one.marks} for one in found.meetings
    ]
    return {one.name: "".join(each.get(at, ".") for each in said) for at, one in enumerate(found.members)}


UPPER: Lines = [["Name", *FIRST], ["Ann Hale", "P", "A", "P"], ["Bob Moor", "P", "P", "P"]]
BELOW: Lines = [["Bob Moor", "A", "X"], ["Ann Hale", "P", "D"], ["Cy Finch", "V", "P"]]
BOTH = {"Ann Hale": "PAPPD", "Bob Moor": "PPPAX", "Cy Finch": "...VP"}


@pytest.mark.parametrize(
    "between",
    [
        [["Name", *THEN]],
        [[], ["Name", *THEN]],
        [["", *THEN]],
        [[], ["Summer term"], ["Name", *THEN]],
        [["Summer term 2026", *THEN]],
        [["Members", *THEN]],
        [["Northmoor partners", *THEN]],
        [["Name", 46126, 46154]],
        [["Name", "14 April 2026", "12 May 2026", "Total"]],
        [["Total", 2, 1, 2], [], [], ["Member name", "14/04/2026", "12/05/2026"]],
    ],
)
def test_a_second_register_below_the_first_is_read_under_its_own_dates(
    tmp_path: Path, between: Lines
) -> None:
    found = registers(tmp_path, [*UPPER, *between, *BELOW])
    assert [one.date for one in found.meetings] == [one.isoformat() for one in [*FIRST, *THEN]]
    assert letters(found) == BOTH
    assert not any("stands twice" in one.why for one in found.leftovers)


def test_places_of_the_second_register_are_those_of_the_document(tmp_path: Path) -> None:
    found = registers(tmp_path, [*UPPER, [], ["Name", *THEN], *BELOW])
    assert found.meetings[3].place == "sheet “Register” cell B5"
    assert found.members[2].place == "sheet “Register” row 8"
    assert [(one.index, one.looks_like, one.rows) for one in found.tables] == [
        (1, "attendance", 2),
        (1, "attendance", 3),
    ]


def test_the_larger_register_may_stand_below_the_smaller(tmp_path: Path) -> None:
    found = registers(tmp_path, [["Name", *THEN[:1]], ["Ann Hale", "X"], [], *UPPER])
    assert letters(found) == {"Ann Hale": "PAPX", "Bob Moor": "PPP."}


def test_three_registers_take_the_year_of_the_title(tmp_path: Path) -> None:
    rows: Lines = [["Attendance 2026"]]
    for first, second in (("13 Jan", "10 Feb"), ("14 Apr", "12 May"), ("9 June", "14 July")):
        rows += [["Name", first, second], ["Ann Hale", "P", "A"], []]
    found = registers(tmp_path, rows)
    assert [one.date for one in found.meetings][::5] == ["2026-01-13", "2026-07-14"]
    assert letters(found) == {"Ann Hale": "PAPAPA"}


def test_the_same_for_dates_down_and_people_across(tmp_path: Path) -> None:
    upper, lower = [list(line) for line in zip(*UPPER, strict=True)], ["Name", *THEN]
    upper[0][0] = lower[0] = "Date"
    below = [list(line) for line in zip(lower, *BELOW, strict=True)]
    assert letters(registers(tmp_path, [*upper, [], *below])) == BOTH
    wide = [[*line, "", *other] for line, other in zip(upper, [*below, [""] * 4], strict=True)]
    assert letters(registers(tmp_path, wide)) == BOTH


def test_a_register_beside_the_first_with_other_people_keeps_its_own(tmp_path: Path) -> None:
    beside: Lines = [["Name", *THEN], *BELOW]
    above: Lines = [*UPPER, [""] * 4]
    rows = [[*line, "", *other] for line, other in zip(above, beside, strict=True)]
    assert letters(registers(tmp_path, rows)) == BOTH


@pytest.mark.parametrize("at", [1, 2])
def test_days_for_papers_are_no_second_register(tmp_path: Path, at: int) -> None:
    papers: list[Value] = ["Papers due", date(2026, 1, 6), date(2026, 2, 3), date(2026, 3, 3)]
    found = registers(tmp_path, [*UPPER[:at], papers, *UPPER[at:]])
    assert letters(found) == {"Ann Hale": "PAP", "Bob Moor": "PPP"}


def test_the_headings_once_more_begin_nothing_new(tmp_path: Path) -> None:
    found = registers(tmp_path, [*UPPER[:2], UPPER[0], *UPPER[2:]])
    assert letters(found) == {"Ann Hale": "PAP", "Bob Moor": "PPP"}
    assert len(found.tables) == 1


def test_merged_titles_stay_with_the_register_below_them(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("Register")
    blocks = {0: ("Spring", "13/01/2026", "10/02/2026"), 4: ("Summer", "14/04/2026", "12/05/2026")}
    for row, (title, *days) in blocks.items():
        sheet.merge_range(row, 0, row, 2, title)
        sheet.write_row(row + 1, 0, ["Name", *days])
        sheet.write_row(row + 2, 0, ["Ann Hale", "P", "A"])
    book.close()
    assert letters(read_registers(read_tables(tmp_path / "a.xlsx"))) == {"Ann Hale": "PAPA"}


@given(
    blocks=st.lists(st.lists(st.sampled_from("PAXTVDN"), min_size=4, max_size=4), min_size=1, max_size=4),
    gap=st.integers(0, 2),
)
def test_registers_below_each_other_give_what_they_give_apart(blocks: list[list[str]], gap: int) -> None:
    lines: list[list[str]] = []
    for month, marks in enumerate(blocks):
        lines.append(["Name", f"06/{month * 2 + 1:02}/2026", f"06/{month * 2 + 2:02}/2026"])
        lines += [["Ann Hale", *marks[:2]], ["Bob Moor", *marks[2:]], *[["", "", ""]] * gap]
    cells = tuple(tuple(Cell((one,) if one else ()) for one in line) for line in lines)
    found = read_registers(SourceTables("r.csv", SourceKind.CSV, (Grid(1, cells),)))
    assert letters(found) == {
        "Ann Hale": "".join("".join(marks[:2]) for marks in blocks),
        "Bob Moor": "".join("".join(marks[2:]) for marks in blocks),
    }


def test_headings_on_a_line_below_the_dates_are_nobody(tmp_path: Path) -> None:
    names = ["Name", "Organisation"]
    rows: Lines = [["", "", *FIRST[:2]], [*names], ["Ann Hale", "", "P", "A"]]
    found = registers(tmp_path, [*rows, [], ["", "", *THEN], [*names], ["Ann Hale", "", "P", "X"]])
    assert letters(found) == {"Ann Hale": "PAPX"}
