"""Undo and redo: the rows of one entry of the log taken back, or brought back, exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from boarddesk.records.file.driver import Connection, Row
from boarddesk.records.file.shape import quoted


@dataclass(frozen=True)
class _RowChange:
    """One row to write: with no values it is deleted."""

    table: str
    row_id: str
    columns: tuple[str, ...]
    values: tuple[object, ...]
    op: str

    @property
    def kind(self) -> tuple[str, str, tuple[str, ...]]:
        return self.op, self.table, self.columns


def take_back(connection: Connection, rows: list[Row]) -> None:
    """The last row first, so that every step meets the state it once left."""
    back = (_row_change(row, op=_OPPOSITE[row["op"]], image=row["before"]) for row in reversed(rows))
    _replay(connection, back)


def bring_back(connection: Connection, rows: list[Row]) -> None:
    _replay(connection, (_row_change(row, op=row["op"], image=row["after"]) for row in rows))


def _replay(connection: Connection, row_changes: Iterable[_RowChange]) -> None:
    # A cascade logs parent and children in the order the database chose: keys are judged at the commit.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for (op, table, columns), alike in groupby(row_changes, key=lambda row_change: row_change.kind):
        connection.executemany(_sql(op, table, columns), ((*row.values, row.row_id) for row in alike))


def _sql(op: str, table: str, columns: tuple[str, ...]) -> str:
    if op == "delete":
        return f"DELETE FROM {quoted(table)} WHERE id = ?"
    if op == "update":
        settings = ", ".join(f"{quoted(name)} = ?" for name in columns)
        return f"UPDATE {quoted(table)} SET {settings} WHERE id = ?"
    names = ", ".join(quoted(name) for name in (*columns, "id"))
    return f"INSERT INTO {quoted(table)} ({names}) VALUES ({', '.join('?' * (len(columns) + 1))})"


_OPPOSITE = {"insert": "delete", "delete": "insert", "update": "update"}


def _row_change(row: Row, *, op: str, image: str | None) -> _RowChange:
    values: dict[str, object] = json.loads(image) if image else {}
    return _RowChange(row["table_name"], row["row_id"], tuple(values), tuple(values.values()), op)
