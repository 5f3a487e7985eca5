"""The rows a table shows are saved as Excel, figures as figures and days as days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from boarddesk.ui.rows_to_excel import workbook_of


def test_the_rows_shown_become_a_workbook() -> None:
    rows: list[list[Any]] = [["4.10", date(2026, 5, 31), 62.5, Decimal("0.1")], ["=2+2", "–", 3, ""]]
    book = load_workbook(BytesIO(workbook_of("Actions", ["Ref", "By when", "Share", "Part"], rows)))
    sheet = book["Actions"]
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(at for at, row in enumerate(found) if row[0] == "Ref")
    assert found[at + 1][0] == "4.10"
    assert found[at + 1][1].date() == date(2026, 5, 31)
    assert found[at + 1][2] == 62.5
    assert found[at + 2][0] == "=2+2" and sheet.cell(at + 3, 1).data_type == "s"
