"""The main job in the terminal: a plan and a register become figures and a highlight report."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from boarddesk.cli.commands import run
from boarddesk.records.file.office_file import OfficeFile

DAYS = [date(2025, month, 9) for month in range(1, 13)]
CANCELLED = 7  # the August meeting


@dataclass
class Member:
    """A person of the register, with a mark for each meeting they were on the board for."""

    name: str
    role: str
    marks: dict[int, str] = field(default_factory=dict)


def members() -> list[Member]:
    """Fourteen people: joiners, leavers, deputies, apologies, absences, one not required, an adviser."""
    found = []
    for number in range(14):
        role = "Chair" if number == 0 else "Adviser" if number == 13 else "Member"
        first, last = (3 if number in (4, 9) else 0), (8 if number in (5, 10) else 11)
        marks = {
            meeting: letter(number, meeting) for meeting in range(first, last + 1) if meeting != CANCELLED
        }
        found.append(Member(f"Person {chr(65 + number)}ell", role, marks))
    return found


def letter(number: int, meeting: int) -> str:
    return "PPVPTDPAPXPNPPA"[(number * 5 + meeting * 7) % 15]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Name", "Organisation", "Role", *DAYS])
    for member in members():
        cells = [member.marks.get(meeting) for meeting in range(12)]
        cells[CANCELLED] = "cancelled"
        sheet.append([member.name, f"{member.name} Trust", member.role, *cells])
    book.save(tmp_path / "register.xlsx")
    return tmp_path / "register.xlsx"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading("Area 1: Plans on time", level=1)
    rows = [
        ("Ref", "Action", "By When", "Responsible Officer", "RAG", "Progress"),
        ("1.1", "Agree a charter", "May 22", "Ada Brook", "Met", "Signed."),
        ("1.2", "Write plans in 20 weeks", "31/12/2026", "Ben Carr", "Not on track", "Two posts are vacant."),
    ]
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "plan.docx"))
    return tmp_path / "plan.docx"


@pytest.fixture
def office(tmp_path: Path, plan: Path, register: Path) -> Path:
    """An office made of the two documents."""
    path = tmp_path / "office.boarddesk"
    assert run(["new", str(path), "--office", "Northmoor"]) == 0
    assert run(["import", "attendance", str(register), "--into", str(path), "--board", "SIB"]) == 0
    assert run(["import", "plan", str(plan), "--into", str(path), "--board", "SIB"]) == 0
    return path


def test_fourteen_people_over_twelve_meetings_give_exactly_the_figures_counted_by_hand(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    run(["attendance", str(office), "--board", "SIB", "--json"])
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert len(rows) == 14
    for member in members():
        marks = [mark for mark in member.marks.values() if mark != "N"]
        row = rows[member.name]
        assert row["expected"] == len(marks)
        assert row["personal"]["n"] == sum(mark in "PVT" for mark in marks)
        assert row["seat"]["n"] == sum(mark in "PVTD" for mark in marks)
        assert (row["apologies"], row["absent"]) == (marks.count("A"), marks.count("X"))


def test_the_pooled_figure_is_that_of_the_members_alone(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    run(["attendance", str(office), "--json"])
    total = json.loads(capsys.readouterr().out)["total"]
    marks = [mark for one in members() if one.role != "Adviser" for mark in one.marks.values() if mark != "N"]
    assert (total["seat"]["n"], total["seat"]["of"]) == (sum(mark in "PVTD" for mark in marks), len(marks))


def test_the_report_for_the_board_says_what_is_off_course_and_who_attended(
    office: Path, tmp_path: Path
) -> None:
    out = tmp_path / "highlight.docx"
    assert run(["report", "highlight", str(office), "--board", "SIB", "--out", str(out)]) == 0
    document = Document(str(out))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = " ".join([*(one.text for one in document.paragraphs), *cells])
    assert "Not on track" in said
    assert "1.2" in said
    assert "Two posts are vacant." in said


def test_each_step_is_taken_back_row_by_row_after_a_restart(office: Path) -> None:
    for wanted in ("Import plan from plan.docx", "Import registers from register.xlsx"):
        with OfficeFile.open(office) as file:
            assert file.undo() == wanted
    with OfficeFile.open(office) as file:
        for table in ("action", "area", "plan", "meeting", "attendance_mark", "seat", "person", "board"):
            assert file.value(f"SELECT count(*) FROM {table}") == 0
        assert file.redo() == "Import registers from register.xlsx"
        assert file.value("SELECT count(*) FROM meeting") == 12
