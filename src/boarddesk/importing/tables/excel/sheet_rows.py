"""The rows of a sheet as openpyxl's own parser gives them, with what stands beside its cells.

Of openpyxl's two ways to read, the whole one makes a cell of every spot under a merged area and drops what is
written there (a sheet merged from edge to edge never ends), and the read-only one leaves out merged areas and
hidden rows and columns.  The parser under both gives all of it, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.xml.functions import iterparse

from boarddesk.importing.tables.excel.styles import Durations, Looks, S

SPOT = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


class SheetRows(WorkSheetParser):
    """Reads a sheet row by row; a value that is not of its kind stays as it is written.

    `hidden_rows` are counted as the sheet does, from one; `column_dimensions` are openpyxl's;
    `worked_out` are areas that Excel colours by rules.
    """

    def __init__(self, data: bytes, strings: Sequence[Any], *, epoch: datetime, looks: Looks) -> None:
        super().__init__(
            BytesIO(data),
            strings,
            data_only=True,
            epoch=epoch,
            date_formats=looks,
            timedelta_formats=Durations(looks),
            rich_text=True,
        )
        self.hidden_rows = set[int]()
        self.merged = list[CellRange]()
        self.worked_out = list[CellRange]()

    def parse(self) -> Generator[tuple[int, list[dict[str, Any]]], None, None]:
        """The rows; of all else only columns and areas: openpyxl would end at one odd page setting."""
        for _, element in iterparse(self.source):
            if element.tag == f"{S}row":
                yield self.parse_row(element)
            elif element.tag == f"{S}col":
                with suppress(ValueError, LookupError):
                    self.parse_column_dimensions(element)
            elif element.tag == f"{S}mergeCell":
                with suppress(ValueError, TypeError):
                    self.merged.append(CellRange(element.get("ref")))
            elif element.tag == f"{S}conditionalFormatting":
                with suppress(ValueError, TypeError):
                    self.worked_out += map(CellRange, (element.get("sqref") or "").split())
            else:
                continue
            element.clear()

    def parse_row(self, row: Any) -> tuple[int, list[dict[str, Any]]]:
        """One row; of its look only whether it is hidden is kept, a sheet may name a million empty ones."""
        number, cells = super().parse_row(row)
        look = self.row_dimensions.pop(str(number), {})
        if look.get("hidden") in ("1", "true"):
            self.hidden_rows.add(number)
        return number, cells

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """One cell; `unsaved` is a formula without its result, which openpyxl gives as an empty cell."""
        raw, kind = element.findtext(f"{S}v") or "", element.get("t", "n")
        try:
            cell: dict[str, Any] = super().parse_cell(element)
        except (ValueError, LookupError):
            cell = self._as_written(element, raw if kind != "s" else None)
        if kind == "n" and (cell["data_type"] == "e" or (cell["data_type"] == "d" and raw.startswith("-"))):
            cell |= {"value": float(raw), "data_type": "n"}  # a date before or beyond all calendars
        unsaved = not raw and kind not in ("str", "s", "inlineStr") and element.find(f"{S}f") is not None
        return cell | {"unsaved": unsaved}

    def _as_written(self, element: Any, raw: str | None) -> dict[str, Any]:
        spot = SPOT.fullmatch(element.get("r") or "")
        style = element.get("s") or ""
        return {
            "column": column_number(spot[1]) if spot else self.col_counter,
            "value": raw,
            "data_type": "s",
            "style_id": int(style) if style.isdecimal() else 0,
        }


def column_number(name: str) -> int:
    """A column's place from one: A is 1, AA is 27."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number
