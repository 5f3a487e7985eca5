"""Workbooks as people keep them: sheets with fills, merges, real days, numbers and hidden columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from tests.importing.plan.layouts.written import Box, rows_of


def write_book(
    path: Path, sheets: Mapping[str, str], *, hidden: Mapping[str, Sequence[int]] | None = None
) -> Path:
    """The workbook; `{day}` makes an ISO day a real one, `{num}` a number; `hidden` columns by sheet."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    for name, text in sheets.items():
        sheet = book.add_worksheet(name)
        lines = rows_of(text)
        for row, boxes in enumerate(lines):
            column = 0
            for box in boxes:
                _put(book, sheet, row, column, box, _last(lines, row, column, box))
                column += box.span
        for column in (hidden or {}).get(name, ()):
            sheet.set_column(column, column, None, None, {"hidden": True})
    book.close()
    return path


def _last(lines: list[list[Box]], row: int, column: int, box: Box) -> int:
    """The last row of a cell merged down."""
    if box.down != "restart":
        return row
    below = row
    while (
        below + 1 < len(lines)
        and column < len(lines[below + 1])
        and lines[below + 1][column].down == "continue"
    ):
        below += 1
    return below


def _put(book: Any, sheet: Any, row: int, column: int, box: Box, last: int) -> None:
    looks: dict[str, object] = {"bg_color": f"#{box.fill}"} if box.fill else {}
    looks |= {"bold": True} if box.kind == "bold" else {}
    looks |= {"num_format": "dd/mm/yyyy"} if box.kind == "day" else {}
    look = book.add_format(looks) if looks else None
    value: object = box.text
    if box.kind == "day":
        value = datetime.fromisoformat(box.text)
    elif box.kind == "num":
        value = float(box.text)
    if last > row or box.span > 1:
        sheet.merge_range(row, column, last, column + box.span - 1, value, look)
    elif box.text or look:
        sheet.write(row, column, value, look)
