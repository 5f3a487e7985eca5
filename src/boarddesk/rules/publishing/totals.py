"""Small counts in tables and in the data of charts, and the total that gives a left-out one away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.publishing.clue import Clue, ClueKind, FigureTable
from boarddesk.rules.publishing.small_numbers import under
from boarddesk.rules.publishing.vocabulary import CASES, CHILDREN, ONE_CHILD
from boarddesk.rules.wording import number

_FIGURE: Final = re.compile(r"^\d{1,3}(?:,\d{3})*$|^\d+$")
_LEFT_OUT: Final = re.compile(
    r"^(?:<\s?\d+|[*†‡x]|\[[a-z]\]|c|s|fewer than \w+|under \w+|less than \w+|suppressed|withheld"
    r"|not shown|≤\s?\d+)$",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(r"\b(?:total|totals|all|overall|sum|together)\b", re.IGNORECASE)
_NO_COUNT: Final = re.compile(
    r"%|per cent|\b(?:year|week|weeks|days|months?|date|ref|no\.?|number|item|score|age|rate|target"
    r"|by when|minutes|hours|key stage)\b",
    re.IGNORECASE,
)
_CHILD: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(CHILDREN | ONE_CHILD | CASES, key=len, reverse=True))}|young people"
    rf"|ehc plans?|ehcps?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Cell:
    row: int
    column: int


def small_cells(table: FigureTable, threshold: int) -> Iterator[Clue]:
    """Each count of children under the threshold, and each total from which a left-out one is worked out."""
    if threshold < 2:
        return
    columns = [
        column
        for column in range(1, max((len(row) for row in table.rows), default=0))
        if not _NO_COUNT.search(_head(table, column))
    ]
    small = [
        _Cell(place, column)
        for place, row in enumerate(table.rows)
        for column in columns
        if column < len(row)
        and _is_of_children(table, row, column)
        and 0 < (_figure(row[column]) or 0) < threshold
    ]
    for cell in small:
        told = _total_beside(table, cell, columns)
        yield _clue(
            table,
            cell,
            f"{_text(table, cell)} is under {number(threshold)}, the least this board publishes.{told}",
            threshold,
        )
    for cell in _giving_away(table, columns, threshold):
        if cell not in small:
            why = "One count of this line is left out, and the total less the others is that count."
            yield _clue(table, cell, why, threshold)


def _head(table: FigureTable, column: int) -> str:
    return table.heads[column] if column < len(table.heads) else ""


def _text(table: FigureTable, cell: _Cell) -> str:
    return table.rows[cell.row][cell.column].strip()


def _figure(text: str) -> int | None:
    plain = text.strip()
    return int(plain.replace(",", "")) if _FIGURE.match(plain) else None


def _is_of_children(table: FigureTable, row: Sequence[str], column: int) -> bool:
    return bool(
        _CHILD.search(f"{table.title} | {_head(table, column)} | {row[0] if row else ''} | {_head(table, 0)}")
    ) and not (row and _NO_COUNT.search(row[0]) and "%" in row[0])


def _lines(table: FigureTable, columns: Sequence[int]) -> Iterator[tuple[tuple[_Cell, ...], _Cell]]:
    """Every row and column that has a total: its cells, and the total."""
    totals = [column for column in columns if _TOTAL.search(_head(table, column))]
    last = [place for place, row in enumerate(table.rows) if row and _TOTAL.search(row[0])]
    for place, row in enumerate(table.rows):
        for total in totals[:1]:
            cells = tuple(_Cell(place, column) for column in columns if column != total and column < len(row))
            if total < len(row):
                yield cells, _Cell(place, total)
    for total_row in last[:1]:
        for column in columns:
            rows = [place for place in range(total_row) if column < len(table.rows[place])]
            if column < len(table.rows[total_row]):
                yield tuple(_Cell(place, column) for place in rows), _Cell(total_row, column)


def _giving_away(table: FigureTable, columns: Sequence[int], threshold: int) -> Iterator[_Cell]:
    given: set[_Cell] = set()
    for cells, total in _lines(table, columns):
        figures = [_figure(_text(table, cell)) for cell in cells]
        left_out = [cell for cell in cells if _LEFT_OUT.match(_text(table, cell))]
        of_children = any(_is_of_children(table, table.rows[cell.row], cell.column) for cell in cells)
        whole, shown = _figure(_text(table, total)), [figure for figure in figures if figure is not None]
        if whole is None or len(left_out) != 1 or len(shown) + 1 != len(cells) or not of_children:
            continue
        if 0 <= whole - sum(shown) < threshold and total not in given:
            given.add(total)
            yield total


def _total_beside(table: FigureTable, cell: _Cell, columns: Sequence[int]) -> str:
    for cells, total in _lines(table, columns):
        if cell in cells and _figure(_text(table, total)) is not None:
            return " The total of its line would give it away if it alone were left out."
    return ""


def _clue(table: FigureTable, cell: _Cell, why: str, threshold: int) -> Clue:
    row = table.rows[cell.row]
    lead = f"{table.title}: " if table.title else ""
    at, parts = 0, list[str]()
    for column, text in enumerate(row):
        head = _head(table, column) if column else ""
        part = f"{head.lower()} {text}".strip()
        if column == cell.column:
            at = len(lead) + len(", ".join([*parts, part])) - len(text)
        parts.append(part)
    return Clue(
        ClueKind.SMALL_NUMBER,
        f"{table.place}:{cell.row}:{cell.column}",
        table.where,
        _text(table, cell),
        lead + ", ".join(parts),
        at,
        0,
        why,
        "Change both the count and the total, or leave the row out.",
        under(threshold),
    )
