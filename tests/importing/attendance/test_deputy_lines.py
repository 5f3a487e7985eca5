"""A deputy on a line of its own, or by initials alone, is nobody new on the board."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark


def _read(folder: Path, *lines: list[str]) -> FoundRegisters:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    days = (datetime(2026, 1, 13), datetime(2026, 2, 10), datetime(2026, 3, 10))
    sheet.append(["Name", "Organisation", *days])
    for line in lines:
        sheet.append(line)
    book.save(folder / "r.xlsx")
    return read_registers(read_tables(folder / "r.xlsx"))


def _marks(found: FoundRegisters, name: str) -> list[tuple[Mark | None, str]]:
    [at] = [at for at, one in enumerate(found.members) if one.name == name]
    return [(mark.mark, mark.deputy) for one in found.meetings for mark in one.marks if mark.member == at]


@pytest.mark.parametrize(
    "written",
    [
        "Deputy: Femi Ade", "Deputy - Femi Ade", "Deputy for Ann Hale: Ade, Femi", "Substitute: Femi Ade",
        "Femi Ade (deputy)", "Femi Ade (Deputy for Ann Hale)", "Femi Ade - deputy", "Femi Ade, deputy",
        "Ade, Femi (named deputy)", "Femi Ade (sub)", "Deputy Femi Ade", "*Femi Ade (deputy)",
        "Femi Ade (deputy, ICB)", "Femi Ade\nDeputy", "Femi Ade (deputy) (from Feb 2026)",
    ],
)  # fmt: skip
def test_a_deputy_below_a_member_takes_the_seat_where_the_member_was_not_there(
    tmp_path: Path, written: str
) -> None:
    found = _read(
        tmp_path,
        ["Ann Hale", "ICB", "A", "P", "X"],
        [written, "", "P", "P", "A"],
        ["Bob Moor", "PCF", "P", "P", "P"],
    )
    assert [one.name for one in found.members] == ["Ann Hale", "Bob Moor"]
    assert _marks(found, "Ann Hale") == [(D, "Femi Ade"), (P, ""), (X, "")]
    assert "D for Ann Hale" in found.meetings[0].notes[0]
    [both] = [one for one in found.leftovers if "deputy’s line" in one.why]
    assert "D3" in both.place


def test_a_deputy_of_another_organisation_or_of_nobody_is_said_and_not_taken(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ["Deputy: Gil West", "", "P", "", ""],
        ["Ann Hale", "ICB", "A", "P", "P"],
        ["Deputy: Femi Ade", "Council", "P", "", ""],
        ["Bob Moor", "PCF", "P", "P", "P"],
    )
    assert _marks(found, "Ann Hale")[0] == (A, "")
    assert len(found.members) == 2
    assert sum("deputy’s line" in one.why for one in found.leftovers) == 2


@pytest.mark.parametrize("cell", ["D (BM)", "D - B.M.", "D ICB"])
def test_a_deputy_by_initials_alone_is_asked_about_and_nobody_new(tmp_path: Path, cell: str) -> None:
    found = _read(tmp_path, ["Ann Hale", "ICB", "P", cell, "P"], ["Bob Moor", "PCF", "P", "P", "P"])
    assert _marks(found, "Ann Hale")[1] == (D, "")
    assert any("may be initials" in one.why for one in found.leftovers)


def test_one_person_in_two_spellings_of_a_title_has_one_seat(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ["Hale, Ann", "ICB", "P", "P", "P"],
        ["Dr. Smith, Jane", "Council", "P", "X", "P"],
        ["Smith, Dr Jane (Chair)", "Council", "P", "X", "P"],
    )
    assert [one.name for one in found.members] == ["Ann Hale", "Dr. Jane Smith"]
    assert any("stands twice" in one.why for one in found.leftovers)


@pytest.mark.parametrize(
    "written", ["Femi Ade (deputy, PCF)", "Femi Ade, PCF (deputy)", "Deputy: Femi Ade (PCF)"]
)
def test_a_deputy_whose_line_names_another_organisation_takes_nobodys_seat(
    tmp_path: Path, written: str
) -> None:
    found = _read(tmp_path, ["Ann Hale", "ICB", "A", "P", "X"], [written, "", "P", "", ""])
    assert _marks(found, "Ann Hale")[0] == (A, "")
    assert sum("deputy’s line" in one.why for one in found.leftovers) == 1


@pytest.mark.parametrize(
    "written", ["Femi Ade (Deputy Chair)", "Femi Ade, Deputy Director", "Deputy Head Moor"]
)
def test_a_post_that_holds_the_word_is_no_deputy(tmp_path: Path, written: str) -> None:
    found = _read(tmp_path, ["Ann Hale", "ICB", "A", "P", "X"], [written, "", "P", "P", "P"])
    assert len(found.members) == 2


def test_a_list_of_deputies_is_nobody_new_and_every_mark_is_said(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ["Ann Hale", "ICB", "A", "P", "X"],
        ["Deputies", "", "", "", ""],
        ["Femi Ade", "ICB", "P", "", "P"],
        ["Gil West", "", "", "", ""],
    )
    assert [one.name for one in found.members] == ["Ann Hale"]
    assert sum("Femi Ade" in one.why for one in found.leftovers) == 2
    assert any("Gil West" in one.why for one in found.leftovers)
