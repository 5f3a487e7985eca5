"""A small plan and a small register, written as the programs of an office write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from openpyxl import Workbook

HEADINGS = ("Ref", "Action", "By When", "Responsible Officer", "RAG", "Progress")
ACTIONS = (
    ("1.1", "Agree a charter with families", "May 22", "Ada Brook", "Green", "Signed in April."),
    ("1.2", "Publish the local offer", "31/09/2022", "Ben Carr", "Amber", "Two pages are left."),
)
DATES = (date(2025, 9, 9), date(2025, 10, 7), date(2025, 11, 4))
MEMBERS = (
    ("Ada Brook", "Northmoor Council", "Chair", "P", "P", "A"),
    ("Ben Carr", "Northmoor ICB", "Member", "V", "D – Guy Hill", "P"),
    ("Cass Dole", "Northmoor Parents", "Member", "", "P", "P"),
)


def plan_document(
    path: Path,
    rows: Sequence[Sequence[str]] = ACTIONS,
    *,
    headings: Sequence[str] = HEADINGS,
    after: str = "See the covering letter of the board.",
) -> Path:
    """A plan of one area in Word."""
    document = Document()
    document.add_heading("Area 1: Working with families", level=1)
    table = document.add_table(rows=1 + len(rows), cols=len(headings))
    for row, texts in zip(table.rows, (headings, *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if after:
        document.add_paragraph(after)
    document.save(str(path))
    return path


def register_workbook(path: Path, members: Sequence[Sequence[str]] = MEMBERS) -> Path:
    """People down, three meetings across."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Register"
    sheet.append(["Name", "Organisation", "Role", *DATES])
    for member in members:
        sheet.append([*member])
    book.save(path)
    return path


AREAS = ("Voice of families", "Timely plans", "Preparing for adult life")
DIARY = (
    ("Date", "Who", "Actions"),
    ("3 March 2025", "Parent forum", "Dates of the next three evenings agreed"),
    ("5 May 2025", "Head teachers", "Paper on thresholds sent round"),
    ("2 June 2025", "Panel", "Reviewed the cases of the spring"),
)


def council_plan(
    path: Path, *, areas: Sequence[str] = AREAS, each: int = 3, extra: str = "", others: int = 0
) -> Path:
    """A plan as a council writes it: versions, a diary, a heading over prose, a key, a table for each area.

    `others` are so many more tables and headings around it.
    """
    document = Document()
    document.add_heading("Northmoor SEND improvement plan", level=0)
    _table(
        document,
        (("Version", "Date", "Author"), ("1", "1 May 2025", "A Brook"), ("2", "9 May 2025", "B Carr")),
    )
    document.add_heading("What families told us", level=1)
    document.add_paragraph("Families told us that they wait too long for an answer, and seldom hear why.")
    document.add_heading("Our diary", level=1)
    _table(document, DIARY)
    document.add_paragraph("Key: B = complete; G = on track; A = in progress; R = delayed; P = to be started")
    for number in range(others):
        document.add_heading(f"Annex {number + 1}: how the work of this part is led and reported", level=1)
        _table(document, (("Term", "Meaning"), ("EHCP", "Education, health and care plan"), ("PCF", "Forum")))
    for number, area in enumerate(areas, 1):
        document.add_heading(f"Area {number}: {area}", level=1)
        rows = [
            (
                f"{number}.{at}",
                f"Agree step {at} with families and say so on the local offer {extra}".strip(),
                ("May 26", "30 June 2026", "TBC")[at % 3],
                "Ada Brook / Ben Carr",
                "BGARP"[(at + number) % 5],
                "Begun in the spring.",
            )
            for at in range(1, each + 1)
        ]
        _table(document, (HEADINGS, *rows))
    document.save(str(path))
    return path


def _table(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
