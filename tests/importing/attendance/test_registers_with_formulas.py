"""A mark that is a formula without its saved result may be any mark: nobody leaves the board through it."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.attendance.test_registers import NOT_RECORDED, P, marks
from tests.importing.documents import zip_file

from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.child import from_plain, to_plain
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters

RESULTS = {"=": "", "=#": "#N/A"}


def with_formulas(tmp_path: Path, *rows: Sequence[str], blank: Blank = Blank.BY_PLACE) -> FoundRegisters:
    """A register in which `=` is a formula saved without what it comes to, `=#` one that found nothing."""
    path = tmp_path / "register.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Register")
    for at, values in enumerate(rows):
        for column, value in enumerate(values):
            if value in RESULTS:
                sheet.write_formula(at, column, "=Data!A1", None, RESULTS[value])
            else:
                sheet.write(at, column, value)
    book.close()
    return read_registers(read_tables(path), blank=blank)


HEAD = ["Name", "13 January 2026", "10 February 2026", "10 March 2026"]


@pytest.mark.parametrize("blank", list(Blank))
def test_a_formula_at_the_end_of_a_line_takes_nobody_off_the_board(tmp_path: Path, blank: Blank) -> None:
    found = with_formulas(
        tmp_path, HEAD, ["Ann Hale", "P", "=", "="], ["Bob Moor", "P", "P", "P"], blank=blank
    )
    assert list(marks(found, "Ann Hale").values()) == [P, NOT_RECORDED, NOT_RECORDED]
    assert "formulas without a result" in found.meetings[1].notes[0]


def test_a_whole_column_of_formulas_is_an_open_register_and_no_meeting_to_come(tmp_path: Path) -> None:
    found = with_formulas(tmp_path, HEAD, ["Ann Hale", "P", "=", "P"], ["Bob Moor", "P", "=", "P"])
    assert [mark.mark for mark in found.meetings[1].marks] == [None, None]


def test_somebody_with_nothing_but_formulas_is_on_every_roll(tmp_path: Path) -> None:
    found = with_formulas(tmp_path, HEAD, ["Ann Hale", "=", "=", "="], ["Bob Moor", "P", "P", "P"])
    assert list(marks(found, "Ann Hale").values()) == [NOT_RECORDED] * 3


def test_a_formula_that_found_nothing_is_no_empty_cell_either(tmp_path: Path) -> None:
    found = with_formulas(tmp_path, HEAD, ["Ann Hale", "P", "P", "=#"], ["Bob Moor", "P", "P", "P"])
    assert list(marks(found, "Ann Hale").values()) == [P, P, NOT_RECORDED]


def test_a_formula_that_comes_to_nothing_is_an_empty_cell(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Register"
    for values in (HEAD, ["Ann Hale", "P", "P", None], ["Bob Moor", "P", "P", "P"]):
        book.active.append(values)
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    empty = b'<c r="D2" t="str"><f>IF(1,"","P")</f><v></v></c></row><row r="3">'
    parts[sheet] = parts[sheet].replace(b'</row><row r="3">', empty)
    found = read_registers(read_tables(zip_file(path, parts)))
    assert list(marks(found, "Ann Hale").values()) == [P, P]


@given(
    cell=st.builds(
        Cell,
        st.just(("P",)),
        font=st.just("Wingdings"),
        comment=st.sampled_from(("", "late")),
        unsaved=st.booleans(),
    )
    | st.builds(Cell, unsaved=st.booleans())
)
def test_a_cell_comes_back_whole_from_the_program_that_reads_apart(cell: Cell) -> None:
    source = SourceTables("register.xlsx", SourceKind.EXCEL, (Grid(1, ((cell,),)),))
    assert from_plain(to_plain(source)) == source
