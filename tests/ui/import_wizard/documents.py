"""A small plan and a small register, written as the programs of an office write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from docx import Document
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
