"""CSV files as grids, in whatever encoding and with whatever separator Excel saved them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from boarddesk.importing.tables.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    SourceKind,
    SourceTables,
    rectangle,
)
from boarddesk.importing.tables.word_text import cleaned
from boarddesk.rules.refused import FileProblem

SEPARATORS = ",;\t|"
# Our own CSV writes an apostrophe before what a spreadsheet would take for a formula.
SHIELDED = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")


def read_separated(path: Path, data: bytes) -> SourceTables:
    """The rows of a CSV file as one grid."""
    text = _decoded(data)
    separator = max(SEPARATORS, key=text.split("\n", 1)[0].count)
    placed = {
        (row, column): cell
        for row, values in enumerate(_rows(path.name, text, separator))
        for column, value in enumerate(values)
        if not (cell := _cell(value)).empty
    }
    rows = rectangle(placed)
    grids = (Grid(1, rows),) if rows else ()
    return SourceTables(path.name, SourceKind.CSV, grids)


def _rows(name: str, text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(10_000_000)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for number, values in enumerate(reader):
            if number >= MOST_ROWS or len(values) > MOST_COLUMNS:
                raise FileProblem(
                    f"“{name}” has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns. "
                    "Save the part you need as a file of its own."
                )
            yield values
    except csv.Error as trouble:
        raise FileProblem(
            f"“{name}” is not a list BoardDesk can read. Save it again from Excel as CSV UTF-8."
        ) from trouble


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _cell(value: str) -> Cell:
    lines = cleaned(SHIELDED.sub("", value, count=1) if value.startswith("'") else value).split("\n")
    return Cell(tuple(line.strip() for line in lines if line.strip()))
