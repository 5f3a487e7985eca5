"""What leaves and enters a table through the clipboard, and what goes to Excel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from boarddesk.ui.widgets.table.rows import Cell, Column, EditorKind, Kind, Row

Value = str | int | float | Decimal | date


def as_tsv(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Tab-separated text; heads only when there is more than one row."""
    heads = [[column.name for column in columns]] if len(rows) > 1 else []
    body = [[" ".join(in_full(column, row.cell(column.key)).split()) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in heads + body)


def as_html(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """A plain table for Word, with heads."""
    from html import escape  # brings a table of thousands of names, so not before something is copied

    heads = "".join(f"<th align='left'>{escape(column.name)}</th>" for column in columns)
    lines = [[escape(in_full(column, row.cell(column.key))) for column in columns] for row in rows]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
    return f"<table border='1' cellspacing='0' cellpadding='4'><tr>{heads}</tr>{body}</table>"


def words(cell: Cell) -> str:
    """A cell as people read it, old and new when it changes."""
    return f"{cell.words} → {cell.became.words}" if cell.became else cell.words


def in_full(column: Column, cell: Cell) -> str:
    """What a shortened cell stands for, as it is typed: full names for initials."""
    is_typed = column.editor is not None and column.editor.kind is EditorKind.TEXT
    return cell.value if is_typed and cell.value and cell.became is None else words(cell)


def excel_values(columns: Sequence[Column], rows: Sequence[Row]) -> list[list[Value]]:
    """The rows for a sheet: numbers and dates as such where the column holds them."""
    return [[_value(column, row.cell(column.key)) for column in columns] for row in rows]


def _value(column: Column, cell: Cell) -> Value:
    typed = column.kind in (Kind.NUMBER, Kind.DATE) and cell.sort is not None
    return cell.sort if typed and cell.sort is not None else in_full(column, cell)


def with_children(rows: Sequence[Row]) -> list[Row]:
    """Rows, each followed by the rows below it."""
    return [below for row in rows for below in (row, *with_children(row.children))]


def pasted_cells(
    text: str, *, rows: Sequence[Row], columns: Sequence[Column], start: int, first: int
) -> list[tuple[str, str, str]]:
    """What pasted text means from a row and column on: (row id, column key, words), editable cells only."""
    found: list[tuple[str, str, str]] = []
    for down, line in enumerate(text.rstrip("\r\n").splitlines()):
        if start + down >= len(rows):
            break
        row = rows[start + down]
        for across, value in enumerate(line.split("\t")):
            if first + across >= len(columns):
                break
            column = columns[first + across]
            if (column.editor is not None or column.typed) and row.cell(column.key).editable:
                found.append((row.id, column.key, value.strip()))
    return found
