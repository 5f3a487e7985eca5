"""Titles and notes inside a register are nobody: an organisation goes for the people below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import PatternFill

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.attendance.sections import organisation_in
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.people import Role, Sector

DAYS = (datetime(2026, 1, 13), datetime(2026, 2, 10), datetime(2026, 3, 10))


def read(
    folder: Path,
    *lines: Sequence[str],
    across: str = "",
    shaded: str = "",
    heads: tuple[str, ...] = ("Name", "Organisation"),
) -> FoundRegisters:
    """A workbook of these lines; the title `across` is merged over all columns, `shaded` has a colour."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([*heads, *DAYS])
    for line in lines:
        sheet.append(list(line))
        at = sheet.max_row
        if across and line[0] == across:
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(heads) + 3)
        if shaded and line[0] == shaded:
            for cell in sheet[at]:
                cell.fill = PatternFill("solid", fgColor="DDDDDD")
    book.save(folder / "r.xlsx")
    return read_registers(read_tables(folder / "r.xlsx"))


def _people(found: FoundRegisters) -> list[tuple[str, str]]:
    return [(one.name, one.organisation) for one in found.members]


ANN, BOB = ("Ann Hale", "", "P", "P", "A"), ("Bob Moor", "PCF", "P", "A", "P")
PLACES = (
    "Northmoor Council", "Moor Academy Trust", "NHS Northmoor ICB", "Parent Carer Forum",
    "Northmoor Schools Forum", "University of Northmoor", "Moorshire Police", "Moor Primary",
    "Healthwatch Northmoor", "Heron Foundation",
    "Northmoor County Council:", "1. Northmoor Council", "A. Northmoor Council",
    "Northmoor Council (4 seats)", "Northmoor Council members",
)  # fmt: skip


@pytest.mark.parametrize("title", PLACES)
@pytest.mark.parametrize("look", ["plain", "across", "shaded"])
def test_an_organisation_above_people_is_theirs_and_nobody(tmp_path: Path, title: str, look: str) -> None:
    looks: dict[str, Any] = {"across": {"across": title}, "shaded": {"shaded": title}}.get(look, {})
    found = read(tmp_path, (title,), ANN, BOB, **looks)
    place = organisation_in(title)
    assert _people(found) == [("Ann Hale", place), ("Bob Moor", "PCF")]
    assert place
    assert place in title
    assert not {"(4", "seats)", "members", "1.", "A."} & set(place.split())
    assert any(
        one.text == title and "the organisation, of the people below" in one.why for one in found.leftovers
    )


@pytest.mark.parametrize("title", ["Northmoor", "Ann Hale"])
def test_a_title_merged_across_the_dates_is_nobody_and_said(tmp_path: Path, title: str) -> None:
    found = read(tmp_path, (title,), BOB, across=title)
    assert _people(found) == [("Bob Moor", "PCF")]
    assert [one.why for one in found.leftovers] == [
        "has no marks and reads as a heading, so nobody is made of it"
    ]


def test_people_with_names_like_places_and_those_without_marks_stay_people(tmp_path: Path) -> None:
    names = [
        "Mike England",
        "Mary Head",
        "Anna van der Berg",
        "Ann Hale (Moor Trust)",
        "Lee Board (Chair)",
        "Contact Lee",
        "(Dr) Al Means",
    ]
    found = read(
        tmp_path,
        *((name, "ICB" if "Board" in name or "(Dr)" in name else "", "", "", "") for name in names),
        BOB,
    )
    assert [one.name for one in found.members][:4] == [*names[:3], "Ann Hale"]
    assert found.members[3].organisation == "Moor Trust"
    assert {"Contact Lee", "Dr Al Means"} <= {one.name for one in found.members}


def test_kinds_of_member_give_the_sector_and_no_organisation(tmp_path: Path) -> None:
    found = read(
        tmp_path, ("Health and social care",), ANN, ("Voluntary sector",), ("Kim Poe", "", "P", "P", "P")
    )
    assert [(one.organisation, one.sector) for one in found.members] == [
        ("", Sector.SOCIAL_CARE),
        ("", Sector.OTHER),
    ]


def test_an_organisation_below_a_title_of_a_role_leaves_the_role(tmp_path: Path) -> None:
    found = read(tmp_path, ("Advisers",), ("NHS England",), ANN, ("Members",), ("Kim Poe", "", "P", "P", "P"))
    assert [(one.name, one.role, one.organisation) for one in found.members] == [
        ("Ann Hale", Role.ADVISER, "NHS England"),
        ("Kim Poe", Role.MEMBER, ""),
    ]


def test_an_organisation_in_its_own_column_above_people_is_theirs(tmp_path: Path) -> None:
    rows = [("Northmoor Council",), ("", *ANN[:1], *ANN[2:]), ("", "Kim Poe", "P", "P", "X")]
    found = read(tmp_path, *rows, heads=("Organisation", "Name"))
    assert _people(found) == [("Ann Hale", "Northmoor Council"), ("Kim Poe", "Northmoor Council")]


def test_two_of_one_name_below_two_organisations_are_two(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("Northmoor Council",),
        ("Jane Smith", "", *"PPP"),
        ("Moor Trust",),
        ("Jane Smith", "", *"XPA"),
    )
    assert _people(found) == [("Jane Smith", "Northmoor Council"), ("Jane Smith", "Moor Trust")]


def test_an_organisation_with_marks_keeps_them_and_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, ("Healthwatch Northmoor", "", "P", "P", "A"), BOB)
    assert len(found.members) == 2
    assert any("reads as an organisation; its marks are kept" in one.why for one in found.leftovers)


def test_an_organisation_without_marks_beside_another_is_nobody(tmp_path: Path) -> None:
    found = read(tmp_path, ("Moor School", "Moor Trust", "", "", ""), BOB)
    assert _people(found) == [("Bob Moor", "PCF")]
    assert any("nobody is made of it" in one.why for one in found.leftovers)


NOTES = (
    "NB: Kim Poe sent a paper", "N.B. all online", "Note: the board moved", "Please note that two left",
    "Quorum is five", "Quorum is 5", "The quorum is five", "* denotes deputy", "*Deputy attended",
    "† by phone",
    "Source: minutes", "Source: Minutes of the Board", "Ref: SIB 4", "See minutes", "Data from the minutes",
    "Figures exclude deputies", "Includes substitutes", "Minutes by Jo Poe", "All meetings were online",
    "Contact: Jo Poe", "Version 3", "Page 1 of 2",
    "Official - sensitive", "Footnote", "Chairs met twice", "Italics denote apologies",
)  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("merged", [False, True])
def test_a_note_below_a_register_is_said_and_nobody(tmp_path: Path, note: str, merged: bool) -> None:
    found = read(tmp_path, ANN, BOB, (note,), across=note if merged else "")
    assert len(found.members) == 2
    [said] = [one.why for one in found.leftovers]
    assert said == "is a note and nobody’s line; it is left aside"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Health representatives", "reads as a heading"),
        ("Young people", "reads as a heading"),
        ("Chair", "reads as a post"),
        ("SEND Manager", "reads as a post"),
        ("Head of SEND", "reads as a heading"),
    ],
)
def test_a_post_or_a_kind_of_member_alone_is_nobody_and_said(tmp_path: Path, title: str, said: str) -> None:
    found = read(tmp_path, (title,), ANN, BOB)
    assert [(one.name, one.role) for one in found.members] == [
        ("Ann Hale", Role.MEMBER),
        ("Bob Moor", Role.MEMBER),
    ]
    assert any(said in one.why for one in found.leftovers)


@pytest.mark.parametrize("line", [("NB", "see minutes"), ("Source", "Board minutes"), ("Quorum", "5")])
def test_a_note_in_two_cells_is_nobody(tmp_path: Path, line: tuple[str, str]) -> None:
    found = read(tmp_path, ANN, BOB, line)
    assert len(found.members) == 2
    assert [one.text for one in found.leftovers] == [" | ".join(line)]


def test_an_organisation_with_nothing_but_dashes_has_no_marks(tmp_path: Path) -> None:
    found = read(tmp_path, ("Northmoor Council", "", "-", "–", ""), ANN)
    assert _people(found) == [("Ann Hale", "Northmoor Council")]


@given(
    st.lists(
        st.sampled_from(["Ann", "Kim", "Northmoor", "Council", "Trust", "of", "the", "is", "Forum", "P"]),
        min_size=1,
    ),
    st.lists(st.sampled_from(["P", "A", "X", ""]), min_size=3, max_size=3),
)
def test_no_mark_of_a_line_is_lost_unseen(words: list[str], marks: list[str]) -> None:
    rows = [
        ["Name", "2026-01-13", "2026-02-10", "2026-03-10"],
        ["Bob Moor", "P", "P", "P"],
        [" ".join(words), *marks],
    ]
    grid = Grid(1, tuple(tuple(Cell((text,) if text else ()) for text in row) for row in rows))
    found = read_registers(SourceTables("r.csv", SourceKind.CSV, (grid,)))
    read_in = sum(mark.mark is not None for one in found.meetings for mark in one.marks) - 3
    said = any(" ".join(words) in one.text for one in found.leftovers)
    assert read_in == sum(map(bool, marks)) or said
