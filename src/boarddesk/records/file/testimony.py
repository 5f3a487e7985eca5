"""What a new format moved without the log is written into it as it was left, and so known."""

from __future__ import annotations

import json
from typing import Final

from boarddesk.records.file.driver import Connection
from boarddesk.records.file.folded import AtOdds, at_odds
from boarddesk.records.file.shape import Shape

MADE_UNLOGGED: Final = frozenset(
    {
        *("escalation", "reporting_line", "risk_matrix", "matrix_step", "matrix_level", "matrix_cell"),
        *("control", "risk_link"),
    }
)
"""Tables that versions 3 and 5 filled from others."""

MOVED_UNLOGGED: Final = {
    "risk_score": frozenset({"matrix_id", "level"}),
    "risk_category": frozenset({"tolerable"}),
    "issue": frozenset({"board_id"}),
}
"""Columns that version 5 filled in rows that were there."""


def testify(connection: Connection, shape: Shape, *, entry: int) -> None:
    """Log each such row and column as a change from itself to itself: the past shows it as it is now.

    Whatever else is not as the log says is left as it is, for a check of the file to find.
    """
    for odd in list(at_odds(connection, shape)):
        values = _moved(odd, shape)
        if values:
            told = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
            connection.execute(
                "INSERT INTO change_row (entry, op, table_name, row_id, before, after) "
                "VALUES (?, 'update', ?, ?, ?, ?)",
                (entry, odd.table, odd.row_id, told, told),
            )


def _moved(odd: AtOdds, shape: Shape) -> dict[str, object]:
    if odd.there is None:
        return {}
    columns = shape.logged[odd.table]
    if odd.table in MADE_UNLOGGED:
        return {column: odd.there[column] for column in columns}
    moved = MOVED_UNLOGGED.get(odd.table, frozenset())
    return {column: odd.there[column] for column in columns if column in moved and odd.told is not None}
