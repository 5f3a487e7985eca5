"""What a register holds beside its marks is said: comments, hidden rows and sheets, empty formulas."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from tests.importing.documents import zip_file

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark
THREAD = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="B2" id="1"><text>Her deputy attended</text></threadedComment>'
    '<threadedComment ref="B2" id="2" parentId="1"><text>Yes, Femi</text></threadedComment>'
    "</ThreadedComments>"
)


def sheet_of(book: openpyxl.Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    sheet.title = "Register"
    sheet.append(["Name", datetime(2026, 1, 13), datetime(2026, 2, 10), datetime(2026, 3, 10)])
    for line in (["Ann Hale", *"APA"], ["Bob Moor", *"XXX"], ["Cara Finch", *"PPP"]):
        sheet.append(line)
    return sheet


def test_a_comment_on_a_mark_is_kept_as_its_note_and_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet["B2"].comment = Comment("Jo Reed:\nDeputy Femi Ade attended", "Jo Reed")
    sheet["D2"].comment = Comment("on leave", "Jo Reed")
    sheet["A1"].comment = Comment("as agreed in June", "Jo Reed")
    sheet["H9"].comment = Comment("to be checked", "Jo Reed")
    book.save(tmp_path / "r.xlsx")
    found = read_registers(read_tables(tmp_path / "r.xlsx"))
    ann = [mark for one in found.meetings for mark in one.marks if mark.member == 0]
    assert [(one.mark, one.note) for one in ann] == [
        (A, "Deputy Femi Ade attended"), (P, ""), (A, "on leave")
    ]  # fmt: skip
    assert "the comment “on leave” is kept as a note" in found.meetings[2].notes[0]
    said = {one.text: one.why for one in found.leftovers}
    assert "correct it if the comment says so" in said["Deputy Femi Ade attended"]
    assert said["as agreed in June"] == "a comment beside this cell"
    assert said["A comment on sheet “Register”, cell H9: to be checked"] == "read like the rest"


def test_a_comment_of_the_newer_kind_is_read_with_its_answers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet["B2"].comment = Comment(
        "[Threaded comment]\n\nYour version of Excel allows you to read it.\n\nComment:\n    Her deputy",
        "tc={1}",
    )
    book.save(tmp_path / "old.xlsx")
    link = (
        '<Relationship Id="t1" '
        'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    )
    with zipfile.ZipFile(tmp_path / "old.xlsx") as package:
        parts = {one: package.read(one) for one in package.namelist()}
    links = parts["xl/worksheets/_rels/sheet1.xml.rels"].decode().replace("</Relationships>", link)
    more = {"xl/worksheets/_rels/sheet1.xml.rels": links, "xl/threadedComments/threadedComment1.xml": THREAD}
    found = read_registers(read_tables(zip_file(tmp_path / "r.xlsx", {**parts, **more})))
    assert found.meetings[0].marks[0].note == "Her deputy attended / Yes, Femi"
    without = read_registers(read_tables(tmp_path / "old.xlsx"))
    assert without.meetings[0].marks[0].note == "Her deputy"


def test_a_comment_on_an_empty_cell_is_said_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet["C2"].value = None
    sheet["C2"].comment = Comment("joined by phone", "Jo Reed")
    book.save(tmp_path / "r.xlsx")
    found = read_registers(read_tables(tmp_path / "r.xlsx"))
    assert "joined by phone" in found.meetings[1].notes[0]
    assert "joined by phone" in [one.text for one in found.leftovers]


def test_hidden_rows_columns_and_sheets_are_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Old").sheet_state = "hidden"
    book.save(tmp_path / "r.xlsx")
    found = read_registers(read_tables(tmp_path / "r.xlsx"))
    assert [(one.text, one.why) for one in found.leftovers] == [
        ("Not read: hidden sheet “Old”.", "not read"),
        ("Hidden on sheet “Register”: row 3 and column C.", "read like the rest"),
    ]
    assert len(found.members) == 3 and len(found.meetings) == 3


def test_the_refusal_says_that_the_register_stands_on_a_hidden_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet.sheet_state = "hidden"
    book.create_sheet("Notes")
    book.active = 1
    book.save(tmp_path / "empty.xlsx")
    with pytest.raises(FileProblem, match="hidden sheet “Register”"):
        read_registers(read_tables(tmp_path / "empty.xlsx"))
    book["Notes"]["A1"] = "See the register"
    book.save(tmp_path / "noted.xlsx")
    with pytest.raises(FileProblem, match="hidden sheet “Register”"):
        read_registers(read_tables(tmp_path / "noted.xlsx"))


def test_the_refusal_says_that_dates_are_formulas_without_results(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet["B1"], sheet["C1"], sheet["D1"] = "=DATE(2026,1,13)", "=B1+28", "=C1+28"
    book.save(tmp_path / "r.xlsx")
    with pytest.raises(FileProblem, match=r"formulas were saved without results \(the first is B1\)"):
        read_registers(read_tables(tmp_path / "r.xlsx"))


def test_comments_on_a_plans_cells_are_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Ref", "Action", "By when", "Lead"])
    sheet.append(["1.1", "Adopt the strategy", "May 2026", "Ann Hale"])
    sheet["C2"].comment = Comment("slipped to July", "Jo Reed")
    book.save(tmp_path / "p.xlsx")
    left = read_plan(read_tables(tmp_path / "p.xlsx")).leftovers
    assert ("slipped to July", "a comment beside this cell") in [(one.text, one.why) for one in left]
