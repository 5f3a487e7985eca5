"""Importing from the terminal: shown first, taken as one change, refused calmly."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.table import _Cell
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.cli.conftest import Call, tables_of

from boarddesk.records.file.office_file import OfficeFile

HEADINGS = ("Ref", "Action", "By When", "Responsible Officer", "Action RAG", "Progress")
ROWS = (
    ("1.1", "Agree a charter with families", "May 22", "Ada Brook", "00B050", "Signed in April."),
    ("1.2", "Publish the local offer", "31/09/2022", "Ben Carr", "FF0000", "Two pages are left."),
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def shade(cell: _Cell, fill: str) -> None:
    shading: Any = parse_xml(f'<w:shd {W} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    cell._tc.get_or_add_tcPr().append(shading)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan as councils keep them: a heading for the area, statuses as colours."""
    document = Document()
    document.add_heading("Area 1: Working with families", level=1)
    table = document.add_table(rows=1 + len(ROWS), cols=len(HEADINGS))
    for line, texts in zip(table.rows, (HEADINGS, *ROWS), strict=True):
        for heading, cell, text in zip(HEADINGS, line.cells, texts, strict=True):
            if heading == "Action RAG" and text != heading:
                shade(cell, text)
            else:
                cell.text = text
    document.save(str(tmp_path / "plan.docx"))
    return tmp_path / "plan.docx"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor").close()
    return tmp_path / "office.boarddesk"


def test_a_dry_run_shows_everything_and_writes_nothing(boarddesk: Call, plan: Path, office: Path) -> None:
    before = office.read_bytes()
    said = boarddesk("import", "plan", plan, "--into", office, "--dry-run", "--json")
    assert said.status == 0
    assert said.json["written"] is False
    assert office.read_bytes() == before


def test_the_json_keeps_its_contract(boarddesk: Call, plan: Path, office: Path) -> None:
    document = boarddesk("import", "plan", plan, "--into", office, "--dry-run", "--json").json
    assert document.keys() >= {"source", "tables", "proposals", "not_understood", "written"}
    (table,) = document["tables"]
    assert table["looks_like"] == "plan"
    assert table["columns"]["By When"] == "by_when"
    first, second = [one for one in document["proposals"] if one["kind"] == "action"]
    assert (first["ref"], first["verdict"], first["from"]) == ("1.1", "new", "table 1 row 2")
    assert first["values"]["by_when"] == {
        "as_written": "May 22",
        "earliest": "2022-05-01",
        "latest": "2022-05-31",
        "precision": "month",
        "flags": [],
    }
    assert first["values"]["owners"] == ["Ada Brook"]
    assert (first["values"]["status_from"], second["values"]["status_from"]) == ("shading", "shading")
    assert second["values"]["by_when"]["flags"] == ["impossible"]


def test_what_is_taken_is_one_change_and_a_second_time_changes_nothing(
    boarddesk: Call, plan: Path, office: Path
) -> None:
    assert boarddesk("import", "plan", plan, "--into", office).status == 0
    kept = tables_of(office)
    assert [action["ref"] for action in actions(boarddesk, office)] == ["1.1", "1.2"]
    said = boarddesk("import", "plan", plan, "--into", office)
    assert "nothing changed" in said.out
    assert tables_of(office) == kept


def test_an_import_is_undone_row_by_row_after_a_restart(boarddesk: Call, plan: Path, office: Path) -> None:
    before = tables_of(office)
    boarddesk("import", "plan", plan, "--into", office)
    with OfficeFile.open(office) as file:
        assert file.undo() == "Import plan from plan.docx"
    assert tables_of(office) == before


def test_a_backup_is_made_before_anything_is_taken(
    boarddesk: Call, plan: Path, office: Path, own_folders: Path
) -> None:
    boarddesk("import", "plan", plan, "--into", office)
    assert list(own_folders.rglob("*before import.boarddesk"))


def test_an_import_says_how_it_is_taken_back_and_where_the_backup_lies(
    boarddesk: Call, plan: Path, office: Path, own_folders: Path
) -> None:
    said = boarddesk("import", "plan", plan, "--into", office)
    (backup,) = own_folders.rglob("*before import.boarddesk")
    assert "Ctrl+Z in the window" in said.out
    assert str(backup) in said.out
    assert str(backup) not in boarddesk("import", "plan", plan, "--into", office, "--dry-run").out


def test_a_later_edition_changes_what_differs(boarddesk: Call, plan: Path, office: Path) -> None:
    boarddesk("import", "plan", plan, "--into", office)
    document = Document(str(plan))
    document.tables[0].rows[1].cells[2].text = "July 22"
    document.save(str(plan))
    said = boarddesk("import", "plan", plan, "--into", office, "--json")
    changed = [one for one in said.json["proposals"] if one["verdict"] == "changed"]
    assert [one["ref"] for one in changed] == ["1.1"]
    assert actions(boarddesk, office)[0]["by_when"]["as_written"] == "July 22"


def actions(boarddesk: Call, office: Path) -> list[dict[str, Any]]:
    areas = boarddesk("list", "plan", office, "--json").json["areas"]
    return [action for area in areas for action in area["actions"]]


def test_a_column_can_be_named(boarddesk: Call, plan: Path, office: Path) -> None:
    document = Document(str(plan))
    document.tables[0].rows[0].cells[3].text = "Zuständig"
    document.save(str(plan))
    call = ("import", "plan", plan, "--into", office, "--dry-run", "--json")
    assert "owners" not in boarddesk(*call).json["tables"][0]["columns"].values()
    named = boarddesk(*call, "--column", "Zuständig=owners").json
    assert named["tables"][0]["columns"]["Zuständig"] == "owners"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.txt", b"Dear all"),
        ("damaged.docx", b"PK\x03\x04 and then nothing"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("empty.docx", b""),
    ],
)
def test_what_cannot_be_read_is_one_calm_line_and_nothing_is_written(
    name: str, content: bytes, boarddesk: Call, office: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    before = office.read_bytes()
    said = boarddesk("import", "plan", tmp_path / name, "--into", office)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert name in said.err
    assert office.read_bytes() == before


def test_a_document_without_a_table_is_refused(boarddesk: Call, office: Path, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Only words.")
    document.save(str(tmp_path / "words.docx"))
    said = boarddesk("import", "plan", tmp_path / "words.docx", "--into", office)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "table" in said.err


def test_two_columns_that_could_both_be_the_action_are_refused_with_what_to_do(
    boarddesk: Call, plan: Path, office: Path
) -> None:
    document = Document(str(plan))
    document.tables[0].rows[0].cells[5].text = "Actions"
    document.save(str(plan))
    said = boarddesk("import", "plan", plan, "--into", office)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "Actions" in said.err


def test_a_real_published_plan_is_read_whole(boarddesk: Call, real_plan: Path, office: Path) -> None:
    boarddesk("import", "plan", real_plan, "--into", office)
    areas = boarddesk("list", "plan", office, "--json").json["areas"]
    assert [area["number"] for area in areas] == ["1", "2", "3", "4", "5", "6"]
    refs = [action["ref"] for area in areas for action in area["actions"]]
    assert (refs[0], refs[-1]) == ("1.1", "6.4")
    kept = tables_of(office)
    boarddesk("import", "plan", real_plan, "--into", office)
    assert tables_of(office) == kept


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register as kept in Excel: a deputy, apologies, a cancelled meeting, a cell nobody filled."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Name", "Organisation", "Role", *(date(2026, month, 13) for month in (1, 2, 3, 4))])
    sheet.append(["Ada Brook", "Council", "Chair", "P", "V", "cancelled", "P"])
    sheet.append(["Ben Carr", "Health Trust", "Member", "D - Cora Dale", "A", None, "X"])
    sheet.append(["Guy Hart", "Parent Forum", "Member", "N", "absent", None, None])
    sheet.append(["Eve Fern", "Department", "Adviser", "✓", "P", None, "P"])
    book.save(tmp_path / "register.xlsx")
    return tmp_path / "register.xlsx"


def test_a_years_register_makes_the_first_board_and_its_figures(
    boarddesk: Call, register: Path, office: Path
) -> None:
    assert boarddesk("import", "attendance", register, "--into", office, "--board", "SIB").status == 0
    report = boarddesk("attendance", office, "--board", "SIB", "--json").json
    rows = {row["name"]: row for row in report["rows"]}
    assert (rows["Ben Carr"]["personal"]["n"], rows["Ben Carr"]["seat"]["n"]) == (0, 1)
    assert rows["Guy Hart"]["not_required"] == 1
    assert (rows["Eve Fern"]["role"], rows["Eve Fern"]["seat"]["of"]) == ("adviser", 3)
    assert report["total"]["seat"]["of"] == report["total"]["expected"]
    assert len(boarddesk("list", "history", office, "--json").json) == 2


def test_registers_want_to_know_their_board(boarddesk: Call, register: Path, office: Path) -> None:
    before = office.read_bytes()
    said = boarddesk("import", "attendance", register, "--into", office)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "--board" in said.err
    assert office.read_bytes() == before


def test_registers_dry_run_and_taken_twice(boarddesk: Call, register: Path, office: Path) -> None:
    call = ("import", "attendance", register, "--into", office, "--board", "SIB", "--json")
    before = tables_of(office)
    shown = boarddesk(*call, "--dry-run").json
    assert tables_of(office) == before
    taken = boarddesk(*call).json
    assert [one["title"] for one in shown["proposals"]] == [one["title"] for one in taken["proposals"]]
    kept = tables_of(office)
    assert {one["verdict"] for one in boarddesk(*call).json["proposals"]} == {"same"}
    assert tables_of(office) == kept


def test_registers_are_undone_row_by_row(boarddesk: Call, register: Path, office: Path) -> None:
    before = tables_of(office)
    boarddesk("import", "attendance", register, "--into", office, "--board", "SIB")
    with OfficeFile.open(office) as file:
        file.undo()
    assert tables_of(office) == before


def test_blank_cells_mean_what_is_said(boarddesk: Call, register: Path, office: Path) -> None:
    call = ("import", "attendance", register, "--into", office, "--board", "SIB", "--blank", "absent")
    boarddesk(*call)
    rows = boarddesk("attendance", office, "--json").json["rows"]
    assert next(row for row in rows if row["name"] == "Guy Hart")["absent"] == 2


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(
    boarddesk: Call, register: Path, office: Path
) -> None:
    said = boarddesk("import", "attendance", register, "--into", office, "--board", "SIB", "--sheet", "2019")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "Sheet" in said.err


def test_a_mark_nobody_knows_is_listed_with_its_place(boarddesk: Call, register: Path, office: Path) -> None:
    book = load_workbook(register)
    book.worksheets[0]["E3"] = "qq"
    book.save(register)
    said = boarddesk("import", "attendance", register, "--into", office, "--board", "SIB", "--json")
    (left,) = said.json["not_understood"]
    assert left["text"] == "qq"
    assert "E3" in left["from"]


def test_a_dry_run_lists_every_row_with_its_status_and_where_that_is_from(
    boarddesk: Call, plan: Path, office: Path
) -> None:
    said = boarddesk("import", "plan", plan, "--into", office, "--dry-run").out
    lines = [" ".join(line.split()) for line in said.splitlines()]
    first = next(line for line in lines if line.startswith("new action 1.1"))
    assert "May 22" in first
    assert "(by its" in said
    assert any(line.startswith("new action 1.2") for line in lines)
    assert "new action 1.1" not in " ".join(boarddesk("import", "plan", plan, "--into", office).out.split())


def test_a_dry_run_of_registers_counts_the_marks_and_lists_the_rest(
    boarddesk: Call, register: Path, office: Path
) -> None:
    call = ("import", "attendance", register, "--into", office, "--board", "SIB")
    assert "Ada Brook" in boarddesk(*call, "--dry-run").out
    boarddesk(*call)
    book = load_workbook(register)
    book.worksheets[0]["D2"] = "A"
    book.save(register)
    shown = boarddesk(*call, "--dry-run", "--json").json["proposals"]
    marks = [one for one in shown if one["kind"] == "mark"]
    assert marks
    assert f"and {len(marks)} mark" in boarddesk(*call, "--dry-run").out


def test_what_an_import_leaves_to_do_is_said(boarddesk: Call, plan: Path, office: Path) -> None:
    said = boarddesk("import", "plan", plan, "--into", office).out
    assert "There is no board yet" in said
    assert "The 2 owners the plan names are only names so far" in said
    named = boarddesk("import", "plan", plan, "--into", office, "--board", "SIB", "--plan", "Again").out
    assert "A board “SIB” was made" in named
    assert "There is no board" not in named


def test_a_dry_run_of_registers_shows_everybodys_letters(
    boarddesk: Call, register: Path, office: Path
) -> None:
    said = boarddesk("import", "attendance", register, "--into", office, "--board", "SIB", "--dry-run").out
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert any(line.endswith("Ben Carr D A X") for line in lines)
    assert any(line.endswith("Guy Hart N X .") for line in lines)
    assert not any("By when" in line or "Owners" in line for line in lines)


def test_it_is_said_whose_mark_would_change(boarddesk: Call, register: Path, office: Path) -> None:
    call = ("import", "attendance", register, "--into", office, "--board", "SIB")
    boarddesk(*call)
    book = load_workbook(register)
    book.worksheets[0]["D2"] = "A"
    book.save(register)
    assert "mark Ada Brook, 13 January 2026: Mark: P present → A apologies" in boarddesk(*call).out


def test_a_seat_that_is_handed_on_is_counted_once(boarddesk: Call, office: Path, tmp_path: Path) -> None:
    book = tmp_path / "register.csv"
    lines = ("Name,Seat,15/04/2026,13/05/2026", "Newcomer One,Head of SEND,,P", "Leaver Two,Head of SEND,P,")
    book.write_text("\n".join(lines), "utf-8")
    said = boarddesk("import", "attendance", book, "--into", office, "--board", "SIB").out
    assert "2 people, 1 seat, 2 meetings" in said
    assert len(boarddesk("list", "seats", office, "--json").json) == 1


def test_a_column_of_a_register_is_named_with_a_field_of_registers(
    boarddesk: Call, register: Path, office: Path
) -> None:
    call = ("import", "attendance", register, "--into", office, "--board", "SIB", "--column")
    said = boarddesk(*call, "Name=foo")
    assert said.status == 1 and "sector" in said.err and "milestones" not in said.err
    assert boarddesk(*call, "Name=milestones").status == 1


def test_a_second_board_is_made_with_the_import_where_its_name_is_given(
    boarddesk: Call, register: Path, office: Path
) -> None:
    call = ("import", "attendance", register, "--into", office)
    boarddesk(*call, "--board", "SIB")
    refused = boarddesk(*call, "--board", "SPB")
    assert refused.status == 1 and "--new-board" in refused.err and refused.err.count("\n") == 1
    assert boarddesk(*call, "--new-board", "SEND Partnership Board").status == 1
    named = ("--board", "SPB", "--new-board", "SEND Partnership Board")
    assert boarddesk(*call, *named, "--dry-run").status == 0
    assert len(boarddesk("list", "boards", office, "--json").json) == 1
    said = boarddesk(*call, *named)
    assert said.status == 0 and "Give it its full name" not in said.out
    made = {one["short_name"]: one["name"] for one in boarddesk("list", "boards", office, "--json").json}
    assert made == {"SIB": "SIB", "SPB": "SEND Partnership Board"}
    assert boarddesk(*call, *named).status == 1


DATES = (date(2026, 1, 13), date(2026, 2, 10))


def namesakes(folder: Path, *lines: tuple[str, ...]) -> Path:
    """A register with names, organisations and letters."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(("Name", "Organisation", *DATES))
    for line in lines:
        sheet.append(line)
    book.save(folder / "namesakes.xlsx")
    return folder / "namesakes.xlsx"


def seat_figures(boarddesk: Call, office: Path) -> dict[str, str]:
    said = boarddesk("attendance", office, "--by", "seat", "--json").json
    rows = [one for one in said["rows"] if isinstance(one, dict)]
    return {str(one["name"]): f"{one['seat']['n']} of {one['seat']['of']}" for one in rows}


def test_two_of_one_name_are_asked_about_and_each_gets_an_own_seat(
    boarddesk: Call, tmp_path: Path, office: Path
) -> None:
    lines = (("Jane Smith", "Northmoor Council", "P", "P"), ("Jane Smith", "Parent Carer Forum", "X", "A"))
    register = namesakes(tmp_path, *lines)
    take = ("import", "attendance", register, "--into", office, "--board", "SIB")
    asked = boarddesk(*take, "--new-board", "SEND Improvement Board").out
    assert "one person on two seats, or are they two people?" in asked
    answer = "Jane Smith (Parent Carer Forum)=new"
    assert f'--person "{answer}"' in asked
    assert seat_figures(boarddesk, office) == {}
    boarddesk(*take, "--person", answer)
    assert seat_figures(boarddesk, office) == {
        "Member, Northmoor Council": "2 of 2",
        "Member, Parent Carer Forum": "0 of 2",
    }
    assert boarddesk(*take).out.count("unclear") == 1, "0 unclear: it is known now who is who"


def test_one_person_on_two_seats_is_one_person(boarddesk: Call, tmp_path: Path, office: Path) -> None:
    lines = (("Jane Smith", "Northmoor Council", "P", "P"), ("Jane Smith", "Parent Carer Forum", "X", "P"))
    take = ("import", "attendance", namesakes(tmp_path, *lines), "--into", office, "--board", "SIB")
    answer = "Jane Smith (Parent Carer Forum)=Jane Smith (Northmoor Council)"
    boarddesk(*take, "--new-board", "SEND Improvement Board", "--person", answer)
    assert len(boarddesk("list", "people", office, "--json").json) == 1
    assert len(boarddesk("list", "seats", office, "--json").json) == 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("Jane Smith", "is not NAME=WHO"),
        ("Nobody=new", "Nobody in the register is called “Nobody”."),
        ("Jane Smith=Rukhsana Mirza", "Nobody is called “Rukhsana Mirza”"),
    ],
)
def test_an_answer_nobody_can_follow_is_refused(
    boarddesk: Call, tmp_path: Path, office: Path, given: str, sentence: str
) -> None:
    register = namesakes(tmp_path, ("Jane Smith", "Northmoor Council", "P", "P"))
    said = boarddesk(
        "import", "attendance", register, "--into", office, "--board", "SIB", "--new-board", "Board",
        "--person", given,
    )  # fmt: skip
    assert said.status != 0
    assert sentence in said.err


def test_a_role_can_be_said_when_the_register_does_not(boarddesk: Call, tmp_path: Path, office: Path) -> None:
    register = namesakes(tmp_path, ("Jane Smith", "Northmoor Council", "P", "P"), ("Bo Hay", "DfE", "P", "A"))
    take = ("import", "attendance", register, "--into", office, "--board", "SIB", "--new-board", "Board")
    assert boarddesk(*take, "--role", "Bo Hay=boss").status != 0
    boarddesk(*take, "--role", "Jane Smith=chair", "--role", "Hay, Bo=observer")
    found = boarddesk("list", "seats", office, "--json").json
    assert [(one["role"], one["expected"]) for one in found] == [("chair", True), ("observer", False)]
