"""Marks and remarks in columns that are not taken are said, with where they stand and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.importing.documents import Value, workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark
DAYS = [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10)]


def registers(tmp_path: Path, *rows: Sequence[Value]) -> FoundRegisters:
    return read_registers(read_tables(workbook(tmp_path / "register.xlsx", {"Register": rows})))


def beside(tmp_path: Path, heading: str, *marks: Value) -> FoundRegisters:
    """Two people at two meetings, with one more column between these."""
    first, second = marks or ("P", "A")
    return registers(
        tmp_path,
        ["Name", DAYS[0], heading, DAYS[1]],
        ["Ann Hale", "P", first, "A"],
        ["Bob Moor", "P", second, "P"],
    )


@pytest.mark.parametrize(
    "heading",
    ["Jan mtg", "#REF!", "Extra", "TBC", "Meeting 4", "Apr", "Attended", "AGM", "Q3", "Away day", "Present"],
)
def test_marks_under_a_heading_that_is_no_date_are_said_with_their_number(
    tmp_path: Path, heading: str
) -> None:
    found = beside(tmp_path, heading)
    assert [(one.place, one.text) for one in found.leftovers] == [
        ("sheet “Register” cell C1", f"{heading}: P, A")
    ]
    assert "2 marks" in found.leftovers[0].why
    assert [[mark.mark for mark in one.marks] for one in found.meetings] == [[P, P], [A, P]]


@pytest.mark.parametrize("heading", ["(cancelled)", "Postponed", "CANCELLED", "Meeting cancelled – snow"])
def test_a_cancelled_meeting_without_a_date_is_said(tmp_path: Path, heading: str) -> None:
    (marked,) = beside(tmp_path, heading).leftovers
    assert "did not take place" in marked.why
    assert "two marks" in marked.why
    (empty,) = beside(tmp_path, heading, "", "").leftovers
    assert (empty.text, "marks" in empty.why) == (heading, False)


@pytest.mark.parametrize(
    "heading",
    [
        "21/4/2026 (cancelled)", "21 April 2026 Postponed", "21 April 2026 – postponed to 5 May",
        "21/04/2026 stood down", "21 Apr 2026 did not take place",
    ],
)  # fmt: skip
def test_marks_at_a_meeting_that_did_not_take_place_are_said(tmp_path: Path, heading: str) -> None:
    found = beside(tmp_path, heading)
    assert [(one.date, one.cancelled, len(one.marks)) for one in found.meetings][-1] == (
        "2026-04-21",
        True,
        0,
    )
    (left,) = found.leftovers
    assert (left.place, left.text) == ("sheet “Register” cell C1", f"{heading}: P, A")
    assert "two marks" in left.why
    assert beside(tmp_path, heading, "N/A", "cancelled").leftovers == ()


@pytest.mark.parametrize(
    "heading", ["21 April 2026 (postponed from 7 April)", "21 April 2026 (moved from 7 April)"]
)
def test_a_meeting_put_off_to_a_day_was_held_on_it(tmp_path: Path, heading: str) -> None:
    found = beside(tmp_path, heading)
    assert [(one.date, one.cancelled) for one in found.meetings][-1] == ("2026-04-21", False)
    assert found.leftovers == ()


def test_nobody_required_in_a_cancelled_column_leaves_it_cancelled(tmp_path: Path) -> None:
    found = beside(tmp_path, "21/04/2026", "Cancelled", "–")
    assert [one.cancelled for one in found.meetings] == [False, False, True]


@pytest.mark.parametrize("heading", ["Comments", "Notes", "Deputy", "Named deputy", "Reason for absence"])
def test_what_is_said_of_people_in_a_column_of_its_own_is_said(tmp_path: Path, heading: str) -> None:
    (left,) = beside(tmp_path, heading, "late", "Kit Fell").leftovers
    assert left.place == "sheet “Register” cell C1"
    assert left.text == f"{heading}: Ann Hale: late; Bob Moor: Kit Fell"
    assert "2 entries" in left.why


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [("Total", 3, 4), ("%", "75%", "100%"), ("Email", "a@b.example", ""), ("Comments", "", "")],
)
def test_sums_and_addresses_are_left_aside_in_silence(
    tmp_path: Path, heading: str, first: Value, second: Value
) -> None:
    assert beside(tmp_path, heading, first, second).leftovers == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("13.iv.2026", "2026-04-13"), ("1.XII.2025", "2025-12-01"), ("9-ix-26", "2026-09-09"),
        ("13 iv 2026", "2026-04-13"), ("3/v/2026", "2026-05-03"), ("13. viii. 2026", "2026-08-13"),
    ],
)  # fmt: skip
def test_months_in_roman_figures_are_months(tmp_path: Path, written: str, day: str) -> None:
    found = registers(tmp_path, ["Name", written], ["Ann Hale", "P"], ["Bob Moor", "A"])
    assert [one.date for one in found.meetings] == [day]
    assert found.meetings[0].notes[0].startswith(f"The heading {written} is read as")


def test_a_day_there_is_not_in_roman_figures_is_said(tmp_path: Path) -> None:
    (left,) = beside(tmp_path, "31.ii.2026").leftovers
    assert "there is no such date" in left.why


@pytest.mark.parametrize("where", ["above", "below"])
def test_marks_are_said_where_cancelled_stands_over_or_under_their_date(tmp_path: Path, where: str) -> None:
    rows: list[list[Value]] = [["Name", *DAYS[:2]], ["Ann Hale", "P", "A"], ["Bob Moor", "P", "P"]]
    rows.insert(0 if where == "above" else len(rows), ["", "", "CANCELLED"])
    found = registers(tmp_path, *rows)
    assert [(one.cancelled, len(one.marks)) for one in found.meetings] == [(False, 2), (True, 0)]
    (left,) = found.leftovers
    assert "two marks" in left.why


def test_one_cancelled_cell_among_marks_cancels_nothing(tmp_path: Path) -> None:
    found = beside(tmp_path, "21/04/2026", "Cancelled", "P")
    assert not any(one.cancelled for one in found.meetings)
    assert [(one.place, one.text) for one in found.leftovers] == [("sheet “Register” cell C2", "Cancelled")]


def test_marks_in_figures_under_no_date_are_marks_too(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Name", DAYS[0], "Extra", "Total"],
        ["Ann Hale", "1", "0", "1"],
        ["Bob Moor", "0", "1", "1"],
    )
    assert [one.text for one in found.leftovers] == ["Extra: 0, 1"]


@pytest.mark.parametrize(
    "about",
    ["Comments", "Remarks", "Deputy", "Deputies", "Chair", "Reason for absence", "Room", "Type of meeting"],
)
@pytest.mark.parametrize("turned", [True, False])
def test_what_is_said_of_meetings_is_nobody(tmp_path: Path, about: str, turned: bool) -> None:
    said = [about, "Kit Fell", "in the Civic Hall"]
    rows: list[list[Value]] = [["Date", *DAYS[:2]], ["Ann Hale", "P", "A"], ["Bob Moor", "P", "P"], [*said]]
    found = registers(tmp_path, *([list(line) for line in zip(*rows, strict=True)] if turned else rows))
    assert [one.name for one in found.members] == ["Ann Hale", "Bob Moor"]
    (left,) = found.leftovers
    assert left.text == f"{about} | Kit Fell | in the Civic Hall"
    assert "nobody’s line" in left.why


def test_a_chair_with_marks_is_somebody(tmp_path: Path) -> None:
    found = registers(tmp_path, ["Name", *DAYS[:2]], ["Ann Hale", "P", "A"], ["Chair", "P", "P"])
    assert len(found.members) == 2
