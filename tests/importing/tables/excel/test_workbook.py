"""Workbooks become rectangles of what people see."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Color, PatternFill
from tests.importing.documents import made_strict, workbook

from boarddesk.importing.tables.grid import Grid, SourceKind
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.refused import FileProblem, Refused


def texts(grid: Grid) -> list[list[str]]:
    return [[one.text for one in line] for line in grid.rows]


def test_dates_are_days_and_numbers_are_written_as_their_format_has_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for column, (value, pattern) in enumerate(
        [
            (44712, "dd/mm/yyyy"), (44712, "mmm-yy"), (4.1, "0.00"), (0.925, "0.0%"), (1234.5, "#,##0"),
            (0.1 + 0.2, "General"), (0.5, "hh:mm"), (7.0, "General"),
        ]
    ):  # fmt: skip
        sheet.write_number(0, column, value, book.add_format({"num_format": pattern}))
    book.close()
    (line,) = read_tables(path).grids[0].rows
    assert [one.text for one in line] == [
        "31/05/2022",
        "May 2022",
        "4.10",
        "92.5%",
        "1,235",
        "0.3",
        "12:00",
        "7",
    ]
    assert [one.day for one in line[:3]] == [date(2022, 5, 31), date(2022, 5, 31), None]


def test_a_workbook_that_counts_from_1904_gives_the_same_days(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path), {"date_1904": True})
    book.add_worksheet().write_datetime(
        0, 0, date(2026, 6, 9), book.add_format({"num_format": "dd mmm yyyy"})
    )
    book.close()
    assert read_tables(path).grids[0].rows[0][0].day == date(2026, 6, 9)


def test_fills_are_read_as_rgb_theme_and_palette(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for column, colour in enumerate(
        [Color(rgb="FF00B050"), Color(theme=4), Color(indexed=10), Color(theme=4, tint=0.6)], 1
    ):
        one = sheet.cell(1, column, "x")
        one.fill = PatternFill("solid", fgColor=colour)
    book.save(tmp_path / "a.xlsx")
    shades = [one.shading for one in read_tables(tmp_path / "a.xlsx").grids[0].rows[0]]
    assert shades[:3] == ["00B050", "4F81BD", "FF0000"]
    assert shades[3] == "B9CDE5"


def test_a_status_shown_by_fill_alone_is_kept_inside_the_used_box(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    red = book.add_format({"bg_color": "#FF0000"})
    sheet.write_row(0, 0, ["Action", "RAG", "Progress"])
    sheet.write(1, 0, "Do it")
    sheet.write_blank(1, 1, None, red)
    sheet.write_blank(40, 150, None, red)
    book.close()
    grid = read_tables(path).grids[0]
    assert (grid.width, len(grid.rows)) == (3, 2)
    assert grid.rows[1][1].shading == "FF0000"


def test_merged_cells_and_rows_before_the_table_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Register")
    sheet.merge_range("C3:E3", "Marks")
    sheet.write_row("C4", ["a", "b", "c"])
    book.close()
    grid = read_tables(path).grids[0]
    assert grid.shown(0, 2).text == "Marks"
    assert grid.row_place(1) == "sheet “Register” row 4"
    assert grid.cell_place(1, 2) == "sheet “Register” cell E4"


def test_rich_text_errors_truth_and_formulas_are_read_as_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_rich_string(0, 0, "two ", book.add_format({"bold": True}), "parts")
    sheet.write_boolean(0, 1, True)
    sheet.write_formula(0, 2, "=1+1", None, 2)
    sheet.write_string(0, 3, "first\nsecond")
    book.close()
    assert texts(read_tables(path).grids[0]) == [["two parts", "Yes", "2", "first\nsecond"]]


def test_a_hidden_sheet_is_left_out_and_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    shown, hidden = book.active, book.create_sheet("Old")
    assert shown is not None
    shown["A1"], hidden["A1"] = "a", "b"
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    read = read_tables(tmp_path / "a.xlsx")
    assert [texts(grid) for grid in read.grids] == [[["a"]]]
    assert read.notes == ("Not read: hidden sheet “Old”.",)


def test_strict_workbooks_are_read_like_any_other(tmp_path: Path) -> None:
    plain = workbook(tmp_path / "a.xlsx", {"One": [["Name", date(2026, 6, 9)], ["Rowan Vale", "P"]]})
    strict = made_strict(plain, tmp_path / "b.xlsx")
    assert texts(read_tables(strict).grids[0]) == texts(read_tables(plain).grids[0])
    assert read_tables(strict).kind is SourceKind.EXCEL


def test_one_sheet_can_be_chosen_and_a_missing_one_is_refused_by_name(tmp_path: Path) -> None:
    read = read_tables(workbook(tmp_path / "a.xlsx", {"One": [["a"]], "Two": [["b"]]}))
    assert [grid.sheet for grid in read.only("two").grids] == ["Two"]
    with pytest.raises(Refused, match=r"“Three”.*“One”, “Two”"):
        read.only("Three")


@pytest.mark.parametrize("spot", [(20_000, 0), (0, 200)])
def test_more_cells_than_a_register_needs_are_refused(tmp_path: Path, spot: tuple[int, int]) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write(0, 0, "a")
    sheet.write(*spot, "far")
    book.close()
    with pytest.raises(FileProblem, match="20,000 rows or 200 columns"):
        read_tables(path)


def test_a_small_file_that_claims_a_million_rows_is_read_at_once(tmp_path: Path) -> None:
    plain = workbook(tmp_path / "a.xlsx", {"One": [["a"]]})
    path = tmp_path / "b.xlsx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                merges = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
                data = data.replace(b'ref="A1"', b'ref="A1:XFD1048576"')
                data = data.replace(
                    b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>' + merges
                )
            new.writestr(name, data)
    start = time.perf_counter()
    assert texts(read_tables(path).grids[0]) == [["a"]]
    assert time.perf_counter() - start < 5
