"""CSV files as grids, in whatever encoding and with whatever separator Excel saved them."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
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
from boarddesk.importing.tables.symbol_fonts import in_signs
from boarddesk.importing.tables.word.text import cleaned
from boarddesk.rules.refused import FileProblem

SEPARATORS = ",;\t|"
SAID = re.compile(r"sep=(?P<sign>[,;\t|])\r?\n")
"""The line with which a spreadsheet is told the separator."""
LOOKED_AT = 400
# Our own CSV writes an apostrophe before what a spreadsheet would take for a formula.
SHIELDED = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")


def read_separated(path: Path, data: bytes) -> SourceTables:
    """The rows of a CSV file as one grid."""
    text = decoded(data)
    said = SAID.match(text)
    text = text[said.end() :] if said else text
    separator = said["sign"] if said else separator_of(text)
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


def separator_of(text: str) -> str:
    """The separator most lines agree on: those that give the same number of cells, by what they hold.

    A title line without one, a comma in a name and a semicolon in a cell settle nothing.
    """
    return max(SEPARATORS, key=lambda sign: _agreement(text, sign))


def _agreement(text: str, sign: str) -> int:
    csv.field_size_limit(10_000_000)
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign)
    try:
        widths = Counter(len(values) for values in islice(reader, LOOKED_AT) if len(values) > 1)
    except csv.Error:
        return 0
    return max((lines * (width - 1) for width, lines in widths.items()), default=0)


def utf_16_without_mark(data: bytes) -> str:
    """The name of the encoding where every other byte of a text is nought; empty for anything else."""
    head = data[:65536][: len(data) // 2 * 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(data) % 2 or min(even, odd) * 20 > max(even, odd) or max(even, odd) * 2 <= len(head) // 2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def decoded(data: bytes) -> str:
    """The text of a file as spreadsheets write it: UTF-8, UTF-16 with and without mark, Windows."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode(utf_16_without_mark(data) or "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _cell(value: str) -> Cell:
    bare = SHIELDED.sub("", value, count=1) if value.startswith("'") else value
    lines = cleaned(in_signs(bare, "")).split("\n")
    return Cell(tuple(line.strip() for line in lines if line.strip()))
