"""Workbooks that other programs wrote oddly open all the same, and show what Excel shows."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from tests.importing.documents import workbook, zip_file

from boarddesk.importing.tables.source import read_tables

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"


def changed(path: Path, part: str, old: str, new: str) -> Path:
    """The workbook with a piece of one part written otherwise."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    return zip_file(path, parts)


def shown(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_tables(path).grids[0].rows]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (STYLES, "<borders", '<cellWatch odd="1"/><borders odd="1"'),
        (STYLES, "</cellXfs>", '<odd/></cellXfs><cellStyles><cellStyle xfId="77"/></cellStyles>'),
        (STYLES, '<family val="2"/>', '<family val="99"/><color rgb="blue"/>'),
        (STYLES, '<patternFill patternType="none"/>', ""),
        (SHEET, "<pageMargins ", '<pageMargins odd="1" '),
        (SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells>'),
        (SHEET, "</sheetData>", '</sheetData><conditionalFormatting odd="1"/>'),
    ],
)  # fmt: skip
def test_one_odd_border_font_or_page_setting_does_not_cost_the_workbook_its_days(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"One": [["Meeting", date(2026, 6, 9)]]})
    cell = read_tables(changed(path, part, old, new)).grids[0].rows[0][1]
    assert (cell.text, cell.day) == ("09/06/2026", date(2026, 6, 9))


def test_a_value_that_is_not_of_its_kind_stays_as_it_is_written(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"One": [["a", 4711, 815]]})
    changed(path, SHEET, "<v>4711</v>", "<v>about 5</v>")
    assert shown(changed(path, SHEET, "<v>815</v>", "<v>-3</v>")) == [["a", "about 5", "-3"]]


def test_a_date_before_or_beyond_all_calendars_is_the_number_it_is(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"One": [["a", date(2026, 6, 9), date(2026, 6, 10)]]})
    changed(path, SHEET, "<v>46182</v>", "<v>-7</v>")
    assert shown(changed(path, SHEET, "<v>46183</v>", "<v>46182000</v>")) == [["a", "-7", "46182000"]]


def test_writing_under_a_merged_area_keeps_its_spot(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"One": [["Area", "lost?"], ["x", "y"]]})
    merged = '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert shown(changed(path, SHEET, "</sheetData>", merged)) == [["Area", "lost?"], ["x", "y"]]


def test_halves_times_and_thousands_are_shown_as_excel_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for column, (value, form) in enumerate([(166330.775, 2), (0.6875, 21), (12345, 37), (0, 20), (1.5, 46)]):
        sheet.write_number(0, column, value, book.add_format({"num_format": form}))
    book.close()
    changed(path, SHEET, "<v>166330.775</v>", "<v>166330.77499999999</v>")
    assert shown(path) == [["166330.78", "16:30", "12,345", "00:00", "36:00"]]


def test_a_status_that_only_a_rule_colours_is_said_to_be_unread(tmp_path: Path) -> None:
    path = tmp_path / "rules.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Plan")
    for row, line in enumerate(
        [("Ref", "Action", "RAG", "Status"), ("1", "Meet", "", "Red"), ("2", "Go", "", "")]
    ):
        sheet.write_row(row, 0, line)
    red = book.add_format({"bg_color": "#FF0000"})
    rule = {"type": "formula", "criteria": "=$A2>0", "format": red}
    for area in ("C2:C3", "D2:D3"):
        sheet.conditional_format(area, rule)
    book.close()
    assert read_tables(path).notes == (
        "Colours that Excel works out by rules (conditional formatting) are not read: C2:C3 on sheet “Plan”. "
        "Where such a colour is a status, write its word in the cell.",
    )
